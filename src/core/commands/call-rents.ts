/** Appels de redevance: a mail per row of « Redevances » of a month, each once. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { State } from '../command.ts';
import { mailTabs, mailsToAdd } from '../mails/wished.ts';
import { outboxTable } from '../outbox.ts';
import { unreadDues } from '../dues/unread.ts';
import { euros, french } from '../french.ts';
import type { Problem } from '../problem.ts';
import { changeTable, readTable } from '../records.ts';
import { readRegister } from '../register.ts';
import { calledRow, callsOf } from '../rents/calls.ts';
import { isMonth, monthName, monthOf, ofMonth } from '../rooms/month.ts';
import { contactTable } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';
import { rentChargeTable } from '../tables/rent-charge.ts';
import type { RentCharge } from '../tables/rent-charge.ts';
import { spaceTable } from '../tables/space.ts';

const input = z.object({
  /** The month to ask for, « 2023-05 »; this month by default. */
  month: z.string().max(7).refine(isMonth, 'Un mois s’écrit 2023-05.').optional(),
});

/** « Appeler les redevances »: the rows of the month that were not called yet get a mail and their day. */
export const callRents = defineCommand({
  name: 'call-rents',
  label: 'Appeler les redevances',
  purpose: 'Prépare un message par redevance du mois qui n’a pas encore été appelée, avec son calcul.',
  input,
  reads: () => [rentChargeTable.tab, spaceTable.tab, memberTable.tab, contactTable.tab, ...mailTabs],
  changes: () => [rentChargeTable.tab],
  decide: (state, { month }, moment) => {
    const wanted = month ?? monthOf(moment.today);
    const register = readRegister(state);
    const broken = register.problems.find(
      ({ tab, kind }) => tab === rentChargeTable.tab && (kind === 'column_missing' || kind.startsWith('id_')),
    );
    if (broken) return refuse(broken.message, { problems: register.problems });
    const { rents: unread } = unreadDues(state, register);
    const near = register.rentCharges.filter((row) => (row.month ?? wanted).slice(0, 7) === wanted);
    const doubts = doubtsAmong(near, unread);
    const own = near.filter(({ id, month: at, amount }) => at !== null && (amount ?? 0) !== 0 && !unread.has(id));
    const waiting = own.filter((row) => row.called_on === null).map((row) => calledRow(row, moment.today));
    if (waiting.length === 0) return wish({ summary: [noneSentence(own, doubts, wanted)], problems: doubts });
    const { mails, problems } = callsOf(waiting, register);
    const added = mailsToAdd(state, [...mails.values()], moment);
    if (added.refusal !== null) return refuse(added.refusal);
    const keys = new Set([...keysIn(state), ...added.outbox.map(({ key }) => key)]);
    const called = waiting.filter(({ id }) => keys.has(mails.get(id)?.key ?? ''));
    return wish({
      tabs: called.length === 0 ? {} : { [rentChargeTable.tab]: rentTab(state, called) },
      outbox: added.outbox,
      effects: added.effects,
      problems: [...doubts, ...problems, ...added.problems],
      summary: summaryOf(wanted, waiting, called, added),
      details: { month: wanted, called: called.length, missing: waiting.length - called.length + doubts.length },
    });
  },
});

function rentTab({ workbook, shown }: State, put: readonly RentCharge[]) {
  return changeTable(rentChargeTable, workbook[rentChargeTable.tab], { put }, shown[rentChargeTable.tab]);
}

/** The keys of the mails that « Envois » knows, whatever became of them. */
function keysIn({ workbook, shown }: State): string[] {
  return readTable(outboxTable, workbook[outboxTable.tab], shown[outboxTable.tab]).records.flatMap(({ key }) =>
    key === null ? [] : [key],
  );
}

/** Rows that cannot be read are not called: an unreadable amount is not nothing, an unreadable month may be this one. */
function doubtsAmong(rows: readonly RentCharge[], unread: ReadonlyMap<string, Problem>): Problem[] {
  return rows.flatMap(({ id }) => {
    const problem = unread.get(id);
    return problem === undefined
      ? []
      : [{ ...problem, message: french`La redevance ${id} n’est pas appelée. ${problem.message}` }];
  });
}

function noneSentence(own: readonly RentCharge[], doubts: readonly Problem[], month: string): string {
  if (doubts.length > 0)
    return french`Aucune autre redevance ${ofMonth(month)} à appeler ; voyez ci-dessous celles qui ne peuvent pas être lues.`;
  return own.length === 0
    ? french`« Redevances » n’a aucune ligne pour ${monthName(month)} : commencez par « Préparer les redevances ».`
    : french`Toutes les redevances ${ofMonth(month)} ont été appelées.`;
}

function summaryOf(
  month: string,
  waiting: readonly RentCharge[],
  called: readonly RentCharge[],
  { outbox, drafts }: { readonly outbox: readonly unknown[]; readonly drafts: boolean },
): string[] {
  const total = called.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const missing = waiting.length - called.length;
  return [
    french`Redevances ${ofMonth(month)} : ${plural(outbox.length, 'message')}, ${euros(total)} en tout.`,
    ...(drafts ? ['Les messages attendent d’être relus dans « Envois ».'] : []),
    ...(missing === 0
      ? []
      : [
          french`${plural(missing, 'redevance n’est pas appelée', 'redevances ne sont pas appelées')} : voyez pourquoi ci-dessous.`,
        ]),
  ];
}
