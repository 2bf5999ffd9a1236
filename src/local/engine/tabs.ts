/** Tabs by their number and title as Google has them, over the engine's ids and narrower names. */
import type { Model } from './engine.ts';

/** A tab's place, shape and state. */
export interface Tab {
  readonly id: number;
  readonly title: string;
  readonly index: number;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** "#RRGGBB" or null. */
  readonly color: string | null;
}

const REFUSED_IN_NAMES: Readonly<Record<string, string>> = {
  "'": '’',
  '*': '∗',
  '?': '？',
  '/': '∕',
  '\\': '＼',
  '[': '［',
  ']': '］',
};

/** The name that the engine can give to a tab with this title: the seven characters that it refuses get a twin. */
export function engineTitle(title: string): string {
  return title.replace(/['*?/\\[\]]/gu, (character) => REFUSED_IN_NAMES[character] ?? character);
}

/** The number of a tab from the engine's id; tabs made in a page have ids that are no numbers. */
export function tabNumber(engineId: string): number {
  if (/^\d{1,10}$/u.test(engineId)) return Number(engineId);
  let hash = 0x811c9dc5;
  for (const character of engineId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash & 0x7fffffff;
}

/** The engine's id of a tab, or undefined when there is no such tab. */
export function findTabId(model: Model, id: number): string | undefined {
  const direct = String(id);
  if (model.getters.tryGetSheet(direct)) return direct;
  return model.getters.getSheetIds().find((one) => tabNumber(one) === id);
}

/** The key of the record that keeps a tab's title when the engine has another name for it. */
export function titleRecord(engineId: string): string {
  return `title:${engineId}`;
}

/** The tab of an engine id. */
export function tabOf(model: Model, engineId: string, title: (engineId: string) => string): Tab {
  const sheet = model.getters.getSheet(engineId);
  return {
    id: tabNumber(engineId),
    title: title(engineId),
    index: model.getters.getSheetIds().indexOf(engineId),
    hidden: !sheet.isVisible,
    rows: model.getters.getNumberRows(engineId),
    columns: model.getters.getNumberCols(engineId),
    frozenRows: sheet.panes.ySplit,
    frozenColumns: sheet.panes.xSplit,
    color: sheet.color ?? null,
  };
}
