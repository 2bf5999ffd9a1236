/** How the income of rooms meets « Budget »: lines that Régie computed follow it, lines that she typed change only when she says so. */
import { plural } from '../adoption/labels.ts';
import type { Question } from '../command.ts';
import { capital, euros, french, frenchNumber } from '../french.ts';
import { fold } from '../reading/values/text.ts';
import { monthlyFeeOf } from '../rooms/rooms.ts';
import { budgetTable } from '../tables/budget-line.ts';
import type { BudgetLine } from '../tables/budget-line.ts';
import type { RentIncome } from './income.ts';

/** What « Origine du montant » says of a line that follows the occupancies: it names the group and the year. */
export function originOf({ name }: RentIncome, year: number): string {
  return french`Calculé d’après les occupations ${year} : ${name}`;
}

/** The computation, in words that lead to the rows. */
export function incomeWords(income: RentIncome): string {
  const { written, writtenMonths, foreseen, foreseenMonths, placeMonths, allPlaceMonths } = income;
  const parts = [
    ...(writtenMonths > 0
      ? [french`${euros(written)} dans « Redevances » (${plural(writtenMonths, 'mois', 'mois')})`]
      : []),
    ...(foreseenMonths > 0 ? [french`${euros(foreseen)} prévus (${plural(foreseenMonths, 'mois', 'mois')})`] : []),
  ];
  const rate = french`${frenchNumber(placeMonths)} mois occupés sur ${frenchNumber(allPlaceMonths)}`;
  return french`${parts.length === 0 ? 'aucune redevance' : parts.join(' + ')} ; ${rate}`;
}

/** What becomes of one group of rooms in the budget. */
export interface LineChoice {
  readonly income: RentIncome;
  /** The line that Régie computed for the group before, if any. */
  readonly computed: BudgetLine | null;
  /** Lines typed by hand that seem to be about the group. */
  readonly typed: readonly BudgetLine[];
  readonly question: Question | null;
  /** Leave the budget as it is, add a line, or the number of the line to write. */
  readonly decision: string;
}

/** What to do for each group; a typed line is kept unless she answers otherwise. */
export function lineChoices(
  incomes: readonly RentIncome[],
  lines: readonly BudgetLine[],
  year: number,
  answers: Readonly<Record<string, string>>,
): LineChoice[] {
  return incomes.flatMap((income): LineChoice[] => {
    const computed = lines.find(({ origin }) => origin === originOf(income, year)) ?? null;
    // Rooms whose fee nobody noted yet say nothing of what she typed.
    if (computed === null && income.amount === 0 && income.rooms.every((room) => monthlyFeeOf(room) === null))
      return [];
    const typed = computed ? [] : lines.filter((line) => isAbout(line, income));
    const choice = { income, computed, typed, question: null };
    if (computed) return [{ ...choice, decision: computed.id }];
    if (typed.length === 0) return [{ ...choice, decision: income.amount > 0 ? 'add' : 'keep' }];
    const question = questionOf(income, typed, answers[`rent:${income.group}`]);
    return [{ ...choice, question, decision: question.answer ?? 'keep' }];
  });
}

function questionOf(income: RentIncome, typed: readonly BudgetLine[], answer: string | undefined): Question {
  const known = typed.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const choices = [
    { value: 'keep', label: french`Garder ${euros(known)}` },
    ...typed.map(({ id, label }) => ({
      value: id,
      label: french`Remplacer « ${label ?? id} » par ${euros(income.amount)}`,
    })),
    { value: 'add', label: french`Ajouter une ligne de ${euros(income.amount)}` },
  ];
  return {
    id: `rent:${income.group}`,
    tab: budgetTable.tab,
    kind: 'rent_line',
    text: french`${capital(income.label)} : vous avez saisi ${euros(known)}, les occupations donnent ${euros(income.amount)}. Que faire ?`,
    choices,
    answer: choices.find(({ value }) => value === answer)?.value ?? 'keep',
  };
}

/** A counted income line of class 70, typed by hand, whose label names the group. */
function isAbout(line: BudgetLine, { group }: RentIncome): boolean {
  if (line.side !== 'income' || line.account_class !== '70' || line.level === 'heading') return false;
  if (line.origin !== null || line.counted === false || line.in_kind === true) return false;
  const label = fold(line.label ?? '');
  const [kind, area] = group.split(':');
  if (kind === 'desk') return /cowork|\bpostes? de travail\b/u.test(label);
  if (kind === 'studio') return /\bstudio\b/u.test(label) && !/radio|salle|montage|divers/u.test(label);
  if (!/\bbureaux?\b/u.test(label)) return false;
  const sizes = [...label.matchAll(/(\d+(?:[.,]\d+)?)\s?m(?:2|²|\b)/gu)].map(([, size]) =>
    Number((size ?? '').replace(',', '.')),
  );
  return sizes.length === 0 || area === undefined || sizes.includes(Number(area));
}
