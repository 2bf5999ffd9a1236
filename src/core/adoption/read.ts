/** The reading that adoption decides on: her tabs only, with her choices, never a tab of Régie. */
import type { State } from '../command.ts';
import type { Day } from '../day.ts';
import { readWorkbook } from '../reading/read-workbook.ts';
import type { ExplainedReading } from '../reading/read-workbook.ts';
import type { SourceTab } from '../reading/source.ts';
import type { Choices } from '../reading/types.ts';
import { titlesOfOurs } from './standing.ts';

/** Her tabs, as they stand. */
export function herTabs(state: State): SourceTab[] {
  const ours = titlesOfOurs(state.workbook);
  return state.sources.filter(({ title }) => !ours.has(title));
}

/** What her tabs say. */
export function readTabs(sources: readonly SourceTab[], today: Day, choices: Choices): ExplainedReading {
  return readWorkbook(sources, { workbook: '', today, choices });
}
