/** The grants that « Budget » already names become rows of « Financements ». */
import * as z from 'zod';
import { readBudget } from '../budget/reading.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Wish } from '../command.ts';
import type { Problem } from '../problem.ts';
import { euros, french, quoted } from '../french.ts';
import { isGrantLine } from '../grants/budget-lines.ts';
import { reportDueOf } from '../grants/input.ts';
import { funderKey, funderName, grantName, grantTabs, readGrants } from '../grants/read.ts';
import { awardIn } from '../grants/award-in.ts';
import { fold } from '../reading/values/text.ts';
import { blank, wishedTabs } from '../stays/desk.ts';
import { freshIds } from '../numbers.ts';
import { budgetTable } from '../tables/budget-line.ts';
import type { BudgetLine } from '../tables/budget-line.ts';
import { grantPartTable, grantTable } from '../tables/grant.ts';
import type { Grant, GrantPart } from '../tables/grant.ts';

const input = z.object({ answers: z.record(z.string().max(40), z.string().max(40)).default({}) });

/** « Reprendre les subventions du budget »: one grant per line of class 74 that none carries yet. */
export const seedGrants = defineCommand({
  name: 'seed-grants',
  label: 'Reprendre les subventions du budget',
  purpose: 'Crée « Financements » à partir des subventions inscrites dans l’onglet « Budget ».',
  input,
  reads: () => [...grantTabs, budgetTable.tab],
  changes: () => [grantTable.tab, grantPartTable.tab, budgetTable.tab],
  decide: (state, { answers }) => {
    const all = readGrants(state);
    if (all.obstacle !== null) return refuse(all.obstacle);
    const read = readBudget(state, answers);
    if ('refused' in read) return read.refused;
    const { reading } = read;
    const taken = new Set(all.parts.map(({ line }) => line));
    const open = reading.lines.filter((line) => isGrantLine(line) && (line.amount ?? 0) > 0 && !taken.has(line.id));
    const known = (line: BudgetLine) => all.grants.find((grant) => isLike(grant, line));
    const fresh = open.filter((line) => known(line) === undefined);
    const problems = open.flatMap((line) => {
      const grant = known(line);
      return grant === undefined ? [] : [alreadyThere(line, grant)];
    });
    const questions = reading.questions;
    if (fresh.length === 0)
      return wish({
        questions,
        problems,
        summary: ['Toutes les subventions du budget sont déjà dans « Financements ».'],
      });
    const ids = freshIds(state, grantTable, fresh.length);
    const partIds = freshIds(state, grantPartTable, fresh.length);
    const grants = fresh.map((line, index) => grantOf(line, ids[index] ?? '', reading.edition.year));
    const parts = fresh.map((line, index) =>
      partOf(line, { id: partIds[index] ?? '', grant: ids[index] ?? '', year: line.year ?? reading.edition.year }),
    );
    const numbered = { ...state, workbook: { ...state.workbook, [budgetTable.tab]: reading.grid } };
    const { tabs, dress } = wishedTabs({ state: numbered }, [
      { table: grantTable, add: new Map(grants.map((grant) => [grant.id, grant])) },
      { table: grantPartTable, add: new Map(parts.map((part) => [part.id, part])) },
    ]);
    return wish({
      tabs: { ...(reading.given.length > 0 ? { [budgetTable.tab]: reading.grid } : {}), ...tabs },
      dress,
      questions,
      problems,
      summary: summaryOf(grants),
    });
  },
});

function isLike(grant: Grant, line: BudgetLine): boolean {
  return (
    funderKey(grant.funder) === funderKey(line.funder ?? line.label) &&
    fold(grant.desk ?? '') === fold(line.desk ?? '') &&
    fold(grant.project ?? '') === fold(line.project ?? '') &&
    (line.label === null || fold(grant.purpose ?? '') === fold(line.label))
  );
}

function grantOf(line: BudgetLine, id: string, editionYear: number | null): Grant {
  const { desk, label, project } = line;
  const { award, ...spread } = awardOf(line, line.year ?? editionYear);
  const state = line.grant_status ?? 'requested';
  const grant: Grant = {
    ...blank(grantTable, id),
    ...spread,
    funder: funderName(line.funder ?? label),
    desk,
    purpose: label,
    project,
    state,
    requested: award,
    awarded: state === 'awarded' ? award : null,
  };
  return { ...grant, report_due: project === null ? null : reportDueOf(grant) };
}

/** The award and its period: those that the line’s computation tells, else its amount for its year. */
function awardOf(
  line: BudgetLine,
  year: number | null,
): Pick<Grant, 'period_start' | 'period_end' | 'allocation'> & { readonly award: number } {
  if (year === null) return { award: line.amount ?? 0, period_start: null, period_end: null, allocation: null };
  const spread = awardIn(line, year);
  if (spread !== null)
    return { award: spread.award, period_start: spread.start, period_end: spread.end, allocation: 'months' };
  const named = String(year);
  return {
    award: line.amount ?? 0,
    period_start: `${named}-01-01`,
    period_end: `${named}-12-31`,
    allocation: null,
  };
}

function partOf(line: BudgetLine, { id, grant, year }: { id: string; grant: string; year: number | null }): GrantPart {
  return { ...blank(grantPartTable, id), grant, year, project: line.project, amount: line.amount, line: line.id };
}

function alreadyThere(line: BudgetLine, grant: Grant): Problem {
  return {
    tab: budgetTable.tab,
    row: null,
    column: null,
    kind: 'grant_known',
    raw: line.id,
    severity: 'info',
    message: french`Onglet « Budget », ${line.id} : ${quoted(grantName(grant))} est déjà dans « Financements » (${grant.id}). Utilisez « Inscrire au budget » pour relier cette ligne.`,
  };
}

function summaryOf(grants: readonly Grant[]): Wish['summary'] {
  const count = grants.length;
  const total = grants.reduce((sum, { requested }) => sum + (requested ?? 0), 0);
  const spread = grants.filter(({ allocation }) => allocation !== null);
  return [
    french`${count === 1 ? 'Une subvention du budget entre' : `${String(count)} subventions du budget entrent`} dans « Financements » : ${euros(total)} en tout.`,
    ...spread.map(
      (grant) =>
        french`${quoted(grantName(grant))} : le calcul dit une part d’un total de ${euros(grant.requested ?? 0)} sur douze mois ; c’est ce total qui est repris.`,
    ),
    'Relisez ensuite l’état, les dates et l’objet de chacune : le budget ne les disait pas toutes.',
  ];
}
