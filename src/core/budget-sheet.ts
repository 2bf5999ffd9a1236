/** « Budget prévisionnel »: the two columns of a French association's budget, as live formulas over « Budget ». */
import { inKindClasses } from './budget.ts';
import type { Budget, BudgetClass, BudgetSide, Side } from './budget.ts';
import { formula } from './budget-formulas.ts';
import type { BudgetFormulas } from './budget-formulas.ts';
import { looks } from './dress.ts';
import type { Look } from './dress.ts';
import { generated } from './generated.ts';
import type { Generated, SheetRow } from './generated.ts';
import type { BudgetLine } from './tables/budget-line.ts';
import type { Cell } from './workbook.ts';

/** Title of the generated tab. */
export const BUDGET_SHEET = 'Budget prévisionnel';

/** What the sheet is built from. */
export interface BudgetSheetParts {
  readonly title: string;
  readonly stamp: string;
  readonly budget: Budget;
  readonly formulas: BudgetFormulas;
}

/** One entry of a column: its account class, its label and its amount, as a formula's expression. */
interface Entry {
  readonly code: string;
  readonly label: string;
  readonly amount: string;
  readonly look: 'class' | 'line' | 'total';
}

const EXPENSE = 0;
const INCOME = 4;
const WIDTH = 7;
const line: Look = { ...looks.euros, wrap: true, vertical: 'MIDDLE' };
const entryLooks: Readonly<Record<Entry['look'], Look>> = {
  class: { ...looks.section, ...looks.euros, wrap: true },
  line,
  total: { ...looks.total, ...looks.euros, wrap: true, vertical: 'MIDDLE' },
};

/** The whole tab: title, stamp, two columns, total, gap, in-kind block and checks; whole euros, cents kept underneath. */
export function budgetSheet({ title, stamp, budget, formulas }: BudgetSheetParts): Generated {
  const rows: SheetRow[] = [
    { cells: [title], looks: [{ from: 0, to: WIDTH, look: looks.title }] },
    { cells: [stamp], looks: [{ from: 0, to: WIDTH, look: looks.subtitle }] },
    { cells: [] },
    header('CHARGES', 'PRODUITS'),
  ];
  const columns = [
    sideEntries(budget.expense, 'expense', formulas),
    sideEntries(budget.income, 'income', formulas),
  ] as const;
  rows.push(...facing(columns[0], columns[1]));
  const total = rows.length + 1;
  rows.push(
    ...facing(
      [{ code: '', label: 'TOTAL DES CHARGES', amount: formulas.total('expense'), look: 'total' }],
      [{ code: '', label: 'TOTAL DES PRODUITS', amount: formulas.total('income'), look: 'total' }],
    ),
    gapRow(total),
    changedRow(budget, formulas),
  );
  const inKind = [
    inKindEntries(budget.expense, 'expense', formulas),
    inKindEntries(budget.income, 'income', formulas),
  ] as const;
  rows.push(
    {
      cells: ['Contributions volontaires en nature, présentées à part'],
      looks: [{ from: 0, to: WIDTH, look: looks.subtitle }],
    },
    ...facing(inKind[0], inKind[1]),
    ...facing(
      [
        {
          code: '',
          label: 'TOTAL, contributions en nature comprises',
          amount: `C${total}+${formulas.inKind('expense')}`,
          look: 'total',
        },
      ],
      [
        {
          code: '',
          label: 'TOTAL, contributions en nature comprises',
          amount: `G${total}+${formulas.inKind('income')}`,
          look: 'total',
        },
      ],
    ),
    ...headingRows(budget, formulas),
  );
  return generated(rows, {
    widths: [72, 274, 94, 16, 72, 274, 94],
    frozenRows: 4,
    hideGridlines: true,
    tabColor: '#188038',
    protection: 'Cet onglet est reconstruit par Régie : modifiez plutôt l’onglet « Budget ».',
  });
}

function header(left: string, right: string): SheetRow {
  return {
    cells: ['Compte', left, 'Montant', null, 'Compte', right, 'Montant'],
    looks: [
      { from: EXPENSE, to: EXPENSE + 3, look: looks.header },
      { from: EXPENSE + 2, to: EXPENSE + 3, look: { align: 'RIGHT' } },
      { from: INCOME, to: INCOME + 3, look: looks.header },
      { from: INCOME + 2, to: INCOME + 3, look: { align: 'RIGHT' } },
    ],
  };
}

