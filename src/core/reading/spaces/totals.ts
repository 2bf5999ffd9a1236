/** The totals of the spaces, computed and declared. */
import { columnsOf } from '../cells.ts';
import { declaredTotals } from '../controls.ts';
import type { Controls, Measure } from '../controls.ts';
import type { Frame, Json, SpaceKind, SpaceRecord } from '../types.ts';

const OWN_KINDS: ReadonlySet<SpaceKind> = new Set(['office', 'studio', 'desk']);

/** The figures of the tab: spaces by kind and status, occupancies, fees by who is paid, stays to watch. */
export function spaceTotals(records: readonly SpaceRecord[]): Readonly<Record<string, Json>> {
  const own = records.filter(({ kind }) => OWN_KINDS.has(kind));
  const shops = records.filter(({ kind }) => kind === 'shop_unit');
  const occupancies = records.flatMap((record) => record.occupancies);
  return {
    spaces: records.length,
    by_kind: countBy(records.map(({ kind }) => kind)),
    occupied: records.filter(({ status }) => status === 'occupied').length,
    vacant: records.filter(({ status }) => status === 'vacant').length,
    reserved: records.filter(({ status }) => status === 'reserved').length,
    occupancies: occupancies.length,
    shared_spaces: records.filter((record) => record.occupancies.length > 1).length,
    monthly_fee_cents_offices_and_desks: sum(own.map(monthlyFee)),
    monthly_fee_cents_occupied: sum(own.filter(({ status }) => status === 'occupied').map(monthlyFee)),
    monthly_shop_rent_cents_memo: sum(shops.map(monthlyFee)),
    monthly_rent_cents_paid_by_association: sum(records.map(({ rent }) => rent?.monthly_cents ?? 0)),
    stay_over: occupancies.filter(({ stay }) => stay?.alert === 'over').length,
    stay_near_end: occupancies.filter(({ stay }) => stay?.alert === 'near_end').length,
  };
}

/** The totals that the tab declares for its fees, deposits and areas, against the computed ones. */
export function spaceControls(frame: Frame, records: readonly SpaceRecord[]): Controls {
  const fees = byRow(records, (record) => record.occupancy_fee?.monthly_cents ?? record.rent?.monthly_cents ?? null);
  const occupied = byRow(records, (record) => (record.status === 'occupied' ? monthlyFee(record) : null));
  const measures: Readonly<Record<string, Measure>> = {
    ...measured(frame, 'occupancy_fee', {
      what: 'amount_cents',
      values: fees,
      why: 'SUM skips the amounts typed as text',
      extra: (first, last) => ({ computed_occupied: sumBetween(occupied, first, last) }),
    }),
    ...measured(frame, 'deposit', {
      what: 'amount_cents',
      values: firstByRow(records, (record) => record.deposit?.amount_cents ?? null),
      why: 'SUM skips the amounts typed as text',
    }),
    ...measured(frame, 'area_m2', {
      what: 'area_m2',
      values: firstByRow(records, (record) => record.area_m2),
      why: 'SUM skips the surfaces typed as text',
    }),
  };
  const rows = byRow(records, () => 1);
  return declaredTotals(frame, measures, (first, last) => ({ computed: sumBetween(rows, first, last) }));
}

type Values = ReadonlyMap<number, number>;

function measured(frame: Frame, field: string, measure: Measure): Readonly<Record<string, Measure>> {
  return Object.fromEntries(columnsOf(frame, field).map((column) => [column, measure]));
}

function byRow(records: readonly SpaceRecord[], valueOf: (record: SpaceRecord) => number | null): Values {
  const values = new Map<number, number>();
  for (const record of records) {
    const value = valueOf(record);
    if (value !== null) values.set(record.source_row, (values.get(record.source_row) ?? 0) + value);
  }
  return values;
}

// A row that stands for several spaces writes its area and its deposit once.
function firstByRow(records: readonly SpaceRecord[], valueOf: (record: SpaceRecord) => number | null): Values {
  const values = new Map<number, number>();
  for (const record of records) {
    const value = valueOf(record);
    if (value !== null && !values.has(record.source_row)) values.set(record.source_row, value);
  }
  return values;
}

function sumBetween(values: Values, first: number, last: number): number {
  let total = 0;
  for (const [row, value] of values) if (row >= first && row <= last) total += value;
  return total;
}

function monthlyFee(record: SpaceRecord): number {
  return record.occupancy_fee?.monthly_cents ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function countBy(kinds: readonly SpaceKind[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
