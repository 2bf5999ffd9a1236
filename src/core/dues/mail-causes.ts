/** Whether the mails of dues still have their reason: nobody is asked for what is paid, waived or no longer owed. */
import type { State } from '../command.ts';
import type { Day } from '../day.ts';
import { euros, french, frenchDate } from '../french.ts';
import { namesOtherSums } from '../mails/cause.ts';
import type { Lost, MailCause } from '../mails/cause.ts';
import { duesReceipt } from '../mails/dues.ts';
import type { OutboxRow } from '../outbox.ts';
import { readRegister } from '../register.ts';
import type { Register } from '../register.ts';
import { checkTable } from '../tables/check.ts';
import { memberTable } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { allocationTable } from '../tables/payment.ts';
import { receiptTable } from '../tables/receipt.ts';
import { settingTable } from '../tables/setting.ts';
import { campaignOfKey, campaignOfMail, campaignSteps } from './campaign-mails.ts';
import { canBeRead, isMember, owes, owingOf, remainingOf } from './campaign-rules.ts';
import { campaignFacts, feesByMember } from './campaign.ts';
import { receiptNumberOf, receiptsOf } from './receipts.ts';

const stepKeys: readonly string[] = Object.values(campaignSteps).map(({ template }) => template.key);

/** The mails of the renewal campaign. */
export const duesCause: MailCause = {
  reads: [memberTable.tab, membershipFeeTable.tab, allocationTable.tab, settingTable.tab, checkTable.tab],
  isOwn: (row) => campaignOfKey(row.key) !== null || (row.key === null && stepKeys.includes(row.template ?? '')),
  lost: (state, rows, today) => {
    const register = readRegister(state);
    const broken = brokenTab(state, register);
    if (broken !== null) return new Map(rows.map(({ id }) => [id, { fate: 'draft', why: broken }]));
    const reason = reasonFinder(state, register, today);
    return new Map(rows.flatMap((row) => [reason(row)].flatMap((lost) => (lost === null ? [] : [[row.id, lost]]))));
  },
};

/** Without these two tabs nobody can tell who owes. */
function brokenTab(state: State, { problems }: Register): string | null {
  const needed: readonly string[] = [memberTable.tab, membershipFeeTable.tab];
  const absent = needed.find((tab) => !Object.hasOwn(state.workbook, tab));
  if (absent !== undefined) return french`L’onglet « ${absent} » n’a pas été trouvé : le message attend.`;
  return problems.find(({ kind, tab }) => kind === 'column_missing' && needed.includes(tab))?.message ?? null;
}

/** Why a mail of a campaign must not leave as things are; made once for all mails. */
function reasonFinder(state: State, register: Register, today: Day): (row: OutboxRow) => Lost | null {
  const members = new Map(register.members.map((member) => [member.id, member]));
  const years = new Map<number, ReturnType<typeof ofYear>>();
  const ofYear = (year: number) => {
    const facts = campaignFacts(state, register, year, today);
    return { facts, fees: feesByMember(register, facts) };
  };
  return (row) => {
    const mail = campaignOfMail(row, register.fees);
    if (mail === null) return cancelled('La cotisation de ce message n’est plus dans « Cotisations ».');
    const member = members.get(mail.member);
    if (member === undefined) return cancelled(french`La fiche ${mail.member} n’est plus dans « Adhérents ».`);
    const known = years.get(mail.year) ?? ofYear(mail.year);
    years.set(mail.year, known);
    const fees = known.fees.get(member.id) ?? [];
    const verdict = [isMember(member, known.facts), canBeRead(member, fees, known.facts), owes(fees, known.facts)].find(
      ({ hold }) => hold !== null,
    );
    if (verdict?.hold === 'unreadable') return { fate: 'draft', why: verdict.text };
    if (verdict !== undefined) return cancelled(verdict.text);
    return otherSum(row, remainingOf(owingOf(fees)));
  };
}

/** The mail says what was owed when it was prepared: another sum since then, and it would be wrong. */
function otherSum({ body, reason }: OutboxRow, remaining: number): Lost | null {
  const sum = euros(remaining);
  if (reason?.includes(sum) === true || !namesOtherSums(body, remaining)) return null;
  return cancelled(
    french`Il reste maintenant ${sum} à régler, et ce message annonce une autre somme. Préparez de nouveau les messages de cotisation.`,
  );
}

/** The mails that bring a receipt. */
export const receiptCause: MailCause = {
  reads: [receiptTable.tab],
  isOwn: ({ key, template }) => template === duesReceipt.key && receiptNumberOf(key) !== null,
  lost: (state, rows) => {
    if (!Object.hasOwn(state.workbook, receiptTable.tab)) return new Map();
    const receipts = new Map(receiptsOf(state).map((receipt) => [receipt.number, receipt]));
    return new Map(
      rows.flatMap(({ id, key }): [string, Lost][] => {
        const number = receiptNumberOf(key) ?? '';
        const receipt = receipts.get(number);
        if (receipt === undefined) return [[id, cancelled(french`Le reçu ${number} n’est plus dans « Reçus ».`)]];
        const { cancelled_on: on } = receipt;
        return on === null ? [] : [[id, cancelled(french`Le reçu ${number} a été annulé le ${frenchDate(on)}.`)]];
      }),
    );
  },
};

function cancelled(why: string): Lost {
  return { fate: 'cancelled', why };
}
