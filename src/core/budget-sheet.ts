/** « Budget prévisionnel »: the two columns of Cerfa 12156, line by line, as live formulas over « Budget ». */
import type { Budget, BudgetSide, Side } from './budget.ts';
import { formColumn, inKindColumn } from './budget/form-column.ts';
import type { FormRow } from './budget/form-column.ts';
import type { Chart } from './budget/form-place.ts';
import { requestSentences } from './budget/request-sentence.ts';
import { formula } from './budget-formulas.ts';
import type { BudgetFormulas } from './budget-formulas.ts';
import { looks } from './dress.ts';
import type { Look } from './dress.ts';
import { generated } from './generated.ts';
import type { Generated, SheetRow } from './generated.ts';
import { columnLetters } from './workbook.ts';
import type { Cell } from './workbook.ts';

/** Title of the generated tab. */
export const BUDGET_SHEET = 'Budget prévisionnel';

/** What the sheet is built from. */
export interface BudgetSheetParts {
  readonly title: string;
  readonly stamp: string;
  readonly budget: Budget;
  readonly formulas: BudgetFormulas;
  readonly chart: Chart;
  /** The form followed, « 12156*06 ». */
  readonly form: string;
  /** For the budget of a project: what it takes of the association's costs and resources, as expressions, and in cents. */
  readonly project?: ProjectShare;
}

/** The two lines that only a project's budget has. */
export interface ProjectShare {
  readonly indirect: { readonly label: string; readonly exact: string; readonly cents: number };
  readonly own: { readonly exact: string; readonly cents: number };
}

const EXPENSE = 0;
const INCOME = 4;
const WIDTH = 7;
/** Exact amounts stand in hidden columns: what is shown is rounded to the euro, and adds up. */
const EXACT = { [EXPENSE]: 7, [INCOME]: 8 } as const;
const middle: Look = { wrap: true, vertical: 'MIDDLE' };
/** The euro format with nothing shown for zero. */
const hiddenZero: Look = { format: { type: 'NUMBER', pattern: '#,##0 [$€];-#,##0 [$€];' } };
const rowLooks: Readonly<Record<FormRow['look'] | 'total', Look>> = {
  class: { ...looks.section, ...looks.euros, wrap: true },
  line: { ...looks.euros, ...middle },
  detail: { ...looks.euros, ...middle, italic: true, color: '#5f6368' },
  total: { ...looks.total, ...looks.euros, ...middle },
};

/** The whole tab: title, stamp, every line of both columns, totals, gap, request sentences, contributions in kind, checks. */
export function budgetSheet(sheet: BudgetSheetParts): Generated {
  const { title, stamp, budget, formulas, chart, form, project } = sheet;
  const rows: SheetRow[] = [
    { cells: [title], looks: [{ from: 0, to: WIDTH, look: looks.title }] },
    { cells: [stamp], looks: [{ from: 0, to: WIDTH, look: looks.subtitle }] },
    {
      cells: [`Présentation du formulaire Cerfa n° ${form}, en euros sans centimes.`],
      looks: [{ from: 0, to: WIDTH, look: looks.subtitle }],
    },
    header('CHARGES DIRECTES', 'RESSOURCES DIRECTES'),
  ];
  const parts = { formulas, chart };
  const main = [
    { at: EXPENSE, rows: formColumn({ ...parts, side: budget.expense, name: 'expense', more: indirectRows(project) }) },
    { at: INCOME, rows: formColumn({ ...parts, side: budget.income, name: 'income', more: ownRows(project) }) },
  ] as const;
  const first = rows.length + 1;
  rows.push(...facing(main, first, (name) => liveTotal(name, formulas, project)));
  const last = rows.length;
  const exact = { expense: exactSum(EXPENSE, first, last), income: exactSum(INCOME, first, last) };
  const total = rows.length + 1;
  rows.push(
    totalRow('TOTAL DES CHARGES', `ROUND(${exact.expense};0)`, 'TOTAL DES PRODUITS', `ROUND(${exact.income};0)`),
    outcomeRow(exact),
    gapRow(exact),
    changedRow(budget, formulas, [`H${last}`, `I${last}`]),
  );
  rows.push(...sentenceRows(sheet, `G${total}`));
  rows.push({
    cells: ['Contributions volontaires en nature, présentées à part'],
    looks: [{ from: 0, to: WIDTH, look: looks.subtitle }],
  });
  const inKind = [
    { at: EXPENSE, rows: inKindColumn({ ...parts, side: budget.expense, name: 'expense' }) },
    { at: INCOME, rows: inKindColumn({ ...parts, side: budget.income, name: 'income' }) },
  ] as const;
  const inKindFirst = rows.length + 1;
  rows.push(...facing(inKind, inKindFirst, (name) => formulas.inKind(name)));
  const all = 'TOTAL, contributions en nature comprises';
  const [left, right] = [exactSum(EXPENSE, inKindFirst, rows.length), exactSum(INCOME, inKindFirst, rows.length)];
  rows.push(totalRow(all, `C${total}+ROUND(${left};0)`, all, `G${total}+ROUND(${right};0)`));
  rows.push(...headingRows(budget, formulas));
  return generated(rows, {
    widths: [72, 280, 94, 16, 72, 280, 94, 90, 90],
    hiddenColumns: [EXACT[EXPENSE], EXACT[INCOME]],
    frozenRows: 4,
    hideGridlines: true,
    tabColor: '#188038',
    protection: 'Cet onglet est reconstruit par Régie : modifiez plutôt l’onglet « Budget ».',
  });
}

