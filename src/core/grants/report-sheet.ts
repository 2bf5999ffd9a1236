/** « Compte rendu financier » in the lines of Cerfa 15059: forecast, actual, and the difference read in three ways; live formulas. */
import { formula } from '../budget-formulas.ts';
import { looks } from '../dress.ts';
import type { Look } from '../dress.ts';
import { formulaText, generated } from '../generated.ts';
import type { Generated, SheetRow } from '../generated.ts';
import type { Cell } from '../workbook.ts';
import { frenchText, wholeNumber } from '../budget/request-sentence.ts';
import type { ReportParts, ReportRow } from './report.ts';

/** Title of the generated tab. */
export const REPORT_SHEET = 'Compte rendu financier';

/** What names the line of own resources. */
export const OWN_LINE = 'Ressources propres affectées';

/** The texts of the form, by what names them in « Lignes des comptes rendus ». */
export const reportTexts: Readonly<Record<string, string>> = {
  Bilan:
    'Mise en œuvre de l’action, nombre et types de bénéficiaires, dates et lieux, objectifs atteints au regard des indicateurs',
  'Charges indirectes': 'Règles de répartition des charges indirectes',
  'Contributions en nature': 'Contributions volontaires en nature affectées à l’action',
  Observations: 'Observations sur le compte rendu financier',
};

/** What the sheet is made of. */
export interface ReportSheet {
  readonly title: string;
  readonly stamp: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly parts: ReportParts;
  /** The rate in percent when the grant follows the expenses, else null: the amount stands. */
  readonly rate: number | null;
  /** The expressions of what she typed for a line: the amount that replaces the entries, and the comment. */
  readonly typed: (
    about: string,
    section: 'expense' | 'income' | 'text',
  ) => { readonly actual: string; readonly comment: string };
  /** Which column fills the « % » of the form. */
  readonly percent: string;
}

const WIDTH = 8;
const middle: Look = { wrap: true, vertical: 'MIDDLE' };

/** The whole tab; it prints on one page. */
export function reportSheet(sheet: ReportSheet): Generated {
  const rows: SheetRow[] = [
    line([sheet.title], looks.title),
    line([sheet.stamp], looks.subtitle),
    { cells: [] },
    ...sheet.facts.map(([name, value]) => line([name, value], {})),
    { cells: [] },
    header('CHARGES'),
  ];
  const expenseTotal = rows.length + sheet.parts.expense.length + 1;
  sheet.parts.expense.forEach((row) => rows.push(expenseRow(sheet, row, rows.length + 1)));
  rows.push(totalRow('TOTAL DES CHARGES', expenseTotal - sheet.parts.expense.length, expenseTotal));
  rows.push({ cells: [] }, header('PRODUITS'));
  const first = rows.length + 1;
  for (const row of sheet.parts.income) rows.push(incomeRow(sheet, row, { at: rows.length + 1, expenseTotal }));
  const own = rows.length + 1;
  rows.push(ownRow(sheet, { at: own, first, expenseTotal }));
  const incomeTotal = own + 1;
  rows.push(totalRow('TOTAL DES PRODUITS', first, incomeTotal));
  const equal = `ROUND(100*(D${String(incomeTotal)}-D${String(expenseTotal)});0)=0`;
  rows.push(
    { cells: [] },
    line(
      [
        formula(
          `IF(${equal};"Équilibré : le total des charges est égal au total des produits.";"Attention : les totaux diffèrent.")`,
        ),
      ],
      { bold: true },
    ),
    line([formula(shareSentence(first, incomeTotal))], middle),
    line([`Pour la colonne « % » du formulaire, recopiez : ${sheet.percent}.`], looks.subtitle),
    { cells: [] },
    line(['BILAN ET ANNEXE'], looks.section),
    ...Object.entries(reportTexts).flatMap(([about, text]) => [
      line([text], { bold: true }),
      line(
        [formula(textOr(sheet.typed(about, 'text').comment, 'À compléter dans « Lignes des comptes rendus ».'))],
        middle,
      ),
    ]),
    { cells: [] },
    line(['Fait le … à …, nom et signature du représentant légal :'], {}),
  );
  return generated(rows, {
    widths: [80, 290, 95, 95, 95, 80, 100, 300],
    frozenRows: 2,
    hideGridlines: true,
    tabColor: '#188038',
    protection:
      'Cet onglet est reconstruit par Régie : corrigez « Budget », « Réalisé » ou « Lignes des comptes rendus ».',
  });
}

function line(cells: readonly Cell[], look: Look): SheetRow {
  return { cells, looks: [{ from: 0, to: WIDTH, look }] };
}

function header(label: string): SheetRow {
  return {
    cells: ['Compte', label, 'Prévision', 'Réalisation', 'Écart €', 'Écart %', 'Taux de réalisation', 'Commentaire'],
    looks: [
      { from: 0, to: WIDTH, look: looks.header },
      { from: 2, to: 7, look: { align: 'RIGHT' } },
    ],
  };
}