function sideEntries(side: BudgetSide, name: Side, formulas: BudgetFormulas): Entry[] {
  const classes = side.classes.flatMap((one) => classEntries(one, name, formulas));
  const known = [...side.classes.map(({ code }) => formulas.ofClass(name, code)), formulas.broughtForward(name)];
  return [
    ...classes,
    ...side.broughtForward.map((one) => ({ ...lineEntry(one, formulas), look: 'class' as const })),
    ...(side.unclassified.length > 0
      ? [
          {
            code: '',
            label: 'À classer (classe inconnue)',
            amount: `${formulas.total(name)}-(${known.join('+')})`,
            look: 'class' as const,
          },
        ]
      : []),
    ...side.unclassified.map((one) => lineEntry(one, formulas)),
  ];
}

function classEntries({ code, label, lines }: BudgetClass, side: Side, formulas: BudgetFormulas): Entry[] {
  const heading: Entry = { code, label, amount: formulas.ofClass(side, code), look: 'class' };
  // A single line that is the class itself would only repeat it.
  const detail = lines.length === 1 && lines[0]?.level === 'line' && lines[0].parent === null ? [] : lines;
  return [heading, ...detail.map((one) => lineEntry(one, formulas))];
}

function lineEntry(one: BudgetLine, formulas: BudgetFormulas): Entry {
  return { code: one.accounts.join(' '), label: lineLabel(one), amount: formulas.ofLine(one), look: 'line' };
}

function lineLabel({ label, grant_status: status, funder, desk }: BudgetLine): string {
  const who = funder === null ? (label ?? '') : [funder, desk].filter(Boolean).join(' – ');
  return status === 'requested' ? `${who} (sollicitée)` : who;
}

function inKindEntries(side: BudgetSide, name: Side, formulas: BudgetFormulas): Entry[] {
  const { code, label } = inKindClasses[name];
  return [
    { code, label, amount: formulas.inKind(name), look: 'class' },
    ...side.inKind.map((one) => lineEntry(one, formulas)),
  ];
}

/** Two columns of entries side by side, the shorter one left blank at its end. */
function facing(left: readonly Entry[], right: readonly Entry[]): SheetRow[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
    const entries = [
      { at: EXPENSE, entry: left[row] },
      { at: INCOME, entry: right[row] },
    ];
    const cells: Cell[] = [...entryCells(left[row]), null, ...entryCells(right[row])];
    return {
      cells,
      looks: entries.flatMap(({ at, entry }) =>
        entry ? [{ from: at, to: at + 3, look: entryLooks[entry.look] }] : [],
      ),
    };
  });
}

function entryCells(entry: Entry | undefined): Cell[] {
  return entry ? [entry.code === '' ? null : entry.code, entry.label, formula(entry.amount)] : [null, null, null];
}

function gapRow(total: number): SheetRow {
  const gap = `ROUND(G${total}-C${total};2)`;
  const words = `IF(${gap}=0;"Équilibré : le total des charges est égal au total des produits.";IF(${gap}>0;"Excédent prévisionnel : les produits dépassent les charges.";"Insuffisance prévisionnelle : les charges dépassent les produits."))`;
  return {
    cells: [null, formula(words), null, null, null, 'Écart (produits − charges)', formula(gap)],
    looks: [
      { from: 0, to: WIDTH, look: { italic: true, wrap: true } },
      { from: WIDTH - 1, to: WIDTH, look: looks.cents },
    ],
  };
}

/** Empty as long as the detail above is that of « Budget »; totals are live in any case. */
function changedRow(budget: Budget, formulas: BudgetFormulas): SheetRow {
  const counts = [countedLines(budget.expense), countedLines(budget.income)] as const;
  const same = `AND(${formulas.count('expense')}=${counts[0]};${formulas.count('income')}=${counts[1]})`;
  const words =
    'Des lignes ont été ajoutées ou retirées dans « Budget » : les totaux sont à jour, relancez « Construire le budget » pour le détail.';
  return {
    cells: [null, formula(`IF(${same};"";"${words}")`)],
    looks: [{ from: 0, to: WIDTH, look: { italic: true, color: '#b3261e' } }],
  };
}

function countedLines(side: BudgetSide): number {
  const classes = side.classes.reduce((sum, { lines }) => sum + lines.length, 0);
  return classes + side.broughtForward.length + side.unclassified.length;
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
