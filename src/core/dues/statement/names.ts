/** Which members a bank's label may name: their own name, a former one, or one of their people; cut and misspelt alike. */
import { editDistance, isTradeWord, nameWords } from '../../reading/organisation-name.ts';
import { words } from '../../reading/values/text.ts';
import type { Contact } from '../../tables/contact.ts';
import type { Member } from '../../tables/member.ts';

/** A member that a label names, how surely (0 to 45), and by what, in French. */
export interface NamedMember {
  readonly member: string;
  readonly score: number;
  readonly why: string;
}

interface Name {
  readonly member: string;
  readonly words: readonly string[];
  readonly kind: 'organisation' | 'person';
}

/** Finds the members that a label names, the surest first. */
export type NameFinder = (label: string) => readonly NamedMember[];

const STEM = 4;
const MOST = 8;

/** A finder over all members and people; each word is looked up once. */
export function nameFinder(members: readonly Member[], contacts: readonly Contact[]): NameFinder {
  const names: Name[] = [
    ...members.flatMap(({ id, organisation, former_names: former }) =>
      [organisation ?? '', ...former].map((name): Name => ({
        member: id,
        words: nameWords(name).words,
        kind: 'organisation',
      })),
    ),
    ...contacts.map(({ member, name }): Name => ({ member: member ?? '', words: words(name ?? ''), kind: 'person' })),
  ].filter(({ words: own, member }) => member !== '' && own.length > 0);
  const byStem = new Map<string, { readonly name: Name; readonly word: string }[]>();
  for (const name of names) {
    for (const word of new Set(name.words)) {
      const stem = word.slice(0, STEM);
      const list = byStem.get(stem);
      if (list) list.push({ name, word });
      else byStem.set(stem, [{ name, word }]);
    }
  }
  return (label) => {
    const found = new Map<Name, Set<string>>();
    for (const spoken of new Set([...nameWords(label).words, ...words(label)])) {
      for (const { name, word } of byStem.get(spoken.slice(0, STEM)) ?? []) {
        if (isSameWord(spoken, word)) found.set(name, (found.get(name) ?? new Set()).add(word));
      }
    }
    const best = new Map<string, NamedMember>();
    for (const [name, matched] of found) {
      const scored = scoreOf(name, matched);
      if (scored !== null && scored.score > (best.get(name.member)?.score ?? 0)) best.set(name.member, scored);
    }
    return [...best.values()].sort((a, b) => b.score - a.score || a.member.localeCompare(b.member)).slice(0, MOST);
  };
}

/** Banks cut long names, people misspell them. */
function isSameWord(spoken: string, word: string): boolean {
  if (spoken === word) return true;
  if (Math.min(spoken.length, word.length) <= STEM) return false;
  return word.startsWith(spoken) || editDistance(spoken, word, 1) <= 1;
}

function scoreOf({ member, words: own, kind }: Name, matched: ReadonlySet<string>): NamedMember | null {
  const share = matched.size / new Set(own).size;
  const hasMeaning = [...matched].some((word) => word.length >= 4 && !isTradeWord(word));
  if (kind === 'person') {
    return share === 1 && own.length > 1 ? { member, score: 38, why: 'nom d’un contact reconnu' } : null;
  }
  if (share === 1) return { member, score: hasMeaning ? 45 : 25, why: 'nom reconnu' };
  return share >= 0.5 && hasMeaning ? { member, score: 25, why: 'nom en partie reconnu' } : null;
}
