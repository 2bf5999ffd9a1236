/** « Journal »: what was done, when, by whom, and what can still be undone. */
import * as z from 'zod';
import { frenchDay, isDay } from '../day.ts';
import { journalTable } from '../journal.ts';
import type { JournalRow } from '../journal.ts';
import { readTable } from '../records.ts';
import type { View } from '../view.ts';

/** One action, latest first; undo it with the command « undo » and `undoInput`. */
export interface JournalItem {
  readonly id: string;
  /** "12/05/2023". */
  readonly day: string | null;
  /** "14:05". */
  readonly time: string | null;
  readonly who: string | null;
  readonly action: string | null;
  readonly summary: string | null;
  readonly undo: 'possible' | 'done' | 'impossible';
  readonly tabs: readonly string[];
  /** What « undo » must be given; null when it cannot be undone. */
  readonly undoInput: { readonly id: string; readonly tabs: readonly string[] } | null;
}

/** The answer of the view « journal »; input: {offset?, limit?}. */
export interface JournalView {
  readonly items: readonly JournalItem[];
  readonly offset: number;
  readonly total: number;
}

const input = z.object({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
});

/** The view « journal ». */
export const journalView: View = {
  name: 'journal',
  reads: [journalTable.tab],
  view: (state, asked): JournalView => {
    const { offset, limit } = input.catch({ offset: 0, limit: 50 }).parse(asked ?? {});
    const grid = state.workbook[journalTable.tab];
    const rows = [...readTable(journalTable, grid, state.shown[journalTable.tab]).records].reverse();
    return { items: rows.slice(offset, offset + limit).map(itemOf), offset, total: rows.length };
  },
};

function itemOf({ id, day, time, who, action, summary, undo, tabs }: JournalRow): JournalItem {
  const state = undo ?? 'impossible';
  return {
    id,
    day: day === null ? null : isDay(day) ? frenchDay(day) : day,
    time,
    who,
    action,
    summary,
    undo: state,
    tabs,
    undoInput: state === 'possible' ? { id, tabs } : null,
  };
}
