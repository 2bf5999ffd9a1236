/** Writes the part of a grant that belongs to a year in the budget of that year. */
import * as z from 'zod';
import type { BudgetEdition } from '../budget.ts';
import { readBudget } from '../budget/reading.ts';
import type { BudgetReading } from '../budget/reading.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Question, State, Wish } from '../command.ts';
import { euros, french, quoted } from '../french.ts';
import { editionFor, lineAfter, lineQuestion, linesFor, linesOf } from '../grants/budget-lines.ts';
import type { PartPlace } from '../grants/budget-lines.ts';
import { wrongProgramme } from '../grants/input.ts';
import { amountOf, isInBudget, ownParts, partFor, partsByMonths } from '../grants/parts.ts';
import { grantName, grantTabs, readGrants } from '../grants/read.ts';
import { blank, nextId, wishedTabs } from '../stays/desk.ts';
import type { TableChanges } from '../stays/desk.ts';
import { tidy } from '../members/inputs.ts';
import { cents, firstReason, idText, shortText } from '../stays/inputs.ts';
import { freshIds } from '../numbers.ts';
import { budgetTable } from '../tables/budget-line.ts';
import type { BudgetLine } from '../tables/budget-line.ts';
import { grantPartTable, grantStates } from '../tables/grant.ts';
import type { Grant, GrantPart } from '../tables/grant.ts';

const input = z.object({
  grant: idText('FIN'),
  /** The year of the budget; that of « Budget » when absent. */
  year: z.number().int().min(0).max(9999).optional(),
  /** The programme; that of the grant when absent. */
  project: shortText.optional(),
  /** In cents; the part by months, or all that is left, when absent. */
  amount: cents.optional(),
  answers: z.record(z.string().max(40), z.string().max(40)).default({}),
});

/** « Inscrire au budget »: the part of a year is written down, and its line of class 74 says the same. */
export const allocateGrant = defineCommand({
  name: 'allocate-grant',
  label: 'Inscrire un financement au budget',
  purpose: 'Inscrit au budget d’une année la part d’un financement, sans jamais dépasser son montant.',
  input,
  reads: () => [...grantTabs, budgetTable.tab],
  changes: () => [grantPartTable.tab, budgetTable.tab],
  decide: (state, asked, { today }) => {
    const all = readGrants(state);
    if (all.obstacle !== null) return refuse(all.obstacle);
    const grant = all.grants.find(({ id }) => id === asked.grant);
    if (grant === undefined)
      return refuse(french`Le financement ${quoted(asked.grant)} n’est plus dans « Financements ».`);
    const read = readBudget(state, asked.answers);
    const reading = 'reading' in read ? read.reading : null;
    const year = asked.year ?? reading?.edition.year ?? Number(today.slice(0, 4));
    const project = asked.project === undefined ? grant.project : tidy(asked.project);
    const place: PartPlace = { grant, project, part: partFor({ grant, year, project }, all.parts), parts: all.parts };
    const amount = asked.amount ?? usualAmount(place, year);
    const reason = firstReason(
      () => wrongProgramme(asked.project === undefined ? null : project, all.programmes),
      () => wrongPart(place, { year, amount }),
    );
    if (reason !== null) return refuse(reason, { questions: reading?.questions ?? [] });
    return written({ state, place, year, amount, reading, answers: asked.answers });
  },
});

/** What the other parts leave, and for an award shared by months what they leave of the year. */
function leftOf({ grant, part, parts }: PartPlace, year: number): { whole: number; year: number | null } {
  const others = ownParts(grant, parts).filter(({ id }) => id !== part?.id);
  const sum = (some: readonly GrantPart[]) => some.reduce((total, { amount }) => total + (amount ?? 0), 0);
  const ofYear = partsByMonths(grant).find((share) => share.year === year)?.amount ?? 0;
  return {
    whole: amountOf(grant) - sum(others),
    year: grant.allocation === 'months' ? ofYear - sum(others.filter((other) => other.year === year)) : null,
  };
}

function usualAmount(place: PartPlace, year: number): number {
  const left = leftOf(place, year);
  return left.year === null ? left.whole : Math.min(left.year, left.whole);
}

function wrongPart(place: PartPlace, { year, amount }: { year: number; amount: number }): string | null {
  const { grant, part, parts } = place;
  if (year < 1950 || year > 2100) return french`L’année ${year} n’est pas une année de budget.`;
  if (!isInBudget(grant))
    return french`${quoted(grantName(grant))} est « ${grant.state === null ? 'sans état' : grantStates[grant.state]} » : seul un financement sollicité ou obtenu entre au budget.`;
  const left = leftOf(place, year);
  const others = ownParts(grant, parts).filter(({ id, amount: taken }) => id !== part?.id && (taken ?? 0) !== 0);
  if (amount > left.whole)
    return french`${euros(amount)} dépassent ce qui reste de ${quoted(grantName(grant))} : son montant est ${euros(amountOf(grant))}${others.length === 0 ? '' : french`, dont ${others.map(describe).join(', ')}`}. Il reste ${euros(Math.max(0, left.whole))}.`;
  if (left.year !== null && amount > left.year)
    return french`${euros(amount)} dépassent la part de ${year} au prorata des mois (${euros(Math.max(0, left.year))} encore libres). Si la convention prévoit autre chose, choisissez « selon la convention » dans ce financement.`;
  if (amount <= 0)
    return french`Il ne reste rien de ${quoted(grantName(grant))} pour ${year}${others.length === 0 ? ' : vérifiez son montant et sa période' : french` : ${others.map(describe).join(', ')}`}.`;
  return null;
}

