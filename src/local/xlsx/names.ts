/** Named ranges, in and out: Régie's own mark of the workbook's revision is one. */
import type ExcelJS from 'exceljs';
import { columnIndex, columnLetters, quoteTab } from '../../core/workbook.ts';
import type { Doc } from '../engine/index.ts';
import { namedRanges } from '../google/sheets/rules-read.ts';

interface NamedTab {
  readonly id: number;
  readonly title: string;
}

/** The requests that give the document the workbook's names; what is no plain range of a tab is left out. */
export function nameRequests(
  workbook: ExcelJS.Workbook,
  tabs: readonly NamedTab[],
): Readonly<Record<string, unknown>>[] {
  return workbook.definedNames.model.flatMap(({ name, ranges }) => {
    const [only, ...others] = ranges;
    const range = only === undefined || others.length > 0 ? null : rangeOf(only, tabs);
    return range ? [{ addNamedRange: { namedRange: { namedRangeId: name, name, range } } }] : [];
  });
}

/** Writes the document's names; `titles` are those of the file, by tab id. */
export function writeNames(doc: Doc, workbook: ExcelJS.Workbook, titles: ReadonlyMap<number, string>): void {
  for (const { name, range } of namedRanges(doc)) {
    const title = titles.get(range?.sheetId ?? -1);
    if (!name || title === undefined) continue;
    const top = range?.startRowIndex ?? 0;
    const left = range?.startColumnIndex ?? 0;
    const start = address(top, left);
    const end = address((range?.endRowIndex ?? top + 1) - 1, (range?.endColumnIndex ?? left + 1) - 1);
    workbook.definedNames.add(`${quoteTab(title)}!${start === end ? start : `${start}:${end}`}`, name);
  }
}

function address(row: number, column: number): string {
  return `$${columnLetters(column)}$${row + 1}`;
}

function rangeOf(text: string, tabs: readonly NamedTab[]): Readonly<Record<string, number>> | null {
  const parts = /^(?:'((?:[^']|'')+)'|([^!']+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/u.exec(text);
  if (!parts) return null;
  const [, quoted, bare = '', left = '', top = '', right = left, bottom = top] = parts;
  const tab = tabs.find(({ title }) => title === (quoted?.replaceAll("''", "'") ?? bare));
  if (!tab) return null;
  return {
    sheetId: tab.id,
    startRowIndex: Number(top) - 1,
    endRowIndex: Number(bottom),
    startColumnIndex: columnIndex(left),
    endColumnIndex: columnIndex(right) + 1,
  };
}
