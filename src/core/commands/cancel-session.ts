/** Cancel a session, or set a proposed date aside: with a reason, and each person told once. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { isDay, lastDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import { french, quoted } from '../french.ts';
import { mailsToAdd, mailTabs, mailWish } from '../mails/wished.ts';
import type { MailWish } from '../mails/wished.ts';
import { tidy } from '../members/inputs.ts';
import { audiences, audienceTabs } from '../sessions/audience.ts';
import type { Audience } from '../sessions/audience.ts';
import { sessionId } from '../sessions/inputs.ts';
import { sessionCancelled, sessionValues } from '../sessions/mails.ts';
import { sessionDesk, sessionName, sessionTabs } from '../sessions/read.ts';
import { signature, toldSentences } from '../sessions/told.ts';
import { alternatedAfter } from '../sessions/alternation.ts';
import { wishedTabs } from '../stays/desk.ts';
import { shortText } from '../stays/inputs.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';

const input = z.object({
  id: sessionId,
  /** Why, as the mail says it. */
  reason: shortText.optional(),
  /** False when she tells people herself. */
  tell: z.boolean().optional(),
});

/** « Annuler la séance »; the row stays, so that the date is not proposed again. */
export const cancelSession = defineCommand({
  name: 'cancel-session',
  label: 'Annuler la séance',
  purpose: 'Annule une séance ou écarte une date proposée, avec un motif, et prévient les personnes concernées.',
  input,
  reads: () => [...sessionTabs, ...audienceTabs, ...mailTabs],
  changes: () => [sessionTable.tab],
  decide: (state, { id, reason, tell }, moment) => {
    const desk = sessionDesk(state);
    if (desk.obstacle !== null) return refuse(desk.obstacle);
    const before = desk.sessions.find((session) => session.id === id);
    if (before === undefined) return refuse(french`La séance ${quoted(id)} n’est plus dans « Séances ».`);
    if (before.status === 'cancelled') return wish({ summary: [french`${sessionName(before)} est déjà annulée.`] });
    if (before.status === 'held')
      return refuse(french`${sessionName(before)} a eu lieu : elle ne peut plus être annulée.`);
    const session: Session = { ...before, status: 'cancelled', reason: tidy(reason) ?? keptReason(before) };
    const audience = audiences(state)(id, 'all');
    const tells = tell !== false && isStillAhead(before, moment.today);
    const mails = mailsToAdd(state, tells ? mailsOf(audience, session, signature(state)) : [], moment);
    if (mails.refusal !== null) return refuse(mails.refusal);
    const others = before.status === 'proposed' ? alternatedAfter(before, desk) : new Map<string, Partial<Session>>();
    return wish({
      ...wishedTabs(desk, [
        {
          table: sessionTable,
          set: new Map([...others, [id, { status: 'cancelled', reason: session.reason }]]),
        },
      ]),
      outbox: mails.outbox,
      effects: mails.effects,
      problems: mails.problems,
      summary: [
        ...sentences(before, session, others.size > 0),
        ...(tells ? toldSentences(audience, mails.drafts) : []),
      ],
      details: { id },
    });
  },
});

/** Nobody is told of a proposal, nor of what is past. */
function isStillAhead({ status, date }: Session, today: Day): boolean {
  return status !== 'proposed' && date !== null && lastDayOf(date) >= today;
}

function sentences(before: Session, { reason }: Session, turned: boolean): string[] {
  return [
    before.status === 'proposed'
      ? french`${sessionName(before)} est écartée : cette date ne sera plus proposée.`
      : french`${sessionName(before)} est annulée.`,
    ...(reason === null ? [] : [french`Motif : ${reason}.`]),
    ...(turned ? ['Les dates proposées ensuite changent de type, pour que l’alternance continue.'] : []),
  ];
}

/** A proposal's reason says why its date was another one: that is no reason to set it aside. */
function keptReason({ status, reason }: Session): string | null {
  return status === 'proposed' ? null : reason;
}

function mailsOf({ told }: Audience, session: Session, association: string): MailWish[] {
  const { id, date, reason } = session;
  return told.map(({ to, registration }) =>
    mailWish(
      sessionCancelled,
      {
        ...sessionValues(session, association),
        reason: reason === null ? 'Nous vous remercions de votre compréhension.' : french`Motif : ${reason}`,
      },
      {
        key: `session-cancelled/${id}/${date !== null && isDay(date) ? date : ''}/${to}`,
        to,
        reason: french`${sessionName(session)} est annulée.`,
        records: [id, registration.id],
      },
    ),
  );
}