function describe({ id, year, project, amount, line }: GrantPart): string {
  const where = [year === null ? null : String(year), project, line].filter((part) => part !== null).join(', ');
  return french`${euros(amount ?? 0)} déjà inscrits (${where === '' ? id : where})`;
}

interface Writing {
  readonly state: State;
  readonly place: PartPlace;
  readonly year: number;
  readonly amount: number;
  readonly reading: BudgetReading | null;
  readonly answers: Readonly<Record<string, string>>;
}

function written(writing: Writing): Wish {
  const { state, place, year, amount, reading, answers } = writing;
  const edition = reading === null ? null : editionFor(year, reading);
  const candidates = edition === null || reading === null ? [] : linesFor(place, linesOf(edition, reading));
  const question = lineQuestion(candidates, answers['line']);
  const questions: Question[] = [...(reading?.questions ?? []), ...(question === null ? [] : [question])];
  if (question?.answer === null) return wish({ questions });
  const chosen = question === null ? candidates[0] : candidates.find(({ id }) => id === question.answer);
  const line = edition === null ? (place.part?.line ?? null) : (chosen?.id ?? freshLine(state, reading));
  const carried = { edition, line, chosen };
  return wish({
    ...wishedTabs({ state: numberedState(state, reading) }, [
      partChange(writing, line),
      ...lineChange(writing, carried),
    ]),
    questions,
    summary: [
      french`${euros(amount)} de ${quoted(grantName(place.grant))} pour ${year}${place.project === null ? '' : french`, programme ${place.project}`}.`,
      lineSentence(writing, carried),
      restSentence(place.grant, leftOf(place, year).whole - amount),
    ],
    details: { line },
  });
}

/** Where the part stands in « Budget »: nowhere while the year has no lines, in a line that is there, or in a new one. */
interface Carried {
  readonly edition: BudgetEdition | null;
  readonly line: string | null;
  readonly chosen: BudgetLine | undefined;
}

function freshLine(state: State, reading: BudgetReading | null): string | null {
  return freshIds(numberedState(state, reading), budgetTable, 1)[0] ?? null;
}

/** The state with the lines of « Budget » that were typed without a number numbered. */
function numberedState(state: State, reading: BudgetReading | null): State {
  return reading === null ? state : { ...state, workbook: { ...state.workbook, [budgetTable.tab]: reading.grid } };
}

function partChange({ state, place, year, amount }: Writing, line: string | null): TableChanges {
  const { part, grant, project } = place;
  const fields = { grant: grant.id, year, project, amount, line };
  return part === null
    ? { table: grantPartTable, add: new Map([newPart(nextId({ state }, grantPartTable), fields)]) }
    : { table: grantPartTable, set: new Map([[part.id, fields]]) };
}

function lineChange({ place, year, amount }: Writing, { edition, line, chosen }: Carried): TableChanges[] {
  if (edition === null || line === null) return [];
  const after = lineAfter(place, { amount, year, edition, line: chosen ?? null });
  return chosen === undefined
    ? [{ table: budgetTable, add: new Map([[line, { ...blank(budgetTable, line), ...after }]]) }]
    : [{ table: budgetTable, set: new Map([[line, after]]) }];
}

function lineSentence({ year, amount }: Writing, { edition, line, chosen }: Carried): string {
  if (edition === null)
    return french`L’onglet « Budget » n’a pas (encore) de lignes pour ${year} : la part est gardée, inscrivez-la quand ce budget existera.`;
  if (chosen === undefined) return french`Une ligne s’ajoute à « Budget » : ${line ?? ''}.`;
  return chosen.amount === amount
    ? french`La ligne ${chosen.id} de « Budget » dit déjà ce montant.`
    : french`La ligne ${chosen.id} de « Budget » passe de ${euros(chosen.amount ?? 0)} à ${euros(amount)}.`;
}

function newPart(id: string, fields: Partial<GrantPart>): [string, GrantPart] {
  return [id, { ...blank(grantPartTable, id), ...fields }];
}

function restSentence(grant: Grant, rest: number): string {
  return rest === 0
    ? french`Le montant (${euros(amountOf(grant))}) est alors réparti en entier.`
    : french`Il reste ${euros(rest)} à répartir sur d’autres années ou programmes.`;
}
