import type { SentMail } from '../apps-script/index.ts';
import type { CalendarState } from '../google/calendar/index.ts';
import type { MailLine, Places } from '../page/protocol.ts';
import { agendaLines } from './agenda.ts';

/** What the other places of the workspace list, soonest event and newest mail first; forms have nothing to list yet. */
export function placesOf(mails: readonly SentMail[], calendars: CalendarState): Places {
  return { forms: [], events: agendaLines(calendars), mails: mails.map(mailLine).reverse() };
}

function mailLine({ id, to, subject, sentAt, body, htmlBody }: SentMail): MailLine {
  return { id, to, subject, sentAt, text: body, html: htmlBody };
}
