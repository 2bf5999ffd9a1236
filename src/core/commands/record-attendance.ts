/** Who came to a session, typed back from its sheet: those registered, those who came unannounced, the counts. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import type { FieldValue } from '../cells.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { french, quoted } from '../french.ts';
import { missingColumns } from '../missing-columns.ts';
import { freshIds } from '../numbers.ts';
import { readTable } from '../records.ts';
import { holdsSeat } from '../registrations/seats.ts';
import { sessionId } from '../sessions/inputs.ts';
import { sessionDesk, sessionName, sessionTabs, sessionTitle } from '../sessions/read.ts';
import { matchWalkIns, walkInsIn } from '../sessions/walk-ins.ts';
import type { WalkIn } from '../sessions/walk-ins.ts';
import { blank, wishedTabs } from '../stays/desk.ts';
import { idText } from '../stays/inputs.ts';
import { memberTable } from '../tables/member.ts';
import { registrationTable } from '../tables/registration.ts';
import type { Registration } from '../tables/registration.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';

const people = z.array(idText('INS')).max(1000);
const count = z.number().int().min(0).max(10_000).nullable().optional();

const input = z.object({
  session: sessionId,
  /** The registrations of those who came; the others with a seat were absent. */
  present: people,
  excused: people.optional(),
  /** Those who came without being registered, one a line. */
  walkIns: z.string().max(10_000).nullable().optional(),
  /** How many came, where not all are named; how many of them women. */
  attended: count,
  women: count,
});
type Input = z.infer<typeof input>;

const UNANNOUNCED = 'Venue sans inscription.';

/** « Enregistrer les présences ». */
export const recordAttendance = defineCommand({
  name: 'record-attendance',
  label: 'Enregistrer les présences',
  purpose: 'Note qui est venu à une séance, avec les personnes venues sans inscription.',
  input,
  reads: () => [...sessionTabs, registrationTable.tab, memberTable.tab],
  changes: () => [sessionTable.tab, registrationTable.tab],
  decide: (state, asked, { today }) => {
    const desk = sessionDesk(state);
    const obstacle = desk.obstacle ?? missingColumns(state, [registrationTable]);
    if (obstacle !== null) return refuse(obstacle);
    const session = desk.sessions.find(({ id }) => id === asked.session);
    if (session === undefined) return refuse(french`La séance ${quoted(asked.session)} n’est plus dans « Séances ».`);
    const why = notYet(session, today);
    if (why !== null) return refuse(why);
    const { records } = readTable(
      registrationTable,
      state.workbook[registrationTable.tab],
      state.shown[registrationTable.tab],
    );
    const { records: members } = readTable(memberTable, state.workbook[memberTable.tab], state.shown[memberTable.tab]);
    const own = records.filter((one) => one.session === session.id && one.repeats === null);
    const walkIns = walkInsIn(asked.walkIns ?? '', members);
    const { known, strangers } = matchWalkIns(walkIns, own);
    const came = new Set([...asked.present, ...known.map(({ id }) => id)]);
    const present = own.filter(({ id }) => came.has(id)).length + strangers.length;
    if (own.length === 0 && strangers.length === 0 && (asked.attended ?? null) === null)
      return refuse('Tapez le nombre de présents, ou le nom de chaque personne venue.');
    const counted = countsOf(session, { own, came, present, asked });
    const tooMany = tooManyWomen(counted);
    if (tooMany !== null) return refuse(tooMany);
    const ids = freshIds(state, registrationTable, strangers.length);
    const set = new Map(own.flatMap((one) => statusChange(one, came, asked)));
    return wish({
      ...wishedTabs(desk, [
        { table: sessionTable, set: new Map([[session.id, counted]]) },
        {
          table: registrationTable,
          set,
          add: new Map(strangers.map((one, index) => [ids[index] ?? '', walkInRow(one, ids[index] ?? '', session)])),
        },
      ]),
      summary: [
        french`${sessionName(session)} : ${plural(counted.attended, 'présent')}, la séance est notée comme tenue.`,
        ...(strangers.length === 0
          ? []
          : [
              french`${plural(strangers.length, 'personne')} sans inscription ${strangers.length < 2 ? 's’ajoute' : 's’ajoutent'} à « Inscriptions ».`,
            ]),
      ],
      details: { session: session.id, present },
    });
  },
});

function tooManyWomen({ women, attended }: Counts): string | null {
  return (women ?? 0) > attended
    ? french`Il ne peut pas y avoir plus de femmes (${women ?? 0}) que de présents (${attended}).`
    : null;
}

function notYet(session: Session, today: string): string | null {
  if (session.status === 'cancelled') return french`${sessionName(session)} est annulée : personne n’a pu y venir.`;
  if (session.status === 'proposed')
    return french`${sessionName(session)} n’est qu’une proposition : confirmez-la d’abord.`;
  const { date } = session;
  return date !== null && date.slice(0, 10) > today.slice(0, date.length)
    ? french`${sessionName(session)} n’a pas encore eu lieu.`
    : null;
}

interface Counted {
  readonly own: readonly Registration[];
  readonly came: ReadonlySet<string>;
  readonly present: number;
  readonly asked: Input;
}

type Counts = Pick<Session, 'status' | 'registered' | 'women'> & { readonly attended: number };

/** A count that she typed herself is hers; one that is the number of those present follows them. */
function countsOf(session: Session, { own, came, present, asked }: Counted): Counts {
  const before = own.filter(({ status }) => status === 'present').length;
  const isHers = session.attended !== null && session.attended !== before;
  const attended = asked.attended ?? (isHers ? session.attended : present);
  const seats = own.filter(
    (one) => one.why !== UNANNOUNCED && (holdsSeat(one) || one.status === 'excused' || came.has(one.id)),
  ).length;
  return {
    status: 'held',
    attended: Math.max(attended, present),
    registered: session.registered ?? (seats === 0 ? null : seats),
    women: asked.women === undefined || asked.women === null ? session.women : asked.women,
  };
}

function statusChange(
  one: Registration,
  came: ReadonlySet<string>,
  { excused = [] }: Input,
): (readonly [string, Readonly<Record<string, FieldValue>>])[] {
  if (came.has(one.id)) return [[one.id, { status: 'present' }]];
  if (excused.includes(one.id)) return [[one.id, { status: 'excused' }]];
  return holdsSeat(one) ? [[one.id, { status: 'absent' }]] : [];
}

function walkInRow(walkIn: WalkIn, id: string, session: Session): Registration {
  return {
    ...blank(registrationTable, id),
    ...walkIn,
    session: session.id,
    session_title: sessionTitle(session),
    status: 'present',
    why: UNANNOUNCED,
  };
}
