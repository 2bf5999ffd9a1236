/** The look of the tabs that adoption creates. */
import type { Condition, Dress } from '../dress.ts';
import type { SourceTab } from '../reading/source.ts';
import type { Reading } from '../reading/types.ts';
import type { Table } from '../table.ts';
import { tableDress } from '../table-dress.ts';
import { checkTable } from '../tables/check.ts';
import { ownLooks } from './own-columns.ts';

/** The dress of a new managed tab, her own columns included. */
export function dressOf(
  table: Table,
  { reading, sources, headers }: { reading: Reading; sources: readonly SourceTab[]; headers: readonly string[] },
): Dress {
  const dress = tableDress(table, headers.length);
  const looks = [...(dress.looks ?? []), ...ownLooks(reading, sources, { table, headers })];
  return { ...dress, looks, ...(table === checkTable ? { conditions: checkConditions() } : {}) };
}

function checkConditions(): Condition[] {
  const place = (field: string) => checkTable.columns.findIndex((column) => column.field === field);
  const severity = { startRow: 1, startColumn: place('severity'), endColumn: place('severity') + 1 };
  const all = { startRow: 1, startColumn: 0, endColumn: checkTable.columns.length };
  return [
    { area: all, formula: '=OR($B2="réglé";$B2="ignoré")', look: { color: '#9aa0a6' } },
    { area: severity, formula: '=$C2="erreur"', look: { fill: '#fce8e6', color: '#a50e0e', bold: true } },
    { area: severity, formula: '=$C2="à regarder"', look: { fill: '#fef7e0', color: '#7a4f00' } },
  ];
}
