/** The lines of « Budget » that carry grants: which they are, which carries a given part, and how they are brought up to date. */
import { isCounted } from '../budget.ts';
import type { BudgetEdition } from '../budget.ts';
import { editionsOf, isOfEdition } from '../budget.ts';
import type { BudgetReading } from '../budget/reading.ts';
import type { Question } from '../command.ts';
import { euros, french } from '../french.ts';
import { fold } from '../reading/values/text.ts';
import { budgetTable } from '../tables/budget-line.ts';
import type { BudgetLine } from '../tables/budget-line.ts';
import type { Grant, GrantPart } from '../tables/grant.ts';
import { funderKey } from './read.ts';

/** True for a line of income that is a grant: by its class, or because it says how far the request is. */
export function isGrantLine(line: BudgetLine): boolean {
  return line.side === 'income' && isCounted(line) && (line.account_class === '74' || line.grant_status !== null);
}

/** The edition of « Budget » for a year: the one in force when it is of that year or of none, else the only one of that year. */
export function editionFor(year: number, reading: BudgetReading): BudgetEdition | null {
  if (reading.edition.year === year || reading.edition.year === null) return reading.edition;
  const ofYear = editionsOf(reading.all).filter((edition) => edition.year === year);
  return ofYear.length === 1 ? (ofYear[0] ?? null) : null;
}

/** The lines of an edition. */
export function linesOf(edition: BudgetEdition, reading: BudgetReading): readonly BudgetLine[] {
  return reading.all.filter((line) => isOfEdition(line, edition, reading.alone));
}

/** What is to be written in the budget. */
export interface PartPlace {
  readonly grant: Grant;
  readonly project: string | null;
  /** The part as it is written down, when it is. */
  readonly part: GrantPart | null;
  readonly parts: readonly GrantPart[];
}

/** The lines that may carry the part: the one that already does, else those of the same funder, desk and programme that carry no other. */
export function linesFor(
  { grant, project, part, parts }: PartPlace,
  lines: readonly BudgetLine[],
): readonly BudgetLine[] {
  const tied = lines.find((line) => line.id === part?.line);
  if (tied) return [tied];
  const taken = new Set(parts.map(({ line }) => line));
  return lines.filter(
    (line) =>
      isGrantLine(line) &&
      !taken.has(line.id) &&
      funderKey(line.funder) === funderKey(grant.funder) &&
      (line.desk === null ||
        fold(line.desk) === fold(grant.desk ?? '') ||
        funderKey(line.funder) === fold(line.desk)) &&
      fold(line.project ?? '') === fold(project ?? ''),
  );
}

const FRESH = 'new';

/** Which line, when several may carry the part; null when there is nothing to ask. */
export function lineQuestion(candidates: readonly BudgetLine[], answer: string | undefined): Question | null {
  if (candidates.length < 2) return null;
  const choices = [
    ...candidates.map(({ id, label, amount }) => ({
      value: id,
      label: french`${id} – ${label ?? ''} (${euros(amount ?? 0)})`,
    })),
    { value: FRESH, label: 'Une nouvelle ligne' },
  ];
  return {
    id: 'line',
    tab: budgetTable.tab,
    kind: 'line',
    text: 'Plusieurs lignes du budget peuvent porter ce financement. Laquelle mettre à jour ?',
    choices,
    answer: choices.find(({ value }) => value === answer)?.value ?? null,
  };
}

/** The line after the part is written in it: amount and state, and for a new line all that a grant’s line says. */
export function lineAfter(
  { grant, project }: PartPlace,
  { amount, year, edition, line }: { amount: number; year: number; edition: BudgetEdition; line: BudgetLine | null },
): Partial<BudgetLine> {
  const status = grant.state === 'requested' ? 'requested' : 'awarded';
  const computation = french`${grant.id}, part ${year}`;
  if (line !== null) return { amount, grant_status: status, ...(line.amount === amount ? {} : { computation }) };
  return {
    side: 'income',
    account_class: '74',
    accounts: ['74'],
    label: [grant.funder, grant.desk, grant.purpose].filter((part) => part !== null).join(' – '),
    computation,
    amount,
    counted: true,
    level: 'line',
    funder: grant.funder,
    desk: grant.desk,
    grant_status: status,
    project,
    in_kind: false,
    brought_forward: false,
    year: edition.year,
    version: edition.version,
  };
}
