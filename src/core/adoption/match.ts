/** Finding again the source rows that were adopted before: by what they hold, then by their key, then by their place. */
import { groupBy } from '../group.ts';
import type { Origin } from '../tables/origin.ts';
import type { Unit } from './draft.ts';

/** A source row adopted before, with the records that it became. */
export interface KnownUnit {
  readonly id: string;
  readonly tab: string;
  readonly row: number | null;
  readonly raw: string;
  readonly setting: string;
  readonly key: string;
  readonly gone: boolean;
  readonly origins: readonly Origin[];
}

/** Which known unit each unit is, and the known ones that no unit is any more, in tabs that were read. */
export interface Match {
  readonly known: ReadonlyMap<Unit, KnownUnit>;
  readonly gone: readonly KnownUnit[];
}

/** The units adopted before, from the hidden tab of origins. */
export function knownUnits(origins: readonly Origin[]): KnownUnit[] {
  const groups = new Map<string, Origin[]>();
  for (const origin of origins) {
    const id = origin.unit ?? origin.record ?? origin.id;
    const list = groups.get(id);
    if (list) list.push(origin);
    else groups.set(id, [origin]);
  }
  return [...groups].map(([id, list]) => {
    const first = list.find((origin) => origin.record === id) ?? list[0];
    return {
      id,
      tab: first?.source_tab ?? '',
      row: first?.source_row ?? null,
      raw: first?.raw ?? '',
      setting: first?.setting ?? '',
      key: first?.key ?? '',
      gone: first?.gone === true,
      origins: list,
    };
  });
}

/** Matches units with known ones; a tab whose title changed is followed when most of its rows are known. */
export function matchUnits(units: readonly Unit[], known: readonly KnownUnit[], titles: readonly string[]): Match {
  const unitsByTab = groupBy(units, (unit) => (unit.row === null ? '' : unit.tab));
  const knownByTab = groupBy(known, (unit) => (unit.row === null ? '' : unit.tab));
  const found = new Map<Unit, KnownUnit>();
  const gone: KnownUnit[] = [];
  for (const [tab, list] of unitsByTab) {
    const before = knownByTab.get(tab) ?? renamedFrom(list, knownByTab, titles);
    const taken = matchTab(list, before, found);
    if (tab !== '') gone.push(...before.filter((unit) => !taken.has(unit)));
  }
  return { known: found, gone };
}

function renamedFrom(
  units: readonly Unit[],
  knownByTab: ReadonlyMap<string, readonly KnownUnit[]>,
  titles: readonly string[],
): readonly KnownUnit[] {
  if (knownByTab.size === 0) return [];
  const raws = new Set(units.map(({ raw }) => raw));
  for (const [tab, known] of knownByTab) {
    if (tab === '' || titles.includes(tab)) continue;
    const same = known.filter(({ raw }) => raws.has(raw)).length;
    if (same > 0 && same * 2 >= Math.min(known.length, units.length)) return known;
  }
  return [];
}

function matchTab(units: readonly Unit[], known: readonly KnownUnit[], found: Map<Unit, KnownUnit>): Set<KnownUnit> {
  const taken = new Set<KnownUnit>();
  if (known.length === 0) return taken;
  const take = (unit: Unit, candidate: KnownUnit | undefined) => {
    if (!candidate || taken.has(candidate) || found.has(unit)) return;
    found.set(unit, candidate);
    taken.add(candidate);
  };
  const byPlace = new Map(known.map((unit) => [`${String(unit.row)} ${unit.raw}`, unit]));
  for (const unit of units) take(unit, byPlace.get(`${String(unit.row)} ${unit.raw}`));
  takeInOrder(units, known, { of: ({ raw }) => raw, take, found, taken });
  takeInOrder(units, known, { of: ({ key }) => key, take, found, taken });
  const places = new Map(known.map((unit, index) => [unit, index]));
  const byRow = new Map(known.map((unit) => [unit.row, unit]));
  units.forEach((unit, index) => {
    if (found.has(unit)) return;
    const above = units[index - 1];
    const aboveKnown = above === undefined ? undefined : found.get(above);
    const next = aboveKnown === undefined ? known[0] : known[(places.get(aboveKnown) ?? -1) + 1];
    for (const candidate of [next, byRow.get(unit.row)]) {
      if (candidate && !taken.has(candidate) && sharesACell(unit.raw, candidate.raw)) take(unit, candidate);
    }
  });
  return taken;
}

interface InOrder {
  readonly of: (unit: Unit | KnownUnit) => string;
  readonly take: (unit: Unit, candidate: KnownUnit | undefined) => void;
  readonly found: ReadonlyMap<Unit, KnownUnit>;
  readonly taken: ReadonlySet<KnownUnit>;
}

function takeInOrder(units: readonly Unit[], known: readonly KnownUnit[], { of, take, found, taken }: InOrder): void {
  const queues = groupBy(
    known.filter((unit) => !taken.has(unit) && of(unit) !== ''),
    of,
  );
  for (const unit of units) {
    if (found.has(unit)) continue;
    const candidate = queues.get(of(unit))?.shift();
    if (candidate) take(unit, candidate);
  }
}

// Without anything in common, a row at the same place is another row: the old one went and a new one came.
function sharesACell(a: string, b: string): boolean {
  try {
    const one: unknown = JSON.parse(a);
    const other: unknown = JSON.parse(b);
    if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return false;
    const values = new Set(Object.values(other).map((value) => JSON.stringify(value)));
    return Object.values(one).some((value) => values.has(JSON.stringify(value)));
  } catch {
    return false;
  }
}
