/** Undo an action of the journal: every cell back as it was, unless someone changed it since. */
import * as z from 'zod';
import { defineCommand, refuse, titleIn, wish } from '../command.ts';
import type { Moment, Question, State, Wish } from '../command.ts';
import { frenchDay } from '../day.ts';
import { journalTable, readUndo, UNDO_TAB, undoWish } from '../journal.ts';
import type { Difference, JournalRow, UndoEntry } from '../journal.ts';
import { holdBack } from '../mails/hold-back.ts';
import { numbersBack } from '../numbers.ts';
import { outboxTable } from '../outbox.ts';
import type { WishedTabs } from '../plan.ts';
import { changeTable, readTable } from '../records.ts';

const input = z.object({
  /** Id of the journal's row; the latest that can be undone when absent. */
  id: z.string().max(20).optional(),
  /** The tabs that the action touched, as its journal row lists them. */
  tabs: z.array(z.string().max(200)).max(100).default([]),
  answers: z.record(z.string(), z.string()).default({}),
});

/** Undoes one action, found in « Journal »; its tabs come with the input so that one reading is enough. */
export const undo = defineCommand({
  name: 'undo',
  label: 'Annuler une action',
  purpose: 'Remet chaque cellule comme elle était avant une action de Régie.',
  input,
  undoable: false,
  reads: ({ tabs }) => [...new Set([...tabs, journalTable.tab, UNDO_TAB, outboxTable.tab])],
  changes: ({ tabs }) => [...new Set([...tabs, journalTable.tab, outboxTable.tab])],
  decide: (state, { id, tabs, answers }, moment) => {
    const journal = state.workbook[journalTable.tab];
    const rows = readTable(journalTable, journal, state.shown[journalTable.tab]).records;
    const row =
      id === undefined ? rows.filter((one) => one.undo === 'possible').at(-1) : rows.find((one) => one.id === id);
    if (!row)
      return refuse(
        id === undefined
          ? 'Aucune action à annuler dans le journal.'
          : `L’action ${id} n’est pas dans le journal : vérifiez son numéro dans l’onglet « Journal ».`,
      );
    if (row.undo === 'done') return refuse(`L’action ${row.id} (« ${row.action ?? ''} ») est déjà annulée.`);
    const entry = row.undo === 'possible' ? readUndo(state.workbook[UNDO_TAB], row.id) : null;
    if (!entry)
      return refuse(
        `L’action ${row.id} (« ${row.action ?? ''} ») ne peut pas être annulée : ce qu’il faut pour revenir en arrière n’est plus conservé.`,
      );
    const missing = entry.tabs.filter(({ tab }) => !tabs.includes(tab)).map(({ tab }) => tab);
    if (missing.length > 0)
      return refuse(`Pour annuler ${row.id}, il faut aussi lire : ${missing.join(', ')}.`, {
        details: { id: row.id, tabs: row.tabs },
      });
    const {
      tabs: wished,
      questions,
      summary,
      differences,
      nothing,
    } = undone({ state, entry, row, moment }, answers['undo']);
    if (nothing)
      return refuse(
        `L’action ${row.id} (« ${row.action ?? ''} ») ne peut pas être annulée : ses messages sont déjà partis.`,
      );
    const done = { ...row, undo: 'done' as const };
    const later = rows.slice(rows.indexOf(row) + 1);
    return wish({
      tabs: {
        ...wished,
        [journalTable.tab]: changeTable(journalTable, journal, { put: [done] }, state.shown[journalTable.tab]),
      },
      headers: Object.fromEntries(entry.tabs.map(({ tab, headers }) => [tab, headers ?? 0])),
      questions,
      summary: [...summary, ...laterActions(later, wished)],
      numbersBack: later.every(isUndone) ? freedNumbers(state, entry, wished) : {},
      details: { id: row.id, differences },
    });
  },
});

/** True for what no longer stands: an action that was undone since, and the undoing itself. */
function isUndone({ command, undo: state }: JournalRow): boolean {
  return state === 'done' || command === undo.name;
}

/** As long as something done since stands, rows may refer to the numbers of those that go. */
function freedNumbers(state: State, entry: UndoEntry, wished: WishedTabs): Wish['numbersBack'] {
  const gone = entry.tabs.filter(({ tab, existence }) => existence === 'created' && wished[tab] === null);
  return numbersBack({
    before: entry.numbers,
    gone: gone.map(({ tab }) => tab),
    mails: state.workbook[outboxTable.tab] ?? [],
  });
}

