/** The financial report of a grant (Cerfa 15059) in a generated tab, live over « Budget », « Réalisé » and what she adds. */
import * as z from 'zod';
import { readBudget } from '../budget/reading.ts';
import { budgetFormulas } from '../budget-formulas.ts';
import { defineCommand, refuse, titleIn, wish } from '../command.ts';
import type { State } from '../command.ts';
import { frenchDay } from '../day.ts';
import { euros, french, frenchDate, quoted } from '../french.ts';
import { formulaText, STAMP, stamped } from '../generated.ts';
import { editionFor, linesOf } from '../grants/budget-lines.ts';
import { grantName, grantTabs, readGrants } from '../grants/read.ts';
import { GRANT_LINE, reportParts } from '../grants/report.ts';
import type { ReportParts } from '../grants/report.ts';
import { OWN_LINE, REPORT_SHEET, reportSheet, reportTexts } from '../grants/report-sheet.ts';
import { reportFormSetting, reportPercentSetting } from '../grants/settings.ts';
import type { Problem } from '../problem.ts';
import { placesOf, readTable } from '../records.ts';
import { associationSetting, settingText } from '../settings.ts';
import { shownSetting } from '../setting-values.ts';
import { missingColumns } from '../missing-columns.ts';
import { blank, wishedTabs } from '../stays/desk.ts';
import { idText } from '../stays/inputs.ts';
import { freshIds } from '../numbers.ts';
import type { Table } from '../table.ts';
import { budgetTable } from '../tables/budget-line.ts';
import { entryTable } from '../tables/entry.ts';
import type { Grant } from '../tables/grant.ts';
import { reportLineTable } from '../tables/report-line.ts';
import type { ReportLine } from '../tables/report-line.ts';
import { settingTable } from '../tables/setting.ts';
import { columnRange } from '../workbook.ts';
import type { Grid } from '../workbook.ts';

const input = z.object({
  grant: idText('FIN'),
  /** The financial year; that of « Budget » when absent. */
  year: z.number().int().min(0).max(9999).optional(),
  answers: z.record(z.string().max(40), z.string().max(40)).default({}),
});

/** « Construire le compte rendu financier »: the tab for one grant and year, with a row for each line that she may complete. */
export const buildGrantReport = defineCommand({
  name: 'build-grant-report',
  label: 'Construire le compte rendu financier',
  purpose:
    'Compare le budget d’un programme à ses écritures, dans les lignes du compte rendu financier d’une subvention.',
  input,
  reads: () => [...grantTabs, budgetTable.tab, entryTable.tab, reportLineTable.tab, settingTable.tab, REPORT_SHEET],
  changes: () => [reportLineTable.tab, REPORT_SHEET],
  decide: (state, asked, { today }) => {
    const all = readGrants(state);
    const obstacle = all.obstacle ?? missingColumns(state, [entryTable, reportLineTable]);
    if (obstacle !== null) return refuse(obstacle);
    const grant = all.grants.find(({ id }) => id === asked.grant);
    if (grant === undefined)
      return refuse(french`Le financement ${quoted(asked.grant)} n’est plus dans « Financements ».`);
    const { project } = grant;
    if (project === null)
      return refuse(
        french`${quoted(grantName(grant))} n’a pas de programme : le compte rendu financier porte sur un programme. Indiquez le sien dans « Financements ».`,
      );
    const read = readBudget(state, asked.answers);
    if ('refused' in read) return read.refused;
    const { reading } = read;
    const year = asked.year ?? reading.edition.year ?? Number(today.slice(0, 4));
    const edition = year < 1950 || year > 2100 ? null : editionFor(year, reading);
    if (edition === null)
      return refuse(
        french`L’onglet « Budget » n’a pas de lignes pour ${year} : le compte rendu n’aurait pas de prévision.`,
        { questions: reading.questions },
      );
    const entries = readTable(entryTable, state.workbook[entryTable.tab], state.shown[entryTable.tab]).records;
    const parts = reportParts({
      grant,
      project,
      year,
      parts: all.parts,
      lines: linesOf(edition, reading),
      formulas: budgetFormulas(
        { tab: titleIn(state, budgetTable.tab), places: placesOf(budgetTable, reading.grid) },
        null,
      ),
      entries,
      range: rangesOf(state, entryTable, state.workbook[entryTable.tab]),
    });
    if (parts.expense.length === 0)
      return refuse(
        french`Ni « Budget » ni « Réalisé » n’ont de charge du programme ${quoted(project)} pour ${year} : indiquez le code du programme sur leurs lignes.`,
        { questions: reading.questions },
      );
    const { records, written, dress } = completed(state, { grant, year, parts });
    const grid = written[reportLineTable.tab] ?? state.workbook[reportLineTable.tab];
    const build = sheetOf(state, { grant, year, parts, records, grid: grid ?? [] });
    const stamp = `${STAMP}${frenchDay(today)} à partir de « Budget », « Réalisé » et « Lignes des comptes rendus ». De nouvelles écritures : reconstruisez.`;
    const sheet = stamped(state.workbook[REPORT_SHEET], stamp, build);
    return wish({
      tabs: { ...written, [REPORT_SHEET]: sheet.grid },
      dress: { ...dress, [REPORT_SHEET]: sheet.dress },
      questions: reading.questions,
      problems: problemsOf(parts),
      summary: summaryOf(grant, year, parts),
    });
  },
});

