/** What money and its mails depend on and cannot be read: an unreadable cell never counts as an empty one. */
import type { State } from '../command.ts';
import { groupBy } from '../group.ts';
import type { Problem } from '../problem.ts';
import type { Register } from '../register.ts';
import type { Table } from '../table.ts';
import { affiliationPeriodTable } from '../tables/affiliation-period.ts';
import { memberTable } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { allocationTable, paymentTable } from '../tables/payment.ts';
import { rentChargeTable } from '../tables/rent-charge.ts';
import { unreadCells } from '../unread-cells.ts';

/** The first unreadable cell of each member, fee and rent, by number, with its place and its cure. */
export interface UnreadDues {
  /** Whether somebody is a member at all. */
  readonly members: ReadonlyMap<string, Problem>;
  /** What a member's fee would be: affiliation, joining, history. */
  readonly asked: ReadonlyMap<string, Problem>;
  /** What a fee asks, and what was paid of it. */
  readonly fees: ReadonlyMap<string, Problem>;
  /** What a rent asks, and what was paid of it. */
  readonly rents: ReadonlyMap<string, Problem>;
  /** How the money of a payment came in. */
  readonly payments: ReadonlyMap<string, Problem>;
}

/** Nothing that cannot be read. */
export const allRead: UnreadDues = {
  members: new Map(),
  asked: new Map(),
  fees: new Map(),
  rents: new Map(),
  payments: new Map(),
};

/** What cannot be read in the tabs that came with the state. */
export function unreadDues(state: State, register: Register): UnreadDues {
  const { problems } = register;
  if (problems.length === 0) return allRead;
  const cells = (table: Table, fields: readonly string[]) => unreadCells(state, { table, fields, problems });
  const members = new Map(cells(memberTable, ['left_on', 'merged_into', 'imposed_status']));
  const asked = new Map(cells(memberTable, ['affiliation', 'start']));
  const periods = cells(affiliationPeriodTable, ['member', 'affiliation', 'start', 'end']);
  for (const { id, member } of register.periods) keep(asked, member, periods.get(id));
  const fees = new Map(
    cells(membershipFeeTable, ['year', 'member', 'amount_due', 'due_on', 'waived', 'paid', 'amount']),
  );
  // The affiliation only decides where no amount is written.
  const affiliations = cells(membershipFeeTable, ['affiliation']);
  for (const { id, amount_due: due } of register.fees) if (due === null) keep(fees, id, affiliations.get(id));
  const rents = new Map(cells(rentChargeTable, ['month', 'member', 'amount', 'due_on', 'called_on']));
  const shares = cells(allocationTable, ['payment', 'settles', 'amount']);
  for (const { id, settles } of register.allocations) {
    keep(settles?.startsWith(`${rentChargeTable.prefix}-`) === true ? rents : fees, settles, shares.get(id));
  }
  ownerless(register, fees, members);
  const payments = cells(paymentTable, ['date', 'member', 'amount', 'method']);
  return { members, asked, fees, rents, payments };
}

/** The first cell that cannot be read about those fees, rents and payments, or null: money is not moved in the dark. */
export function unreadAmong({ fees, rents, payments }: UnreadDues, ids: Iterable<string | null>): Problem | null {
  for (const id of ids) {
    const problem = fees.get(id ?? '') ?? rents.get(id ?? '') ?? payments.get(id ?? '');
    if (problem !== undefined) return problem;
  }
  return null;
}

/** What cannot be read about each member and their fee of that year; a fee whose year cannot be read may be of that year. */
export function unreadForCall(
  year: number,
  { members, asked, fees: unreadFees }: UnreadDues,
  fees: Register['fees'],
): ReadonlyMap<string, Problem> {
  const ofFees = fees.flatMap(({ id, member, year: own }): [string, Problem][] => {
    const problem = own === year || own === null ? unreadFees.get(id) : undefined;
    return problem === undefined || member === null ? [] : [[member, problem]];
  });
  return new Map([...ofFees, ...asked, ...members]);
}

function keep(map: Map<string, Problem>, id: string | null, problem: Problem | undefined): void {
  if (id !== null && problem !== undefined && !map.has(id)) map.set(id, problem);
}

/** A fee whose member cannot be read may be that of whoever bears its name. */
function ownerless(register: Register, fees: ReadonlyMap<string, Problem>, members: Map<string, Problem>): void {
  const lost = register.fees.filter(({ id, member }) => member === null && fees.has(id));
  if (lost.length === 0) return;
  const byName = groupBy(register.members, ({ organisation }) => organisation);
  for (const { id, organisation } of lost)
    for (const member of byName.get(organisation ?? '') ?? []) keep(members, member.id, fees.get(id));
}
