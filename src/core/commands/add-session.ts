/** Add one session, with what its programme usually is. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { french } from '../french.ts';
import { freshIds } from '../numbers.ts';
import { emptyProgramme, emptySession } from '../sessions/blank.ts';
import { sessionFields, tidyList, timeInput, unknownProgramme, wrongLink } from '../sessions/inputs.ts';
import { whenText, whereText } from '../sessions/mails.ts';
import { minutesOf, sessionDesk, sessionName, sessionTabs } from '../sessions/read.ts';
import type { SessionDesk } from '../sessions/read.ts';
import { typedTimes } from '../sessions/times.ts';
import { dateWarnings } from '../sessions/warnings.ts';
import { wishedTabs } from '../stays/desk.ts';
import { firstReason, neededDay, shortText, tidyFields, wrongDay } from '../stays/inputs.ts';
import { fold } from '../reading/values/text.ts';
import type { Programme } from '../tables/programme.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';

const input = z.object({
  ...sessionFields,
  date: neededDay,
  start_time: timeInput.optional(),
  end_time: timeInput.optional(),
  place: shortText.optional(),
});

/** « Ajouter une séance »: what the form leaves out comes from the programme. */
export const addSession = defineCommand({
  name: 'add-session',
  label: 'Ajouter une séance',
  purpose: 'Ajoute une séance à venir, avec l’heure, le lieu et les places de son programme.',
  input,
  reads: () => sessionTabs,
  changes: () => [sessionTable.tab],
  decide: (state, asked, { today }) => {
    const desk = sessionDesk(state);
    if (desk.obstacle !== null) return refuse(desk.obstacle);
    const made = sessionFrom(desk, asked, today);
    if ('refusal' in made) return refuse(made.refusal);
    const { session } = made;
    const reason = firstReason(
      () => (asked.date.trim() === '' ? 'Choisissez le jour de la séance.' : wrongDay({ Jour: asked.date })),
      () => unknownProgramme(session, desk.programmes),
      () => (session.title === null ? 'Donnez un titre à la séance, ou choisissez son programme.' : null),
      () => wrongLink({ 'Lien visio': asked.online_link, 'Lien du replay': asked.replay_link }),
      () => alreadyThere(session, desk.sessions),
    );
    if (reason !== null) return refuse(reason);
    return wish({
      ...wishedTabs(desk, [{ table: sessionTable, add: new Map([[session.id, session]]) }]),
      problems: dateWarnings(session, desk.sessions, today),
      summary: [
        french`${sessionName(session)} s’ajoute à « Séances ».`,
        french`Quand : ${whenText(session)}. Où : ${whereText(session)}.`,
      ],
      details: { id: session.id },
    });
  },
});

type Made = { readonly session: Session } | { readonly refusal: string };

/** The session that the form asks for; what it leaves out comes from the programme. */
function sessionFrom(desk: SessionDesk, asked: z.infer<typeof input>, today: string): Made {
  const usual = usualOf(desk, asked.programme ?? null);
  const times = typedTimes({
    start_time: asked.start_time ?? usual.start_time,
    end_time: asked.end_time ?? usual.end_time,
  });
  if (!times.ok) return { refusal: times.message };
  const said = tidyFields<Session>({
    ...asked,
    other_programmes: tidyList(asked.other_programmes ?? []).filter((code) => code !== asked.programme),
    networks: asked.networks === undefined ? undefined : tidyList(asked.networks),
  });
  const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
  return {
    session: {
      ...emptySession(freshIds(desk.state, sessionTable, 1)[0] ?? ''),
      title: usual.name,
      place: usual.place,
      capacity: usual.capacity,
      networks: usual.networks,
      one_per_organisation: usual.one_per_organisation,
      ...known,
      ...times.value,
      duration: minutesOf(times.value),
      status: asked.date < today ? 'to_confirm' : 'planned',
    },
  };
}

function usualOf({ programmes }: SessionDesk, asked: string | null): Programme {
  return programmes.find(({ code }) => code !== null && code === asked) ?? emptyProgramme('');
}

function alreadyThere(session: Session, sessions: readonly Session[]): string | null {
  const same = sessions.find(
    ({ date, title, start_time: start }) =>
      date === session.date && start === session.start_time && fold(title ?? '') === fold(session.title ?? ''),
  );
  return same === undefined ? null : french`${sessionName(same)} est déjà dans « Séances » (${same.id}).`;
}