/** The range of a column of a tab as formulas want it, or null while the tab does not exist. */
function rangesOf(state: State, table: Table, grid: Grid | undefined): ((field: string) => string) | null {
  if (grid === undefined || grid.length === 0) return null;
  const places = placesOf(table, grid);
  return (field) => columnRange(titleIn(state, table.tab), places.get(field) ?? 0);
}

interface Report {
  readonly grant: Grant;
  readonly year: number;
  readonly parts: ReportParts;
}

type Section = NonNullable<ReportLine['section']>;

const keyOf = (section: string | null, about: string | null) => `${section ?? ''} ${about ?? ''}`;

/** « Lignes des comptes rendus » with a row for every line of the report; those that are there stay as they are. */
function completed(state: State, { grant, year, parts }: Report) {
  const reading = readTable(reportLineTable, state.workbook[reportLineTable.tab], state.shown[reportLineTable.tab]);
  const own = reading.records.filter((line) => line.grant === grant.id && line.year === year);
  const known = new Set(own.map(({ section, about }) => keyOf(section, about)));
  const wanted: (readonly [Section, string, string])[] = [
    ...parts.expense.map(({ about, label }) => ['expense', about, label] as const),
    ...parts.income.map(({ about, label }) => ['income', about, label] as const),
    ['income', OWN_LINE, OWN_LINE] as const,
    ...Object.entries(reportTexts).map(([about, label]) => ['text', about, label] as const),
  ];
  const fresh = wanted.filter(([section, about]) => !known.has(keyOf(section, about)));
  const ids = freshIds(state, reportLineTable, fresh.length);
  const added = fresh.map(([section, about, label], index): ReportLine => ({
    ...blank(reportLineTable, ids[index] ?? ''),
    grant: grant.id,
    year,
    section,
    about,
    label,
  }));
  const { tabs, dress } = wishedTabs({ state }, [
    { table: reportLineTable, add: new Map(added.map((line) => [line.id, line])) },
  ]);
  const written: Readonly<Record<string, Grid>> = Object.fromEntries(
    Object.entries(tabs).flatMap(([tab, grid]) => (grid === null ? [] : [[tab, grid] as const])),
  );
  return { records: [...own, ...added], written, dress };
}

interface SheetParts extends Report {
  readonly records: readonly ReportLine[];
  readonly grid: Grid;
}

function sheetOf(state: State, { grant, year, parts, records, grid }: SheetParts) {
  const settings = readTable(settingTable, state.workbook[settingTable.tab]).records;
  const range = rangesOf(state, reportLineTable, grid);
  const ids = new Map(records.map(({ id, section, about }) => [keyOf(section, about), id]));
  const cell = (field: string, id: string) =>
    range === null ? '""' : `INDEX(${range(field)};MATCH(${formulaText(id)};${range('id')};0))`;
  const period = [grant.period_start, grant.period_end]
    .filter((date) => date !== null)
    .map(frenchDate)
    .join(' – ');
  const percentKind = reportPercentSetting.accepts ?? 'text';
  return (stamp: string) =>
    reportSheet({
      title: `Compte rendu financier ${String(year)}`,
      stamp,
      facts: [
        ['Formulaire', `Cerfa ${settingText(settings, reportFormSetting)}`],
        ['Association', settingText(settings, associationSetting)],
        ['Subvention', grantName(grant)],
        ['Programme', grant.project ?? ''],
        ['Période', period],
      ],
      parts,
      rate:
        grant.rate !== null && grant.rate >= 0 && grant.rate <= 100 && grant.rate_is_cap !== false ? grant.rate : null,
      typed: (about, section) => {
        const id = ids.get(keyOf(section, about)) ?? '';
        return { actual: cell('actual', id), comment: cell('comment', id) };
      },
      percent: shownSetting(percentKind, settingText(settings, reportPercentSetting)),
    });
}

function problemsOf(parts: ReportParts): Problem[] {
  const { length } = parts.unsorted;
  if (length === 0) return [];
  return [
    {
      tab: entryTable.tab,
      row: null,
      column: null,
      kind: 'entry_without_account',
      raw: parts.unsorted[0]?.id ?? null,
      severity: 'warning',
      message: french`Onglet « ${entryTable.tab} » : ${length === 1 ? 'une écriture du programme n’a' : `${String(length)} écritures du programme n’ont`} pas de compte (${parts.unsorted
        .slice(0, 5)
        .map(({ id }) => id)
        .join(
          ', ',
        )}) et ne compte${length === 1 ? '' : 'nt'} dans aucune ligne. Remplissez « Compte », puis reconstruisez.`,
    },
  ];
}

function summaryOf(grant: Grant, year: number, { expense, income }: ReportParts): string[] {
  const forecast = expense.reduce((sum, row) => sum + row.forecast.cents, 0);
  const actual = expense.reduce((sum, row) => sum + (row.actual?.cents ?? 0), 0);
  const given = income.find(({ about }) => about === GRANT_LINE)?.forecast.cents ?? 0;
  return [
    french`${quoted(grantName(grant))}, exercice ${year} : ${euros(forecast)} de charges prévues, ${euros(actual)} réalisées d’après « Réalisé ».`,
    french`Subvention prévue : ${euros(given)}.`,
    'Complétez les commentaires et les textes dans « Lignes des comptes rendus » : le compte rendu les reprend aussitôt.',
  ];
}
