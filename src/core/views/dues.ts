/** « Cotisations »: who owes what, since when; what was paid and how; where the campaign stands. */
import * as z from 'zod';
import type { State } from '../command.ts';
import type { Day } from '../day.ts';
import { feeBalances } from '../dues/balance.ts';
import type { FeeBalance, FeeState } from '../dues/balance.ts';
import { callOf } from '../dues/call.ts';
import { campaignSteps, stepNames } from '../dues/campaign-mails.ts';
import type { CampaignStep } from '../dues/campaign-mails.ts';
import { campaignDecisions, campaignOf } from '../dues/campaign.ts';
import { chargesOf, creditsOf } from '../dues/charges.ts';
import { moneyReads } from '../dues/ledger.ts';
import { outOfDues } from '../dues/out-of-dues.ts';
import { paymentName } from '../dues/payment-fields.ts';
import { unreadDues, unreadForCall } from '../dues/unread.ts';
import { receiptsOf } from '../dues/receipts.ts';
import { frenchDay } from '../day.ts';
import { duplicateMembers } from '../members/duplicates.ts';
import { outboxTable } from '../outbox.ts';
import { groupBy } from '../group.ts';
import { readRegister } from '../register.ts';
import type { Register } from '../register.ts';
import { fold } from '../reading/values/text.ts';
import { checkTable } from '../tables/check.ts';
import { contactTable } from '../tables/contact.ts';
import { receiptTable } from '../tables/receipt.ts';
import { yearInForce } from '../settings.ts';
import type { View } from '../view.ts';

/** Which fees are listed. */
const duesFilters = {
  owing: 'À payer',
  late: 'En retard',
  late30: 'En retard de plus de 30 jours',
  late60: 'En retard de plus de 60 jours',
  late90: 'En retard de plus de 90 jours',
  unknown: 'On ne sait pas',
  paid: 'Payées',
  waived: 'Dispensées',
  all: 'Toutes',
} as const;

/** A filter of the list. */
export type DuesFilter = keyof typeof duesFilters;

/** One fee with its account, in cents. */
export interface DuesItem {
  readonly fee: string;
  readonly member: string | null;
  readonly organisation: string;
  readonly state: FeeState;
  readonly due: number | null;
  readonly paid: number;
  readonly remaining: number;
  /** « 31/03/2023 ». */
  readonly dueOn: string | null;
  readonly daysLate: number;
  readonly computation: string | null;
  readonly mention: string | null;
  readonly payments: readonly { readonly id: string; readonly text: string }[];
  /** The number of its receipt, when one was issued. */
  readonly receipt: string | null;
  /** What the member paid in advance. */
  readonly credit: number;
  /** All that the member can pay, this fee included. */
  readonly charges: readonly { readonly id: string; readonly label: string; readonly open: number }[];
}

/** The answer of the view « dues »; input: {year?, filter?, search?, member?, offset?}. */
export interface DuesView {
  readonly year: number;
  readonly years: readonly number[];
  readonly filter: DuesFilter;
  readonly counts: Readonly<Record<DuesFilter, number>>;
  readonly totals: { readonly asked: number; readonly paid: number; readonly open: number };
  /** How many members have no called fee for that year. */
  readonly toCall: number;
  readonly campaign: readonly {
    readonly step: CampaignStep;
    readonly label: string;
    readonly ready: number;
    readonly prepared: number;
  }[];
  readonly items: readonly DuesItem[];
  readonly offset: number;
  readonly total: number;
}

const filters = Object.keys(duesFilters) as [DuesFilter, ...DuesFilter[]];
const input = z.object({
  year: z.number().int().min(1900).max(2200).optional(),
  filter: z.enum(filters).default('owing'),
  search: z.string().max(200).default(''),
  member: z.string().max(20).optional(),
  offset: z.number().int().min(0).default(0),
});

const PAGE = 50;

/** The view « dues ». */
export const duesView: View = {
  name: 'dues',
  reads: [...new Set([...moneyReads, receiptTable.tab, outboxTable.tab, contactTable.tab, checkTable.tab])],
  view: (state, asked, { today }): DuesView => {
    const register = readRegister(state);
    const wanted = input.safeParse(asked ?? {});
    const { filter, search, member, offset, year: chosen } = wanted.success ? wanted.data : input.parse({});
    const thisYear = yearInForce(register.settings, today);
    const year = chosen ?? thisYear;
    const duplicates = duplicateMembers(state);
    const out = new Set(
      register.members
        .filter((one) => duplicates.has(one.id) || outOfDues(one, today)?.kind === 'merged')
        .map(({ id }) => id),
    );
    const balances = feeBalances(register, today).filter(({ fee }) => fee.year === year && !out.has(fee.member ?? ''));
    const words = fold(search);
    const chosenFees = balances.filter(
      (balance) =>
        belongs(balance, filter) &&
        (member === undefined || balance.fee.member === member) &&
        (words === '' || fold(balance.fee.organisation ?? '').includes(words)),
    );
    const sorted = [...chosenFees].sort(
      (a, b) => b.daysLate - a.daysLate || (a.fee.organisation ?? '').localeCompare(b.fee.organisation ?? '', 'fr'),
    );
    const sum = (of: (balance: FeeBalance) => number) => balances.reduce((total, balance) => total + of(balance), 0);
    return {
      year,
      years: yearsOf(register, thisYear),
      filter,
      counts: countsOf(balances),
      totals: {
        asked: sum(({ due, state: at }) => (at === 'waived' ? 0 : (due ?? 0))),
        paid: sum(({ paid }) => paid),
        open: sum(({ remaining }) => remaining),
      },
      toCall: toCall(state, register, year, today),
      campaign: stepsOf(state, register, year, today),
      items: itemsOf(state, register, sorted.slice(offset, offset + PAGE), today),
      offset,
      total: sorted.length,
    };
  },
};

