/** « Envois »: what waits, what is to read, what went wrong and why, and each mail as it leaves or left. */
import * as z from 'zod';
import { titleIn } from '../command.ts';
import type { State } from '../command.ts';
import { frenchDay, isDay } from '../day.ts';
import { templateOf, templates } from '../mails/index.ts';
import { isDue } from '../mails/sending.ts';
import { mailRules } from '../mails/settings.ts';
import { exampleOf, fieldMarks, templateTexts } from '../mails/template.ts';
import { outboxTable } from '../outbox.ts';
import type { MailStatus, OutboxRow } from '../outbox.ts';
import { readTable } from '../records.ts';
import { settingTable } from '../tables/setting.ts';
import { templateTable } from '../tables/template.ts';
import type { View } from '../view.ts';

/** Mails that she treats alike. */
export type MailGroup = 'draft' | 'decide' | 'waiting' | 'sent' | 'cancelled';

/** One mail. */
export interface MailItem {
  readonly id: string;
  readonly status: MailStatus;
  /** French: « à relire ». */
  readonly statusLabel: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** The rule that made it. */
  readonly reason: string | null;
  readonly records: readonly string[];
  /** Name of its template. */
  readonly template: string | null;
  /** The action of « Journal » that prepared it. */
  readonly action: string | null;
  /** "12/05/2023": when it was prepared, when it took its state, the day for which it waits. */
  readonly createdOn: string | null;
  readonly changedOn: string | null;
  readonly notBefore: string | null;
  /** What went wrong. */
  readonly error: string | null;
  /** Its row in the tab. */
  readonly cell: string;
}

/** One template, as it is in force. */
export interface TemplateItem {
  readonly key: string;
  readonly name: string;
  readonly purpose: string;
  readonly subject: string;
  readonly body: string;
  readonly fields: readonly string[];
  readonly changed: boolean;
  readonly active: boolean;
  readonly example: { readonly subject: string; readonly body: string } | null;
  /** Why it cannot be used as it is. */
  readonly problem: string | null;
}

/** The answer of the view « outbox »; input: {group?, offset?, limit?}. */
export interface OutboxView {
  readonly tab: string;
  readonly counts: Readonly<Record<MailGroup, number>>;
  /** How many mails would leave now. */
  readonly due: number;
  /** True while every new mail waits to be read. */
  readonly draftsOnly: boolean;
  readonly group: MailGroup;
  readonly items: readonly MailItem[];
  /** The numbers of all mails of the group. */
  readonly ids: readonly string[];
  readonly offset: number;
  readonly total: number;
  readonly templates: readonly TemplateItem[];
  /** Rows of the tab that cannot be read, in French. */
  readonly problems: readonly string[];
}

const GROUPS = {
  draft: ['draft'],
  decide: ['uncertain', 'refused'],
  waiting: ['waiting', 'claimed'],
  sent: ['sent'],
  cancelled: ['cancelled'],
} as const satisfies Record<MailGroup, readonly MailStatus[]>;
const NAMES = Object.keys(GROUPS) as MailGroup[]; // Its keys are the groups.

const input = z.object({
  group: z.enum(['draft', 'decide', 'waiting', 'sent', 'cancelled']).optional(),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(100).default(25),
});

/** The view « outbox »; without a group, the first one that asks something of her. */
export const outboxView: View = {
  name: 'outbox',
  reads: [outboxTable.tab, settingTable.tab, templateTable.tab],
  view: (state, asked, moment): OutboxView => {
    const wanted = input.safeParse(asked ?? {});
    const { group: chosen, offset, limit } = wanted.success ? wanted.data : input.parse({});
    const grid = state.workbook[outboxTable.tab];
    const { records, rowOf, problems } = readTable(outboxTable, grid, state.shown[outboxTable.tab]);
    const inGroup = (group: MailGroup) => records.filter((row) => isIn(group, row));
    const counts = Object.fromEntries(NAMES.map((name) => [name, inGroup(name).length])) as OutboxView['counts'];
    const group = chosen ?? (['decide', 'draft', 'waiting'] as const).find((name) => counts[name] > 0) ?? 'sent';
    // What is done reads from the latest, what is to do from the oldest.
    const found = group === 'sent' || group === 'cancelled' ? inGroup(group).reverse() : inGroup(group);
    const settings = readTable(settingTable, state.workbook[settingTable.tab], state.shown[settingTable.tab]).records;
    return {
      tab: titleIn(state, outboxTable.tab),
      counts,
      due: records.filter((row) => isDue(row, moment.today)).length,
      draftsOnly: mailRules(settings, moment.today).draftsOnly,
      group,
      items: found.slice(offset, offset + limit).map((row) => itemOf(row, rowOf.get(row.id) ?? 0)),
      ids: found.map(({ id }) => id),
      offset,
      total: found.length,
      templates: templateItems(state),
      problems: problems.slice(0, 5).map(({ message }) => message),
    };
  },
};

function isIn(group: MailGroup, { status }: OutboxRow): boolean {
  const statuses: readonly (MailStatus | null)[] = GROUPS[group];
  return statuses.includes(status);
}

const LABELS = outboxTable.columns[1].choices;

function itemOf(row: OutboxRow, at: number): MailItem {
  const status = row.status ?? 'draft';
  const day = (value: string | null) => (value === null ? null : isDay(value) ? frenchDay(value) : value);
  return {
    id: row.id,
    status,
    statusLabel: LABELS[status],
    to: row.to ?? '',
    subject: row.subject ?? '',
    body: row.body ?? '',
    reason: row.reason,
    records: row.records,
    template: templateOf(row.template)?.name ?? row.template,
    action: row.action,
    createdOn: day(row.created_on),
    changedOn: day(row.changed_on),
    notBefore: day(row.not_before),
    error: row.error,
    cell: `A${at + 1}`,
  };
}

function templateItems(state: State): TemplateItem[] {
  const texts = templateTexts(templates, state.workbook[templateTable.tab], state.shown[templateTable.tab]);
  return templates.map((template) => {
    const { key, name, purpose } = template;
    const text = texts.get(key);
    const { subject, body } = text ?? template;
    const example = exampleOf(template, texts);
    return {
      key,
      name,
      purpose,
      subject,
      body,
      fields: fieldMarks(template),
      changed: text !== undefined && (subject !== template.subject || body !== template.body),
      active: text?.active ?? true,
      example: example.ok ? { subject: example.subject, body: example.body } : null,
      problem: example.ok ? null : example.problem.message,
    };
  });
}
