/** « Redevances » as it should be for some months: rows to add, to bring up to date or to take away, called ones corrected apart. */
import { euros, french } from '../french.ts';
import { groupBy } from '../group.ts';
import { freshIds } from '../numbers.ts';
import type { Numbered } from '../numbers.ts';
import { monthName, spanOf } from '../rooms/month.ts';
import { occupantName } from '../rooms/room-stay.ts';
import { spaceLabel } from '../stays/read.ts';
import { rentChargeTable } from '../tables/rent-charge.ts';
import type { RentCharge } from '../tables/rent-charge.ts';
import { dueDay } from './dues.ts';
import type { Due } from './dues.ts';

/** What the roll is made from. */
export interface RollParts {
  readonly dues: readonly Due[];
  /** The months that the roll is about, "YYYY-MM". */
  readonly months: readonly string[];
  readonly rows: readonly RentCharge[];
  /** Numbers of rows that a payment settles, in part or in full. */
  readonly settled: ReadonlySet<string>;
  /** Occupancies of which nobody can tell what they owe: their rows stay as they are. */
  readonly held: ReadonlySet<string>;
  /** The day of the month by which fees are due. */
  readonly dueDay: number;
  /** What tells which numbers are taken. */
  readonly numbered: Numbered;
}

/** What changes in « Redevances », with a French sentence for each row that does not only appear. */
export interface Roll {
  readonly put: readonly RentCharge[];
  readonly remove: readonly string[];
  readonly added: number;
  readonly corrections: number;
  readonly sentences: readonly string[];
}

/** A called row differs by more than this before it is corrected: the cent that makes parts add up is not claimed back. */
const CENT = 1;

const CORRECTION = 'correction';

/**
 * The change of the roll. A row that was called or settled never changes: the difference becomes a row of its own. A row
 * without « Calcul » was typed by her and is left alone, uncounted.
 */
export function rollOf(parts: RollParts): Roll {
  const dues = parts.dues.filter(({ occupancy }) => !parts.held.has(occupancy.id));
  const wanted = new Map(dues.map((due) => [keyOf(due.occupancy.id, due.month), due] as const));
  const existing = existingRows(parts);
  const outcomes = [...new Set([...wanted.keys(), ...existing.keys()])].map((key) =>
    outcomeOf(wanted.get(key), existing.get(key) ?? [], parts),
  );
  const drafts = outcomes.flatMap(({ draft }) => draft ?? []);
  const ids = freshIds(parts.numbered, rentChargeTable, drafts.length);
  const corrections = drafts.filter(isCorrection).length;
  return {
    put: [
      ...outcomes.flatMap(({ put }) => put ?? []),
      ...drafts.map((draft, index) => ({ ...draft, id: ids[index] ?? '' })),
    ],
    remove: outcomes.flatMap(({ remove }) => remove),
    added: drafts.length - corrections,
    corrections,
    sentences: outcomes.flatMap(({ sentence }) => sentence ?? []),
  };
}

/** The rows of those months that Régie computed, by occupancy and month. */
function existingRows({ rows, months, held }: RollParts): ReadonlyMap<string, readonly RentCharge[]> {
  const wanted = new Set(months);
  return groupBy(rows, ({ occupancy, computation, month }) =>
    occupancy === null || held.has(occupancy) || computation === null || !wanted.has(month?.slice(0, 7) ?? '')
      ? null
      : keyOf(occupancy, month?.slice(0, 7) ?? ''),
  );
}

/** What becomes of one occupancy's rows of a month. */
interface Outcome {
  readonly draft?: Omit<RentCharge, 'id'>;
  readonly put?: RentCharge;
  readonly remove: readonly string[];
  readonly sentence?: string;
}

