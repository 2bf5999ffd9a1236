/** What people type as addresses and numbers, read for a record: parsed and tidy, or refused with the cure. */
import { french, quoted } from '../french.ts';
import { readEmails } from '../reading/values/email.ts';
import { readPhones } from '../reading/values/phone.ts';

/** A reading of what was typed: the values, first one first, or a French sentence that says what to correct. */
export type Typed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

const refused = (message: string): { readonly ok: false; readonly message: string } => ({ ok: false, message });

/** The addresses of a text, each once; « a@b.fr ; c@d.fr » gives two. */
export function typedEmails(text: string): Typed<readonly string[]> {
  if (text.trim() === '') return { ok: true, value: [] };
  const found = readEmails(text);
  const wrong = found.find(({ valid }) => !valid);
  if (wrong !== undefined || found.length === 0) {
    const raw = wrong !== undefined && !wrong.valid ? wrong.raw : text;
    return refused(french`${quoted(raw)} n’est pas une adresse e-mail : corrigez-la, par exemple nom@structure.fr.`);
  }
  return { ok: true, value: [...new Set(found.flatMap(({ value }) => (value === null ? [] : [value])))] };
}

/** The telephone numbers of a text, each once, as they are kept: « 0612345678 », « +44… ». */
export function typedPhones(text: string): Typed<readonly string[]> {
  if (text.trim() === '') return { ok: true, value: [] };
  const found = readPhones(text);
  const wrong = found.find(({ phone }) => phone.value === null);
  if (wrong !== undefined || found.length === 0)
    return refused(
      french`${quoted(wrong?.raw ?? text)} n’est pas un numéro de téléphone : tapez dix chiffres, par exemple 06 12 34 56 78.`,
    );
  return { ok: true, value: [...new Set(found.flatMap(({ phone }) => (phone.value === null ? [] : [phone.value])))] };
}

/** The fourteen digits of a SIRET, without spaces; null for an empty text (domain: D11). */
export function typedSiret(text: string): Typed<string | null> {
  const digits = text.replace(/[\s.\u00A0\u202F-]/gu, '');
  if (digits === '') return { ok: true, value: null };
  if (isSiret(digits)) return { ok: true, value: digits };
  const why = /^\d{14}$/u.test(digits)
    ? 'la clé de contrôle ne correspond pas, un chiffre est sans doute faux'
    : 'il faut quatorze chiffres';
  return refused(french`Le SIRET ${quoted(text)} n’est pas valable : ${why}. Recopiez-le depuis l’avis de situation.`);
}

/** True for fourteen digits with a right key: Luhn on all and on the first nine; La Poste may sum to a multiple of 5 instead. */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/u.test(digits) || !luhn(digits.slice(0, 9))) return false;
  if (luhn(digits)) return true;
  const sum = [...digits].reduce((total, digit) => total + Number(digit), 0);
  return digits.startsWith('356000000') && sum % 5 === 0;
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** The address of a site with its « https:// »; null for an empty text. */
export function typedWebsite(text: string): Typed<string | null> {
  const bare = text.trim();
  if (bare === '') return { ok: true, value: null };
  const full = /^https?:\/\//iu.test(bare) ? bare : `https://${bare}`;
  if (/^https?:\/\/[\p{L}\p{N}.-]+\.\p{L}{2,}(?:[/?#:][^\s"<>]*)?$/iu.test(full)) return { ok: true, value: full };
  return refused(french`${quoted(text)} n’est pas l’adresse d’un site : tapez par exemple www.structure.fr.`);
}
