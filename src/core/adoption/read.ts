/** The reading that adoption decides on: her tabs only, with her choices, never a tab of Régie. */
import type { Question, State } from '../command.ts';
import type { Day } from '../day.ts';
import { readWorkbook } from '../reading/read-workbook.ts';
import type { ExplainedReading } from '../reading/read-workbook.ts';
import type { SourceTab } from '../reading/source.ts';
import type { Choices } from '../reading/types.ts';
import { copiesOf, copyQuestions, withoutCopies } from './copies.ts';
import { titlesOfOurs } from './standing.ts';

/** What a reading is made against. */
export interface ReadingGround {
  readonly today: Day;
  readonly choices: Choices;
  readonly answers: Readonly<Record<string, string>>;
  /** Titles of the tabs that were adopted before. */
  readonly known: ReadonlySet<string>;
}

/** Her tabs, as they stand. */
export function herTabs(state: State): SourceTab[] {
  const ours = titlesOfOurs(state.workbook);
  return state.sources.filter((source) => !(source.ours ?? ours.has(source.title)));
}

/** What is read, and what must be asked about tabs that repeat others. */
export interface TabsReading {
  readonly explained: ExplainedReading;
  readonly copies: readonly Question[];
}

/** What her tabs say; a copy that is left aside is not read. */
export function readTabs(
  sources: readonly SourceTab[],
  { today, choices, answers, known }: ReadingGround,
): TabsReading {
  const read = (chosen: Choices) => readWorkbook(sources, { workbook: '', today, choices: chosen });
  const all = read(choices);
  const copies = copyQuestions(copiesOf(all.reading), { choices, answers, known });
  const isAside = copies.some(({ answer }) => answer === 'skip');
  return { explained: isAside ? read(withoutCopies(choices, copies)) : all, copies };
}
