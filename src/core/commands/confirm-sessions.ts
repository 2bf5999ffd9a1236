/** Proposed dates become sessions to come; those whose day is still to be chosen stay proposals. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { french, quoted } from '../french.ts';
import { sessionId } from '../sessions/inputs.ts';
import { undecided } from '../sessions/proposals.ts';
import { sessionDesk, sessionName, sessionTabs } from '../sessions/read.ts';
import { sessionProblem } from '../sessions/warnings.ts';
import { wishedTabs } from '../stays/desk.ts';
import { sessionTable } from '../tables/session.ts';

/** « Confirmer les dates ». */
export const confirmSessions = defineCommand({
  name: 'confirm-sessions',
  label: 'Confirmer les dates',
  purpose: 'Fait de dates proposées des séances à venir, ouvertes aux inscriptions.',
  input: z.object({ sessions: z.array(sessionId).max(300) }),
  reads: () => sessionTabs,
  changes: () => [sessionTable.tab],
  decide: (state, { sessions: ids }) => {
    const desk = sessionDesk(state);
    if (desk.obstacle !== null) return refuse(desk.obstacle);
    const asked = desk.sessions.filter(({ id }) => ids.includes(id));
    const gone = ids.find((id) => !desk.sessions.some((session) => session.id === id));
    if (gone !== undefined && asked.length === 0)
      return refuse(french`La séance ${quoted(gone)} n’est plus dans « Séances ».`);
    const proposed = asked.filter(({ status }) => status === 'proposed');
    const ready = proposed.filter((session) => undecided(session) === null);
    const left = proposed.filter((session) => undecided(session) !== null);
    const problems = left.map((session) =>
      sessionProblem(
        session,
        'date_to_choose',
        french`${sessionName(session)} reste proposée : ${undecided(session) ?? ''}.`,
      ),
    );
    if (ready.length === 0)
      return proposed.length === 0
        ? wish({ summary: ['Ces dates sont déjà confirmées : rien à changer.'] })
        : refuse('Choisissez d’abord le jour de ces séances : ouvrez chacune, puis « Changer la date ».', { problems });
    return wish({
      ...wishedTabs(desk, [
        { table: sessionTable, set: new Map(ready.map(({ id }) => [id, { status: 'planned', reason: null }])) },
      ]),
      problems,
      summary: [
        french`${plural(ready.length, 'séance')} ${ready.length < 2 ? 'devient' : 'deviennent'} « à venir ». Personne n’est prévenu : les inscriptions s’ouvrent, c’est tout.`,
        ...(ready.length <= 3 ? ready.map((session) => `${sessionName(session)}.`) : []),
      ],
    });
  },
});