interface Undoing {
  readonly state: State;
  readonly entry: UndoEntry;
  readonly row: JournalRow;
  readonly moment: Moment;
}

/** Cells back as they were, and the action's mails that have not left held back. */
function undone({ state, entry, row, moment }: Undoing, choice: string | undefined) {
  const outboxTitle = titleIn(state, outboxTable.tab);
  const entries = entry.tabs.map((tab) => (tab.tab === outboxTitle ? { ...tab, tab: outboxTable.tab } : tab));
  // A mail that left since stays « envoyé », whatever she answers about the rest.
  const standing: readonly string[] = [outboxTable.tab];
  const { tabs, differences: all } = undoWish(state.workbook, { tabs: entries }, { force: choice === 'all', standing });
  const differences = all.filter(({ tab }) => !standing.includes(tab));
  const mails = holdBack(tabs[outboxTable.tab] ?? state.workbook[outboxTable.tab], row.id, moment.today);
  const what = entries.length === 0 ? '' : ` : ${describe(entries, tabs)}`;
  return {
    tabs: mails.grid === null ? tabs : { ...tabs, [outboxTable.tab]: mails.grid },
    differences,
    questions: differences.length > 0 ? [question(differences, choice)] : [],
    summary: [
      `« ${row.action ?? ''} » (${row.id}, ${row.day ? `le ${frenchDay(row.day)}` : 'sans date'}) sera annulée${what}.`,
      ...mails.summary,
      ...changedMails(all.length - differences.length),
    ],
    nothing: entries.length === 0 && mails.held === 0,
  };
}

function describe(entries: readonly { tab: string; existence: string }[], wished: WishedTabs): string {
  const tabs = entries.filter(({ tab }) => Object.hasOwn(wished, tab));
  if (tabs.length === 0) return 'rien ne change, tout a été modifié depuis';
  const names = (existence: string) => tabs.filter((tab) => tab.existence === existence).map(({ tab }) => `« ${tab} »`);
  const parts = [
    [names('created'), 'les onglets créés disparaissent'],
    [names('kept'), 'les cellules changées retrouvent leur valeur'],
    [names('deleted'), 'les onglets supprimés reviennent'],
  ] as const;
  return parts
    .filter(([list]) => list.length > 0)
    .map(([list, text]) => `${text} (${list.join(', ')})`)
    .join(' ; ');
}

/** What was made since may read the tabs that go: its formulas would show errors. */
function laterActions(later: readonly JournalRow[], wished: WishedTabs): string[] {
  const standing = later.filter(({ undo: state }) => state === 'possible');
  if (standing.length === 0 || !Object.values(wished).includes(null)) return [];
  const list = standing.map(({ id, action }) => `${id} (« ${action ?? ''} »)`).join(', ');
  return [
    `Fait depuis et toujours là : ${list}. Annulez-le d’abord : ses formules peuvent lire les onglets qui disparaissent.`,
  ];
}

function changedMails(count: number): string[] {
  if (count === 0) return [];
  return [
    count === 1
      ? 'Un message a changé d’état depuis : il reste comme il est.'
      : `${count} messages ont changé d’état depuis : ils restent comme ils sont.`,
  ];
}

function question(differences: readonly Difference[], choice: string | undefined): Question {
  const shown = differences
    .slice(0, 5)
    .map(({ tab, row, key }) => `« ${tab} »${row === null ? '' : ` ligne ${row}`}${key === null ? '' : ` (${key})`}`);
  const more = differences.length > shown.length ? ` et ${differences.length - shown.length} autres` : '';
  return {
    id: 'undo',
    tab: null,
    kind: 'undo',
    text: `Depuis, ${differences.length === 1 ? 'un endroit a' : `${differences.length} endroits ont`} changé : ${shown.join(', ')}${more}. Que faire ?`,
    choices: [
      { value: 'keep', label: 'Annuler le reste et garder ces changements' },
      { value: 'all', label: 'Tout annuler : ces changements seront perdus' },
    ],
    answer: choice === 'keep' || choice === 'all' ? choice : null,
  };
}
