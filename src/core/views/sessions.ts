/** « Séances »: what comes, the dates to confirm, what is to complete; a session's card with its people. */
import * as z from 'zod';
import { titleIn } from '../command.ts';
import { groupBy } from '../group.ts';
import { readTable } from '../records.ts';
import { sessionDesk, sessionTabs } from '../sessions/read.ts';
import { sessionFacts, sessionItem, sessionPeople } from '../sessions/session-item.ts';
import type { SessionItem, SessionPerson } from '../sessions/session-item.ts';
import { hasCalendar } from '../sessions/year-plan.ts';
import { registrationTable } from '../tables/registration.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';
import type { View } from '../view.ts';

/** A session on a card of its own. */
export interface SessionCard {
  readonly item: SessionItem;
  readonly session: Session;
  readonly facts: readonly (readonly [string, string])[];
  readonly people: readonly SessionPerson[];
  /** Where its row stands. */
  readonly cell: string;
}

/** The answer of the view « sessions »; input: {session?}. */
export interface SessionsView {
  readonly today: string;
  readonly items: readonly SessionItem[];
  readonly card: SessionCard | null;
  readonly programmes: readonly { readonly code: string; readonly name: string }[];
  /** True when some programme has a rhythm from which dates can be proposed. */
  readonly canPropose: boolean;
  readonly tab: string;
  /** Who pays for programmes, for the proof that each asks. */
  readonly funders: readonly string[];
}

const input = z.object({ session: z.string().max(20) });

/** The view « sessions ». */
export const sessionsView: View = {
  name: 'sessions',
  reads: [...sessionTabs, registrationTable.tab],
  view: (state, asked, { today }): SessionsView => {
    const wanted = input.safeParse(asked);
    const desk = sessionDesk(state);
    const { records } = readTable(
      registrationTable,
      state.workbook[registrationTable.tab],
      state.shown[registrationTable.tab],
    );
    const people = groupBy(records, ({ session }) => session);
    const item = (session: Session) =>
      sessionItem(session, people.get(session.id) ?? [], { programmes: desk.programmes, today });
    const chosen = wanted.success ? desk.sessions.find(({ id }) => id === wanted.data.session) : undefined;
    return {
      today,
      items: [...desk.sessions].sort(byDate).map(item),
      card:
        chosen === undefined
          ? null
          : {
              item: item(chosen),
              session: chosen,
              facts: sessionFacts(chosen),
              people: sessionPeople(people.get(chosen.id) ?? []),
              cell: `A${String((desk.rowOf.get(chosen.id) ?? 0) + 1)}`,
            },
      programmes: desk.programmes.flatMap(({ code, name }) => (code === null ? [] : [{ code, name: name ?? code }])),
      canPropose: desk.programmes.some(hasCalendar),
      tab: titleIn(state, sessionTable.tab),
      funders: [...new Set(desk.programmes.flatMap(({ funder }) => funder ?? []))].sort(),
    };
  },
};

/** By date and time; what has no date comes last. */
function byDate(a: Session, b: Session): number {
  const key = ({ date, start_time: start }: Session) => `${date ?? '9999'} ${start ?? ''}`;
  return key(a).localeCompare(key(b));
}
