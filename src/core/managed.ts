/** The titles of Régie's tabs, and what happens when a tab of hers bears one of them: ours takes another, hers stays. */
import { BUDGET_SHEET } from './budget-sheet.ts';
import { COMPARISON_SHEET } from './budget/comparison-sheet.ts';
import { AGEING_SHEET } from './dues/ageing-sheet.ts';
import { RECEIPT_SHEET } from './dues/receipt-sheet.ts';
import { DIRECTORY_SHEET } from './directory/sheet.ts';
import { HEADCOUNT_SHEET } from './headcount/sheet.ts';
import { REPORT_SHEET } from './grants/report-sheet.ts';
import { isGenerated } from './generated.ts';
import { journalTable } from './journal.ts';
import { outboxTable } from './outbox.ts';
import { placesOf } from './records.ts';
import { RATES_SHEET } from './rooms/rates-sheet.ts';
import { OCCUPANCY_SHEET } from './rooms/timeline-sheet.ts';
import { CERTIFICATE_SHEET } from './sessions/certificate.ts';
import { INDICATORS_SHEET } from './sessions/indicators-sheet.ts';
import { SIGN_IN_SHEET } from './sessions/sign-in-sheet.ts';
import { SELF_FINANCING_SHEET } from './self-financing-sheet.ts';
import { SURVEY_SHEET } from './survey/sheet.ts';
import type { Table } from './table.ts';
import { tables } from './tables/index.ts';
import type { Grid } from './workbook.ts';

/** How a managed tab stands in a workbook. */
export type Standing = 'absent' | 'ours' | 'broken' | 'hers';

/** "ours" when all our columns are there, "broken" when some went, "hers" when it is another tab of that title. */
export function standingOf(table: Table, grid: Grid | undefined): Standing {
  if (grid === undefined) return 'absent';
  const places = placesOf(table, grid);
  const wanted = table.columns.filter(({ later }) => later !== true);
  const found = wanted.filter(({ field }) => places.has(field)).length;
  if (found === wanted.length) return 'ours';
  return found * 2 >= wanted.length ? 'broken' : 'hers';
}

const managedTables: readonly Table[] = [...tables, journalTable, outboxTable];
const generatedTitles: readonly string[] = [
  BUDGET_SHEET,
  SELF_FINANCING_SHEET,
  COMPARISON_SHEET,
  REPORT_SHEET,
  OCCUPANCY_SHEET,
  RATES_SHEET,
  AGEING_SHEET,
  RECEIPT_SHEET,
  SURVEY_SHEET,
  DIRECTORY_SHEET,
  HEADCOUNT_SHEET,
  SIGN_IN_SHEET,
  CERTIFICATE_SHEET,
  INDICATORS_SHEET,
];

/** Every title that a command may use for a tab of Régie, except the hidden store of undo. */
export const managedTitles: readonly string[] = [...managedTables.map(({ tab }) => tab), ...generatedTitles];

/** The title that Régie's tab takes where hers bears the plain one. */
export function aliasOf(title: string): string {
  return `${title} · Régie`;
}

/** A tab as far as titles are concerned. */
export interface TitledTab {
  readonly title: string;
  readonly entered: Grid;
}

/** The actual title of each managed tab among those tabs; titles are compared as Google does, without regard to case. */
export function actualTitles(tabs: readonly TitledTab[], titles: readonly string[]): ReadonlyMap<string, string> {
  const byTitle = new Map(tabs.map((tab) => [tab.title.toLowerCase(), tab] as const));
  return new Map(
    titles
      .filter((title) => managedTitles.includes(title))
      .map((title) => {
        const bearer = byTitle.get(title.toLowerCase());
        const free = bearer === undefined && !byTitle.has(aliasOf(title).toLowerCase());
        return [title, free || (bearer && isOurs(title, bearer)) ? title : aliasOf(title)] as const;
      }),
  );
}

function isOurs(title: string, bearer: TitledTab): boolean {
  if (bearer.title !== title) return false;
  if (generatedTitles.includes(title)) return isGenerated(bearer.entered);
  return managedTables.some((table) => table.tab === title && standingOf(table, bearer.entered) !== 'hers');
}
