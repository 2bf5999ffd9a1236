/** What adoption asks: headers that may mean several things, colours, probable duplicates. Only the first kind blocks. */
import type { Question } from '../command.ts';
import { enumeration, french } from '../french.ts';
import { FIELDS } from '../reading/synonyms.ts';
import type { Choices, Reading, TabExplanation, TabReading } from '../reading/types.ts';
import { frenchColour } from './look.ts';
import { columnQuestionId } from './memory.ts';
import type { Duplicate } from './propositions.ts';
import { colourKey } from './settings-edit.ts';

type Answers = Readonly<Record<string, string>>;

/** The value that answers « no meaning » for a colour. */
export const NO_MEANING = 'none';

const USUAL_MEANINGS = ['à relancer', 'départ', 'libre', 'ok', 'en attente', 'plus de 3 ans'];

/** The headers that may mean several fields and that nobody has settled. */
export function columnQuestions(explanations: readonly TabExplanation[], choices: Choices): Question[] {
  return explanations.flatMap(({ tab, kind, columns }) => {
    if (kind === 'unknown' || kind === 'empty') return [];
    const labels = FIELDS[kind];
    return columns.flatMap(({ column, header, field, samples, alternatives }): Question[] => {
      if (alternatives.length === 0) return [];
      const chosen = Object.hasOwn(choices, tab) ? choices[tab]?.columns?.[column] : undefined;
      const fields = [...new Set([...(field === null ? [] : [field]), ...alternatives])];
      const title = header === null ? `la colonne ${column}` : `« ${header} » (colonne ${column})`;
      const examples = samples.length > 0 ? ` (par exemple « ${samples.slice(0, 2).join(' », « ')} »)` : '';
      return [
        {
          id: columnQuestionId(tab, column),
          tab,
          kind: 'column',
          text: french`Onglet « ${tab} » : que contient ${title}${examples} ?`,
          choices: [
            ...fields.map((name) => ({ value: name, label: labels[name]?.label ?? name })),
            { value: 'custom', label: 'Autre chose : la garder telle quelle' },
          ],
          answer: chosen ?? null,
        },
      ];
    });
  });
}

/** One question per colour that marks rows; without an answer it has no meaning. */
export function colourQuestions(reading: Reading, answers: Answers, known: ReadonlyMap<string, string>): Question[] {
  return reading.tabs.flatMap((tab) =>
    (tab.colour_legend ?? []).map(({ colour, rows, suggestion }): Question => {
      const id = colourKey(tab.name, colour);
      const meanings = [...new Set([...(suggestion === null ? [] : [suggestion]), ...USUAL_MEANINGS])];
      const where = rows.slice(0, 6).map(String);
      const lines =
        rows.length === 1 ? `ligne ${where.join('')}` : `lignes ${enumeration(where)}${rows.length > 6 ? '…' : ''}`;
      return {
        id,
        tab: tab.name,
        kind: 'colour',
        text: french`Onglet « ${tab.name} » : que veut dire la couleur « ${frenchColour(colour)} » (${lines}) ?`,
        choices: [
          { value: NO_MEANING, label: 'Rien de particulier' },
          ...meanings.map((meaning) => ({
            value: meaning,
            label: meaning === suggestion ? `« ${meaning} » (suggestion)` : `« ${meaning} »`,
          })),
        ],
        answer: (Object.hasOwn(answers, id) ? answers[id] : undefined) ?? known.get(id) ?? NO_MEANING,
        ...swatchOf(tab, colour),
      };
    }),
  );
}

/** The shade that the tab's cells have, as pages write it. */
function swatchOf({ formats }: TabReading, colour: string): { swatch?: string } {
  const argb = formats.colours.find((one) => one.colour === colour)?.argb ?? '';
  return /^[0-9a-f]{8}$/iu.test(argb) ? { swatch: `#${argb.slice(2).toLowerCase()}` } : {};
}

/** The identifier of the question about a probable duplicate. */
export function duplicateQuestionId({ tab, keep, drop }: Duplicate): string {
  return `duplicate:${tab}:${keep.source_row}:${drop.source_row}`;
}

const EVIDENCE: Readonly<Record<string, string>> = {
  name: 'même nom',
  email: 'même e-mail',
  phone: 'même téléphone',
  siret: 'même SIRET',
};

/** One question per probable duplicate; both records are kept unless she says that they are the same. */
export function duplicateQuestions(
  duplicates: readonly Duplicate[],
  answers: Answers,
  isMerged: (duplicate: Duplicate) => boolean,
): Question[] {
  return duplicates.map((duplicate): Question => {
    const { tab, keep, drop, evidence } = duplicate;
    const id = duplicateQuestionId(duplicate);
    const said = Object.hasOwn(answers, id) ? answers[id] : undefined;
    const why = enumeration(evidence.map((reason) => EVIDENCE[reason] ?? reason));
    return {
      id,
      tab,
      kind: 'duplicate',
      text: french`Onglet « ${tab} » : « ${drop.organisation} » (ligne ${drop.source_row}) et « ${keep.organisation} » (ligne ${keep.source_row}) sont-elles la même structure (${why}) ?`,
      choices: [
        { value: 'keep', label: 'Garder les deux, et le noter dans « À vérifier »' },
        { value: 'merge', label: `C’est la même : garder la fiche de la ligne ${keep.source_row}` },
      ],
      answer: said === 'merge' || said === 'keep' ? said : isMerged(duplicate) ? 'merge' : 'keep',
    };
  });
}
