/** Finding members by name, former name, person, e-mail or number, whatever the accents, the case and small slips of the keyboard. */
import { words } from '../reading/values/text.ts';
import type { MemberCard } from './card-types.ts';

/** What is searched of each member, prepared once. */
export type SearchIndex = readonly { readonly card: MemberCard; readonly words: readonly string[] }[];

/** The index of those cards. */
export function searchIndex(cards: readonly MemberCard[]): SearchIndex {
  return cards.map((card) => ({ card, words: [...new Set(wordsOf(card))] }));
}

function wordsOf({ id, name, record, people, formerRecords }: MemberCard): readonly string[] {
  const texts = [
    name,
    id,
    ...record.former_names,
    ...formerRecords.map((former) => former.name),
    record.email,
    ...record.other_emails,
    ...people.flatMap((person) => [person.name, person.email]),
  ].filter((text) => text !== null);
  const numbers = [record.phone, ...record.other_phones, ...people.map(({ phone }) => phone)].flatMap((phone) =>
    phone === null ? [] : [phone.replace(/\D/gu, '')],
  );
  // « maree.basse@… » is found by its words, and as it is typed.
  return [
    ...texts.flatMap((text) => [...words(text), ...(text.includes('@') ? [text.toLowerCase()] : [])]),
    ...numbers,
  ];
}

/** The members that every word of the query finds, best first, then in the order of the index; all for an empty query. */
export function searchMembers(index: SearchIndex, query: string): readonly MemberCard[] {
  const asked = wordsAsked(query);
  if (asked.length === 0) return index.map(({ card }) => card);
  const scored = index.flatMap(({ card, words: own }) => {
    let total = 0;
    for (const word of asked) {
      const score = bestScore(word, own);
      if (score === null) return [];
      total += score;
    }
    return [{ card, total }];
  });
  return scored.sort((a, b) => a.total - b.total).map(({ card }) => card);
}

function wordsAsked(query: string): readonly string[] {
  const trimmed = query.trim().toLowerCase();
  if (/^\S+@\S*$/u.test(trimmed)) return [trimmed];
  const digits = trimmed.replace(/[\s.]/gu, '');
  return /^\+?\d{4,}$/u.test(digits) ? [digits.replace('+', '')] : words(query);
}

/** How well a word is found: 0 the word itself, 1 its beginning, 2 a part of it, from 3 on with slips; null when it is not. */
function bestScore(word: string, own: readonly string[]): number | null {
  let best: number | null = null;
  for (const other of own) {
    const score = scoreOf(word, other);
    if (score !== null && (best === null || score < best)) best = score;
    if (best === 0) return 0;
  }
  return best;
}

function scoreOf(word: string, other: string): number | null {
  if (word === other) return 0;
  if (other.startsWith(word)) return 1;
  if (word.length >= 3 && other.includes(word)) return 2;
  const slips = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  if (slips === 0) return null;
  const whole = typingDistance(word, other, slips);
  if (whole <= slips) return 2 + whole;
  // She may still be typing: the beginning is compared.
  const begun = other.length > word.length ? typingDistance(word, other.slice(0, word.length), slips) : slips + 1;
  return begun <= slips ? 3 + begun : null;
}

/** How many slips lead from one word to the other: a letter missing, added, changed, or two exchanged; at most `limit` + 1. */
export function typingDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const exchanged = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (exchanged) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
