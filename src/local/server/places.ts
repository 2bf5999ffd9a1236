import type { SentMail } from '../apps-script/index.ts';
import type { MailLine, Places } from '../page/protocol.ts';

/** What the other places of the workspace list, newest mail first; forms and calendars have nothing to list yet. */
export function placesOf(mails: readonly SentMail[]): Places {
  return { forms: [], events: [], mails: mails.map(mailLine).reverse() };
}

function mailLine({ id, to, subject, sentAt, body, htmlBody }: SentMail): MailLine {
  return { id, to, subject, sentAt, text: body, html: htmlBody };
}
