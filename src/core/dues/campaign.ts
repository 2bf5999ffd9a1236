/** The renewal campaign: for each member and step, whether a mail leaves, to whom, and every rule that decided. */
import type { State } from '../command.ts';
import type { Day } from '../day.ts';
import { groupBy } from '../group.ts';
import { recipientOf } from '../mails/recipient.ts';
import { duplicateMembers } from '../members/duplicates.ts';
import { outboxTable } from '../outbox.ts';
import type { Problem } from '../problem.ts';
import { readTable } from '../records.ts';
import type { Register } from '../register.ts';
import { checkTable } from '../tables/check.ts';
import type { Contact } from '../tables/contact.ts';
import type { Member } from '../tables/member.ts';
import { feeBalances } from './balance.ts';
import type { FeeBalance } from './balance.ts';
import { campaignMails } from './campaign-mails.ts';
import type { CampaignStep } from './campaign-mails.ts';
import { canBeRead, isMember, notYetMailed, owes, owingOf, previousStep, remainingOf } from './campaign-rules.ts';
import type { Campaign, CampaignFacts, Hold, Verdict } from './campaign-rules.ts';
import { duesRules } from './rules.ts';
import { unreadDues } from './unread.ts';

/** One rule looked at, with what was found; the last one decided. */
export interface Reason extends Pick<Verdict, 'text' | 'records'> {
  /** True when the rule speaks for a mail, or lets it pass. */
  readonly pass: boolean;
}

/** What was decided for one member. */
export interface CampaignDecision {
  readonly member: Member;
  /** The fees of the year that are still owed. */
  readonly owing: readonly FeeBalance[];
  /** What remains of them, in cents. */
  readonly remaining: number;
  /** Null when the mail is to be prepared. */
  readonly hold: Hold | null;
  readonly to: string | null;
  readonly reasons: readonly Reason[];
  /** The cell that cannot be read, when that is why. */
  readonly problem: Problem | null;
}

/** The parts of the register that a campaign looks at. */
export type CampaignRegister = Pick<Register, 'members' | 'contacts' | 'fees' | 'allocations' | 'settings'>;

/** The facts on which the mails of that year stand, as the workbook is. */
export function campaignFacts(state: State, register: Register, year: number, today: Day): CampaignFacts {
  return {
    year,
    today,
    duplicates: duplicateMembers(state),
    unread: unreadDues(state, register),
    doubled: doubledFees(state),
  };
}

/** A step of the campaign as the workbook stands. */
export function campaignOf(
  state: State,
  register: Register,
  { year, step, today }: { readonly year: number; readonly step: CampaignStep; readonly today: Day },
): Campaign {
  const { records } = readTable(outboxTable, state.workbook[outboxTable.tab], state.shown[outboxTable.tab]);
  return {
    ...campaignFacts(state, register, year, today),
    step,
    mails: campaignMails(records, register),
    reminderDays: duesRules(register.settings).reminderDays,
  };
}

/** The decision for every member, in the order of « Adhérents ». */
export function campaignDecisions(register: CampaignRegister, campaign: Campaign): readonly CampaignDecision[] {
  const balances = feesByMember(register, campaign);
  const contacts = groupBy(register.contacts, ({ member }) => member);
  return register.members.map((member) =>
    decided(member, campaign, { fees: balances.get(member.id) ?? [], contacts: contacts.get(member.id) ?? [] }),
  );
}

/** The fees of that year by member, those whose year cannot be read among them: they may be of that year. */
export function feesByMember(
  register: Pick<CampaignRegister, 'members' | 'fees' | 'allocations' | 'settings'>,
  { year, today, unread }: CampaignFacts,
): ReadonlyMap<string, readonly FeeBalance[]> {
  const ofYear = feeBalances(register, today).filter(
    ({ fee }) => fee.year === year || (fee.year === null && unread.fees.has(fee.id)),
  );
  return groupBy(ofYear, ({ fee }) => fee.member);
}

interface Facts {
  readonly fees: readonly FeeBalance[];
  readonly contacts: readonly Contact[];
}

function decided(member: Member, campaign: Campaign, { fees, contacts }: Facts): CampaignDecision {
  const reasons: Reason[] = [];
  const owing = owingOf(fees);
  const said = (hold: Hold | null, { to = null, problem = null }: Partial<CampaignDecision> = {}) => {
    return { member, owing, remaining: remainingOf(owing), hold, to, reasons, problem };
  };
  const rules: readonly (() => Verdict)[] = [
    () => isMember(member, campaign),
    () => canBeRead(member, fees, campaign),
    () => owes(fees, campaign),
    () => notYetMailed(member, campaign),
    () => previousStep(member, campaign),
  ];
  for (const rule of rules) {
    const { hold, text, records, problem = null } = rule();
    if (text !== '') reasons.push({ pass: hold === null, text, records });
    if (hold !== null) return said(hold, { problem });
  }
  const { to, text, records } = recipientOf(member, contacts);
  reasons.push({ pass: to !== null, text, records });
  return to === null ? said('no_address') : said(null, { to });
}

/** The fees that an open point « deux cotisations pour une année » is about. */
function doubledFees(state: State): ReadonlySet<string> {
  const checks = readTable(checkTable, state.workbook[checkTable.tab], state.shown[checkTable.tab]).records;
  return new Set(
    checks.flatMap(({ kind, state: verdict, record }) =>
      kind === 'fee_twice' && (verdict ?? 'open') === 'open' && record !== null ? [record] : [],
    ),
  );
}
