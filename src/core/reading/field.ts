/** A field of a kind of tab and the header words that mean it. */

/** What a column's cells look like when its header tells the truth. */
export type Likely = 'email' | 'phone' | 'date' | 'money' | 'yes_no' | 'number' | 'time' | 'words' | 'affiliation';

/** A field of a kind: its name for people, the headers that mean it, those that may mean it. */
export interface Field {
  readonly label: string;
  readonly sure: readonly string[];
  readonly perhaps?: readonly string[];
  /** True when several columns may hold it together. */
  readonly many?: true;
  readonly likely?: Likely;
}

/** A list of header words written on one line, separated by bars. */
export function synonyms(list: string): readonly string[] {
  return list.split('|');
}
