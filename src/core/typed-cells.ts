/** What she has just typed or pasted in a managed tab, read by the columns of its table; nothing is blocked or changed. */
import { cellFault } from './cell-faults.ts';
import { readCell } from './cells.ts';
import { aliasOf, standingOf } from './managed.ts';
import { placesOf } from './records.ts';
import { french, quoted } from './french.ts';
import type { Column, Table } from './table.ts';
import { tables } from './tables/index.ts';
import type { Shown } from './workbook.ts';

/** A rectangle of cells as they show now, with the first row of its tab. */
export interface TypedCells {
  readonly tab: string;
  readonly headers: readonly Shown[];
  /** One-based place of the first cell. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly Shown[])[];
}

/** The table of a tab that may be Régie's, by its title; null for a tab of hers. */
export function tableTitled(tab: string): Table | null {
  return tables.find((table) => table.hidden !== true && (table.tab === tab || aliasOf(table.tab) === tab)) ?? null;
}

/** One French sentence on what cannot be read, with its cure; null when all is well or the tab is hers. */
export function typingAdvice(typed: TypedCells): string | null {
  const table = tableTitled(typed.tab);
  const headers = typed.headers.map((cell) => (typeof cell === 'object' ? null : cell));
  if (table === null || standingOf(table, [headers]) === 'hers') return null;
  const lost = typed.row === 1 ? lostColumns(table, headers) : [];
  if (lost.length > 0)
    return french`La colonne ${lost.map(quoted).join(', ')} n’est plus là : Régie ne peut plus lire ce qu’elle contient. Annulez (Ctrl+Z) ou remettez ce titre.`;
  const places = placesOf(table, [headers]);
  const columnAt = new Map(table.columns.flatMap((column) => [[places.get(column.field) ?? -1, column] as const]));
  const faults = typed.values.flatMap((cells, index) => {
    const row = typed.row + index;
    return row === 1 ? [] : faultsIn(cells, { table, row, columnAt, first: typed.column - 1 });
  });
  const [fault, ...others] = faults;
  if (fault === undefined) return null;
  return others.length === 0
    ? fault
    : french`${String(faults.length)} cellules ne peuvent pas être lues. La première : ${fault.charAt(0).toLowerCase()}${fault.slice(1)} Toutes seront dans « À vérifier » avec « Vérifier le registre ».`;
}

function lostColumns(table: Table, headers: readonly (string | number | boolean | null)[]): string[] {
  const places = placesOf(table, [headers]);
  return table.columns.filter(({ field, later }) => later !== true && !places.has(field)).map(({ header }) => header);
}

interface InRow {
  readonly table: Table;
  readonly row: number;
  /** The column at a zero-based place. */
  readonly columnAt: ReadonlyMap<number, Column>;
  readonly first: number;
}

function faultsIn(cells: readonly Shown[], { table, row, columnAt, first }: InRow): string[] {
  const isCleared = cells.every((cell) => cell === null || cell === '');
  return cells.flatMap((cell, index) => {
    const column = columnAt.get(first + index);
    if (column === undefined) return [];
    if (column.type === 'id') return isCleared && cells.length > 1 ? [] : idFault(table, row, cell);
    const kind = faultOf(column, cell);
    if (kind === null) return [];
    const { what, cure } = cellFault(kind);
    return [french`Ligne ${row}, ${quoted(column.header)} : ${quoted(rawOf(cell))} – ${what} ; ${cure}.`];
  });
}

/** Numbers are what fiches are recognised by: a number typed over or emptied loses its fiche. */
function idFault(table: Table, row: number, cell: Shown): string[] {
  const id = rawOf(cell).trim();
  if (new RegExp(`^${table.prefix}-\\d+$`, 'u').test(id)) return [];
  return [
    id === ''
      ? french`Ligne ${row} : le numéro est vide, et Régie ne reconnaît plus cette fiche. Annulez (Ctrl+Z).`
      : french`Ligne ${row} : ${quoted(id)} n’est pas un numéro de Régie. Annulez (Ctrl+Z) ; pour une nouvelle fiche, passez par Régie.`,
  ];
}

/** Why the cell cannot be read, or null. */
function faultOf(column: Column, cell: Shown): string | null {
  if (typeof cell === 'object') return cell === null ? null : 'error_cell';
  const reading = readCell(column, cell, cell);
  return reading.ok ? null : reading.kind;
}

function rawOf(cell: Shown): string {
  return typeof cell === 'object' ? (cell?.error ?? '') : String(cell);
}
