/** Everything about a tab that does not depend on its kind's fields. */
import type { SourceTab } from './source.ts';
import type { Choices, Frame } from './types.ts';

/** The tab's kind and why, its header, columns, rows by class, cells accounted for, look; never throws. */
export function frameTab(source: SourceTab, _choices: Choices = {}): Frame {
  throw new Error(`Cannot frame "${source.title}": not written yet, a frame wanted`);
}
