/** Activities of the music sector, as named in one cell. */
import type { Shown } from '../../workbook.ts';
import type { Activity } from '../records.ts';
import { saysNothing, saysUnknown, splitList, textOf, words } from './text.ts';

/** The activities of a cell, each once, in their order; `other` keeps the texts that are none of the seven. */
export interface ActivityReading {
  readonly activities: readonly Activity[];
  readonly other: string | null;
}

const WORDS: Readonly<Record<Exclude<Activity, 'other'>, readonly string[]>> = {
  label: ['label', 'labels'],
  producer: [
    'prod',
    'prods',
    'producteur',
    'productrice',
    'producteurs',
    'productrices',
    'production',
    'productions',
    'producer',
  ],
  booker: [
    'tourneur',
    'tourneuse',
    'tourneurs',
    'tourneuses',
    'booking',
    'booker',
    'bookeur',
    'bookeuse',
    'tournee',
    'tournees',
  ],
  manager: ['manager', 'managers', 'manageur', 'manageuse', 'management', 'managment', 'mgt', 'managing'],
  publisher: [
    'editeur',
    'editrice',
    'editeurs',
    'editrices',
    'edition',
    'editions',
    'editorial',
    'publishing',
    'publisher',
  ],
  press_officer: ['presse', 'attache', 'attachee', 'rp', 'promo', 'promotion'],
  innovation_expert: ['marketing', 'digital', 'digitale', 'numerique', 'innovation', 'webmarketing'],
};

const ACTIVITY_OF: ReadonlyMap<string, Activity> = new Map(
  (Object.keys(WORDS) as (keyof typeof WORDS)[]).flatMap((activity) =>
    WORDS[activity].map((word) => [word, activity] as const),
  ),
);

/** Reads the activities of a cell; « ? », « - » and an empty cell give none. */
export function readActivities(shown: Shown): ActivityReading {
  const text = textOf(shown);
  if (text === '' || saysUnknown(text) || saysNothing(text)) return { activities: [], other: null };
  const pieces = splitList(typeof shown === 'string' ? shown : text).filter(
    (piece) => !saysUnknown(piece) && !saysNothing(piece),
  );
  const named = pieces.map((piece) => ({ piece, activities: activitiesOf(piece) }));
  const others = named.filter(({ activities }) => activities[0] === 'other').map(({ piece }) => piece);
  return {
    activities: [...new Set(named.flatMap(({ activities }) => activities))],
    other: others.length === 0 ? null : others.join(', '),
  };
}

function activitiesOf(piece: string): readonly Activity[] {
  const known = words(piece)
    .map((word) => ACTIVITY_OF.get(word))
    .filter((activity) => activity !== undefined);
  const trades = known.filter((activity) => activity !== 'innovation_expert');
  // « édition numérique » is publishing; « numérique » alone is the trade.
  const said = trades.length === 0 ? known : trades;
  return said.length === 0 ? ['other'] : [...new Set(said)];
}