function belongs({ state, daysLate }: FeeBalance, filter: DuesFilter): boolean {
  const owes = state === 'unpaid' || state === 'partial';
  switch (filter) {
    case 'owing':
      return owes;
    case 'late':
      return owes && daysLate > 0;
    case 'late30':
      return owes && daysLate > 30;
    case 'late60':
      return owes && daysLate > 60;
    case 'late90':
      return owes && daysLate > 90;
    case 'unknown':
    case 'paid':
    case 'waived':
      return state === filter;
    case 'all':
      return true;
  }
}

function countsOf(balances: readonly FeeBalance[]): DuesView['counts'] {
  const counts = filters.map((filter) => [filter, balances.filter((balance) => belongs(balance, filter)).length]);
  return Object.fromEntries(counts) as DuesView['counts']; // One entry for each filter.
}

function yearsOf({ fees }: Register, thisYear: number): number[] {
  const known = fees.flatMap(({ year }) => (year === null ? [] : [year]));
  return [...new Set([...known, thisYear, thisYear + 1])].sort((a, b) => b - a).slice(0, 12);
}

/** How many fees « Appeler les cotisations » would add or complete. */
function toCall(state: State, register: Register, year: number, today: Day): number {
  const done = new Set(
    register.fees
      .filter((fee) => fee.year === year && (fee.called_on !== null || fee.waived === true))
      .map(({ member }) => member),
  );
  const unread = unreadForCall(year, unreadDues(state, register), register.fees);
  const { called } = callOf(register, { year, today, duplicates: duplicateMembers(state), unread });
  return called.filter(({ member }) => !done.has(member.id)).length;
}

function stepsOf(state: State, register: Register, year: number, today: Day): DuesView['campaign'] {
  return stepNames.map((step) => {
    const campaign = campaignOf(state, register, { year, step, today });
    const decisions = campaignDecisions(register, campaign);
    const prefix = `dues-${year}-${step}/`;
    return {
      step,
      label: campaignSteps[step].label,
      ready: decisions.filter(({ hold }) => hold === null).length,
      prepared: [...campaign.mails].filter(([key, { status }]) => key.startsWith(prefix) && status !== 'cancelled')
        .length,
    };
  });
}

function itemsOf(state: State, register: Register, balances: readonly FeeBalance[], today: Day): DuesItem[] {
  const shares = groupBy(register.allocations, ({ settles }) => settles);
  const payments = new Map(register.payments.map((payment) => [payment.id, payment]));
  const charges = groupBy(
    chargesOf(register, today).filter(({ open }) => open > 0),
    ({ member }) => member,
  );
  const credits = creditsOf(register);
  const creditOf = (member: string | null) =>
    register.payments
      .filter((payment) => payment.member === member)
      .reduce((sum, { id }) => sum + (credits.get(id) ?? 0), 0);
  const receipts = new Map(
    receiptsOf(state)
      .filter(({ cancelled_on: gone }) => gone === null)
      .map(({ fee, number }) => [fee ?? '', number]),
  );
  return balances.map(({ fee, state: at, due, paid, remaining, dueOn, daysLate }) => ({
    fee: fee.id,
    member: fee.member,
    organisation: fee.organisation ?? '',
    state: at,
    due,
    paid,
    remaining,
    dueOn: dueOn === null ? null : frenchDay(dueOn),
    daysLate,
    computation: fee.computation,
    mention: fee.mention,
    payments: (shares.get(fee.id) ?? []).flatMap(({ payment: id }) => {
      const payment = payments.get(id ?? '');
      return payment === undefined ? [] : [{ id: payment.id, text: paymentName(payment) }];
    }),
    receipt: receipts.get(fee.id) ?? null,
    credit: creditOf(fee.member),
    charges: (charges.get(fee.member ?? '') ?? []).map(({ id, label, open }) => ({ id, label, open })),
  }));
}
