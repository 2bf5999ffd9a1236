/** Links that open the form already filled in: to accept, to come, to withdraw, in one tap. */
import { questions } from './questions.ts';

/** What a link fills in. */
export interface Filled {
  readonly session: string;
  readonly wish: 'yes' | 'no';
  readonly name: string | null;
  readonly email: string | null;
  readonly organisation: string | null;
}

/** The address of the form with those answers in it; the number of an entry is that of its question, in decimal. */
export function filledLink(form: string, { session, wish, name, email, organisation }: Filled): string {
  const entries: readonly (readonly [{ readonly id: string }, string | null])[] = [
    [questions.code, session],
    [questions.wish, wish === 'yes' ? questions.wish.yes : questions.wish.no],
    [questions.name, name],
    [questions.email, email],
    // Whoever leaves is known by their address: their link stays shorter.
    [questions.organisation, wish === 'yes' ? organisation : null],
  ];
  const filled = entries.flatMap(([{ id }, value]) =>
    value === null || value === '' ? [] : [`entry.${String(parseInt(id, 16))}=${encoded(value)}`],
  );
  return `${form}?usp=pp_url&${filled.join('&')}`;
}

/** Without the characters that the end of a link in a text is told by; a lone surrogate would be no text at all. */
function encoded(text: string): string {
  const whole = text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu, '\uFFFD');
  return encodeURIComponent(whole).replace(/[!'()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
