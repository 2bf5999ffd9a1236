/** A reading as French lines. */
import type { Kind, Reading } from '../core/reading/types.ts';

const kinds: Readonly<Record<Kind, string>> = {
  members: 'adhérents',
  spaces: 'espaces',
  budget: 'budget',
  sessions: 'séances',
  attendance_sheet: 'feuille de présence',
  actuals: 'réalisé',
  unknown: 'laissé tel quel',
  empty: 'vide',
};

/** What each tab was recognised as, how much it holds, and what is doubtful. */
export function readingText({ workbook, context, tabs }: Reading): string {
  const width = Math.max(0, ...tabs.map(({ name }) => name.length));
  const lines = tabs.map(({ name, kind, state, records, problems }) => {
    const hidden = state === 'hidden' ? ', masqué' : '';
    return `  ${name.padEnd(width)}  ${kinds[kind]}${hidden}, ${count(records.length, 'ligne')} ${records.length > 1 ? 'lues' : 'lue'}, ${count(problems.length, 'point')} à vérifier`;
  });
  const problems = tabs.flatMap((tab) => tab.problems.map(({ message }) => `  ${message}`));
  return [
    `${workbook} : ${context.association ?? 'association inconnue'}, ${context.year}`,
    ...lines,
    ...(problems.length === 0 ? [] : ['', `À vérifier (${problems.length})`, ...problems]),
  ].join('\n');
}

function count(amount: number, word: string): string {
  return `${amount} ${word}${amount > 1 ? 's' : ''}`;
}
