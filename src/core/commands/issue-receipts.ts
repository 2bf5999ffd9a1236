/** Issue receipts of dues: numbered when issued, never for money that did not come in. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { editedGrid, emptyEdit, tableState } from '../adoption/table-edit.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { State, Wish } from '../command.ts';
import { frenchDay } from '../day.ts';
import { feeBalances } from '../dues/balance.ts';
import type { FeeBalance } from '../dues/balance.ts';
import { moneyProblems, moneyReads } from '../dues/ledger.ts';
import { paymentName } from '../dues/payment-fields.ts';
import { nextReceiptNumbers, receiptKey, receiptsOf, receivableOf } from '../dues/receipts.ts';
import type { Receivable } from '../dues/receipts.ts';
import { unreadAmong, unreadDues } from '../dues/unread.ts';
import { enumeration, euros, french } from '../french.ts';
import { duesReceipt } from '../mails/dues.ts';
import { addressOf } from '../mails/recipient.ts';
import { mailTabs, mailsToAdd, mailWish } from '../mails/wished.ts';
import type { MailWish } from '../mails/wished.ts';
import { outboxTable } from '../outbox.ts';
import type { Problem } from '../problem.ts';
import { readTable } from '../records.ts';
import { groupBy } from '../group.ts';
import { readRegister } from '../register.ts';
import type { Register } from '../register.ts';
import { associationSetting, settingText } from '../settings.ts';
import { freshIds } from '../numbers.ts';
import { tableDress } from '../table-dress.ts';
import { contactTable } from '../tables/contact.ts';
import { receiptKinds, receiptTable } from '../tables/receipt.ts';
import type { Receipt } from '../tables/receipt.ts';

const input = z.object({
  /** The fees to acknowledge. */
  fees: z.array(z.string().max(20)).max(500),
  /** True to send each receipt by mail too. */
  send: z.boolean().default(true),
});

interface Issued {
  readonly balance: FeeBalance;
  readonly receivable: Receivable;
  readonly receipt: Receipt;
}

/** « Émettre un reçu »: a part paid gives a partial receipt; the same money is never acknowledged twice. */
export const issueReceipts = defineCommand({
  name: 'issue-receipts',
  label: 'Émettre un reçu',
  purpose: 'Donne un numéro de reçu à ce qui a été payé, et l’envoie à l’adhérent.',
  input,
  reads: () => [...new Set([...moneyReads, ...mailTabs, receiptTable.tab, contactTable.tab])],
  changes: () => [receiptTable.tab],
  decide: (state, { fees: asked, send }, moment) => {
    const register = readRegister(state);
    const current = tableState(receiptTable, state.workbook[receiptTable.tab], state.shown[receiptTable.tab]);
    const problems = [
      ...moneyProblems(register.problems),
      ...readTable(receiptTable, current.grid, current.shown).problems.filter(({ kind }) => kind !== 'unknown_choice'),
    ];
    if (problems.length > 0)
      return refuse('Un onglet est abîmé : aucun reçu n’est émis tant qu’il n’est pas réparé.', { problems });
    const receipts = receiptsOf(state);
    const mails = readTable(outboxTable, state.workbook[outboxTable.tab], state.shown[outboxTable.tab]).records;
    const doubts = unreadFees(state, register, asked);
    const readable = asked.filter((id) => !doubts.has(id));
    const due = receivables(register, receipts, readable, moment.today);
    if (due.length === 0) return noReceipt([...doubts.values()]);
    const numbers = nextReceiptNumbers(moment.today, due.length, { receipts, mails });
    const ids = freshIds(state, receiptTable, due.length);
    const issued = due.map(({ balance, receivable }, index): Issued => ({
      balance,
      receivable,
      receipt: {
        id: ids[index] ?? '',
        number: numbers[index] ?? null,
        issued_on: moment.today,
        kind: receivable.kind,
        member: balance.fee.member,
        organisation: balance.fee.organisation,
        fee: balance.fee.id,
        year: balance.fee.year,
        amount: receivable.amount,
        payments: receivable.payments,
        cancelled_on: null,
        cancel_reason: null,
      },
    }));
    const edit = emptyEdit();
    for (const { receipt } of issued) edit.add.set(receipt.id, { ...receipt });
    const added = mailsToAdd(state, send ? issued.flatMap((one) => receiptMail(register, one)) : [], moment);
    if (added.refusal !== null) return refuse(added.refusal);
    return wish({
      tabs: { [receiptTable.tab]: editedGrid(current, edit) },
      dress: Object.hasOwn(state.workbook, receiptTable.tab) ? {} : { [receiptTable.tab]: tableDress(receiptTable) },
      outbox: added.outbox,
      effects: added.effects,
      problems: [...doubts.values(), ...added.problems],
      summary: [
        ...issued.slice(0, 12).map(({ receipt }) => sentence(receipt)),
        ...(issued.length > 12 ? [french`… et ${plural(issued.length - 12, 'autre reçu', 'autres reçus')}.`] : []),
        ...(send && added.outbox.length < issued.length
          ? [french`${plural(issued.length - added.outbox.length, 'reçu')} sans message : aucune adresse valable.`]
          : []),
        ...(added.drafts ? ['Les messages attendront votre relecture dans « Envois ».'] : []),
      ],
      details: { receipts: issued.map(({ receipt }) => receipt.id) },
    });
  },
});

