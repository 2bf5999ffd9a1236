/** The directory as files for the association's site: exactly what « Annuaire » shows. */
import type { Day } from '../day.ts';
import { directoryColumns } from './columns.ts';
import type { DirectoryEntry } from './entries.ts';

/** The JSON file: its keys stay as they are as long as `version` does; what was not agreed to is null. */
export interface DirectoryFile {
  readonly format: 'regie.directory';
  readonly version: 1;
  readonly association: string | null;
  /** The day on which the consents were read. */
  readonly date: Day;
  readonly members: readonly DirectoryEntry[];
}

/** What the files are made from. */
export interface DirectoryFileParts {
  readonly association: string | null;
  readonly date: Day;
  readonly entries: readonly DirectoryEntry[];
}

/** The value of the JSON file. */
export function directoryFile({ association, date, entries }: DirectoryFileParts): DirectoryFile {
  return { format: 'regie.directory', version: 1, association, date, members: entries };
}

const BOM = '\uFEFF';

/** The CSV file, one line per member: « ; » between the cells, which spreadsheets in French expect, else RFC 4180. */
export function directoryCsv(entries: readonly DirectoryEntry[]): string {
  const lines = [
    directoryColumns.map(({ header }) => header),
    ...entries.map((entry) => directoryColumns.map(({ lines: of }) => of(entry).join(' ; '))),
  ];
  return BOM + lines.map((cells) => `${cells.map(csvCell).join(';')}\r\n`).join('');
}

/** A cell that a spreadsheet reads as a text: what it would take for a formula gets an apostrophe (OWASP, « CSV Injection »). */
function csvCell(text: string): string {
  const safe = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[;,"\r\n']|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
