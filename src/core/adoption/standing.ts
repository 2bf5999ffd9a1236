/** Which tabs are Régie's and which are hers, and what stands in the way of adopting. */
import { journalTable, UNDO_TAB } from '../journal.ts';
import { outboxTable } from '../outbox.ts';
import { standingOf } from '../managed.ts';
import { missingColumns } from '../missing-columns.ts';
import { readTable } from '../records.ts';
import { originTable } from '../tables/origin.ts';
import type { Origin } from '../tables/origin.ts';
import { dataTables, tableOfId, tables } from '../tables/index.ts';
import type { Workbook } from '../workbook.ts';

/** The titles that are Régie's in this workbook: managed tabs and their copies, and all that the journal says was made. */
export function titlesOfOurs(workbook: Workbook): Set<string> {
  const managed = Object.entries(workbook).flatMap(([title, grid]) =>
    [...tables, journalTable, outboxTable].some((table) => {
      const standing = standingOf(table, grid);
      return standing === 'ours' || (standing === 'broken' && title === table.tab);
    })
      ? [title]
      : [],
  );
  const done = readTable(journalTable, workbook[journalTable.tab]).records.filter(({ undo }) => undo !== 'done');
  return new Set([UNDO_TAB, ...managed, ...done.flatMap((row) => row.tabs)]);
}

/** Why adoption cannot go on, in French with the cure; null when it can. `origins` are those of the workbook. */
export function obstacle(workbook: Workbook, origins: readonly Origin[]): string | null {
  return brokenTab(workbook) ?? missingTab(workbook, origins);
}

/** True when the workbook was adopted before. */
export function isAdopted(workbook: Workbook): boolean {
  return standingOf(originTable, workbook[originTable.tab]) === 'ours';
}

/** A tab of hers may bear the title of one of ours: only those that have kept half of our columns are ours. */
function brokenTab(workbook: Workbook): string | null {
  return missingColumns(
    { workbook },
    tables.filter((table) => standingOf(table, workbook[table.tab]) === 'broken'),
  );
}

/** A tab of records that went, or took another name: adopting again would make a second copy of everything. */
function missingTab(workbook: Workbook, origins: readonly Origin[]): string | null {
  const orphans = dataTables.filter(({ tab }) => Object.hasOwn(workbook, tab));
  if (!isAdopted(workbook)) {
    const [first] = orphans;
    return first === undefined
      ? null
      : `Ce classeur a déjà été adopté (l’onglet « ${first.tab} » est là), mais l’onglet masqué « ${originTable.tab} » a disparu : sans lui, tout serait copié une seconde fois. Remettez-le (Fichier > Historique des versions), ou annulez l’adoption depuis « Journal », ou supprimez les onglets qui restent d’elle.`;
  }
  const used = new Set(origins.map(({ record }) => (record === null ? null : tableOfId(record))));
  const gone = dataTables.find((table) => used.has(table) && !Object.hasOwn(workbook, table.tab));
  if (gone === undefined) return null;
  const renamed = Object.entries(workbook).find(([, grid]) => standingOf(gone, grid) === 'ours')?.[0];
  return renamed === undefined
    ? `L’onglet « ${gone.tab} », rempli par l’adoption, a été supprimé. Remettez-le (Ctrl+Z, ou Fichier > Historique des versions), puis recommencez. Rien n’a été changé.`
    : `L’onglet « ${gone.tab} » a été renommé « ${renamed} ». Redonnez-lui le nom « ${gone.tab} », puis recommencez : sans cela, tout serait copié une seconde fois. Rien n’a été changé.`;
}