function noReceipt(problems: readonly Problem[]): Wish {
  const why =
    problems.length === 0
      ? 'Aucun reçu à émettre : rien n’a été payé, ou un reçu existe déjà.'
      : 'Aucun reçu n’est émis : une cellule ne peut pas être lue, voyez ci-dessous.';
  return wish({ summary: [why], problems });
}

/** A receipt says what came in: none is issued where the fee, its payments or their shares cannot be read. */
function unreadFees(state: State, register: Register, asked: readonly string[]): ReadonlyMap<string, Problem> {
  const unread = unreadDues(state, register);
  const payments = groupBy(register.allocations, ({ settles }) => settles);
  return new Map(
    asked.flatMap((id): [string, Problem][] => {
      const problem = unreadAmong(unread, [id, ...(payments.get(id) ?? []).map(({ payment }) => payment)]);
      return problem === null
        ? []
        : [[id, { ...problem, message: french`Le reçu de ${id} n’est pas émis. ${problem.message}` }]];
    }),
  );
}

function receivables(register: Register, receipts: readonly Receipt[], asked: readonly string[], today: string) {
  const shares = groupBy(register.allocations, ({ settles }) => settles);
  const known = groupBy(receipts, ({ fee }) => fee);
  const wanted = new Set(asked);
  return feeBalances(register, today)
    .filter(({ fee }) => wanted.has(fee.id))
    .flatMap((balance) => {
      const receivable = receivableOf(balance, shares.get(balance.fee.id) ?? [], known.get(balance.fee.id) ?? []);
      return receivable === null ? [] : [{ balance, receivable }];
    });
}

function sentence({ number, kind, amount, organisation, year }: Receipt): string {
  const name = kind === null ? 'reçu' : receiptKinds[kind];
  return french`N° ${number ?? ''} : ${name}, ${euros(amount ?? 0)}, « ${organisation ?? ''} »${year === null ? '' : `, ${year}`}.`;
}

function receiptMail(register: Register, { balance, receipt }: Issued): MailWish[] {
  const member = register.members.find(({ id }) => id === receipt.member);
  const to = addressOf(member, register.contacts);
  if (to === null) return [];
  const number = receipt.number ?? '';
  const amount = euros(receipt.amount ?? 0);
  const payments = register.payments.filter(({ id }) => receipt.payments.includes(id)).map(paymentName);
  const isSettled = balance.remaining === 0;
  return [
    mailWish(
      duesReceipt,
      {
        organisation: nameOf(receipt),
        year: String(receipt.year ?? ''),
        number,
        issuedOn: receipt.issued_on === null ? '' : frenchDay(receipt.issued_on),
        amount,
        payments: payments.length === 0 ? amount : enumeration(payments),
        rest: isSettled
          ? 'La cotisation est réglée en totalité.'
          : french`Reste à payer : ${euros(balance.remaining)}.`,
        association: settingText(register.settings, associationSetting) || 'L’association',
      },
      {
        key: receiptKey(number),
        to,
        reason: french`Reçu ${number} émis pour ${amount}.`,
        records: [receipt.member ?? '', balance.fee.id],
      },
    ),
  ];
}

function nameOf({ organisation, member, id }: Receipt): string {
  return organisation ?? member ?? id;
}
