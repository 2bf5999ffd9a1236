/** Drafts: the records that source rows become, before they have ids; links name other drafts by their handle. */
import { digestOf } from '../digest.ts';
import type { FieldValue } from '../cells.ts';
import type { PreciseDate, SourceRaw } from '../reading/types.ts';
import type { Table } from '../table.ts';
import type { Cell } from '../workbook.ts';

/** Names one draft: its source tab, row and part. */
export type Handle = string;

/** A record to be, as a source row is read. */
export interface Draft {
  readonly handle: Handle;
  readonly table: Table;
  readonly tab: string;
  /** One-based; null for a record that stands for the whole tab. */
  readonly row: number | null;
  /** Tells apart the records that one row becomes: "member", "contact:0"… */
  readonly part: string;
  /** What the row is recognised by when it changes: a folded name. */
  readonly key: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Fields that hold the id of another draft's record. */
  readonly links: Readonly<Record<string, Handle>>;
  /** Values for her own columns, by their header. */
  readonly own: Readonly<Record<string, Cell>>;
}

/** A source row with the drafts it becomes. */
export interface Unit {
  readonly tab: string;
  readonly row: number | null;
  /** The row as it was read, as text: equal texts are equal rows. */
  readonly raw: string;
  /** Changes when the row is read otherwise: its section, the columns' meaning. */
  readonly setting: string;
  readonly key: string;
  readonly drafts: readonly Draft[];
}

const LONGEST = 40_000;

/** The handle of a draft. */
export function handleOf(tab: string, row: number | null, part: string): Handle {
  return `${tab}\u0000${String(row)}\u0000${part}`;
}

/** The source row as text, cut where a cell could not hold it; equal rows give equal texts. */
export function rawText(raw: SourceRaw): string {
  const text = JSON.stringify(raw);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… ${digestOf(raw)}`;
}

/** A precise date as a field's value. */
export function dateValue(date: PreciseDate | null | undefined): string | null {
  return date?.value ?? null;
}

/** Remarks as one text. */
export function joined(notes: readonly string[] | undefined): string | null {
  return notes && notes.length > 0 ? notes.join(' · ') : null;
}
