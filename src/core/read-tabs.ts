/** One reading of the tabs that a command asks for, whatever titles they bear, and what the command sees of it. */
import { GoogleRefused } from './asks.ts';
import type { Steps } from './asks.ts';
import type { State } from './command.ts';
import { journalTable, UNDO_TAB } from './journal.ts';
import { actualTitles, aliasOf, managedTitles } from './managed.ts';
import { readNumbers } from './numbers.ts';
import { outboxTable } from './outbox.ts';
import { fieldMask, readSnapshot } from './snapshot.ts';
import type { Snapshot, TabState } from './snapshot.ts';
import { quoteTab } from './workbook.ts';

/** What was read, and the actual title of each managed tab that was asked for. */
export interface TabsReading {
  readonly snapshot: Snapshot;
  readonly titles: ReadonlyMap<string, string>;
  /** The titles of all tabs; null as long as their list was not needed. */
  readonly existing: readonly string[] | null;
}

const TAB_LIST = 'properties(title),namedRanges(namedRangeId,name),sheets(properties(sheetId,title,index))';
const trustTabs: readonly string[] = [journalTable.tab, UNDO_TAB, outboxTable.tab];

/**
 * One call when the tabs asked for exist or are known to be missing. Google refuses a range of a missing tab, and a tab
 * of hers may bear the title of one of ours: then the list of tabs is read, and the tabs again.
 */
export function* readTabs(
  reads: readonly string[] | 'all',
  withLooks: boolean,
  known: readonly string[] | null,
): Steps<TabsReading> {
  const fields = fieldMask(withLooks);
  if (reads === 'all') {
    const snapshot = readSnapshot(yield { do: 'get', ranges: null, fields });
    const existing = snapshot.tabs.map((tab) => tab.title);
    return yield* withRevision({ snapshot, titles: actualTitles(snapshot.tabs, managedTitles), existing });
  }
  const first = yield* tryRanges(rangesOf(reads, guessed(reads, known), known), fields);
  if (first) {
    const reading = { snapshot: first, titles: resolved(reads, first, known), existing: known };
    const misled = [...reading.titles].some(([tab, title]) => title !== guess(tab, known));
    // With a list of tabs at hand, a tab of ours that is not in it does not exist yet.
    if (!misled || known !== null) return yield* withRevision(reading);
  }
  const list = readSnapshot(yield { do: 'get', ranges: null, fields: TAB_LIST });
  const existing = list.tabs.map((tab) => tab.title);
  const again = yield* tryRanges(rangesOf(reads, candidates(reads, existing), existing), fields);
  const snapshot = again ?? { ...list, tabs: [] };
  return yield* withRevision({ snapshot, titles: resolved(reads, snapshot, existing), existing });
}

/** What a command sees: the tabs it asked for, managed ones under their plain titles. */
export function stateOf({ snapshot, titles }: TabsReading, reads: readonly string[] | 'all'): State {
  const plainOf = new Map([...titles].map(([tab, title]) => [title, tab] as const));
  const taken = new Set([...titles].filter(([tab, title]) => tab !== title).map(([tab]) => tab.toLowerCase()));
  const seen = snapshot.tabs.flatMap((tab) => {
    const plain = plainOf.get(tab.title) ?? tab.title;
    if (reads !== 'all' && !reads.includes(plain)) return [];
    const renamed = plain !== tab.title;
    const isHers = !renamed && taken.has(tab.title.toLowerCase());
    // A tab of hers whose title is one of ours is only a source: commands know ours by that title.
    const key = isHers ? `${tab.title} (original)` : plain;
    return [{ key, tab, source: isHers || renamed ? { ...tab.source, ours: renamed } : tab.source }];
  });
  const by = <T>(value: (tab: TabState) => T) => Object.fromEntries(seen.map(({ key, tab }) => [key, value(tab)]));
  return {
    workbook: by((tab) => tab.entered),
    shown: by((tab) => tab.shown),
    tabs: seen.map(({ key }) => key),
    sources: seen.map(({ source }) => source),
    titles: Object.fromEntries([...titles].filter(([tab, title]) => tab !== title)),
    lastNumbers: readNumbers(snapshot.tabs),
  };
}

