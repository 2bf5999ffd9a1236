/** What stands above an attendance sheet: which session, when, where, with whom. */
import { programmeIn } from './programme-alias.ts';
import type { Frame, Metadata, PreciseDate, ReadContext } from './types.ts';
import { dateIn } from './values/date-parts.ts';
import { readDateText } from './values/date.ts';
import { readHours } from './values/hours.ts';
import { clean } from './values/text.ts';

interface Found {
  date: PreciseDate | null;
  start: string | null;
  end: string | null;
  place: string | null;
  provider: string | null;
}

/** The programme, date, hours, place and provider written above the table, each only when found. */
export function attendanceMetadata(frame: Frame, context: ReadContext): Metadata {
  const texts = frame.above.map(({ text }) => text);
  const programme = programmeIn(texts.join(' ')) ?? programmeIn(frame.source.title);
  const found: Found = { date: null, start: null, end: null, place: null, provider: null };
  texts.slice(1).forEach((text) => {
    readPieces(text, { found, year: context.year, isTitle: false });
  });
  readPieces(texts[0] ?? '', { found, year: context.year, isTitle: true });
  return {
    ...(programme === null ? {} : { programme }),
    ...(found.date === null ? {} : { date: { value: found.date.value, precision: found.date.precision } }),
    ...(found.start === null ? {} : { start_time: found.start }),
    ...(found.end === null ? {} : { end_time: found.end }),
    ...(found.place === null ? {} : { place: found.place }),
    ...(found.provider === null ? {} : { provider: found.provider }),
  };
}

function readPieces(text: string, at: { found: Found; year: number; isTitle: boolean }): void {
  const pieces = text
    .split(/[,;|]|\s[–—]\s|\s-\s(?!\d{1,2}\s?[h:])/u)
    .map(clean)
    .filter((piece) => piece !== '');
  const said = pieces.filter((piece) => !readPiece(piece, at));
  // A place without a word for it stands beside the date or the hours, not on a line of its own.
  if (said.length < pieces.length && !at.isTitle) at.found.place ??= said[0] ?? null;
}

/** True when the piece was understood. */
function readPiece(piece: string, { found, year }: { found: Found; year: number }): boolean {
  if (/^(?:Mme|M\.|Mr|Me|Mᵉ|Dr|Mlle)\s\p{L}/u.test(piece) && found.provider === null) {
    found.provider = piece;
    return true;
  }
  if (/^(?:salle|amphi|auditorium|visio|en ligne|en visio|zoom)\b[^:]*$/iu.test(piece) && found.place === null) {
    found.place = piece;
    return true;
  }
  const [, label = '', value = ''] = /^([^:]{2,25}?)\s*:\s*(.+)$/u.exec(piece) ?? [];
  if (/^(?:intervenant|animat|anim[ée]|formateur|formatrice|expert|avec|par)/iu.test(label)) {
    found.provider ??= value;
    return true;
  }
  if (/^(?:lieu|salle|adresse|endroit)/iu.test(label)) {
    found.place ??= value;
    return true;
  }
  return readWhen(label === '' ? piece : value, found, year) || label !== '';
}

function readWhen(text: string, found: Found, year: number): boolean {
  const hours = readHours({ shown: text });
  if (hours.state === 'hours') {
    found.start ??= hours.start;
    found.end ??= hours.end;
    return true;
  }
  const parts = dateIn(text);
  if (parts === null) {
    const tail = /\s(?:du|le)\s+(.+)$/iu.exec(text)?.[1];
    return tail !== undefined && readWhen(tail, found, year);
  }
  const date = readDateText(parts.rest === '' ? text : text.slice(0, text.length - parts.rest.length), year);
  if (date.state !== 'date') return false;
  if (date.date.precision === 'day') found.date ??= date.date;
  if (parts.rest !== '') readWhen(clean(parts.rest.replace(/^\s*(?:de|à|a)\s+/iu, '')), found, year);
  return true;
}
