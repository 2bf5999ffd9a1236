/** « Pourquoi ? »: the rules and the rows that decided for or against a mail, in plain French. */
import * as z from 'zod';
import { campaignKey, campaignOfMail, campaignSteps } from '../dues/campaign-mails.ts';
import type { CampaignMail, CampaignStep } from '../dues/campaign-mails.ts';
import { campaignDecisions, campaignOf } from '../dues/campaign.ts';
import type { Reason } from '../dues/campaign.ts';
import { titleIn } from '../command.ts';
import type { State } from '../command.ts';
import { french, frenchDate } from '../french.ts';
import { outboxTable } from '../outbox.ts';
import type { OutboxRow } from '../outbox.ts';
import { readTable } from '../records.ts';
import { readRegister } from '../register.ts';
import type { Register } from '../register.ts';
import { checkTable } from '../tables/check.ts';
import { contactTable } from '../tables/contact.ts';
import { tableOfId } from '../tables/index.ts';
import { memberTable } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { allocationTable } from '../tables/payment.ts';
import { settingTable } from '../tables/setting.ts';
import type { Table } from '../table.ts';
import type { View } from '../view.ts';

/** A row that was looked at, and where it stands now. */
export interface WhyRow {
  readonly id: string;
  readonly tab: string;
  readonly cell: string | null;
}

/** One rule, what was found, and the rows it looked at. */
export interface WhyReason {
  readonly pass: boolean;
  readonly text: string;
  readonly rows: readonly WhyRow[];
}

/** The answer of the view « why »; input: {mail} or {member, year, step}. */
export interface WhyView {
  readonly title: string;
  /** French, one sentence: what was decided. */
  readonly verdict: string;
  /** What the rules say today, in their order; empty for a mail that no campaign made. */
  readonly reasons: readonly WhyReason[];
  /** The mail itself, with what decided when it was prepared. */
  readonly mail: {
    readonly id: string;
    readonly to: string;
    readonly subject: string;
    readonly fate: string;
    readonly why: string;
    readonly rows: readonly WhyRow[];
  } | null;
}

const steps = Object.keys(campaignSteps) as [CampaignStep, ...CampaignStep[]];
const input = z.union([
  z.object({ mail: z.string().max(20) }),
  z.object({ member: z.string().max(20), year: z.number().int(), step: z.enum(steps) }),
]);

/** The view « why ». */
export const whyView: View = {
  name: 'why',
  reads: [
    outboxTable.tab,
    memberTable.tab,
    contactTable.tab,
    membershipFeeTable.tab,
    allocationTable.tab,
    settingTable.tab,
    checkTable.tab,
  ],
  view: (state, asked, { today }): WhyView => {
    const wanted = input.safeParse(asked);
    if (!wanted.success) return nothing('Ce message n’est pas dans « Envois ».');
    const register = readRegister(state);
    const find = rowFinder(state);
    if ('mail' in wanted.data) {
      const { mail: id } = wanted.data;
      const mails = readTable(outboxTable, state.workbook[outboxTable.tab], state.shown[outboxTable.tab]).records;
      const row = mails.find((mail) => mail.id === id);
      if (row === undefined) return nothing(french`${id} n’est pas dans « Envois ».`);
      const campaign = campaignOfMail(row, register.fees);
      if (campaign === null)
        return { title: row.subject ?? id, verdict: fateSentence(row), reasons: [], mail: mailOf(row, find) };
      return whyOf(state, register, { ...campaign, today, row }, find);
    }
    return whyOf(state, register, { ...wanted.data, today, row: null }, find);
  },
};

type Finder = (id: string) => WhyRow[];

interface Asked extends CampaignMail {
  readonly today: string;
  /** The mail that she asks about; null when she asks about whichever mail the campaign made. */
  readonly row: OutboxRow | null;
}

function whyOf(state: State, register: Register, asked: Asked, find: Finder): WhyView {
  const { member: id, year, step, today } = asked;
  const member = register.members.find((one) => one.id === id);
  if (member === undefined)
    return asked.row === null
      ? nothing(french`${id} n’est pas dans « Adhérents ».`)
      : {
          title: asked.row.subject ?? id,
          verdict: fateSentence(asked.row),
          reasons: [],
          mail: mailOf(asked.row, find),
        };
  const campaign = campaignOf(state, register, { year, step, today });
  const [decision] = campaignDecisions({ ...register, members: [member] }, campaign);
  const row = asked.row ?? campaign.mails.get(campaignKey(year, step, id));
  const name = member.organisation ?? id;
  const { label } = campaignSteps[step];
  const reasons: readonly Reason[] = decision?.reasons ?? [];
  return {
    title: french`${label} ${year} : ${name}`,
    verdict:
      row !== undefined
        ? fateSentence(row)
        : decision?.hold === null
          ? french`Un message partira à la prochaine campagne, à ${decision.to ?? ''}.`
          : french`Aucun message. ${reasons.at(-1)?.text ?? ''}`,
    reasons: reasons.map(({ pass, text, records }) => ({ pass, text, rows: records.flatMap(find) })),
    mail: row === undefined ? null : mailOf(row, find),
  };
}

const FATES: Readonly<Record<NonNullable<OutboxRow['status']>, string>> = {
  draft: 'Le message est préparé et attend votre relecture.',
  waiting: 'Le message est prêt à partir.',
  claimed: 'Le message est en cours d’envoi.',
  sent: 'Le message est parti',
  uncertain: 'L’envoi a été interrompu : vérifiez si le message est parti.',
  refused: 'Le message a été refusé',
  cancelled: 'Le message a été annulé, il n’est pas parti.',
};

function fateSentence({ status, changed_on: on, error }: OutboxRow): string {
  if (status === null) return 'L’état de ce message n’est pas lisible.';
  if (status === 'sent') return french`${FATES.sent}${on === null ? '' : ` le ${frenchDate(on)}`}.`;
  if (status === 'refused') return french`${FATES.refused} : ${error ?? 'sans raison donnée'}`;
  // Why it waits again, or was cancelled by a rule and not by her.
  return error === null ? FATES[status] : `${FATES[status]} ${error}`;
}

function mailOf(row: OutboxRow, find: Finder): WhyView['mail'] {
  return {
    id: row.id,
    to: row.to ?? '',
    subject: row.subject ?? '',
    fate: fateSentence(row),
    why: row.reason ?? '',
    rows: row.records.flatMap(find),
  };
}

/** Where a record stands, looked for only in the tabs that came. */
function rowFinder(state: State): Finder {
  const rows = new Map<Table, ReadonlyMap<string, number>>();
  return (id) => {
    const table: Table | null = id.startsWith(`${outboxTable.prefix}-`) ? outboxTable : tableOfId(id);
    if (table === null || !Object.hasOwn(state.workbook, table.tab)) return [];
    const known = rows.get(table) ?? readTable<Table>(table, state.workbook[table.tab], state.shown[table.tab]).rowOf;
    rows.set(table, known);
    const row = known.get(id);
    return [{ id, tab: titleIn(state, table.tab), cell: row === undefined ? null : `A${row + 1}` }];
  };
}

function nothing(verdict: string): WhyView {
  return { title: 'Pourquoi ?', verdict, reasons: [], mail: null };
}
