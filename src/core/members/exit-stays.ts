/** What becomes of the stays of a member who leaves: those that end, those that had not begun, and their spaces. */
import type { FieldValue } from '../cells.ts';
import type { Question } from '../command.ts';
import { firstDayOf, lastDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import { french, frenchDate, onDate, quoted, untilDate } from '../french.ts';
import { limitsAfter } from '../stays/limits-after.ts';
import { noRoomLeft, wantedOf } from '../stays/permit.ts';
import { plannedEnd } from '../stays/presence.ts';
import { readStays, spaceLabel } from '../stays/read.ts';
import type { StayRegister, Stays } from '../stays/read.ts';
import { stateSentence } from '../stays/sentences.ts';
import { followedAfter } from '../stays/space-state.ts';
import type { Member } from '../tables/member.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import type { Space } from '../tables/space.ts';
import { staysAt } from './exit.ts';
import type { exitTasks } from './exit-tasks.ts';

/** A departure as it is asked for. */
export interface Leaving {
  readonly member: Member;
  /** The day of leaving, and the last day in its spaces. */
  readonly day: Day;
  readonly lastDay: Day;
  readonly reason: string | null;
  readonly done: readonly (keyof typeof exitTasks)[];
  readonly answers: Readonly<Record<string, string>>;
  readonly today: Day;
}

type Fields = Readonly<Record<string, FieldValue>>;

/** What changes about stays and spaces. */
export interface StaysLeft {
  /** The stays that go on until their last day, as they will be. */
  readonly ending: readonly Occupancy[];
  readonly cancelled: readonly Occupancy[];
  readonly setStays: ReadonlyMap<string, Fields>;
  readonly setSpaces: ReadonlyMap<string, Fields>;
  /** What only she can decide: stays that have not begun. */
  readonly questions: readonly Question[];
  readonly sentences: readonly string[];
  readonly refusal: string | null;
}

/** Ends the stays of a member who leaves, and says what « Espaces » becomes; stays to come are asked about one by one. */
export function staysLeft(register: StayRegister, leaving: Leaving): StaysLeft {
  const stays = readStays(register);
  const own = staysOf(register.occupancies, leaving);
  const isAhead = ({ start }: Occupancy) => start !== null && firstDayOf(start) > leaving.lastDay;
  const ahead = own.filter(isAhead).map((stay) => ({ stay, question: question(stay, stays, leaving.answers) }));
  const cancelled = ahead.filter(({ question: { answer } }) => answer === 'cancel').map(({ stay }) => stay);
  const kept = ahead.filter(({ question: { answer } }) => answer === 'keep').map(({ stay }) => keptStay(stay));
  const ending = own.filter((stay) => !isAhead(stay)).map((stay) => ({ ...stay, ...endOf(stay, leaving) }));
  const changed = [...ending, ...kept];
  const gone = new Set(cancelled.map(({ id }) => id));
  const after = limitsAfter({ register, stays }, changed, gone);
  const spaces = spacesAfter(register, after.stays, { touched: [...changed, ...cancelled], leaving });
  return {
    ending,
    cancelled,
    setStays: changesOf(register, changed, after.changedLimits),
    setSpaces: new Map(spaces.map(({ space, next }) => [space.id, next])),
    questions: ahead.map(({ question: asked }) => asked),
    sentences: [
      ...ending.map((stay) => endSentence(stay, stays, leaving.lastDay)),
      ...cancelled.map(
        (stay) => french`Son entrée dans ${placeOf(stay, stays)} est annulée : la ligne ${stay.id} est retirée.`,
      ),
      ...kept.map((stay) => keptSentence(stay, stays)),
      ...spaces.flatMap(({ space, next }) => stateSentence(space, next)),
      ...laterSentence(ending, leaving),
    ],
    refusal: taken(register, stays, { ending, today: leaving.today }),
  };
}

/** Those that go on at the last day; when a departure is corrected, those that ended with it follow. */
function staysOf(occupancies: readonly Occupancy[], { member, day, lastDay }: Leaving): readonly Occupancy[] {
  const going = new Set(staysAt(occupancies, member.id, lastDay));
  const former = member.left_on === day ? null : member.left_on;
  return occupancies.filter(
    (stay) => going.has(stay) || (former !== null && stay.member === member.id && stay.end === former),
  );
}

function placeOf(stay: Occupancy, stays: Stays): string {
  return quoted(spaceLabel(stays.spaceOf(stay), stay));
}

function question(stay: Occupancy, stays: Stays, answers: Leaving['answers']): Question {
  const id = `stay:${stay.id}`;
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  const agreed = stay.end ?? plannedEnd(stay);
  const until = agreed === null ? ', sa sortie restant à noter' : french` jusqu’au ${frenchDate(lastDayOf(agreed))}`;
  return {
    id,
    tab: null,
    kind: 'future_stay',
    text: french`Une entrée dans ${placeOf(stay, stays)} était prévue ${onDate(stay.start ?? '')} (${stay.id}). Que devient-elle ?`,
    choices: [
      { value: 'cancel', label: 'L’annuler : sa ligne est retirée de l’onglet « Occupations »' },
      { value: 'keep', label: `La maintenir${until}` },
    ],
    answer: answer === 'cancel' || answer === 'keep' ? answer : null,
  };
}

/** A stay to come that is kept all the same has an exit as soon as one was agreed. */
function keptStay(stay: Occupancy): Occupancy {
  return { ...stay, end: stay.end ?? lastDayOf(plannedEnd(stay)) };
}

/** The fields that end a stay; what was noted before stays. */
function endOf(stay: Occupancy, { day, lastDay, reason, done }: Leaving): Partial<Occupancy> {
  return {
    end: lastDay,
    exit_reason: stay.exit_reason ?? reason,
    keys_returned_on: stay.keys_returned_on ?? (done.includes('keys') ? day : null),
    deposit_returned_on: stay.deposit_returned_on ?? (done.includes('deposit') ? day : null),
    inventory_out: stay.inventory_out ?? (done.includes('inventory') ? lastDay : null),
    storage_unit: done.includes('storage') ? null : stay.storage_unit,
  };
}

/** Only the fields that change: what cannot be read in a row is hers to mend. */
function changesOf(
  { occupancies }: StayRegister,
  changed: readonly Occupancy[],
  limits: ReadonlyMap<string, Fields>,
): ReadonlyMap<string, Fields> {
  const sets = new Map(limits);
  for (const stay of changed) {
    const before: Fields = occupancies.find(({ id }) => id === stay.id) ?? {};
    const fields = Object.entries(stay).filter(([field, value]) => before[field] !== value);
    sets.set(stay.id, { ...sets.get(stay.id), ...Object.fromEntries(fields) });
  }
  return sets;
}

/** The spaces that say something else afterwards. */
function spacesAfter(
  { spaces }: StayRegister,
  after: Stays,
  { touched, leaving: { lastDay, today } }: { readonly touched: readonly Occupancy[]; readonly leaving: Leaving },
): readonly { readonly space: Space; readonly next: ReturnType<typeof followedAfter> }[] {
  const ids = new Set(touched.map((stay) => after.spaceOf(stay)?.id));
  return spaces
    .filter(({ id }) => ids.has(id))
    .map((space) => ({ space, next: followedAfter(space, after.inSpace(space), { exit: lastDay, today }) }));
}

/** Someone else may have come since: an exit that is put off must leave them their place. */
function taken(
  { occupancies }: StayRegister,
  stays: Stays,
  { ending, today }: { readonly ending: readonly Occupancy[]; readonly today: Day },
): string | null {
  for (const stay of ending) {
    const before = occupancies.find(({ id }) => id === stay.id);
    const space = stays.spaceOf(stay);
    if (space === null || before === undefined || before.end === null) continue;
    const reason = noRoomLeft(before, wantedOf({ stays }, { stay, space, today }));
    if (reason !== null) return reason;
  }
  return null;
}

function endSentence(stay: Occupancy, stays: Stays, lastDay: Day): string {
  return french`Sa présence dans ${placeOf(stay, stays)} se termine le ${frenchDate(lastDay)}.`;
}

function keptSentence(stay: Occupancy, stays: Stays): string {
  const from = french`Son entrée dans ${placeOf(stay, stays)} ${onDate(stay.start ?? '')} est maintenue`;
  return stay.end === null ? `${from}.` : french`${from}, ${untilDate(stay.end)}.`;
}

/** « Espaces » says what is so today: for an exit to come, it has to be told again on the day after. */
function laterSentence(ending: readonly Occupancy[], { lastDay, today }: Leaving): string[] {
  return ending.length === 0 || lastDay <= today
    ? []
    : [
        french`L’onglet « Espaces » le dit occupé jusque-là : après le ${frenchDate(lastDay)}, « Vérifier le registre » proposera de le dire libre.`,
      ];
}
