/** What there is to mend or to know in a session's row, beside its dates and hours. */
import { quoteOf, textOf } from '../cells.ts';
import type { FieldCell } from '../cells.ts';
import { notFoundFindings } from './organisations.ts';
import type { NamedOrganisations } from './organisations.ts';
import { saysCancelled } from './status.ts';
import type { Finding, ReadContext, SessionRecord } from '../types.ts';
import { readCount } from '../values/count.ts';
import { placeAlias } from '../values/place.ts';
import { saysSame, saysUnknown } from '../values/text.ts';

/** A row's cells by field, in the order of the columns. */
export type Cells = ReadonlyMap<string, FieldCell>;

/** The findings of a row: what repeats the row above, is cancelled, unknown, not found or oddly spelled. */
export function rowFindings(
  cells: Cells,
  session: { readonly record: SessionRecord; readonly named: NamedOrganisations; readonly isSameDate: boolean },
  context: ReadContext,
): readonly Finding[] {
  return [
    ...repeated(cells, session.isSameDate),
    ...cancelled(cells, session.record),
    ...unknowns(cells),
    ...inWords(cells),
    ...unmatched(cells, session.named, context),
    ...aliases(cells),
  ];
}

function cancelled(cells: Cells, record: SessionRecord): readonly Finding[] {
  if (record.status !== 'cancelled') return [];
  const found = [...cells.values()].find(({ cell }) => saysCancelled(textOf(cell))) ?? cells.get('title');
  return found === undefined ? [] : [{ ...placeOf(found), kind: 'session_cancelled' }];
}

// One row repeats the one above as a whole: said once, where it first shows.
function repeated(cells: Cells, isSameDate: boolean): readonly Finding[] {
  if (isSameDate) return [];
  const found = [...cells.entries()].find(([field, { cell }]) => field !== 'date' && saysSame(textOf(cell)));
  return found === undefined ? [] : [{ ...placeOf(found[1]), kind: 'derived_from_above' }];
}

function unknowns(cells: Cells): readonly Finding[] {
  return [...cells.entries()].flatMap(([field, found]): Finding[] =>
    field !== 'date' && saysUnknown(textOf(found.cell)) ? [{ ...placeOf(found), kind: 'explicit_unknown' }] : [],
  );
}

function inWords(cells: Cells): readonly Finding[] {
  return ['registered_count', 'attendance_count', 'women_count'].flatMap((field): Finding[] => {
    const found = cells.get(field);
    const count = readCount(found?.cell.shown ?? null);
    if (found === undefined || count.state !== 'count' || !count.inWords) return [];
    return [{ ...placeOf(found), kind: 'number_in_words', details: { value: count.value } }];
  });
}

function unmatched(cells: Cells, named: NamedOrganisations, context: ReadContext): readonly Finding[] {
  const found = cells.get('organisations');
  if (found === undefined) return [];
  return notFoundFindings(named.notFound, { row: found.row, column: found.column, directory: context.directory });
}

function aliases(cells: Cells): readonly Finding[] {
  return ['place', 'notes'].flatMap((field): Finding[] => {
    const found = cells.get(field);
    const canonical = found === undefined ? null : placeAlias(textOf(found.cell));
    if (found === undefined || canonical === null) return [];
    return [{ ...placeOf(found), kind: 'place_alias', details: { canonical } }];
  });
}

function placeOf({ row, column, cell }: FieldCell): Omit<Finding, 'kind'> {
  return { row, column, raw: quoteOf(cell) };
}
