/** Who occupies a space, as one cell tells it. */
import { matchOrganisation, matchPerson } from '../directory.ts';
import type { Affiliation, Directory, DirectoryEntry, SpaceKind, SpaceStatus } from '../types.ts';
import type { ProblemKind } from '../problem-kinds.ts';
import type { Json } from '../records.ts';
import { clean, fold, saysNothing, saysUnknown } from '../values/text.ts';

/** An occupant: an organisation by its name or through a person's, or a name that nobody bears. */
interface Occupant {
  readonly entry: DirectoryEntry | null;
  readonly organisation_raw: string | null;
  readonly person_raw: string | null;
}

/** A doubt about the cell, without its place. */
interface OccupantDoubt {
  readonly kind: ProblemKind;
  readonly raw?: string;
  readonly details?: Readonly<Record<string, Json>>;
}

/** What the cell says of the spaces of its row: one list of occupants for each of them. */
export interface OccupantsReading {
  readonly status: SpaceStatus;
  readonly bySpace: readonly (readonly Occupant[])[];
  readonly doubts: readonly OccupantDoubt[];
}

/** What a cell is read against. */
export interface OccupantsContext {
  readonly kind: SpaceKind;
  /** How many spaces the row stands for. */
  readonly spaces: number;
  readonly directory: Directory;
}

/** The affiliation that each kind of space implies. */
export const IMPLIED_AFFILIATION: Readonly<Record<SpaceKind, Affiliation | null>> = {
  office: 'hosted',
  studio: 'hosted',
  desk: 'coworking',
  shop_unit: 'shop_based',
  premises: null,
};

const VACANT =
  /^(?:libres?|vacante?s?|vides?|dispo|disponibles?|inoccupee?s?|a pourvoir|a louer|a attribuer|personne)\b/u;
const RESERVED =
  /^(?:en attente|reservee?s?|option|optionnee?s?|pre ?attribuee?s?|attribution en cours|en cours d attribution|candidature|a confirmer)\b/u;

/** The occupants of a row's spaces; several names share one space, or take one space each of a range. */
export function readOccupants(text: string, context: OccupantsContext): OccupantsReading {
  const typed = clean(text);
  const bare = clean(withoutParentheses(text.replace(/[\n\r]+/gu, ' ; ').replace(/[«»"“”]/gu, ' ')));
  const nobody = Array.from({ length: context.spaces }, () => []);
  if (saysUnknown(typed)) return { status: 'unknown', bySpace: nobody, doubts: [{ kind: 'explicit_unknown' }] };
  if (typed === '' || saysNothing(typed) || VACANT.test(fold(bare)))
    return { status: 'vacant', bySpace: nobody, doubts: [] };
  if (RESERVED.test(fold(bare))) return { status: 'reserved', bySpace: nobody, doubts: [] };
  return occupied(typed, bare, context);
}

function occupied(typed: string, bare: string, context: OccupantsContext): OccupantsReading {
  const whole = findOccupant(bare, typed, context);
  if (whole.occupant.entry === null) {
    const names = namesIn(bare, context);
    if (names.length > 1) return context.spaces > 1 ? oneEach(names, context) : shared(names, context);
  }
  const bySpace = Array.from({ length: context.spaces }, () => [whole.occupant]);
  return { status: 'occupied', bySpace, doubts: whole.doubts };
}

function shared(names: readonly string[], context: OccupantsContext): OccupantsReading {
  const found = names.map((name) => findOccupant(name, name, context));
  return {
    status: 'occupied',
    bySpace: [found.map(({ occupant }) => occupant)],
    doubts: [...found.flatMap(({ doubts }) => doubts), { kind: 'shared_space' }],
  };
}

// More names than spaces: the last space keeps all that are left.
function oneEach(names: readonly string[], context: OccupantsContext): OccupantsReading {
  const found = names.map((name) => findOccupant(name, name, context));
  const last = context.spaces - 1;
  const bySpace = Array.from({ length: context.spaces }, (_, space) =>
    found.filter((_name, index) => Math.min(index, last) === space).map(({ occupant }) => occupant),
  );
  const isByPerson = found.some(({ occupant }) => occupant.person_raw !== null);
  const isUneven = names.length !== context.spaces;
  return {
    status: 'occupied',
    bySpace,
    doubts: [
      ...found.flatMap(({ doubts }) => doubts),
      ...(isByPerson || isUneven ? [{ kind: 'people_to_confirm' } as const] : []),
    ],
  };
}

interface Found {
  readonly occupant: Occupant;
  readonly doubts: readonly OccupantDoubt[];
}

// Desks are let to people: a lone first name is one's, even when an organisation begins with it.
function findOccupant(name: string, raw: string, { directory, kind }: OccupantsContext): Found {
  const person = matchPerson(directory, name, IMPLIED_AFFILIATION[kind]);
  const byPerson = person === null ? null : { entry: person, organisation_raw: null, person_raw: raw };
  if (byPerson !== null && kind === 'desk' && !/\s/u.test(name)) return { occupant: byPerson, doubts: [] };
  const { match, proposal } = matchOrganisation(directory, name);
  if (match !== null) return { occupant: { entry: match, organisation_raw: raw, person_raw: null }, doubts: [] };
  if (byPerson !== null) return { occupant: byPerson, doubts: [] };
  const occupant = { entry: null, organisation_raw: raw, person_raw: null };
  // Where no member is known at all, every name would be missing.
  if (directory.entries.length === 0) return { occupant, doubts: [] };
  const details = proposal === null ? {} : { details: { proposal: proposal.organisation } };
  return {
    occupant,
    doubts: [{ kind: 'organisation_not_found', raw, ...details }],
  };
}

// « / », « + » and « ; » separate names; « , », « & » and « et » may belong to one, unless a side is known.
function namesIn(bare: string, context: OccupantsContext): readonly string[] {
  const strong = pieces(bare, /[/+;|]/u);
  if (strong.length > 1) return strong;
  const isKnown = (name: string): boolean => findOccupant(name, name, context).occupant.entry !== null;
  for (const separator of [/,/u, /&|\s(?:et|and)\s/iu]) {
    const weak = pieces(bare, separator);
    if (weak.length > 1 && (weak.some(isKnown) || weak.length === context.spaces)) return weak;
  }
  return [bare];
}

function pieces(text: string, separator: RegExp): readonly string[] {
  return text
    .split(separator)
    .map(clean)
    .filter((piece) => piece !== '');
}

function withoutParentheses(text: string): string {
  const bare = text.replace(/\([^()]*\)/gu, ' ');
  return clean(bare) === '' ? text : bare;
}
