/** Who came to a session, from the cell that lists the structures, or the remark that stands there instead. */
import { isOrganisation, matchOrganisation } from '../directory.ts';
import type { Directory, Finding, SessionRecord } from '../types.ts';
import { clean, fold, saysNothing, saysUnknown } from '../values/text.ts';

/** The part of a session's record that names structures; `notes` are the words that name none. */
export type NamedOrganisations = Pick<
  SessionRecord,
  'organisations' | 'organisations_unnamed' | 'organisations_open_list'
> & { readonly notes: readonly string[]; readonly notFound: readonly NotFound[] };

/** A name that matches no member, with the proposal when there is one. */
export interface NotFound {
  readonly raw: string;
  readonly proposal: string | null;
}

type Named = SessionRecord['organisations'][number];

const NOTE_WORD =
  /^(?:voir|cf|liste|listes|feuille|fichier|papier|dossier|drive|emargement|ferie|annule|annulee|reporte|reportee|complet|a|en|sur|pas|sans|selon|tous|toutes|ouvert|public|adherents|divers|plusieurs|non|oui|ok|idem|environ|env|nb|visio|zoom|presentiel|prevoir|inscription|inscriptions|x|plus|personne|personnes|rien|confirme|rdv)\b/u;

/** Reads the list of structures of a session. */
export function readOrganisations(text: string, directory: Directory): NamedOrganisations {
  const whole = clean(text);
  if (whole === '' || saysNothing(whole) || saysUnknown(whole)) return nobody([]);
  const isOpen = /(?:…|\.{3}|\betc\b\.?)\s*$/iu.test(whole);
  const pieces = piecesOf(whole.replace(/(?:…|\.{3}|,?\s*\betc\b\.?)\s*$/iu, ''), directory);
  const unnamed = pieces.map(unnamedIn);
  const named = pieces.filter((_, index) => unnamed[index] === 0).map((piece) => nameOf(piece, directory));
  const isList =
    pieces.length > 1 || named.some(({ named: { match }, proposal }) => match !== null || proposal !== null);
  const kept = named.filter(({ named: { raw, match } }) => match !== null || !isNote(raw, isList));
  const heads = unnamed.reduce((sum, count) => sum + count, 0);
  if (kept.length === 0 && heads === 0 && !isList) return nobody([whole]);
  return {
    organisations: kept.map((entry) => entry.named),
    organisations_unnamed: heads,
    organisations_open_list: isOpen,
    notes: named.filter((entry) => !kept.includes(entry)).map(({ named: { raw } }) => raw),
    notFound: kept
      .filter(({ named: { match } }) => match === null)
      .map(({ named: { raw }, proposal }) => ({ raw, proposal })),
  };
}

/** The findings of the names that match no member; none when no member is known at all. */
export function notFoundFindings(
  notFound: readonly NotFound[],
  at: { readonly row: number; readonly column: string; readonly directory: Directory },
): readonly Finding[] {
  if (at.directory.entries.length === 0) return [];
  return notFound.map(({ raw, proposal }) => ({
    row: at.row,
    column: at.column,
    kind: 'organisation_not_found' as const,
    raw,
    ...(proposal === null ? {} : { details: { proposal } }),
  }));
}

function nobody(notes: readonly string[]): NamedOrganisations {
  return { organisations: [], organisations_unnamed: 0, organisations_open_list: false, notes, notFound: [] };
}

function nameOf(raw: string, directory: Directory): { readonly named: Named; readonly proposal: string | null } {
  const { match, proposal } = matchOrganisation(directory, raw);
  const named = {
    raw,
    match: match?.organisation ?? null,
    organisation_id: match?.organisation_id ?? null,
  };
  return { named, proposal: match === null ? (proposal?.organisation ?? null) : null };
}

// A name may hold « & », « et » or « / » itself, so the whole is tried before its pieces.
function piecesOf(text: string, directory: Directory): readonly string[] {
  return split(text, /[;,/•|\n]/u, directory).flatMap((piece) => split(piece, /\s(?:et|&|\+)\s/iu, directory));
}

function split(text: string, separator: RegExp, directory: Directory): readonly string[] {
  const pieces = text
    .split(separator)
    .map(clean)
    .filter((piece) => piece !== '');
  if (pieces.length < 2) return pieces;
  return isOrganisation(directory, text) ? [text] : pieces;
}

// « +1 », « + 2 autres », « 3 adhérents », « 12 »: heads without a name.
function unnamedIn(piece: string): number {
  const found =
    /^(?:\+\s*(\d{1,3})\b|(\d{1,3})(?:$|\s+(?:autres?|pers|personnes?|structures?|struct|adherents?|membres?)\b))/u.exec(
      fold(piece.replace('+', ' plus ')).replace(/^plus /u, '+'),
    );
  return Number(found?.[1] ?? found?.[2] ?? 0);
}

function isNote(raw: string, isList: boolean): boolean {
  if (NOTE_WORD.test(fold(raw))) return true;
  return !isList && !/^[\p{Lu}\d«"]/u.test(raw);
}
