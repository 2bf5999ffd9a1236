/** Text as people type it: comparison without accents, case and punctuation, and the marks that mean nothing or « idem ». */
import { remembered } from '../../remembered.ts';
import type { Shown } from '../../workbook.ts';

/** The text for comparing: no accents, no case, punctuation turned into single spaces. */
export const fold = remembered((text): string => {
  const lower = text.toLowerCase();
  // Most cells are plain ASCII, where decomposing would change nothing.
  if (/^[\u0020-\u007E]*$/u.test(lower)) return lower.replace(/[^a-z0-9]+/gu, ' ').trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
});

/** The words of the folded text, in order. */
export function words(text: string): readonly string[] {
  const plain = fold(text);
  return plain === '' ? [] : plain.split(' ');
}

// White space other than single spaces between words, or marks that nobody sees.
const UNCLEAN = /[^\S ]|  |^ | $|[\u200B-\u200D\u2060\uFEFF]/u;

/** The text as typed, with every kind of white space reduced to single spaces. */
export function clean(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What a person reads in the cell, cleaned; an error or an empty cell gives ''. */
export function textOf(shown: Shown): string {
  if (shown === null || typeof shown === 'object') return '';
  if (typeof shown === 'boolean') return shown ? 'VRAI' : 'FAUX';
  return clean(String(shown));
}

/** True when the cell says that it is not known: « ? », « inconnu », « à définir ». */
export function saysUnknown(text: string): boolean {
  return /^\s*(?:\(?\s*\?+\s*\)?|inconnue?|non connue?|non communiqu[ée]e?|ne sait pas|nsp|n\.?c\.?|tb[cd]|(?:date )?[àa] (?:d[ée]finir|d[ée]terminer|confirmer|pr[ée]ciser|fixer|compl[ée]ter)\s*\??)\s*$/iu.test(
    text,
  );
}

/** True when the cell is filled with a mark that stands for nothing: « - », « — », « / », « néant ». */
export function saysNothing(text: string): boolean {
  return /^\s*(?:[-–—−_./\\*·…]*|n[ée]ant|r\.?a\.?s\.?|aucune?|n\/?a|rien)\s*$/iu.test(text);
}

/** True when the cell repeats the one above: « idem », « id. », a ditto mark. */
export function saysSame(text: string): boolean {
  return (
    /^\s*(?:["″〃«»]+|''+|«\s*»|["”“]\s*["”“])\s*$/u.test(text) ||
    /^\s*(?:idem|id|ibid|ditto|m[êe]me(?: date| chose| horaire| jour)?|comme (?:ci-?)?dessus)\s*\.?\s*$/iu.test(text)
  );
}

/** The pieces of a list written with « ; », « , », « / », « & », « + », « et » or line breaks, cleaned, without empty ones. */
export function splitList(text: string): readonly string[] {
  return text
    .split(/[;,/&+\n\r|•]|\s(?:et|and)\s/iu)
    .map(clean)
    .filter((piece) => piece !== '');
}
