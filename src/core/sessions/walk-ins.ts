/** People who came without being registered, as she types them: one a line, « Prénom Nom, Structure ». */
import { clean, fold } from '../reading/values/text.ts';
import { nameWords } from '../reading/organisation-name.ts';
import type { Member } from '../tables/member.ts';
import type { Registration } from '../tables/registration.ts';

/** Someone who came. */
export interface WalkIn {
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly organisation: string | null;
  /** The number of the member that the organisation is. */
  readonly member: string | null;
}

/** The people of the lines; an empty line is nobody, the same person twice is one. */
export function walkInsIn(text: string, members: readonly Member[]): readonly WalkIn[] {
  const byName = new Map(
    members.flatMap(({ id, organisation, former_names: former, merged_into: into }) =>
      [organisation, ...former].flatMap((name) => (name === null ? [] : [[nameWords(name).key, into ?? id] as const])),
    ),
  );
  const found = text.split('\n').flatMap((line): WalkIn[] => {
    const [person = '', ...rest] = line.split(/[,;]/u).map(clean);
    const organisation = rest.filter((part) => part !== '').join(', ');
    if (person === '' && organisation === '') return [];
    const [first = '', ...last] = person.split(' ');
    return [
      {
        first_name: last.length === 0 ? null : first,
        last_name: (last.length === 0 ? first : last.join(' ')) || null,
        organisation: organisation === '' ? null : organisation,
        member: organisation === '' ? null : (byName.get(nameWords(organisation).key) ?? null),
      },
    ];
  });
  return [...new Map(found.map((one) => [walkInKey(one), one] as const)).values()];
}

/** Which of them are in « Inscriptions » already, each row once, and who is new: the very same first, then those whose house is not said. */
export function matchWalkIns(
  walkIns: readonly WalkIn[],
  registrations: readonly Registration[],
): { readonly known: readonly Registration[]; readonly strangers: readonly WalkIn[] } {
  const free = new Set(registrations);
  const known: Registration[] = [];
  const without = (some: readonly WalkIn[], isSame: (one: Registration, walkIn: WalkIn) => boolean): WalkIn[] =>
    some.filter((walkIn) => {
      const found = [...free].find((one) => personKey(one) === personKey(walkIn) && isSame(one, walkIn));
      if (found === undefined) return true;
      free.delete(found);
      known.push(found);
      return false;
    });
  const others = without(walkIns, sameHouse);
  const strangers = without(
    others,
    (one, walkIn) => personKey(walkIn) !== '' && (one.organisation === null || walkIn.organisation === null),
  );
  return { known, strangers };
}

function sameHouse(one: Pick<Registration, 'organisation'>, other: Pick<WalkIn, 'organisation'>): boolean {
  return nameWords(one.organisation ?? '').key === nameWords(other.organisation ?? '').key;
}

function walkInKey(one: WalkIn): string {
  return `${personKey(one)}/${nameWords(one.organisation ?? '').key}`;
}

function personKey({ first_name: first, last_name: last }: Pick<WalkIn, 'first_name' | 'last_name'>): string {
  return fold(`${first ?? ''} ${last ?? ''}`);
}
