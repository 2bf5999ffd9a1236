/** What a grant is worth, and what of it belongs to each year: the parts of an award always add up to the award. */
import { firstDayOf, lastDayOf } from '../day.ts';
import { fold } from '../reading/values/text.ts';
import type { Grant, GrantPart } from '../tables/grant.ts';

/** The total shared out in proportion to the weights, in multiples of `unit`, by largest remainder: the parts always add up to it. */
export function shareOut(total: number, weights: readonly number[], unit = 1): number[] {
  if (total < 0) return shareOut(-total, weights, unit).map((part) => (part === 0 ? 0 : -part));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0 || total % unit !== 0) return all === 0 ? weights.map(() => 0) : shareOut(total, weights);
  const units = total / unit;
  const exact = weights.map((weight) => (units * weight) / all);
  const parts = exact.map(Math.floor);
  const left = units - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts.map((part) => part * unit);
}

/** A part of a grant by year, in cents. */
export interface YearPart {
  readonly year: number;
  readonly amount: number;
}

/** What a grant is worth: what was awarded, else what is asked for; nothing once it is refused. */
export function amountOf({ state, requested, awarded }: Grant): number {
  if (state === 'refused') return 0;
  return (isDecided(state) ? (awarded ?? requested) : (requested ?? awarded)) ?? 0;
}

/** True once the funder has said yes. */
export function isDecided(state: Grant['state']): boolean {
  return state !== null && !['envisaged', 'requested', 'refused'].includes(state);
}

/** True for a grant that may stand in the budget: asked for or awarded, neither refused nor only thought of. */
export function isInBudget({ state }: Grant): boolean {
  return state !== null && state !== 'envisaged' && state !== 'refused';
}

const MOST_YEARS = 15;

/** The years that the period touches, each with its number of months; a month begun counts for its days. */
export function monthsByYear({ period_start: start, period_end: end }: Grant): readonly (readonly [number, number])[] {
  if (start === null || end === null) return [];
  const [from, to] = [firstDayOf(start), lastDayOf(end)];
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (from > to || last - first > MOST_YEARS) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const months = Array.from({ length: 12 }, (__, month) => monthShare(year, month + 1, { from, to }));
    return [year, months.reduce((sum, share) => sum + share, 0)] as const;
  });
}

function monthShare(year: number, month: number, { from, to }: { from: string; to: string }): number {
  const name = `${String(year)}-${String(month).padStart(2, '0')}`;
  const [first, last] = [`${name}-01`, lastDayOf(name)];
  if (to < first || from > last) return 0;
  const days = Number(last.slice(8));
  const begin = from > first ? Number(from.slice(8)) : 1;
  const end = to < last ? Number(to.slice(8)) : days;
  return (end - begin + 1) / days;
}

/** The grant by year in proportion to the months, in whole euros when it is a whole number of euros (domain: B4). */
export function partsByMonths(grant: Grant): readonly YearPart[] {
  const years = monthsByYear(grant);
  const shares = shareOut(
    amountOf(grant),
    years.map(([, months]) => months),
    100,
  );
  return years.map(([year], index) => ({ year, amount: shares[index] ?? 0 }));
}

/** The grant by year: whole when one year has it all, by months, else as its parts are written down. */
export function partsOf(grant: Grant, written: readonly GrantPart[]): readonly YearPart[] {
  const years = monthsByYear(grant);
  const [only] = years;
  if (years.length === 1 && only) return [{ year: only[0], amount: amountOf(grant) }];
  if (grant.allocation === 'months') return partsByMonths(grant);
  const sums = new Map<number, number>();
  for (const { year, amount } of ownParts(grant, written))
    if (year !== null) sums.set(year, (sums.get(year) ?? 0) + (amount ?? 0));
  return [...sums].map(([year, amount]) => ({ year, amount })).sort((a, b) => a.year - b.year);
}

/** What of the grant belongs to a year; null when nobody has said yet. */
export function partIn(grant: Grant, year: number, written: readonly GrantPart[]): number | null {
  const parts = partsOf(grant, written);
  return parts.length === 0 ? null : (parts.find((part) => part.year === year)?.amount ?? 0);
}

/** The parts written down for a grant. */
export function ownParts({ id }: Grant, written: readonly GrantPart[]): readonly GrantPart[] {
  return written.filter(({ grant }) => grant === id);
}

/** The part of that grant, year and programme, when it is written down. */
export function partFor(
  { grant, year, project }: { grant: Grant; year: number; project: string | null },
  written: readonly GrantPart[],
): GrantPart | null {
  return (
    ownParts(grant, written).find((part) => part.year === year && fold(part.project ?? '') === fold(project ?? '')) ??
    null
  );
}
