/** Which reminders are due: a week and a day before, to those who have a seat, each once. */
import { daysBetween, isDay } from '../day.ts';
import type { Day } from '../day.ts';
import { french } from '../french.ts';
import { mailWish } from '../mails/wished.ts';
import type { MailWish } from '../mails/wished.ts';
import type { Session } from '../tables/session.ts';
import type { Audience } from './audience.ts';
import { announced, sessionDayBefore, sessionValues, sessionWeekBefore } from './mails.ts';
import { sessionName } from './read.ts';

/** A session and the reminder that it is time for. */
export interface DueReminder {
  readonly session: Session;
  readonly template: typeof sessionWeekBefore;
}

/** The reminders that may leave today: from seven to two days before, the first; on the eve, the second. */
export function dueReminders(sessions: readonly Session[], today: Day): readonly DueReminder[] {
  return sessions.flatMap((session): DueReminder[] => {
    const { date, status } = session;
    if (status !== 'planned' || date === null || !isDay(date)) return [];
    const days = daysBetween(today, date);
    if (days === 1) return [{ session, template: sessionDayBefore }];
    return days >= 2 && days <= 7 ? [{ session, template: sessionWeekBefore }] : [];
  });
}

/** The mails of one reminder; its key says what it announces, so that a session that moved is reminded anew. */
export function reminderMails(
  { session, template }: DueReminder,
  { told }: Audience,
  association: string,
): readonly MailWish[] {
  const when = template === sessionDayBefore ? 'la veille' : 'une semaine avant';
  return told.map(({ to, registration }) =>
    mailWish(template, sessionValues(session, association), {
      key: `${template.key}/${session.id}/${announced(session)}/${to}`,
      to,
      reason: french`Rappel de ${sessionName(session)}, ${when}.`,
      records: [session.id, registration.id],
    }),
  );
}
