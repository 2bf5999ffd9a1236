/** Correct a session without telling anybody: its title, programmes, speaker, places, links. */
import * as z from 'zod';
import { shownValue } from '../adoption/shown-value.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { french, quoted } from '../french.ts';
import { readTable } from '../records.ts';
import { seatedIn } from '../registrations/seats.ts';
import { sessionFields, sessionId, tidyList, unknownProgramme, wrongLink } from '../sessions/inputs.ts';
import { sessionDesk, sessionName, sessionTabs, sessionTitle } from '../sessions/read.ts';
import { sessionProblem } from '../sessions/warnings.ts';
import { wishedTabs } from '../stays/desk.ts';
import { firstReason, tidyFields } from '../stays/inputs.ts';
import type { Column } from '../table.ts';
import { registrationTable } from '../tables/registration.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';

/** « Modifier une séance »; its day, time and place are changed by moving it, which tells people. */
export const editSession = defineCommand({
  name: 'edit-session',
  label: 'Modifier une séance',
  purpose: 'Corrige le titre, les programmes, l’intervenant·e, les places ou les liens d’une séance.',
  input: z.object({ id: sessionId, ...sessionFields }),
  reads: () => [...sessionTabs, registrationTable.tab],
  changes: () => [sessionTable.tab],
  decide: (state, { id, ...asked }) => {
    const desk = sessionDesk(state);
    if (desk.obstacle !== null) return refuse(desk.obstacle);
    const before = desk.sessions.find((session) => session.id === id);
    if (before === undefined) return refuse(french`La séance ${quoted(id)} n’est plus dans « Séances ».`);
    const main = asked.programme === undefined ? before.programme : asked.programme;
    const fields = tidyFields<Session>({
      ...asked,
      other_programmes:
        asked.other_programmes === undefined
          ? undefined
          : tidyList(asked.other_programmes).filter((code) => code !== main),
      networks: asked.networks === undefined ? undefined : tidyList(asked.networks),
    });
    const session: Session = { ...before, ...fields };
    const reason = firstReason(
      () =>
        asked.programme === undefined && asked.other_programmes === undefined
          ? null
          : unknownProgramme(session, desk.programmes),
      () => wrongLink({ 'Lien visio': asked.online_link, 'Lien du replay': asked.replay_link }),
    );
    if (reason !== null) return refuse(reason);
    const { records } = readTable(
      registrationTable,
      state.workbook[registrationTable.tab],
      state.shown[registrationTable.tab],
    );
    const seated = seatedIn(records, id).length;
    return wish({
      ...wishedTabs(desk, [{ table: sessionTable, set: new Map([[id, fields]]) }]),
      problems:
        session.capacity !== null && session.capacity !== before.capacity && seated > session.capacity
          ? [
              sessionProblem(
                session,
                'over_capacity',
                french`${sessionName(session)} a déjà ${seated} personnes inscrites pour ${session.capacity} places : personne ne perd la sienne.`,
              ),
            ]
          : [],
      summary: sentences(before, session),
      details: { id },
    });
  },
});

function sentences(before: Session, after: Session): string[] {
  const columns: readonly Column[] = sessionTable.columns;
  return columns.flatMap((column) => {
    const field = column.field as keyof Session;
    if (JSON.stringify(before[field]) === JSON.stringify(after[field])) return [];
    return [
      french`${sessionTitle(before)} – ${column.header} : ${shownValue(column, before[field])} → ${shownValue(column, after[field])}.`,
    ];
  });
}