/** The actual title of a tab that a command names. */
export function titleOf({ titles }: TabsReading, tab: string): string {
  return titles.get(tab) ?? tab;
}

/**
 * The tabs that exist as far as this reading tells; those it did not ask for stay as they were known. Null when nothing
 * tells of the others: half a list would make them seem missing.
 */
export function knownAfter(
  { snapshot, titles, existing }: TabsReading,
  reads: readonly string[] | 'all',
): string[] | null {
  const found = snapshot.tabs.map((tab) => tab.title);
  if (reads === 'all') return found;
  const asked = new Set([...reads, ...trustTabs].flatMap((tab) => [tab, titles.get(tab) ?? tab]));
  return existing && [...new Set([...found, ...existing.filter((tab) => !asked.has(tab))])];
}

function* tryRanges(ranges: readonly string[], fields: string): Steps<Snapshot | null> {
  if (ranges.length === 0) return null;
  try {
    return readSnapshot(yield { do: 'get', ranges, fields });
  } catch (error) {
    if (error instanceof GoogleRefused && error.status === 400) return null;
    throw error;
  }
}

/** Tabs of trust are only looked at: their first row tells whose they are. */
function rangesOf(
  reads: readonly string[],
  titles: ReadonlyMap<string, readonly string[]>,
  known: readonly string[] | null,
): string[] {
  return [...titles].flatMap(([tab, some]) =>
    some
      .filter((title) => known === null || known.includes(title))
      .map((title) => (reads.includes(tab) ? quoteTab(title) : `${quoteTab(title)}!A1:Z1`)),
  );
}

function guessed(reads: readonly string[], known: readonly string[] | null): ReadonlyMap<string, readonly string[]> {
  return new Map(wantedTabs(reads).map((tab) => [tab, [guess(tab, known)]] as const));
}

/** Both titles that a managed tab may bear, as those tabs write them. */
function candidates(reads: readonly string[], existing: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const like = (title: string) => existing.filter((one) => one.toLowerCase() === title.toLowerCase());
  return new Map(wantedTabs(reads).map((tab) => [tab, [...like(tab), ...like(aliasOf(tab))]] as const));
}

function wantedTabs(reads: readonly string[]): string[] {
  return [...new Set([...reads, ...trustTabs])];
}

function guess(tab: string, known: readonly string[] | null): string {
  const alias = aliasOf(tab);
  return managedTitles.includes(tab) && known?.includes(alias) ? alias : tab;
}

/** The titles as this reading shows them; a tab that is known and was not read counts as it is known. */
function resolved(
  reads: readonly string[],
  snapshot: Snapshot,
  known: readonly string[] | null,
): ReadonlyMap<string, string> {
  const actual = actualTitles(snapshot.tabs, wantedTabs(reads));
  return new Map([...actual].map(([tab, title]) => [tab, title === tab ? guess(tab, known) : title] as const));
}

/** The mark may be lost with the tab that bore it: the journal's own numbers then tell how many batches were written. */
function* withRevision(reading: TabsReading): Steps<TabsReading> {
  const title = titleOf(reading, journalTable.tab);
  if (reading.snapshot.revision > 0 || !reading.snapshot.tabs.some((tab) => tab.title === title)) return reading;
  const column = readSnapshot(yield { do: 'get', ranges: [`${quoteTab(title)}!A1:A`], fields: fieldMask(false) });
  const numbers = (column.tabs[0]?.entered ?? []).map(([id]) =>
    Number(typeof id === 'string' ? id.replace(/^J-/u, '') : 0),
  );
  const revision = numbers.reduce(
    (latest, number) => (Number.isInteger(number) ? Math.max(latest, number) : latest),
    0,
  );
  return { ...reading, snapshot: { ...reading.snapshot, revision } };
}
