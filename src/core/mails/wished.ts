/** From the mails that a command wishes to the rows it adds to « Envois »: each key once, whatever is run again. */
import type { Effect, Moment, State } from '../command.ts';
import type { Day } from '../day.ts';
import { freshIds } from '../numbers.ts';
import { TO_MYSELF, outboxTable } from '../outbox.ts';
import type { OutboxRow } from '../outbox.ts';
import type { Problem } from '../problem.ts';
import { french, quoted } from '../french.ts';
import { placesOf, readTable } from '../records.ts';
import { settingTable } from '../tables/setting.ts';
import { templateTable } from '../tables/template.ts';
import type { Cell } from '../workbook.ts';
import { templates } from './index.ts';
import { mailRules } from './settings.ts';
import { mailFrom, templateTexts } from './template.ts';
import type { MailTemplate, TemplateTexts } from './template.ts';
import { mailAddress, mailLine } from './text.ts';

/** What a command that sends mails must read besides its own tabs. */
export const mailTabs: readonly string[] = [outboxTable.tab, settingTable.tab, templateTable.tab];

/** A mail that a command wishes; made by `mailWish`, so that its fields are those of its template. */
export interface MailWish {
  readonly template: MailTemplate;
  readonly values: Readonly<Record<string, string>>;
  /** Campaign and person, « dues-2023/ADH-0012 »: a key that is in « Envois » is never added again. */
  readonly key: string;
  /** One address, or `TO_MYSELF`. */
  readonly to: string;
  /** French: the rule that made this mail, for « Pourquoi ? ». */
  readonly reason: string;
  /** Ids of the records that it is about. */
  readonly records: readonly string[];
  /** The first day on which it may leave. */
  readonly notBefore?: Day | null;
  /** True when she must read it first, whatever the settings. */
  readonly review?: boolean;
}

/** The wish for a mail of that template, with a value for each of its fields. */
export function mailWish<Field extends string>(
  template: MailTemplate<Field>,
  values: Readonly<Record<Field, string>>,
  mail: Omit<MailWish, 'template' | 'values'>,
): MailWish {
  return { ...mail, template, values };
}

/** What a command puts in its own wish. */
export interface MailsToAdd {
  readonly outbox: readonly OutboxRow[];
  readonly effects: readonly Effect[];
  /** Why some mails are not there: an address, a field, a text to mend. */
  readonly problems: readonly Problem[];
  /** How many were in « Envois » already. */
  readonly known: number;
  /** True when the rows wait to be read before they leave. */
  readonly drafts: boolean;
  /** Why no mail at all can be prepared, to be given to `refuse`; null when they can. */
  readonly refusal: string | null;
}

/** How many mails a preview shows whole; those beyond, by their recipient and subject. */
const MOST_TEXTS = 200;

/** The rows of « Envois » for those mails; the command reads `mailTabs` and adds nothing to that tab itself. */
export function mailsToAdd(state: State, wished: readonly MailWish[], moment: Moment): MailsToAdd {
  const grid = state.workbook[outboxTable.tab];
  const missing = missingColumns(grid);
  if (missing.length > 0)
    return {
      ...nothing,
      refusal: french`Onglet « Envois » : ${missing.map((one) => quoted(one)).join(', ')} manque en ligne 1. Sans cela, un message pourrait partir deux fois : remettez ce titre, ou annulez sa suppression (Ctrl+Z), puis recommencez.`,
    };
  const { records } = readTable(outboxTable, grid, state.shown[outboxTable.tab]);
  const keys = new Set(records.map(({ key }) => key));
  const texts = templateTexts(templates, state.workbook[templateTable.tab], state.shown[templateTable.tab]);
  const settings = readTable(settingTable, state.workbook[settingTable.tab], state.shown[settingTable.tab]).records;
  const rules = mailRules(settings, moment.today);
  const problems: Problem[] = [];
  const rows: Omit<OutboxRow, 'id'>[] = [];
  let known = 0;
  for (const mail of wished) {
    if (keys.has(mail.key)) {
      known += 1;
      continue;
    }
    const made = rowOf(mail, texts, { draft: rules.draftsOnly, today: moment.today });
    if ('problem' in made) problems.push(made.problem);
    else {
      keys.add(mail.key);
      rows.push(made.row);
    }
  }
  const ids = freshIds(state, outboxTable, rows.length);
  return {
    outbox: rows.map((row, index) => ({ id: ids[index] ?? '', ...row })),
    effects: rows.map(({ to, subject, body }, index) => ({
      kind: 'mail',
      to: to ?? '',
      summary: subject ?? '',
      ...(body === null || index >= MOST_TEXTS ? {} : { text: body }),
    })),
    problems: distinct(problems),
    known,
    drafts: rows.some(({ status }) => status === 'draft'),
    refusal: null,
  };
}

const nothing = { outbox: [], effects: [], problems: [], known: 0, drafts: false } as const;

type Made = { readonly row: Omit<OutboxRow, 'id'> } | { readonly problem: Problem };

function rowOf(mail: MailWish, texts: TemplateTexts, { draft, today }: { draft: boolean; today: Day }): Made {
  const { template } = mail;
  if (texts.get(template.key)?.active === false)
    return bad(
      'template_inactive',
      french`Modèle « ${template.name} » : il est inactif, aucun message n’est préparé. Pour l’utiliser, écrivez « oui » dans la colonne « Actif » de « Modèles ».`,
    );
  const to = mail.to === TO_MYSELF ? TO_MYSELF : mailAddress(mail.to);
  if (to === null)
    return bad(
      'mail_address_invalid',
      french`Message « ${template.name} »${forRecords(mail)} : ${quoted(mail.to)} n’est pas une adresse e-mail, il n’est pas préparé. Corrigez l’adresse (une seule par personne), puis recommencez.`,
    );
  const words = mailFrom(template, mail.values, texts);
  if (!words.ok) return { problem: words.problem };
  const waits = to !== TO_MYSELF && (draft || template.review === true || mail.review === true);
  return {
    row: {
      status: waits ? 'draft' : 'waiting',
      to,
      subject: words.subject,
      body: words.body,
      reason: mailLine(mail.reason),
      records: mail.records,
      created_on: today,
      not_before: mail.notBefore ?? null,
      changed_on: today,
      error: null,
      action: null,
      template: template.key,
      key: mail.key,
      claimed_at: null,
      attempts: null,
    },
  };
}

function bad(kind: string, message: string): { readonly problem: Problem } {
  return {
    problem: { tab: outboxTable.tab, row: null, column: null, kind, raw: null, severity: 'error', message },
  };
}

function forRecords({ records }: MailWish): string {
  return records.length === 0 ? '' : ` (${records.slice(0, 3).join(', ')})`;
}

/** A fault of a template is the same for all its mails: said once. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

const NEEDED = ['id', 'status', 'to', 'subject', 'body', 'key', 'claimed_at'];

/** The headers of « Envois » without which nothing may be added or sent. */
export function missingColumns(grid: readonly (readonly Cell[])[] | undefined): string[] {
  if (grid === undefined || grid.length === 0) return [];
  const places = placesOf(outboxTable, grid);
  return outboxTable.columns
    .filter(({ field }) => NEEDED.includes(field) && !places.has(field))
    .map(({ header }) => header);
}
