/** E-mail addresses as they are typed in one cell. */
import type { Shown } from '../../workbook.ts';
import type { ReadEmail } from '../records.ts';
import { clean, saysNothing, saysUnknown } from './text.ts';

const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u;

/** True for a plain address "name@domain.tld" in lower case. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

// Addresses of a post or a trade, which outlive whoever reads them.
const GENERIC =
  /^(?:accueil|admin|administration|asso|association|bonjour|booking|bureau|collectif|com|communication|contact|direction|hello|info|infos|label|mail|office|presse|press|prod|production|promo|secretariat|studio)@/iu;

/** True for an address of the organisation rather than of a person: contact@…, bonjour@…, label@… (domain: D10). */
export function isGenericEmail(email: string): boolean {
  return GENERIC.test(email);
}

/** The addresses of a cell in their order, in lower case; « ? », « - » and an empty cell give none. */
export function readEmails(shown: Shown): readonly ReadEmail[] {
  if (typeof shown !== 'string' && typeof shown !== 'number') return [];
  const text = String(shown);
  if (saysUnknown(text) || saysNothing(text) || /^\s*(?:pas|sans|aucune?)\s[^@]*$/iu.test(text)) return [];
  return text
    .split(/[;,/&\n\r|]/u)
    .flatMap(addressesIn)
    .flatMap(addressesOf)
    .map(readEmail);
}

// « Ondes et Co <bonjour@ondes.example> »: the address between brackets is meant, whatever the name holds.
function addressesIn(piece: string): readonly string[] {
  const bracketed = [...piece.matchAll(/<([^<>]*)>/gu)].map(([, address = '']) => address);
  return bracketed.length > 0 ? bracketed : piece.split(/\s(?:et|ou|and)\s/iu);
}

function addressesOf(piece: string): readonly string[] {
  const text = clean(piece);
  if (text === '') return [];
  const tokens = text.split(' ');
  const addresses = tokens.filter((token) => token.includes('@'));
  const isPlain = addresses.length > 0 && addresses.every((token) => readEmail(token).valid);
  return isPlain || addresses.length === tokens.length ? addresses : [text];
}

function readEmail(piece: string): ReadEmail {
  const value = piece
    .toLowerCase()
    .replace(/^mailto:/u, '')
    .replace(/^[("'[]+|[)"'\].:]+$/gu, '');
  return isEmail(value) ? { value, valid: true } : { value: null, valid: false, raw: piece };
}
