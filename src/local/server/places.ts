import type { SentMail } from '../apps-script/index.ts';
import type { CalendarState } from '../google/calendar/index.ts';
import type { StoredForm } from '../google/index.ts';
import type { FormLine, MailLine, Places } from '../page/protocol.ts';
import { agendaLines } from './agenda.ts';

/** What the other places of the workspace list: forms, soonest event and newest mail first. */
export function placesOf(mails: readonly SentMail[], calendars: CalendarState, forms: readonly StoredForm[]): Places {
  return { forms: forms.map(formLine), events: agendaLines(calendars), mails: mails.map(mailLine).reverse() };
}

function formLine({ formId, title, responderId, isPublished, isAcceptingResponses, responses }: StoredForm): FormLine {
  return {
    id: formId,
    title,
    address: `/forms/d/e/${responderId}/viewform`,
    accepting: isPublished && isAcceptingResponses,
    answers: responses.length,
  };
}

function mailLine({ id, to, subject, sentAt, body, htmlBody }: SentMail): MailLine {
  return { id, to, subject, sentAt, text: body, html: htmlBody };
}
