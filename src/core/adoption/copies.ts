/** Tabs that repeat another: read twice, everything would be counted twice, so the copy is left aside unless she says otherwise. */
import type { Question } from '../command.ts';
import { french } from '../french.ts';
import type { Choices, Reading, TabReading } from '../reading/types.ts';
import { rawText } from './draft.ts';

/** A tab that repeats another one. */
export interface Copy {
  readonly tab: string;
  readonly of: string;
  readonly same: number;
  readonly rows: number;
}

// A budget is often copied to make its next version, and attendance sheets have the same people: there, likeness says nothing.
const COMPARED: readonly TabReading['kind'][] = ['members', 'spaces', 'sessions', 'actuals'];
const FEWEST_ROWS = 3;
const ENOUGH = 0.8;

/** The copies among the tabs, each with the tab it repeats. */
export function copiesOf(reading: Reading): Copy[] {
  const isAlone = (kind: TabReading['kind']) => reading.tabs.filter((tab) => tab.kind === kind).length < 2;
  const tabs = reading.tabs
    .filter(({ kind }) => COMPARED.includes(kind) && !isAlone(kind))
    .map((tab) => ({ tab, raws: new Set(tab.records.map((record) => rawText(record.source_raw))) }));
  const copies = new Map<string, Copy>();
  tabs.forEach((one, index) => {
    for (const other of tabs.slice(index + 1)) {
      if (one.tab.kind !== other.tab.kind) continue;
      const [original, copy] =
        soundsLikeACopy(one.tab.name) && !soundsLikeACopy(other.tab.name) ? [other, one] : [one, other];
      if (copies.has(copy.tab.name) || copies.has(original.tab.name) || copy.raws.size < FEWEST_ROWS) continue;
      const same = [...copy.raws].filter((raw) => original.raws.has(raw)).length;
      if (same < ENOUGH * copy.raws.size) continue;
      copies.set(copy.tab.name, { tab: copy.tab.name, of: original.tab.name, same, rows: copy.raws.size });
    }
  });
  return [...copies.values()];
}

/** The identifier of the question about a copy. */
export function copyQuestionId(tab: string): string {
  return `copy:${tab}`;
}

/** One question per copy that she did not choose a kind for; a copy that was adopted before goes on being read. */
export function copyQuestions(
  copies: readonly Copy[],
  {
    choices,
    answers,
    known,
  }: { choices: Choices; answers: Readonly<Record<string, string>>; known: ReadonlySet<string> },
): Question[] {
  return copies.flatMap(({ tab, of, same, rows }): Question[] => {
    if (Object.hasOwn(choices, tab) && choices[tab]?.kind !== undefined) return [];
    const id = copyQuestionId(tab);
    const said = Object.hasOwn(answers, id) ? answers[id] : undefined;
    return [
      {
        id,
        tab,
        kind: 'copy',
        text: french`L’onglet « ${tab} » répète « ${of} » (${same} lignes sur ${rows}) : que faire ?`,
        choices: [
          { value: 'skip', label: 'C’est une copie : la laisser telle quelle' },
          { value: 'adopt', label: 'La lire aussi' },
        ],
        answer: said === 'skip' || said === 'adopt' ? said : known.has(tab) ? 'adopt' : 'skip',
      },
    ];
  });
}

/** The choices with the copies that are left aside. */
export function withoutCopies(choices: Choices, questions: readonly Question[]): Choices {
  const aside = questions.flatMap(({ tab, answer }) => (tab !== null && answer === 'skip' ? [tab] : []));
  return { ...choices, ...Object.fromEntries(aside.map((tab) => [tab, { kind: 'skip' as const }])) };
}

function soundsLikeACopy(title: string): boolean {
  return /^(?:copie|copy)\b|\b(?:copie|copy|sauvegarde|backup)\b|\(\d+\)$/iu.test(title.trim());
}
