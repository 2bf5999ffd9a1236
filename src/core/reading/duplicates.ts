/** Rows that probably stand for the same organisation: proposed, never merged alone. */
import { isTradeWord, nameWords } from './organisation-name.ts';
import type { MergeProposal, NotDuplicates } from './types.ts';
import { fold } from './values/text.ts';

/** What rows are compared by. */
export interface Comparable {
  readonly row: number;
  readonly organisation: string;
  /** The key of its name. */
  readonly key: string;
  /** Valid addresses, the primary one first. */
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** How much is known of it: the fullest row is kept. */
  readonly fullness: number;
}

/** The probable duplicates and the resemblances that are none. */
export interface Duplicates {
  readonly proposals: readonly MergeProposal[];
  readonly distinct: readonly NotDuplicates[];
}

const LARGEST_GROUP = 50;

type Pair = readonly [Comparable, Comparable];

/** Compares the rows by name, addresses and numbers, without comparing each with each. */
export function findDuplicates(rows: readonly Comparable[]): Duplicates {
  const pairs = uniquePairs([
    ...groupBy(rows, (row) => [row.key]),
    ...groupBy(rows, (row) => [row.key.replaceAll(' ', '')]),
    ...groupBy(rows, ({ emails }) => emails),
    ...groupBy(rows, ({ phones }) => phones),
  ]);
  const groups = joinPairs(pairs.filter(isSame));
  const proposals = groups.flatMap(proposalsOf).sort((a, b) => a.drop_row - b.drop_row);
  return { proposals, distinct: distinctOf(rows, pairs) };
}

/** What two rows share: "name", "email", "phone". */
export function evidenceOf([a, b]: Pair): readonly string[] {
  const shares = (left: readonly string[], right: readonly string[]) => left.some((value) => right.includes(value));
  return [
    ...(a.key === b.key && a.key !== '' ? ['name'] : []),
    ...(shares(a.emails, b.emails) ? ['email'] : []),
    ...(shares(a.phones, b.phones) ? ['phone'] : []),
  ];
}

function isSame(pair: Pair): boolean {
  const evidence = evidenceOf(pair);
  if (evidence.includes('name') || evidence.length >= 2) return true;
  if (evidence.length > 0 && isSameHouse(pair)) return true;
  const [a, b] = pair.map(({ key }) => key.replaceAll(' ', ''));
  return a === b && a !== '';
}

// « Lynx » and « Lynx Studio » at the same address.
function isSameHouse([a, b]: Pair): boolean {
  const [own, other] = [a, b].map(({ organisation }) => houseOf(organisation) || nameWords(organisation).key);
  return own === other && own !== '';
}

function proposalsOf(group: readonly Comparable[]): readonly MergeProposal[] {
  const kept = group.reduce((best, row) => (row.fullness > best.fullness ? row : best));
  return group
    .filter((row) => row !== kept)
    .map((row) => ({
      keep_row: kept.row,
      drop_row: row.row,
      evidence: evidenceOf([kept, row]).length === 0 ? ['name'] : evidenceOf([kept, row]),
    }));
}

function groupBy(
  rows: readonly Comparable[],
  keysOf: (row: Comparable) => readonly string[],
): readonly (readonly Comparable[])[] {
  const groups = new Map<string, Comparable[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      if (key === '') continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else if (group.length < LARGEST_GROUP) group.push(row);
    }
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function uniquePairs(groups: readonly (readonly Comparable[])[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const group of groups) {
    group.forEach((a, index) => {
      for (const b of group.slice(index + 1)) {
        if (a.row !== b.row) pairs.set(`${String(a.row)}:${String(b.row)}`, [a, b]);
      }
    });
  }
  return [...pairs.values()];
}

function joinPairs(pairs: readonly Pair[]): readonly (readonly Comparable[])[] {
  const groupOf = new Map<number, Set<Comparable>>();
  for (const [a, b] of pairs) {
    const joined = new Set([...(groupOf.get(a.row) ?? [a]), ...(groupOf.get(b.row) ?? [b])]);
    for (const { row } of joined) groupOf.set(row, joined);
  }
  return [...new Set(groupOf.values())].map((group) => [...group].sort((a, b) => a.row - b.row));
}

function distinctOf(rows: readonly Comparable[], pairs: readonly Pair[]): readonly NotDuplicates[] {
  const tradeOnly = groupBy(rows, ({ organisation }) => [houseOf(organisation)]).filter((group) => group.length === 2);
  const shared = pairs.filter((pair) => !isSame(pair) && sharesOnlySecondEmail(pair));
  const article = groupBy(rows, ({ organisation }) => [shapeOf(organisation)]).filter((group) => group.length === 2);
  return [
    ...saying(
      tradeOnly.filter(([a, b]) => isDistinct(a, b)),
      'names differ by the trade word only; contacts differ',
    ),
    ...saying(shared, 'same accountant address as second e-mail'),
    ...saying(
      article.filter(([a, b]) => isDistinct(a, b)),
      'share only the article',
    ),
  ];
}

function saying(groups: readonly (readonly Comparable[])[], why: string): readonly NotDuplicates[] {
  return groups.map((group) => ({ rows: group.map(({ row }) => row).sort((a, b) => a - b), why }));
}

function isDistinct(a: Comparable | undefined, b: Comparable | undefined): boolean {
  return a !== undefined && b !== undefined && evidenceOf([a, b]).length === 0;
}

function sharesOnlySecondEmail(pair: Pair): boolean {
  const [a, b] = pair;
  const common = a.emails.filter((email) => b.emails.includes(email));
  return evidenceOf(pair).join() === 'email' && common.every((email) => a.emails[0] !== email && b.emails[0] !== email);
}

/** The name without its trade, only when it has one. */
function houseOf(organisation: string): string {
  const { words: spoken } = nameWords(organisation);
  const house = spoken.filter((word) => !isTradeWord(word));
  return house.length === 0 || house.length === spoken.length ? '' : house.join(' ');
}

// « Les Disques Grillés » and « Les Mains Libres Éditions » are built alike, which a hasty eye takes for a resemblance.
function shapeOf(organisation: string): string {
  const spoken = fold(organisation).split(' ');
  const [article = '', ...others] = spoken;
  if (!/^(?:le|la|les|the)$/u.test(article) || others.some((word) => /^(?:de|du|des|d|a|au|aux|et)$/u.test(word)))
    return '';
  const last = nameWords(others.at(-1) ?? '').words[0] ?? '';
  const core = isTradeWord(last) ? others.slice(0, -1) : others;
  return core.length === 2 ? `${article} 2` : '';
}
