/** The live formulas over « Budget » that generated tabs are made of. */
import type { BudgetEdition, Side } from './budget.ts';
import { exactly, formulaText } from './generated.ts';
import type { BudgetLine } from './tables/budget-line.ts';
import { columnRange } from './workbook.ts';
import type { Formula } from './workbook.ts';

/** Formulas of one edition of the budget; texts without "=" so that they can be combined. */
export interface BudgetFormulas {
  /** What counts in the totals of a side. */
  readonly total: (side: Side) => string;
  /** How many lines count in the totals of a side. */
  readonly count: (side: Side) => string;
  readonly ofClass: (side: Side, code: string) => string;
  readonly broughtForward: (side: Side) => string;
  readonly inKind: (side: Side) => string;
  /** What counts in the totals of a side and belongs to no project. */
  readonly general: (side: Side) => string;
  readonly ofFunder: (funder: string, desk: string | null) => string;
  readonly ofProject: (side: Side, project: string, code: string | null) => string;
  /** The amount of one line, found by its number. */
  readonly ofLine: (line: BudgetLine) => string;
  /** The detail of a heading. */
  readonly under: (heading: BudgetLine) => string;
}

/** The formula of an expression. */
export function formula(expression: string): Formula {
  return { formula: `=${expression}` };
}

/** Where the lines are: the actual title of « Budget », and its columns by field. */
export interface BudgetPlace {
  readonly tab: string;
  readonly places: ReadonlyMap<string, number>;
}

/**
 * Formulas over the places where the columns of « Budget » stand; an edition is named only when several share the tab,
 * a project when only its lines count.
 */
export function budgetFormulas(
  { tab, places }: BudgetPlace,
  edition: BudgetEdition | null,
  project: string | null = null,
): BudgetFormulas {
  const range = (field: string) => columnRange(tab, places.get(field) ?? 0);
  const sum = (criteria: Readonly<Record<string, string>>) => {
    const pairs = Object.entries(criteria).filter(([field]) => places.has(field));
    return `SUMIFS(${[range('amount'), ...pairs.flatMap(([field, criterion]) => [range(field), formulaText(criterion)])].join(';')})`;
  };
  const count = (criteria: Readonly<Record<string, string>>) => {
    const pairs = Object.entries(criteria).filter(([field]) => places.has(field));
    return `COUNTIFS(${pairs.flatMap(([field, criterion]) => [range(field), formulaText(criterion)]).join(';')})`;
  };
  const only = { ...editionCriteria(edition), ...(project === null ? {} : { project: exactly(project) }) };
  const sideLabel = (side: Side) => (side === 'expense' ? 'Charges' : 'Produits');
  const counted = (side: Side) => ({ side: sideLabel(side), counted: '<>non', in_kind: '<>oui', ...only });
  return {
    total: (side) => sum(counted(side)),
    count: (side) => count(counted(side)),
    ofClass: (side, code) => sum({ ...counted(side), account_class: code, brought_forward: '<>oui' }),
    broughtForward: (side) => sum({ ...counted(side), brought_forward: 'oui' }),
    inKind: (side) => sum({ side: sideLabel(side), in_kind: 'oui', ...only }),
    general: (side) => `${sum(counted(side))}-${sum({ ...counted(side), project: '<>' })}`,
    ofFunder: (funder, desk) =>
      sum({
        ...counted('income'),
        account_class: '74',
        funder: exactly(funder),
        ...(desk === null ? {} : { desk: exactly(desk) }),
      }),
    ofProject: (side, project, code) =>
      sum({ ...counted(side), project: exactly(project), ...(code === null ? {} : { account_class: code }) }),
    ofLine: (line) => sum({ id: line.id }),
    under: (heading) => sum({ parent: heading.id }),
  };
}

function editionCriteria(edition: BudgetEdition | null): Record<string, string> {
  if (!edition) return {};
  return {
    ...(edition.year === null ? {} : { year: String(edition.year) }),
    ...(edition.version === null ? {} : { version: exactly(edition.version) }),
  };
}
