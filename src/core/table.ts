/** Tables: how one managed tab is read as records. Their declarations are the only list of tabs and columns. */

/** What a column holds; each type has one way to be written in a cell and read from it (cells.ts). */
export type ColumnType =
  'id' | 'text' | 'list' | 'integer' | 'decimal' | 'money' | 'date' | 'time' | 'yes_no' | 'choice';

/** One column of a table. */
export interface Column {
  readonly field: string;
  /** French, as in the first row of the tab. */
  readonly header: string;
  readonly type: ColumnType;
  /** For a choice: identifier → French label. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Older or other headers under which the column is still recognised. */
  readonly synonyms?: readonly string[];
  /** French, shown as a note on the header. */
  readonly help?: string;
  readonly width?: number;
  /** True for long texts, shown whole on several lines. */
  readonly wrap?: boolean;
  readonly hidden?: boolean;
  /** True for a column that older workbooks do not have: its absence is no fault, it is added at the right when first needed. */
  readonly later?: boolean;
}

/** One managed tab; the first column is always its id. */
export interface Table {
  readonly name: string;
  /** French title of the tab. */
  readonly tab: string;
  /** French, one sentence: what a row is. */
  readonly purpose: string;
  /** Prefix of its ids: "ADH" gives « ADH-0001 ». */
  readonly prefix: string;
  readonly columns: readonly Column[];
  /** True for technical tabs, hidden from her. */
  readonly hidden?: boolean;
}

type FieldValue<C extends Column> = C['type'] extends 'id'
  ? string
  : C['type'] extends 'list'
    ? readonly string[]
    : C['type'] extends 'integer' | 'decimal' | 'money'
      ? number | null
      : C['type'] extends 'yes_no'
        ? boolean | null
        : C extends { readonly type: 'choice'; readonly choices: infer Choices }
          ? (keyof Choices & string) | null
          : string | null;

/** The record of a table: money in whole cents, dates "YYYY-MM-DD", "YYYY-MM" or "YYYY", times "HH:mm". */
export type RecordOf<T extends Table> = Table extends T
  ? AnyRecord
  : { readonly [C in T['columns'][number] as C['field']]: FieldValue<C> };

/** A record of any table, by field. */
export type AnyRecord = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The id of that number: « ADH-0101 ». */
export function idText(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(4, '0')}`;
}

/** The number in an id of that prefix; null for what is no id of it, or a number that nothing could follow. */
export function numberOf(prefix: string, id: unknown): number | null {
  if (typeof id !== 'string' || !id.startsWith(`${prefix}-`)) return null;
  const digits = id.slice(prefix.length + 1);
  return /^\d{1,9}$/u.test(digits) ? Number(digits) : null;
}

/** The next ids after those in use; for records that others refer to, see `freshIds`, which never gives one again. */
export function nextIds(prefix: string, used: Iterable<string>, count: number): string[] {
  let last = 0;
  for (const id of used) last = Math.max(last, numberOf(prefix, id) ?? 0);
  return Array.from({ length: count }, (_, index) => idText(prefix, last + index + 1));
}
