/** What the coordinator can mend, as data: never thrown, always with its place. */

/** How much a problem matters: an error loses meaning until mended, a warning needs a look, an info is good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** Something in the workbook to mend or to know; `row` is one-based, `column` is in letters. */
export interface Problem {
  readonly tab: string;
  readonly row: number | null;
  readonly column: string | null;
  /** An identifier of the kinds' table, such as "invalid_email". */
  readonly kind: string;
  /** What the cell held, untouched. */
  readonly raw: string | number | boolean | null;
  readonly severity: Severity;
  /** One French sentence: what is wrong, where, and the cure. */
  readonly message: string;
}