function outcomeOf(due: Due | undefined, group: readonly RentCharge[], parts: RollParts): Outcome {
  const isFixed = ({ id, called_on }: RentCharge) => called_on !== null || parts.settled.has(id);
  const fixed = group.filter(isFixed);
  const [open, ...spare] = group.filter((row) => !isFixed(row));
  const remove = spare.map(({ id }) => id);
  const row = fixed.length === 0 ? chargeOf(due, parts) : correctionOf(due, fixed, parts);
  if (row === null) return open ? { remove: [...remove, open.id], sentence: goneSentence(open) } : { remove };
  if (!open) return { draft: row, remove, ...(fixed.length > 0 ? { sentence: correctionSentence(row) } : {}) };
  const kept = { ...row, id: open.id, due_on: open.due_on ?? row.due_on, notes: open.notes ?? row.notes };
  if (same(kept, open)) return { remove };
  return { put: kept, remove, ...(kept.amount === open.amount ? {} : { sentence: changeSentence(open, kept) }) };
}

/** True for a row that corrects one already called. */
export function isCorrection({ computation }: Pick<RentCharge, 'computation'>): boolean {
  return computation?.startsWith(CORRECTION) === true;
}

function keyOf(occupancy: string, month: string): string {
  return `${month} ${occupancy}`;
}

function chargeOf(due: Due | undefined, { dueDay: day }: RollParts): Omit<RentCharge, 'id'> | null {
  if (!due || due.amount === 0) return null;
  return {
    month: due.month,
    occupancy: due.occupancy.id,
    space: due.space.id,
    space_name: due.space.name,
    member: due.occupancy.member,
    organisation: occupantName(due.occupancy),
    days: due.days,
    month_days: due.monthDays,
    computation: due.computation,
    amount: due.amount,
    due_on: dueDay(due.month, day, spanOf(due.month)),
    called_on: null,
    notes: due.note,
  };
}

/** The difference between what is due and what was called; null when there is none to speak of. */
function correctionOf(
  due: Due | undefined,
  fixed: readonly RentCharge[],
  { dueDay: day }: RollParts,
): Omit<RentCharge, 'id'> | null {
  const [first] = fixed;
  const called = fixed.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const wanted = due?.amount ?? 0;
  if (!first || Math.abs(wanted - called) <= CENT) return null;
  const month = first.month?.slice(0, 7) ?? '';
  return {
    ...first,
    month,
    days: due?.days ?? 0,
    month_days: spanOf(month).days,
    computation: french`${CORRECTION} : ${euros(wanted)} dus (${due ? due.computation : 'plus d’occupation'}) − ${euros(called)} appelés`,
    amount: wanted - called,
    due_on: dueDay(month, day, spanOf(month)),
    called_on: null,
    notes: french`Corrige ${fixed.map(({ id }) => id).join(', ')}.`,
  };
}

function same(a: RentCharge, b: RentCharge): boolean {
  return rentChargeTable.columns.every(({ field }) =>
    field === 'month' ? a.month === b.month?.slice(0, 7) : a[field] === b[field],
  );
}

/** The space of a row as people name it: « bureau 3 », « CW1 »; only rooms whose fee is the association's have rows. */
export function chargedSpace({ space_name: name }: Pick<RentCharge, 'space_name'>): string {
  return spaceLabel({ name, kind: 'office' });
}

function who(row: Omit<RentCharge, 'id'>): string {
  return `${row.organisation ?? ''} (${chargedSpace(row)}), ${monthName(row.month?.slice(0, 7) ?? '')}`;
}

function goneSentence(row: RentCharge): string {
  return french`${who(row)} : plus rien n’est dû, la ligne ${row.id} (${euros(row.amount ?? 0)}) est retirée.`;
}

function changeSentence(from: RentCharge, to: RentCharge): string {
  return french`${who(to)} : ${euros(from.amount ?? 0)} → ${euros(to.amount ?? 0)} (${to.computation ?? ''}).`;
}

function correctionSentence(row: Omit<RentCharge, 'id'>): string {
  return french`${who(row)} : déjà appelée, une ligne de correction de ${euros(row.amount ?? 0)} est ajoutée.`;
}