/** What both columns must add up to, whatever is typed in « Budget » meanwhile. */
function liveTotal(side: Side, formulas: BudgetFormulas, project: ProjectShare | undefined): string {
  const share = side === 'expense' ? project?.indirect : project?.own;
  return share === undefined ? formulas.total(side) : `${formulas.total(side)}+${share.exact}`;
}

function indirectRows(project: ProjectShare | undefined): readonly Omit<FormRow, 'look' | 'parts'>[] {
  return project === undefined ? [] : [{ code: '', ...project.indirect }];
}

function ownRows(project: ProjectShare | undefined): readonly Omit<FormRow, 'look' | 'parts'>[] {
  return project === undefined ? [] : [{ code: '', label: 'Ressources propres affectées au projet', ...project.own }];
}

function header(left: string, right: string): SheetRow {
  return {
    cells: ['Compte', left, 'Montant', null, 'Compte', right, 'Montant', 'Exact', 'Exact'],
    looks: [
      { from: EXPENSE, to: EXPENSE + 3, look: looks.header },
      { from: EXPENSE + 2, to: EXPENSE + 3, look: { align: 'RIGHT' } },
      { from: INCOME, to: INCOME + 3, look: looks.header },
      { from: INCOME + 2, to: INCOME + 3, look: { align: 'RIGHT' } },
    ],
  };
}

interface PlacedColumn {
  readonly at: typeof EXPENSE | typeof INCOME;
  readonly rows: readonly FormRow[];
}

/**
 * Two columns side by side from the row `first` on (one-based), the shorter one left blank at its end; then a row for
 * lines typed since, which counts them until the tab is built again.
 */
function facing(
  columns: readonly [PlacedColumn, PlacedColumn],
  first: number,
  live: (side: Side) => string,
): SheetRow[] {
  const height = Math.max(...columns.map(({ rows }) => rows.length));
  const last = first + height;
  const amounts = columns.map((column) => amountsOf(column, { first, last }));
  const placed = Array.from({ length: height }, (_, index): SheetRow => {
    const [left, right] = columns;
    const cells: Cell[] = [
      ...rowCells(left.rows[index], amounts[0]?.[index]),
      null,
      ...rowCells(right.rows[index], amounts[1]?.[index]),
      exactCell(left.rows[index]),
      exactCell(right.rows[index]),
    ];
    return {
      cells,
      looks: columns.flatMap(({ at, rows }) => {
        const row = rows[index];
        return row ? [{ from: at, to: at + 3, look: rowLooks[row.look] }] : [];
      }),
    };
  });
  return [...placed, addedRow(first, last, live)];
}

function addedRow(first: number, last: number, live: (side: Side) => string): SheetRow {
  const exact = (letters: string, side: Side) =>
    formula(`ROUND(${live(side)}-SUM(${letters}${first}:${letters}${last - 1});2)`);
  const shown = (letters: string): Cell[] => [
    null,
    formula(`IF(${letters}${last}=0;"";"Lignes ajoutées depuis, à classer")`),
    formula(`ROUND(${letters}${last};0)`),
  ];
  return {
    cells: [...shown('H'), null, ...shown('I'), exact('H', 'expense'), exact('I', 'income')],
    looks: [EXPENSE, INCOME].map((at) => ({ from: at, to: at + 3, look: { ...rowLooks.line, ...hiddenZero } })),
  };
}

function rowCells(row: FormRow | undefined, amount: string | undefined): Cell[] {
  if (!row) return [null, null, null];
  return [row.code === '' ? null : row.code, row.label, formula(amount ?? '0')];
}

