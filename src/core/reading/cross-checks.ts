/** What only several tabs together tell: members against spaces, attendance sheets against sessions. */
import { linkSheets } from './session-link.ts';
import type { SessionLink } from './session-link.ts';
import { spaceConflicts } from './spaces/conflicts.ts';
import { IMPLIED_AFFILIATION } from './spaces/occupants.ts';
import { columnsOf } from './cells.ts';
import type { Affiliation, Content, Finding, Frame, Json, MemberRecord, SpaceKind, SpaceRecord } from './types.ts';

/** A tab with what was read in it. */
export interface ReadTab {
  readonly frame: Frame;
  readonly content: Content;
}

/** The workbook's cross-checks, further findings by tab title, links by attendance sheet's title. */
export interface CrossReading {
  readonly cross_checks: Readonly<Record<string, Json>>;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly links: ReadonlyMap<string, SessionLink>;
}

/** A member once, whatever its duplicate rows. */
interface Member {
  readonly organisation: string;
  readonly affiliation: Affiliation | null;
}

/** Compares the tabs with each other, once all are read. */
export function crossCheck(tabs: readonly ReadTab[]): CrossReading {
  const members = membersOf(tabs);
  const findings = new Map<string, readonly Finding[]>();
  const add = (tab: string, more: readonly Finding[]): void => {
    if (more.length > 0) findings.set(tab, [...(findings.get(tab) ?? []), ...more]);
  };
  for (const { frame, content } of tabs.filter(({ frame: { kind } }) => kind === 'spaces'))
    add(frame.source.title, mismatches(frame, content.records.filter(isSpace), members));
  for (const { tab, finding } of spaceConflicts(tabs)) add(tab, [finding]);
  return { cross_checks: checksOf(tabs, members), findings, links: linkSheets(tabs) };
}

function membersOf(tabs: readonly ReadTab[]): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  const records = tabs.flatMap(({ content }) => content.records.filter(isMember));
  for (const { organisation_id, organisation, affiliation, duplicate_of_row } of records)
    if (duplicate_of_row === null && !members.has(organisation_id))
      members.set(organisation_id, { organisation, affiliation });
  return members;
}

function checksOf(tabs: readonly ReadTab[], members: ReadonlyMap<string, Member>): Readonly<Record<string, Json>> {
  const spaces = tabs.flatMap(({ content }) => content.records.filter(isSpace));
  const occupancies = spaces.flatMap((space) => space.occupancies);
  const isKnown = tabs.some(({ frame }) => frame.kind === 'spaces');
  const anywhere = occupiersOf(spaces, () => true);
  const desks = occupiersOf(spaces, (kind) => kind === 'desk');
  const shops = occupiersOf(spaces, (kind) => kind === 'shop_unit');
  const without = (affiliation: Affiliation, occupiers: ReadonlySet<string>): readonly string[] =>
    isKnown ? namesOf(members, (id, member) => member.affiliation === affiliation && !occupiers.has(id)) : [];
  return {
    occupants_matched: occupancies.filter(({ organisation_id }) => organisation_id !== null).length,
    occupants_unmatched: occupancies.filter(({ organisation_id }) => organisation_id === null).length,
    hosted_without_space: without('hosted', anywhere),
    coworking_without_desk: without('coworking', desks),
    shop_based_without_shop: without('shop_based', shops),
    non_resident_with_space: namesOf(
      members,
      (id, { affiliation }) => affiliation === 'non_resident' && anywhere.has(id),
    ),
  };
}

function occupiersOf(spaces: readonly SpaceRecord[], isMeant: (kind: SpaceKind) => boolean): ReadonlySet<string> {
  const meant = spaces.filter(({ kind }) => isMeant(kind));
  return new Set(
    meant.flatMap(({ occupancies }) => occupancies.flatMap(({ organisation_id }) => organisation_id ?? [])),
  );
}

function namesOf(
  members: ReadonlyMap<string, Member>,
  isMeant: (id: string, member: Member) => boolean,
): readonly string[] {
  return [...members]
    .filter(([id, member]) => isMeant(id, member))
    .map(([, { organisation }]) => organisation)
    .sort();
}

// Whoever occupies an office should be listed as hosted, a desk as coworking, a shop as shop-based.
function mismatches(
  frame: Frame,
  spaces: readonly SpaceRecord[],
  members: ReadonlyMap<string, Member>,
): readonly Finding[] {
  const column = columnsOf(frame, 'occupant')[0] ?? null;
  const seen = new Set<string>();
  return spaces.flatMap(({ source_row, kind, occupancies }) =>
    occupancies.flatMap(({ organisation_id }): Finding[] => {
      const member = organisation_id === null ? undefined : members.get(organisation_id);
      const implied = IMPLIED_AFFILIATION[kind];
      const key = `${String(source_row)} ${organisation_id ?? ''}`;
      if (member === undefined || implied === null || seen.has(key)) return [];
      const { organisation, affiliation } = member;
      if (affiliation === null || affiliation === implied) return [];
      seen.add(key);
      const details = { affiliation, space_kind: kind, cross_tab: true };
      return [{ row: source_row, column, kind: 'affiliation_space_mismatch', raw: organisation, details }];
    }),
  );
}

function isMember(record: Content['records'][number]): record is MemberRecord {
  return 'duplicate_of_row' in record && 'affiliation' in record;
}

function isSpace(record: Content['records'][number]): record is SpaceRecord {
  return 'occupancies' in record;
}
