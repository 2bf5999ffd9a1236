/** What the colours of a tab's rows may mean: suggestions to confirm. */
import type { Frame, LegendEntry } from './types.ts';

/** The colours found on data rows; `tags` adds what is known of a row beside its text. Empty when there are none. */
export function colourLegend(_frame: Frame, _tags: ReadonlyMap<number, string> = new Map()): readonly LegendEntry[] {
  return [];
}