function exactCell(row: FormRow | undefined): Cell {
  return row === undefined || row.exact === null ? null : formula(row.exact);
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** Leaves are rounded, the largest takes what rounding leaves over, the others add up what is shown. */
function amountsOf({ at, rows }: PlacedColumn, { first, last }: Span): string[] {
  const shown = columnLetters(at + 2);
  const exact = columnLetters(EXACT[at]);
  const span = `${exact}${first}:${exact}${last}`;
  const leaves = rows.flatMap((row, index) => (row.exact === null ? [] : [{ index, cents: Math.abs(row.cents) }]));
  const largest = leaves.reduce<(typeof leaves)[number] | null>(
    (best, one) => (best === null || one.cents > best.cents ? one : best),
    null,
  );
  return rows.map((row, index) => {
    const place = `${exact}${first + index}`;
    if (row.exact === null) return row.parts.map((part) => `${shown}${first + part}`).join('+') || '0';
    const rounded = `ROUND(${place};0)`;
    return index === largest?.index ? `${rounded}+ROUND(SUM(${span});0)-SUMPRODUCT(ROUND(${span};0))` : rounded;
  });
}

function exactSum(at: typeof EXPENSE | typeof INCOME, first: number, last: number): string {
  const letters = columnLetters(EXACT[at]);
  return `SUM(${letters}${first}:${letters}${Math.max(first, last)})`;
}

function totalRow(left: string, expense: string, right: string, income: string): SheetRow {
  return {
    cells: [null, left, formula(expense), null, null, right, formula(income)],
    looks: [EXPENSE, INCOME].map((at) => ({ from: at, to: at + 3, look: rowLooks.total })),
  };
}

interface Exact {
  readonly expense: string;
  readonly income: string;
}

/** The two lines of the form that say which side is larger; they are no income and no expense of ours. */
function outcomeRow({ expense, income }: Exact): SheetRow {
  const gap = `ROUND(${income}-${expense};0)`;
  return {
    cells: [
      null,
      'Excédent prévisionnel (bénéfice)',
      formula(`IF(${gap}>0;${gap};0)`),
      null,
      null,
      'Insuffisance prévisionnelle (déficit)',
      formula(`IF(${gap}<0;-${gap};0)`),
    ],
    looks: [EXPENSE, INCOME].map((at) => ({ from: at, to: at + 3, look: rowLooks.line })),
  };
}

function gapRow({ expense, income }: Exact): SheetRow {
  const gap = `ROUND(${income}-${expense};2)`;
  const words = `IF(${gap}=0;"Équilibré : le total des charges est égal au total des produits.";IF(${gap}>0;"Excédent prévisionnel : les produits dépassent les charges.";"Insuffisance prévisionnelle : les charges dépassent les produits."))`;
  return {
    cells: [null, formula(words), null, null, null, 'Écart (produits − charges)', formula(gap)],
    looks: [
      { from: 0, to: WIDTH, look: { italic: true, wrap: true } },
      { from: WIDTH - 1, to: WIDTH, look: looks.cents },
    ],
  };
}

/** Empty as long as the lines above are those of « Budget ». */
function changedRow(budget: Budget, formulas: BudgetFormulas, added: readonly [string, string]): SheetRow {
  const same = [
    `${formulas.count('expense')}=${countedLines(budget.expense)}`,
    `${formulas.count('income')}=${countedLines(budget.income)}`,
    ...added.map((cell) => `${cell}=0`),
  ].join(';');
  const words =
    'Des lignes ont été ajoutées, retirées ou reclassées dans « Budget » : les totaux sont à jour, relancez « Construire le budget » pour le détail.';
  return {
    cells: [null, formula(`IF(AND(${same});"";"${words}")`)],
    looks: [{ from: 0, to: WIDTH, look: { bold: true, color: '#b3261e' } }],
  };
}

function countedLines(side: BudgetSide): number {
  const classes = side.classes.reduce((sum, { lines }) => sum + lines.length, 0);
  return classes + side.broughtForward.length + side.unclassified.length;
}

function sentenceRows({ budget, formulas, project }: BudgetSheetParts, total: string): SheetRow[] {
  const base = project === undefined ? 'du total des produits' : 'du total des produits du projet';
  return requestSentences(budget, formulas, { total, base }).map((expression) => ({
    cells: [null, formula(expression)],
    looks: [{ from: 0, to: WIDTH, look: { italic: true } }],
  }));
}

/** Where a gap could hide: each heading of « Budget » against the sum of its lines. */
function headingRows(budget: Budget, formulas: BudgetFormulas): SheetRow[] {
  if (budget.headingGaps.length === 0) return [];
  const rows = budget.headingGaps.map(({ heading }): SheetRow => {
    const [announced, detailed] = [formulas.ofLine(heading), formulas.under(heading)];
    return {
      cells: [heading.id, heading.label, formula(announced), null, null, 'détail de ses lignes', formula(detailed)],
      looks: [
        { from: 2, to: 3, look: looks.cents },
        { from: 6, to: 7, look: looks.cents },
      ],
    };
  });
  const text = 'À vérifier : ces titres de « Budget » n’égalent pas la somme de leurs lignes (le détail seul compte)';
  return [
    { cells: [] },
    { cells: [text], looks: [{ from: 0, to: WIDTH, look: { bold: true, color: '#b3261e' } }] },
    ...rows,
  ];
}
