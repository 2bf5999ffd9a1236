/** Finding the organisations and people of the members' tab by whatever way their names are written. */
import { editDistance, isTradeWord, nameWords } from './organisation-name.ts';
import type { Affiliation, Directory, DirectoryEntry, OrganisationMatch } from './types.ts';
import { fold, words } from './values/text.ts';

/** A directory of nobody. */
export const EMPTY_DIRECTORY: Directory = {
  entries: [],
  byKey: new Map(),
  byWord: new Map(),
  byPersonWord: new Map(),
  wordsOf: new Map(),
};

const NOTHING: OrganisationMatch = { match: null, proposal: null };
const HEAD = 4;
const MOST_NEAR = 40;

type Index = Map<string, DirectoryEntry[]>;

/** An organisation with all the names it has or had. */
export interface Named {
  readonly entry: DirectoryEntry;
  readonly names: readonly string[];
}

/** A directory of these organisations. */
export function makeDirectory(named: readonly Named[]): Directory {
  const byKey: Index = new Map();
  const byWord: Index = new Map();
  const byPersonWord: Index = new Map();
  for (const { entry, names } of named) {
    for (const name of names) indexName(name, entry, { byKey, byWord });
    for (const person of entry.people) {
      for (const word of words(person)) add(byPersonWord, word, entry);
    }
  }
  const wordsOf = new Map(named.map(({ entry }) => [entry, nameWords(entry.organisation).words] as const));
  return { entries: named.map(({ entry }) => entry), byKey, byWord, byPersonWord, wordsOf };
}

// The same names come back session after session.
const ANSWERS = new WeakMap<Directory, Map<string, OrganisationMatch>>();

/** The organisation that a text names; a proposal when it is only probable (initials, an approximate spelling). */
export function matchOrganisation(directory: Directory, text: string): OrganisationMatch {
  const known = ANSWERS.get(directory) ?? new Map<string, OrganisationMatch>();
  ANSWERS.set(directory, known);
  const answer = known.get(text) ?? findOrganisation(directory, text);
  known.set(text, answer);
  return answer;
}

/** True when the whole of a text, « Marée & Fils », is a name that is known. */
export function isOrganisation(directory: Directory, text: string): boolean {
  const { words: spoken, key } = nameWords(text);
  if (key === '') return false;
  const same = directory.byKey.get(key) ?? directory.byKey.get(compact(key)) ?? [];
  if (same.length > 0) return same.length === 1;
  return bestOf(directory, candidatesFor(directory, spoken), spoken) !== null;
}

function findOrganisation(directory: Directory, text: string): OrganisationMatch {
  const spoken = nameWords(text);
  if (spoken.key === '') return NOTHING;
  const same = directory.byKey.get(spoken.key) ?? directory.byKey.get(compact(spoken.key)) ?? [];
  if (same.length === 1) return { match: same[0] ?? null, proposal: null };
  if (same.length > 1) return { match: null, proposal: same[0] ?? null };
  const partial = bestOf(directory, candidatesFor(directory, spoken.words), spoken.words);
  if (partial !== null) return { match: partial, proposal: null };
  return { match: null, proposal: initialsOf(directory, text) ?? misspelt(directory, spoken.words) };
}

