/** Finding the organisations and people of the members' tab by whatever way their names are written. */
import type { Affiliation, Directory, DirectoryEntry, OrganisationMatch } from './types.ts';

/** A directory of nobody. */
export const EMPTY_DIRECTORY: Directory = {
  entries: [],
  byKey: new Map(),
  byWord: new Map(),
  byPersonWord: new Map(),
};

/** The organisation that a text names; a proposal when it is only probable (initials, an approximate spelling). */
export function matchOrganisation(_directory: Directory, _text: string): OrganisationMatch {
  return { match: null, proposal: null };
}

/** The one organisation of this affiliation whose contact has this first or last name. */
export function matchPerson(
  _directory: Directory,
  _name: string,
  _affiliation: Affiliation | null,
): DirectoryEntry | null {
  return null;
}
