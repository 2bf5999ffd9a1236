/** The self-financing rate: five definitions, since no law gives one (facts: C6 and B3). Amounts in whole cents. */
import { sumOf } from './budget.ts';
import type { Budget } from './budget.ts';
import { french } from './french.ts';
import type { BudgetLine } from './tables/budget-line.ts';

/** The five definitions, named as in the facts. */
export const definitions = {
  D1: {
    label: french`Ressources propres ÷ total des produits`,
    text: french`Ressources propres (classes 70, 75 et 76) rapportées au total des produits, report du résultat compris ; contributions en nature (86/87) exclues.`,
  },
  D2: {
    label: french`Ressources propres et report ÷ total des produits`,
    text: french`Comme D1, mais le report du résultat antérieur compte aussi comme une ressource propre.`,
  },
  D3: {
    label: french`Fonctionnement seul, hors projets subventionnés`,
    text: french`Comme D1, après retrait des programmes qui ont leur propre subvention : leur coût sort du total, la part propre qu’ils consomment sort des ressources.`,
  },
  D4: {
    label: french`Ressources propres ÷ produits de l’année`,
    text: french`Comme D1, mais le report du résultat antérieur est retiré du total.`,
  },
  D5: {
    label: french`Ressources propres sans les dons ÷ total des produits`,
    text: french`Comme D1, sans les dons et le mécénat.`,
  },
} as const;

/** A definition's name. */
export type DefinitionName = keyof typeof definitions;

/** Classes whose income is the association's own. */
export const ownClasses: readonly string[] = ['70', '75', '76'];

/** A rate with what it is made of; `why` says in French why it cannot be computed. */
export type Rate =
  | { readonly computable: true; readonly numerator: number; readonly denominator: number }
  | { readonly computable: false; readonly why: string };

/** Programmes with both expenses and a grant of their own: what definition D3 takes out. */
export function fundedProjects(budget: Budget): { project: string; cost: number; granted: number }[] {
  const byProject = (lines: readonly BudgetLine[], project: string) => lines.filter((line) => line.project === project);
  const expenses = [...budget.expense.classes.flatMap(({ lines }) => lines), ...budget.expense.unclassified];
  const grants = budget.income.classes.filter(({ code }) => code === '74').flatMap(({ lines }) => lines);
  const projects = [...new Set(grants.flatMap(({ project }) => (project === null ? [] : [project])))];
  return projects
    .map((project) => ({
      project,
      cost: sumOf(byProject(expenses, project)),
      granted: sumOf(byProject(grants, project)),
    }))
    .filter(({ cost, granted }) => cost > 0 && granted > 0);
}

/** The lines of donations and patronage: account 754, written or suggested. */
export function donationLines(budget: Budget): BudgetLine[] {
  return linesOfAccount(budget, '754');
}

/** The lines of membership fees: account 756, written or suggested. */
export function membershipFeeLines(budget: Budget): BudgetLine[] {
  return linesOfAccount(budget, '756');
}

/** Own income: the lines of classes 70, 75 and 76. */
export function ownIncome(budget: Budget): number {
  return sumOf(budget.income.classes.filter(({ code }) => ownClasses.includes(code)).flatMap(({ lines }) => lines));
}

/** The five rates of a budget. */
export function ratesOf(budget: Budget): Readonly<Record<DefinitionName, Rate>> {
  const own = ownIncome(budget);
  const total = budget.income.total;
  const report = sumOf(budget.income.broughtForward);
  const projects = fundedProjects(budget);
  const cost = projects.reduce((sum, project) => sum + project.cost, 0);
  const ownShare = projects.reduce((sum, project) => sum + project.cost - project.granted, 0);
  const donations = donationLines(budget);
  const detailed75 =
    !budget.income.classes.some(({ code, lines }) => code === '75' && lines.length > 0) || donations.length > 0;
  return {
    D1: rate(own, total),
    D2: rate(own + report, total),
    D3:
      projects.length > 0
        ? rate(own - ownShare, total - cost)
        : {
            computable: false,
            why: french`aucun programme n’a à la fois ses charges et sa subvention dans « Budget »`,
          },
    D4: rate(own, total - report),
    D5: detailed75
      ? rate(own - sumOf(donations), total)
      : { computable: false, why: french`les dons (compte 754) ne sont pas distingués dans « Budget »` },
  };
}

function rate(numerator: number, denominator: number): Rate {
  if (denominator <= 0) return { computable: false, why: french`le total des produits est nul` };
  return { computable: true, numerator, denominator };
}

function linesOfAccount(budget: Budget, prefix: string): BudgetLine[] {
  return budget.income.classes
    .flatMap(({ lines }) => lines)
    .filter((line) => {
      const accounts = line.accounts.length > 0 ? line.accounts.filter((code) => code.length > 2) : [];
      const known = accounts.length > 0 ? accounts : line.suggested_account === null ? [] : [line.suggested_account];
      return known.length > 0 && known.every((code) => code.startsWith(prefix));
    });
}
