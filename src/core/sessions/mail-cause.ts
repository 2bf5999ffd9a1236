/** Whether a mail about a session still says the truth: asked again before it is released or sent. */
import type { State } from '../command.ts';
import { plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import { french } from '../french.ts';
import type { Lost, MailCause } from '../mails/cause.ts';
import type { OutboxRow } from '../outbox.ts';
import { readTable } from '../records.ts';
import { holdsSeat } from '../registrations/seats.ts';
import { registrationTable } from '../tables/registration.ts';
import type { Registration } from '../tables/registration.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';
import { announced, sessionCancelled, sessionDayBefore, sessionMoved, sessionWeekBefore } from './mails.ts';
import { sessionDesk, sessionName } from './read.ts';

const keys: readonly string[] = [sessionMoved.key, sessionCancelled.key, sessionWeekBefore.key, sessionDayBefore.key];

/** The mails that announce a session, or that it changed. */
export const sessionCause: MailCause = {
  reads: [sessionTable.tab, registrationTable.tab],
  isOwn: ({ template, records }) => keys.includes(template ?? '') && idIn(records, sessionTable.prefix) !== null,
  lost: (state, rows, today) => {
    const desk = sessionDesk(state);
    const broken = desk.obstacle ?? (Object.hasOwn(state.workbook, sessionTable.tab) ? null : ABSENT);
    if (broken !== null) return new Map(rows.map(({ id }) => [id, { fate: 'draft', why: broken }]));
    const sessions = new Map(desk.sessions.map((session) => [session.id, session] as const));
    const people = peopleIn(state);
    return new Map(
      rows.flatMap((row) => {
        const session = sessions.get(idIn(row.records, sessionTable.prefix) ?? '');
        const why =
          session === undefined
            ? 'La séance n’est plus dans « Séances ».'
            : (whyNot(row, session, today) ?? whyNoSeat(row, people));
        return why === null ? [] : [[row.id, { fate: 'cancelled', why } satisfies Lost] as const];
      }),
    );
  },
};

const ABSENT = french`L’onglet « ${sessionTable.tab} » n’a pas été trouvé : le message attend.`;

function peopleIn(state: State): ReadonlyMap<string, Registration> {
  const { records } = readTable(
    registrationTable,
    state.workbook[registrationTable.tab],
    state.shown[registrationTable.tab],
  );
  return new Map(records.map((registration) => [registration.id, registration] as const));
}

function idIn(records: readonly string[], prefix: string): string | null {
  return records.find((id) => id.startsWith(`${prefix}-`)) ?? null;
}

function whyNot(row: OutboxRow, session: Session, today: Day): string | null {
  const cancelled = session.status === 'cancelled';
  if (row.template === sessionCancelled.key)
    return cancelled ? null : french`${sessionName(session)} n’est plus annulée.`;
  if (cancelled) return french`${sessionName(session)} est annulée.`;
  // What was announced is in the key; without one nobody can tell.
  const said = row.key?.split('/')[2];
  if (said !== undefined && said !== announced(session))
    return french`${sessionName(session)} a changé depuis que ce message a été préparé.`;
  const date = session.date ?? '';
  if (row.template === sessionWeekBefore.key && today >= plusDays(date, -1))
    return 'Il est trop tard pour ce rappel : celui de la veille le remplace.';
  return today >= date && row.template !== sessionMoved.key
    ? 'La séance est passée, ou elle a lieu aujourd’hui.'
    : null;
}

/** Who has no seat any more is not reminded; who waits is told of a cancellation all the same. */
function whyNoSeat(row: OutboxRow, people: ReadonlyMap<string, Registration>): string | null {
  if (row.template === sessionCancelled.key) return null;
  const registration = people.get(idIn(row.records, registrationTable.prefix) ?? '');
  if (registration === undefined) return 'L’inscription n’est plus dans « Inscriptions ».';
  return holdsSeat(registration) ? null : 'Cette personne n’a plus de place à cette séance.';
}
