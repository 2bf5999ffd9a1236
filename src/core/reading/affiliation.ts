/** Membership categories by the words that people use for them. */
import { remembered } from '../remembered.ts';
import type { Affiliation } from './types.ts';
import { fold } from './values/text.ts';

const NOT_HOSTED = /\b(?:non|pas|hors|sans) (?:heberg|resid|incub|local|bureau|mur|pole)/u;
const WORDS: readonly (readonly [RegExp, Affiliation])[] = [
  [/\bco ?work|\bcow\b|\bcwk?\b|\bnomade|\bopen space|\bposte|\bflex/u, 'coworking'],
  [/\bbout(?:ique|iques|iq)?\b|\bbtq|\bmagasin|\bcommerc|\bechoppe|\bshop/u, 'shop_based'],
  [/\bben(?:ef\w*)?\b|\bexterne?|\bext\b|\bexterieur|\bsimple|\bdistanc|\bhors mur|\bnon resident/u, 'non_resident'],
  [/\bheb(?:erg\w*)?\b|\bresiden|\bpepini|\bincub|\bbureau|\bpermanent|\bhosted/u, 'hosted'],
];

/** The category that a text names, or `null`; what stands in brackets after « ex » is the past and does not count. */
export const readAffiliation = remembered((text): Affiliation | null => {
  const present = text.replace(/\([^)]*\)?/gu, ' ').replace(/\bex[- ]\S+/giu, ' ');
  return affiliationOf(fold(present)) ?? affiliationOf(fold(text.replace(/\(\s*ex\b[^)]*\)?/giu, ' ')));
});

function affiliationOf(folded: string): Affiliation | null {
  if (NOT_HOSTED.test(folded)) return 'non_resident';
  return WORDS.find(([words]) => words.test(folded))?.[1] ?? null;
}
