/** The forecast budget: its classes, its lines, and what they add up to. Amounts in whole cents. */
import type { BudgetLine } from './tables/budget-line.ts';

/** Expenses or income, as in « Charges ou produits ». */
export type Side = 'expense' | 'income';

/** The classes of the two columns in the order of Cerfa 12156 (facts: budget layout, line by line). */
export const classLabels: Readonly<Record<Side, Readonly<Record<string, string>>>> = {
  expense: {
    '60': 'Achats',
    '61': 'Services extérieurs',
    '62': 'Autres services extérieurs',
    '63': 'Impôts et taxes',
    '64': 'Charges de personnel',
    '65': 'Autres charges de gestion courante',
    '66': 'Charges financières',
    '67': 'Charges exceptionnelles',
    '68': 'Dotations aux amortissements, provisions et engagements',
    '69': 'Impôt sur les bénéfices, participation des salariés',
  },
  income: {
    '70': 'Ventes de produits finis, de marchandises, prestations de services',
    '71': 'Production stockée',
    '72': 'Production immobilisée',
    '73': 'Dotations et produits de tarification',
    '74': 'Subventions d’exploitation',
    '75': 'Autres produits de gestion courante',
    '76': 'Produits financiers',
    '77': 'Produits exceptionnels',
    '78': 'Reprises sur amortissements, dépréciations et provisions',
    '79': 'Transferts de charges',
  },
};

/** Classes of the plan that associations rarely use: shown only when a line has them. */
const rareClasses: readonly string[] = ['71', '72'];

/** The class of an in-kind line, by side: they balance apart and never enter the totals. */
export const inKindClasses: Readonly<Record<Side, { code: string; label: string }>> = {
  expense: { code: '86', label: 'Emplois des contributions volontaires en nature' },
  income: { code: '87', label: 'Contributions volontaires en nature' },
};

/** One class of a side, with its lines; `code` is what « Classe » holds. */
export interface BudgetClass {
  readonly code: string;
  readonly label: string;
  readonly lines: readonly BudgetLine[];
}

/** One column of the budget. */
export interface BudgetSide {
  readonly classes: readonly BudgetClass[];
  /** Result of earlier years used this year, outside the classes. */
  readonly broughtForward: readonly BudgetLine[];
  /** Counted lines that no class takes in. */
  readonly unclassified: readonly BudgetLine[];
  readonly inKind: readonly BudgetLine[];
  readonly total: number;
  readonly inKindTotal: number;
}

/** A heading whose own amount is not the sum of its lines. */
export interface HeadingGap {
  readonly heading: BudgetLine;
  readonly detailed: number;
}

/** A whole budget, both sides. */
export interface Budget {
  readonly expense: BudgetSide;
  readonly income: BudgetSide;
  /** Income minus expenses: positive is a surplus. */
  readonly gap: number;
  readonly headingGaps: readonly HeadingGap[];
}

/** A line counts unless it is a heading, an in-kind contribution, or said not to count. */
export function isCounted(line: BudgetLine): boolean {
  return line.counted !== false && line.in_kind !== true && line.amount !== null;
}

/** The budget of some lines of « Budget » (all of one year and version). */
export function budgetOf(lines: readonly BudgetLine[]): Budget {
  const expense = sideOf(lines, 'expense');
  const income = sideOf(lines, 'income');
  return { expense, income, gap: income.total - expense.total, headingGaps: headingGaps(lines) };
}

/** The sum of the lines' amounts. */
export function sumOf(lines: readonly BudgetLine[]): number {
  return lines.reduce((sum, line) => sum + (line.amount ?? 0), 0);
}

/** French name of a class code: « 63 à 65 (non détaillé) » for a line that joins several. */
export function classLabel(side: Side, code: string): string {
  const joint = code.split('-');
  if (joint.length > 1) return `${joint[0] ?? ''} à ${joint.at(-1) ?? ''} (non détaillé)`;
  return classLabels[side][code] ?? '';
}

function sideOf(lines: readonly BudgetLine[], side: Side): BudgetSide {
  const own = lines.filter((line) => line.side === side);
  const counted = own.filter(isCounted);
  const broughtForward = counted.filter((line) => line.brought_forward === true);
  const rest = counted.filter((line) => line.brought_forward !== true);
  const codes = classCodes(side, rest);
  const inKind = own.filter((line) => line.in_kind === true && line.amount !== null);
  return {
    classes: codes.map((code) => ({
      code,
      label: classLabel(side, code),
      lines: rest.filter((line) => line.account_class === code),
    })),
    broughtForward,
    unclassified: rest.filter((line) => line.account_class === null || !codes.includes(line.account_class)),
    inKind,
    total: sumOf(counted),
    inKindTotal: sumOf(inKind),
  };
}

/** All classes of the form, and those that lines join (« 63-64-65 ») in the place of the classes that they stand for. */
function classCodes(side: Side, lines: readonly BudgetLine[]): string[] {
  const used = new Set(lines.map((line) => line.account_class ?? ''));
  const known = Object.keys(classLabels[side]);
  const joint = [...used].filter((code) => code.includes('-') && code.split('-').every((part) => known.includes(part)));
  const covered = new Set(joint.flatMap((code) => code.split('-')));
  const shown = known.filter((code) => used.has(code) || !(covered.has(code) || rareClasses.includes(code)));
  return [...shown, ...joint].sort((a, b) => a.localeCompare(b, 'en'));
}

function headingGaps(lines: readonly BudgetLine[]): HeadingGap[] {
  const children = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    if (line.parent === null) continue;
    const list = children.get(line.parent);
    if (list) list.push(line);
    else children.set(line.parent, [line]);
  }
  return lines
    .filter((line) => line.level === 'heading' && line.amount !== null)
    .map((heading) => ({ heading, detailed: sumOf(children.get(heading.id) ?? []) }))
    .filter(({ heading, detailed }) => heading.amount !== detailed);
}

/** A set of lines that make one budget: a year and a version of it. */
export interface BudgetEdition {
  readonly year: number | null;
  readonly version: string | null;
}

/** The editions that « Budget » holds, the latest year first; lines without year or version, typed by hand, make none beside others. */
export function editionsOf(lines: readonly BudgetLine[]): BudgetEdition[] {
  const editions = new Map<string, BudgetEdition>();
  for (const { year, version } of lines) editions.set(JSON.stringify([year, version]), { year, version });
  const named = [...editions.values()].filter(({ year, version }) => year !== null || version !== null);
  return (named.length > 0 ? named : [...editions.values()]).sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
}

/** True for a line of the edition; where it is alone, lines without year and version are its own. */
export function isOfEdition({ year, version }: BudgetLine, edition: BudgetEdition, alone: boolean): boolean {
  if (year === null && version === null && alone) return true;
  return year === edition.year && version === edition.version;
}
