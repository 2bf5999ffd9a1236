/** Texts on their way into a mail: no header, no HTML, no hidden character comes from people. */
import { isEmail } from '../reading/values/email.ts';

const LONGEST_LINE = 200;
/** The longest text of a mail; a cell of Google Sheets holds 50,000 characters, one of an .xlsx file 32,767. */
export const LONGEST_BODY = 20_000;

// Control characters, and those that turn the direction of the text around them; a mail needs none of them.
const HIDDEN = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const BREAKS = /[\s\u0085]*[\r\n\v\f\u0085\u2028\u2029][\s\u0085]*/gu;

/** One line without hidden characters, for a subject or a name: nothing in it can begin another header. */
export function mailLine(text: string): string {
  const line = text.replace(BREAKS, ' ').replaceAll('\t', ' ').replace(HIDDEN, '').trim();
  const letters = Array.from(line);
  return letters.length > LONGEST_LINE ? `${letters.slice(0, LONGEST_LINE - 1).join('')}…` : line;
}

/** Lines of text as they are sent: line ends alike, without hidden characters. */
export function mailText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(HIDDEN, '')
    .trim();
}

/** The only address that the text is, in lower case; null when it is none, or several. */
export function mailAddress(text: string): string | null {
  const address = text.trim().toLowerCase();
  return isEmail(address) ? address : null;
}

const LINK = /https:\/\/[^\s<>"'«»]+/gu;
const AFTER_LINK = /[.,;:!?)\]}…]+$/u;

/** The text as simple HTML: all escaped, line by line, with links on the https addresses that it shows. */
export function mailHtml(text: string): string {
  const paragraphs = text.split(/\n{2,}/u).map((paragraph) => paragraph.split('\n').map(linked).join('<br>'));
  const style = 'font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5;color:#202124';
  return `<div style="${style}">${paragraphs.map((one) => `<p style="margin:0 0 1em">${one}</p>`).join('')}</div>`;
}

function linked(line: string): string {
  let html = '';
  let done = 0;
  for (const match of line.matchAll(LINK)) {
    const address = match[0].replace(AFTER_LINK, '');
    html += `${escapedHtml(line.slice(done, match.index))}<a href="${escapedHtml(address)}">${escapedHtml(address)}</a>`;
    done = match.index + address.length;
  }
  return html + escapedHtml(line.slice(done));
}

/** The text with nothing in it that HTML would take for its own. */
export function escapedHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}
