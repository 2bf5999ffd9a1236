/** How « Annuaire » stands: absent, as it should be, behind, or saying what it may no longer say. */
import { frenchDay } from '../day.ts';
import { titleIn } from '../command.ts';
import type { Moment, State } from '../command.ts';
import { STAMP, stamped } from '../generated.ts';
import type { Generated } from '../generated.ts';
import { readTable } from '../records.ts';
import { memberTable } from '../tables/member.ts';
import { settingTable, settingValue } from '../tables/setting.ts';
import { sameGrid } from '../workbook.ts';
import type { Directory } from './entries.ts';
import { DIRECTORY_SHEET, directorySheet, saidTooMuch } from './sheet.ts';

/** The tab as it should be now; with the stamp that it bears when nothing else would change. */
export function wantedSheet(state: State, directory: Directory, { today }: Moment): Generated {
  const association = associationOf(state);
  const stamp = `${STAMP}${frenchDay(today)} à partir de l’onglet « ${titleIn(state, memberTable.tab)} » et des consentements.`;
  const title = association === null ? 'Annuaire des adhérents' : `Annuaire des adhérents – ${association}`;
  return stamped(state.workbook[DIRECTORY_SHEET], stamp, (at) => directorySheet({ title, stamp: at, directory }));
}

/** How the tab stands, with the names of which it says more than it may. */
export interface DirectoryStanding {
  readonly state: 'absent' | 'current' | 'behind' | 'excessive';
  readonly names: readonly string[];
}

/** Compares the tab with what it should be. */
export function directoryStanding(state: State, directory: Directory, moment: Moment): DirectoryStanding {
  const current = state.workbook[DIRECTORY_SHEET];
  if (current === undefined) return { state: 'absent', names: [] };
  const names = saidTooMuch(current, directory.entries);
  if (names.length > 0) return { state: 'excessive', names };
  return { state: sameGrid(current, wantedSheet(state, directory, moment).grid) ? 'current' : 'behind', names };
}

/** The name of the association, at the head of the tab and in the files. */
export function associationOf(state: State): string | null {
  const settings = readTable(settingTable, state.workbook[settingTable.tab], state.shown[settingTable.tab]).records;
  return settingValue(settings, 'association');
}