/** The one organisation of this affiliation whose contact has this first or last name. */
export function matchPerson(
  directory: Directory,
  name: string,
  affiliation: Affiliation | null,
): DirectoryEntry | null {
  const spoken = words(name).filter((word) => !/^(?:m|mr|mme|mlle|me|dr)$/u.test(word));
  const [first, ...others] = spoken.map((word) => new Set(directory.byPersonWord.get(word) ?? []));
  if (first === undefined) return null;
  const found = [...first].filter(
    (entry) => others.every((list) => list.has(entry)) && (affiliation === null || entry.affiliation === affiliation),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function indexName(name: string, entry: DirectoryEntry, { byKey, byWord }: { byKey: Index; byWord: Index }): void {
  const spoken = nameWords(name);
  add(byKey, spoken.key, entry);
  add(byKey, compact(spoken.key), entry);
  const initials = spoken.words.map((word) => word.charAt(0)).join('');
  if (initials.length >= 2) add(byKey, `#${initials}`, entry);
  for (const word of spoken.words) {
    add(byWord, word, entry);
    add(byWord, head(word), entry);
  }
}

function candidatesFor(directory: Directory, spoken: readonly string[]): readonly DirectoryEntry[] {
  if (!spoken.some((word) => word.length >= 3 && !isTradeWord(word))) return [];
  const lists = spoken.map((word) => directory.byWord.get(word) ?? directory.byWord.get(head(word)) ?? []);
  const shortest = lists.reduce((least, list) => (list.length < least.length ? list : least));
  return [...new Set(shortest)].filter((entry) => {
    const own = directory.wordsOf.get(entry) ?? [];
    const isWhole = spoken.some((word) => own.includes(word) && !isTradeWord(word));
    return isWhole && spoken.every((word) => own.some((known) => isShort(word, known)));
  });
}

function bestOf(
  directory: Directory,
  found: readonly DirectoryEntry[],
  spoken: readonly string[],
): DirectoryEntry | null {
  if (found.length <= 1) return found[0] ?? null;
  const ranked = found
    .map((entry) => ({ entry, rank: rankOf(directory.wordsOf.get(entry) ?? [], spoken) }))
    .sort((a, b) => b.rank - a.rank);
  const [first, second] = ranked;
  return first !== undefined && first.rank > (second?.rank ?? 0) ? first.entry : null;
}

// Leading words say more than others; what is left over should be the trade only.
function rankOf(own: readonly string[], spoken: readonly string[]): number {
  const leads = spoken.every((word, index) => isShort(word, own[index] ?? ''));
  const left = own.filter((known) => !spoken.some((word) => isShort(word, known)));
  return (leads ? 2 : 0) + (left.every(isTradeWord) ? 1 : 0);
}

function isShort(word: string, known: string): boolean {
  if (word === known) return true;
  if (word.length >= 3 && known.startsWith(word)) return true;
  return known.length >= 4 && word.startsWith(known) && word.length - known.length <= 2;
}

function initialsOf(directory: Directory, text: string): DirectoryEntry | null {
  if (!/^\p{Lu}(?:[. ]?\p{Lu}){1,4}\.?$/u.test(text.trim())) return null;
  const found = directory.byKey.get(`#${fold(text).replaceAll(' ', '')}`) ?? [];
  return found.length === 1 ? (found[0] ?? null) : null;
}

function misspelt(directory: Directory, spoken: readonly string[]): DirectoryEntry | null {
  const key = compact(spoken.join(' '));
  if (key.length < 5) return null;
  const limit = key.length >= 9 ? 2 : 1;
  const found = rarest(directory, spoken).filter((entry) => {
    const own = directory.wordsOf.get(entry) ?? [];
    const isInside = own.length >= 2 && own.every((word) => spoken.includes(word));
    return isInside || editDistance(compact(own.join(' ')), key, limit) <= limit;
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

// A word that half of the names share tells nothing and costs much.
function rarest(directory: Directory, spoken: readonly string[]): readonly DirectoryEntry[] {
  const lists = spoken
    .map((word) => directory.byWord.get(word) ?? directory.byWord.get(head(word)) ?? [])
    .filter((list) => list.length <= MOST_NEAR);
  return [...new Set(lists.flat())];
}

function compact(key: string): string {
  return key.replaceAll(' ', '');
}

function head(word: string): string {
  return `${word.slice(0, HEAD)}*`;
}

function add(index: Index, key: string, entry: DirectoryEntry): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [entry]);
  else if (list.at(-1) !== entry) list.push(entry);
}
