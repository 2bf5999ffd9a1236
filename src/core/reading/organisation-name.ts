/** Names of organisations as people write them: compared without accents, case, legal form, articles and abbreviations. */
import { remembered } from '../remembered.ts';
import { clean, fold, words } from './values/text.ts';

/** A name without the words that a comparison leaves out. */
export interface NameWords {
  /** The words that count, in order. */
  readonly words: readonly string[];
  /** The words joined: equal for the same organisation. */
  readonly key: string;
}

/** A name split into what it is today and what it was. */
export interface OrganisationName {
  readonly name: string;
  readonly former: readonly string[];
}

const LEGAL = new Set(
  'sarl|sas|sasu|eurl|sa|sci|scop|scic|ei|eirl|asso|assos|association|ass|ste|soc|societe|cie|micro|ae|auto|entreprise|ltd|inc|gmbh|llc'.split(
    '|',
  ),
);
const SMALL = new Set('le|la|les|l|the|un|une|de|du|des|d|et|and|a|au|aux|en|n'.split('|'));
const FULL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mgt: 'management',
    mgmt: 'management',
    managt: 'management',
    gd: 'grand',
    gde: 'grande',
    gds: 'grands',
    pt: 'petit',
    pte: 'petite',
    st: 'saint',
    prods: 'production',
    productions: 'production',
    ed: 'edition',
    eds: 'edition',
    editions: 'edition',
    rec: 'records',
    recs: 'records',
    un: '1',
    deux: '2',
    trois: '3',
    quatre: '4',
    cinq: '5',
    six: '6',
    sept: '7',
    huit: '8',
    neuf: '9',
    dix: '10',
    onze: '11',
    douze: '12',
    cent: '100',
    mille: '1000',
  }),
);
const TRADES = new Set(
  'edition|editeur|records|record|label|labels|prod|production|producteur|booking|management|music|musique|musiques|tour|tours|presse|promo|promotion|studio|studios|agence|collectif|compagnie|disques|disque|media|medias|films|group|groupe|publishing|conseil|digital|events|event|evenements|disquaire|atelier|lutherie|sound|sons|strategie|strategies'.split(
    '|',
  ),
);

/** The words of a name that a comparison keeps; a name made of nothing else keeps them all. */
export const nameWords = remembered((text): NameWords => {
  const outside = text.replace(/\([^)]*\)?/gu, ' ');
  const spoken = words(fold(outside) === '' ? text : outside);
  const meaning = spoken.filter((word) => !LEGAL.has(word) && !SMALL.has(word));
  const kept = (meaning.length === 0 ? spoken : meaning).map((word) => FULL.get(word) ?? word);
  return { words: kept, key: kept.join(' ') };
});

/** True for a word that names a trade rather than a house: « Records », « Booking ». */
export function isTradeWord(word: string): boolean {
  return TRADES.has(word);
}

/** The name as typed, its spaces cleaned; « (ex-…) » and « (anciennement …) » become former names. */
export function readOrganisationName(text: string): OrganisationName {
  const former: string[] = [];
  const name = clean(text).replace(
    /\s*[([]\s*(?:ex|anc|anciennement|ancien nom|avant)\b[\s.:-]*([^)\]]*)[)\]]?/giu,
    (_, old: string) => {
      former.push(clean(old));
      return '';
    },
  );
  return { name: clean(name), former: former.filter((one) => one !== '') };
}

/** How many letters must change to make one text of the other, at most `limit` + 1. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, change));
    }
    if (Math.min(...current) > limit) return limit + 1;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