interface AmountRow {
  readonly account: string;
  readonly label: string;
  readonly forecast: string;
  readonly actual: string;
  readonly comment: string | null;
  readonly at: number;
  readonly look?: Look;
}

function amountRow({ account, label, forecast, actual, comment, at, look = {} }: AmountRow): SheetRow {
  const [c, d] = [`C${String(at)}`, `D${String(at)}`];
  const share = (part: string) => formula(`IF(${c}=0;IF(${d}=0;"";"n.s.");(${part})/${c})`);
  // Over ten percent a comment is asked for (common practice, domain: C3).
  const asked = `IF(${c}=0;IF(${d}=0;"";"À commenter");IF(10*(${d}-${c})>${c};"À commenter";IF(10*(${c}-${d})>${c};"À commenter";"")))`;
  return {
    cells: [
      account === '' ? null : account,
      label,
      formula(forecast),
      formula(actual),
      formula(`${d}-${c}`),
      share(`${d}-${c}`),
      share(d),
      comment === null ? null : formula(`IF(${comment}="";${asked};${comment})`),
    ],
    looks: [
      { from: 0, to: WIDTH, look: { ...look, ...middle } },
      { from: 2, to: 5, look: { ...look, ...middle, ...looks.euros } },
      { from: 5, to: 7, look: { ...look, ...middle, ...looks.percent, align: 'RIGHT' } },
    ],
  };
}

function expenseRow(sheet: ReportSheet, row: ReportRow, at: number): SheetRow {
  return plainRow(sheet, row, { at, section: 'expense', actual: row.actual?.expression ?? '0' });
}

function incomeRow(
  sheet: ReportSheet,
  row: ReportRow,
  { at, expenseTotal }: { at: number; expenseTotal: number },
): SheetRow {
  return plainRow(sheet, row, {
    at,
    section: 'income',
    actual: row.actual?.expression ?? grantActual(sheet.rate, { at, expenseTotal }),
  });
}

/** The grant follows the expenses in proportion, never above the forecast; without a rate the amount stands. */
function grantActual(rate: number | null, { at, expenseTotal }: { at: number; expenseTotal: number }): string {
  const forecast = `C${String(at)}`;
  if (rate === null) return forecast;
  const due = `ROUND(${String(Math.round(rate * 100))}*D${String(expenseTotal)}/10000;0)`;
  return `IF(${due}<${forecast};${due};${forecast})`;
}

function plainRow(
  { typed }: ReportSheet,
  { about, account, label, forecast }: ReportRow,
  { at, section, actual }: { at: number; section: 'expense' | 'income'; actual: string },
): SheetRow {
  const own = typed(about, section);
  return amountRow({
    account,
    label,
    forecast: forecast.expression,
    actual: `IF(${own.actual}="";${actual};${own.actual})`,
    comment: own.comment,
    at,
  });
}

/** Own resources are what the others leave, so that both sides are equal. */
function ownRow(
  { typed }: ReportSheet,
  { at, first, expenseTotal }: { at: number; first: number; expenseTotal: number },
): SheetRow {
  const rest = (letter: string) =>
    `${letter}${String(expenseTotal)}-SUM(${letter}${String(first)}:${letter}${String(at - 1)})`;
  return amountRow({
    account: '',
    label: OWN_LINE,
    forecast: rest('C'),
    actual: rest('D'),
    comment: typed(OWN_LINE, 'income').comment,
    at,
  });
}

function totalRow(label: string, first: number, at: number): SheetRow {
  const sum = (letter: string) => (first < at ? `SUM(${letter}${String(first)}:${letter}${String(at - 1)})` : '0');
  return amountRow({ account: '', label, forecast: sum('C'), actual: sum('D'), comment: null, at, look: looks.total });
}

/** « La subvention de … € représente … % du total des produits » (domain: C3), forecast and actual. */
function shareSentence(grant: number, total: number): string {
  const share = (letter: string) => {
    const [part, all] = [`${letter}${String(grant)}`, `${letter}${String(total)}`];
    return `IF(${all}=0;"–";${frenchText(`ROUND(100*${part}/${all};2)`)})`;
  };
  return [
    formulaText('La subvention de '),
    wholeNumber(`ROUND(C${String(grant)};0)`),
    formulaText('\u00A0€ représente '),
    share('C'),
    formulaText('\u00A0% du total des produits prévus\u00A0; réalisée à '),
    wholeNumber(`ROUND(D${String(grant)};0)`),
    formulaText('\u00A0€, elle représente '),
    share('D'),
    formulaText('\u00A0% du total des produits réalisés (montant / total des produits x 100).'),
  ].join('&');
}

function textOr(text: string, otherwise: string): string {
  return `IF(${text}="";${formulaText(otherwise)};${text})`;
}
