/** The association's own name, as its tabs write it. */
import { fold, words } from './values/text.ts';

const COMMON = new Set(
  'de des du la le les et en au aux par pour sur liste adherents adherent suivi budget previsionnel compta occupation bureaux locaux feuille presence saison annee tableau atelier ateliers accompagnement total pole banque caisse charges produits version janv mai juin prevision membres annuaire bp bilan contacts'.split(
    ' ',
  ),
);

/** The name in the file's name that the titles write too, else the word in capitals that most titles share, or `null`. */
export function associationIn(workbook: string, titles: readonly string[]): string | null {
  const spoken = titles.map((title) => title.split(/[^\p{L}\p{N}'’&]+/u));
  const named = words(workbook.replace(/\.[a-z]+$/iu, '')).filter(
    (word) => !COMMON.has(word) && /\p{L}{2}/u.test(word),
  );
  for (const word of named) {
    const found = spoken.flat().find((one) => fold(one) === word);
    if (found !== undefined) return found;
  }
  const counts = new Map<string, number>();
  for (const title of spoken) {
    for (const word of new Set(title.filter(isName))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [best] = [...counts].filter(([, count]) => count >= 2).sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

function isName(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word) && !COMMON.has(fold(word));
}
