/** The budget of one project: its own lines, a share of the general costs by a stated key, and what the association puts in. */
import { isCounted, sumOf } from '../budget.ts';
import type { Side } from '../budget.ts';
import type { ProjectShare } from '../budget-sheet.ts';
import type { BudgetFormulas } from '../budget-formulas.ts';
import { french, frenchNumber } from '../french.ts';
import type { BudgetLine } from '../tables/budget-line.ts';

/** How general costs are shared: not at all, in proportion of direct costs, or a percentage of the project's direct costs. */
export type IndirectKey =
  { readonly kind: 'none' } | { readonly kind: 'prorata' } | { readonly kind: 'percent'; readonly percent: number };

/** The title of the generated tab of a project. */
export function projectSheetTitle(project: string): string {
  return `Budget du projet ${project}`;
}

/** The projects that have counted lines, in the order of « Budget ». */
export function projectsOf(lines: readonly BudgetLine[]): readonly string[] {
  return [...new Set(lines.filter(isCounted).flatMap(({ project }) => (project === null ? [] : [project])))];
}

interface ShareParts {
  readonly lines: readonly BudgetLine[];
  readonly project: string;
  readonly key: IndirectKey;
  /** Formulas over the whole edition, and over the project's lines only. */
  readonly all: BudgetFormulas;
  readonly own: BudgetFormulas;
}

/** The two lines that make a project's budget complete and balanced: indirect costs, own resources (the complement). */
export function projectShare({ lines, project, key, all, own }: ShareParts): ProjectShare {
  const counted = lines.filter(isCounted);
  const sum = (side: Side, of: string | null) =>
    sumOf(counted.filter((line) => line.side === side && (of === null || line.project === of)));
  const direct = sum('expense', project);
  const total = sum('expense', null);
  const general = sumOf(counted.filter((line) => line.side === 'expense' && line.project === null));
  const indirect = indirectOf(key, {
    direct: own.total('expense'),
    total: all.total('expense'),
    general: `(${all.general('expense')})`,
    cents: { direct, total, general },
  });
  const cost = direct + indirect.cents;
  return {
    indirect,
    own: {
      exact: `(${own.total('expense')}+${indirect.exact}-${own.total('income')})`,
      cents: cost - sum('income', project),
    },
  };
}

interface KeyParts {
  readonly direct: string;
  readonly total: string;
  readonly general: string;
  readonly cents: { readonly direct: number; readonly total: number; readonly general: number };
}

function indirectOf(key: IndirectKey, { direct, total, general, cents }: KeyParts): ProjectShare['indirect'] {
  const name = 'Charges indirectes affectées au projet';
  switch (key.kind) {
    case 'none':
      return { label: name, exact: '0', cents: 0 };
    case 'prorata':
      return {
        label: french`${name} (charges sans programme, au prorata des charges directes)`,
        exact: `IF(${total}=0;0;ROUND(${general}*${direct}/${total};2))`,
        cents: cents.total === 0 ? 0 : Math.round((cents.general * cents.direct) / cents.total),
      };
    case 'percent':
      return {
        label: french`${name} (${frenchNumber(key.percent)} % des charges directes)`,
        // The percentage in ten-thousandths: a decimal mark in a formula is read otherwise from one locale to another.
        exact: `ROUND(${direct}*${Math.round(key.percent * 100)}/10000;2)`,
        cents: Math.round((cents.direct * key.percent) / 100),
      };
  }
}
