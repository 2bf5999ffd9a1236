/** A tab as its owner keeps it, with its look: the input of adoption, never part of the workbook value. */
import type { Cell, Shown } from '../workbook.ts';

/** One cell of a source tab: what was entered, what it shows, and how it looks. */
export interface SourceCell {
  readonly entered: Cell;
  readonly shown: Shown;
  /** Background as "FFRRGGBB", absent when none was chosen. */
  readonly fill?: string;
  /** True when the whole text, or a part of it, is struck through. */
  readonly strike?: true;
  /** The part of the text that is struck through when it is not the whole. */
  readonly struckText?: string;
  readonly bold?: true;
  readonly note?: string;
  /** Number format as Sheets stores it ("dd/mm/yyyy", "mmm yyyy", "#,##0.00 [$€]"). */
  readonly format?: string;
  /** True when the number format is one of a date or a time (the value is then a serial number). */
  readonly temporal?: 'date' | 'time' | 'date_time';
}

/** A merged rectangle; zero-based, ends excluded. */
export interface Merge {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** A tab of the spreadsheet as it stands, rows and columns zero-based; rows may be ragged. */
export interface SourceTab {
  readonly title: string;
  /** Whose it is, where the title alone would mislead: a tab of hers may bear the title of one of Régie's. */
  readonly ours?: boolean;
  readonly hidden: boolean;
  readonly rows: readonly (readonly (SourceCell | undefined)[])[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}
