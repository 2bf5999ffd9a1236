/** Another day, time or place for a session: the preview says who will be told, then each is told once. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { frenchDay, isDay } from '../day.ts';
import { french, quoted } from '../french.ts';
import { mailsToAdd, mailTabs, mailWish } from '../mails/wished.ts';
import type { MailWish } from '../mails/wished.ts';
import { tidy } from '../members/inputs.ts';
import { audiences, audienceTabs } from '../sessions/audience.ts';
import type { Audience } from '../sessions/audience.ts';
import { sessionId, timeInput, wrongLink } from '../sessions/inputs.ts';
import { announced, sessionMoved, sessionValues, whenText, whereText } from '../sessions/mails.ts';
import { minutesOf, sessionDesk, sessionName, sessionTabs, sessionTitle } from '../sessions/read.ts';
import { typedTimes } from '../sessions/times.ts';
import { signature, toldSentences } from '../sessions/told.ts';
import { dateWarnings } from '../sessions/warnings.ts';
import { wishedTabs } from '../stays/desk.ts';
import { firstReason, neededDay, shortText, wrongDay } from '../stays/inputs.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';

const input = z.object({
  id: sessionId,
  date: neededDay,
  start_time: timeInput.optional(),
  end_time: timeInput.optional(),
  place: shortText.optional(),
  online_link: z.string().max(500).nullable().optional(),
  /** Why, as the mail says it. */
  reason: shortText.optional(),
  /** True for a proposal that this date confirms. */
  confirm: z.boolean().optional(),
  /** False when she tells people herself. */
  tell: z.boolean().optional(),
});
type Input = z.infer<typeof input>;

/** « Changer la date »: a proposal gets its day, a session to come is moved and its people are told. */
export const moveSession = defineCommand({
  name: 'move-session',
  label: 'Changer la date',
  purpose: 'Change le jour, l’heure ou le lieu d’une séance, et prévient les personnes inscrites.',
  input,
  reads: () => [...sessionTabs, ...audienceTabs, ...mailTabs],
  changes: () => [sessionTable.tab],
  decide: (state, asked, moment) => {
    const desk = sessionDesk(state);
    const before = desk.sessions.find(({ id }) => id === asked.id);
    const early = firstReason(
      () => desk.obstacle,
      () => (before === undefined ? french`La séance ${quoted(asked.id)} n’est plus dans « Séances ».` : null),
      () => (asked.date.trim() === '' ? 'Choisissez le nouveau jour.' : wrongDay({ Jour: asked.date })),
      () => wrongLink({ 'Lien visio': asked.online_link }),
      () =>
        before?.status === 'cancelled'
          ? french`${sessionName(before)} est annulée : ajoutez plutôt une nouvelle séance.`
          : null,
    );
    if (early !== null || before === undefined) return refuse(early ?? '');
    const times = typedTimes({
      start_time: asked.start_time === undefined ? before.start_time : asked.start_time,
      end_time: asked.end_time === undefined ? before.end_time : asked.end_time,
    });
    if (!times.ok) return refuse(times.message);
    const session = movedSession(before, asked, times.value);
    const isMoved = announced(session) !== announced(before);
    if (!isMoved && session.status === before.status)
      return wish({ summary: [french`${sessionName(before)} est déjà à cette date, à cette heure et à ce lieu.`] });
    const audience = audiences(state)(before.id, 'seated');
    const tells = isMoved && before.status === 'planned' && asked.date >= moment.today && asked.tell !== false;
    const mails = mailsToAdd(
      state,
      tells ? mailsOf(audience, { before, session, association: signature(state) }) : [],
      moment,
    );
    if (mails.refusal !== null) return refuse(mails.refusal);
    const { tabs, dress } = wishedTabs(desk, [
      { table: sessionTable, set: new Map([[before.id, fieldsOf(before, session)]]) },
    ]);
    return wish({
      tabs,
      dress,
      outbox: mails.outbox,
      effects: mails.effects,
      problems: [...mails.problems, ...dateWarnings(session, desk.sessions, moment.today)],
      summary: [...sentences(before, session), ...toldOf(audience, { tells, isMoved, drafts: mails.drafts })],
      details: { id: before.id },
    });
  },
});

function movedSession(before: Session, asked: Input, times: Pick<Session, 'start_time' | 'end_time'>): Session {
  const isOther = before.date !== asked.date;
  const kept = asked.reason === undefined ? (before.status === 'proposed' ? null : before.reason) : tidy(asked.reason);
  const session = {
    ...before,
    ...times,
    date: asked.date,
    duration: minutesOf(times) ?? before.duration,
    place: asked.place === undefined ? before.place : tidy(asked.place),
    online_link: asked.online_link === undefined ? before.online_link : tidy(asked.online_link),
    reason: isOther ? kept : asked.reason === undefined ? before.reason : kept,
    status: statusOf(before, asked),
  };
  const former =
    isOther && before.status !== 'proposed' && before.date !== null && isDay(before.date) ? before.date : null;
  return former === null || before.previous_dates.includes(frenchDay(former))
    ? session
    : { ...session, previous_dates: [...before.previous_dates, frenchDay(former)] };
}

function statusOf({ status }: Session, { confirm }: Input): Session['status'] {
  if (status === 'proposed') return confirm === true ? 'planned' : 'proposed';
  return status === 'unscheduled' || status === null ? 'planned' : status;
}

function fieldsOf(before: Session, after: Session): Partial<Session> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Session]),
    ),
  );
}

interface Move {
  readonly before: Session;
  readonly session: Session;
  readonly association: string;
}

function mailsOf({ told }: Audience, { before, session, association }: Move): MailWish[] {
  const why = session.reason;
  return told.map(({ to, registration }) =>
    mailWish(
      sessionMoved,
      {
        ...sessionValues(session, association),
        former: whenText(before),
        reason: why === null ? 'Nous vous remercions de votre compréhension.' : french`Motif : ${why}`,
      },
      {
        key: `session-moved/${session.id}/${announced(session)}/${String(session.previous_dates.length)}/${to}`,
        to,
        reason: french`${sessionName(before)} change : elle est maintenant ${whenText(session)}.`,
        records: [session.id, registration.id],
      },
    ),
  );
}

function sentences(before: Session, session: Session): string[] {
  const what = quoted(sessionTitle(before));
  return [
    ...(whenText(before) === whenText(session) ? [] : [french`${what} : ${whenText(before)} → ${whenText(session)}.`]),
    ...(whereText(before) === whereText(session)
      ? []
      : [french`${what}, lieu : ${whereText(before)} → ${whereText(session)}.`]),
    ...(session.status === 'planned' && before.status !== 'planned' ? [french`${what} devient « à venir ».`] : []),
  ];
}

function toldOf(
  audience: Audience,
  { tells, isMoved, drafts }: { readonly tells: boolean; readonly isMoved: boolean; readonly drafts: boolean },
): string[] {
  if (tells) return toldSentences(audience, drafts);
  return audience.told.length > 0 && isMoved ? ['Personne n’est prévenu par message.'] : [];
}
