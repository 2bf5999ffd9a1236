/** Which year a date without one belongs to: that of its section, else of the tab. */
import type { Frame, FrameRow, FrameSection, ReadContext } from './types.ts';
import { monthIn, yearIn } from './values/date-parts.ts';
import { readDate } from './values/date.ts';
import type { DateCell, DateReading } from './values/date.ts';

/** The years of a season: months from `turn` on are of the first, the others of the second. */
interface Season {
  readonly first: number;
  readonly second: number;
  readonly turn: number;
}

/** Reads a date whose missing year is that of its row's section, of the tab or of the context. */
export function readRowDate(cell: DateCell, row: FrameRow, seasons: Seasons): DateReading {
  const season = (row.section === null ? undefined : seasons.bySection.get(row.section.row)) ?? seasons.tab;
  const reading = readDate(cell, season.first);
  if (!('derived' in reading) || !reading.derived || season.first === season.second) return reading;
  return Number(reading.date.value.slice(5, 7)) >= season.turn ? reading : readDate(cell, season.second);
}

/** The seasons of a tab and of its sections, by the section's row. */
export interface Seasons {
  readonly tab: Season;
  readonly bySection: ReadonlyMap<number, Season>;
}

/** The seasons that the tab's titles and sections announce. */
export function seasonsOf(frame: Frame, context: ReadContext): Seasons {
  const year = typeof frame.metadata['year'] === 'number' ? frame.metadata['year'] : context.year;
  const tab = frame.above.map(({ text }) => seasonIn(text)).find((season) => season !== null && isSplit(season));
  const sections = frame.sections.flatMap((section): [number, Season][] => {
    const season = seasonIn(section.text);
    return season === null ? [] : [[section.row, season]];
  });
  return { tab: tab ?? { first: year, second: year, turn: 1 }, bySection: new Map(sections) };
}

/** The year that a section's text names, or `null`. */
export function sectionYear(section: FrameSection): number | null {
  return yearIn(section.text);
}

// « sept. 2022 → juin 2023 », « 2022-2023 », « 2022/23 »; a season that names no month turns in September.
function seasonIn(text: string): Season | null {
  const first = yearIn(text);
  if (first === null) return null;
  const next = new RegExp(`${String(first)}\\D{1,15}(${String(first + 1)}|${String(first + 1).slice(2)})(?!\\d)`, 'u');
  if (!next.test(text)) return { first, second: first, turn: 1 };
  return { first, second: first + 1, turn: monthIn(text) ?? 9 };
}

function isSplit(season: Season): boolean {
  return season.first !== season.second;
}
