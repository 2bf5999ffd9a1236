/** What each row of « Redevances » still asks: a negative correction reduces what its occupant owes. */
import { lastDayOf } from '../day.ts';
import { french, frenchDate } from '../french.ts';
import type { RentCharge } from '../tables/rent-charge.ts';
import type { Charge } from './charges.ts';

/**
 * The charges of those rows, in their order. A row in the occupant's favour is first deducted from the same stay and
 * month, then from what the same member owes besides, the oldest first; what is left of it stays open, below zero.
 */
export function rentCharges(rows: readonly RentCharge[], paidOf: ReadonlyMap<string, number>): readonly Charge[] {
  const open = new Map(rows.map((row) => [row.id, openOf(row, paidOf.get(row.id) ?? 0)]));
  const credits = rows.filter(({ id }) => (open.get(id) ?? 0) < 0);
  for (const targetsOf of [sameStay, sameMember]) {
    for (const credit of credits) deduct(open, credit, targetsOf(credit, rows));
  }
  return rows.map((row) => chargeOf(row, { paid: paidOf.get(row.id) ?? 0, open: open.get(row.id) ?? 0 }));
}

function openOf({ amount }: RentCharge, paid: number): number {
  const due = amount ?? 0;
  return due < 0 ? due : Math.max(0, due - paid);
}

function deduct(open: Map<string, number>, { id }: RentCharge, targets: readonly RentCharge[]): void {
  for (const target of targets) {
    const left = -(open.get(id) ?? 0);
    const owed = Math.max(0, open.get(target.id) ?? 0);
    const part = Math.min(left, owed);
    if (part <= 0) continue;
    open.set(target.id, owed - part);
    open.set(id, part - left);
  }
}

function sameStay({ occupancy, month }: RentCharge, rows: readonly RentCharge[]): readonly RentCharge[] {
  if (occupancy === null || month === null) return [];
  return rows.filter((row) => row.occupancy === occupancy && row.month?.slice(0, 7) === month.slice(0, 7));
}

function sameMember({ member }: RentCharge, rows: readonly RentCharge[]): readonly RentCharge[] {
  if (member === null) return [];
  return rows
    .filter((row) => row.member === member)
    .sort((a, b) => (a.due_on ?? a.month ?? '9999').localeCompare(b.due_on ?? b.month ?? '9999'));
}

function chargeOf(row: RentCharge, { paid, open }: Pick<Charge, 'paid' | 'open'>): Charge {
  const due = row.amount ?? 0;
  const month = row.month === null ? row.id : frenchDate(row.month.slice(0, 7));
  const of = /^[ao]/u.test(month) ? 'd’' : 'de ';
  return {
    id: row.id,
    kind: 'rent',
    member: row.member,
    organisation: row.organisation ?? '',
    label: due < 0 ? french`redevance ${of}${month}, correction à déduire` : french`redevance ${of}${month}`,
    due,
    paid,
    open,
    dueOn: row.due_on === null ? null : lastDayOf(row.due_on),
  };
}
