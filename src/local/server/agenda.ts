import * as z from 'zod';
import type { CalendarState } from '../google/calendar/index.ts';
import { answerInvitation, moveEvent, removeEvent } from '../google/calendar/index.ts';
import { GoogleRefused } from '../google/index.ts';
import type { AgendaAct, EventLine, GuestAnswer } from '../page/protocol.ts';
import { RequestRefused } from './reply.ts';

const TIME = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/u);
const place = { calendarId: z.string().max(200), eventId: z.string().max(1024) };

/** The shape of an act, as the page sends it. */
export const agendaShape = z.discriminatedUnion('act', [
  z.object({
    ...place,
    act: z.literal('answer'),
    address: z.string().max(320),
    answer: z.enum(['accepted', 'declined', 'tentative']),
  }),
  z.object({ ...place, act: z.literal('move'), start: TIME, end: TIME, place: z.string().max(500) }),
  z.object({ ...place, act: z.literal('remove') }),
]) satisfies z.ZodType<AgendaAct>;

/** The events of all calendars, soonest first. */
export function agendaLines({ calendars, notices }: CalendarState): EventLine[] {
  return calendars
    .flatMap((calendar) =>
      Object.values(calendar.events).map(({ resource }) => {
        const id = resource.id ?? '';
        const moment = (time: typeof resource.start) => time?.date ?? time?.dateTime?.slice(0, 16) ?? '';
        return {
          id,
          calendarId: calendar.id,
          calendar: calendar.summary,
          title: resource.summary ?? '',
          start: moment(resource.start),
          end: moment(resource.end),
          place: resource.location ?? '',
          description: resource.description ?? '',
          link: resource.hangoutLink ?? '',
          cancelled: resource.status === 'cancelled',
          guests: (resource.attendees ?? []).map(({ email, responseStatus }) => ({
            address: email ?? '',
            answer: (responseStatus ?? 'needsAction') as GuestAnswer, // Checked when it was written.
          })),
          notices: notices
            .filter(({ calendarId, eventId }) => calendarId === calendar.id && eventId === id)
            .map(({ at, kind, to }) => ({ at, kind, to })),
        };
      }),
    )
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** Does in the calendar what a guest or its owner does; what Google would refuse is refused in French. */
export function actInAgenda(state: CalendarState, act: AgendaAct, now: number): void {
  try {
    if (act.act === 'answer') answerInvitation(state, act, { email: act.address, answer: act.answer }, now);
    else if (act.act === 'remove') removeEvent(state, act, now);
    else moveEvent(state, act, { start: timeOf(act.start), end: timeOf(act.end), location: act.place }, now);
  } catch (cause) {
    if (!(cause instanceof GoogleRefused)) throw cause;
    const sentence =
      cause.status === 404
        ? 'Cet événement n’existe plus. Rechargez l’agenda.'
        : 'L’agenda refuse ces horaires : la fin doit venir après le début.';
    throw new RequestRefused(422, sentence, { cause });
  }
}

function timeOf(text: string): { date: string } | { dateTime: string; timeZone: string } {
  return text.length === 10 ? { date: text } : { dateTime: `${text}:00`, timeZone: 'Europe/Paris' };
}
