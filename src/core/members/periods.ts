/** « Parcours » when a date of the record changes: the history follows, so that counts at any date stay right. */
import type { Question } from '../command.ts';
import { firstDayOf, lastDayOf, plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import { french, frenchDate, fromDate, quoted, untilDate } from '../french.ts';
import { affiliationPeriodTable } from '../tables/affiliation-period.ts';
import type { AffiliationPeriod } from '../tables/affiliation-period.ts';
import type { Member } from '../tables/member.ts';
import { historyOf } from './affiliation.ts';
import type { Stretch } from './affiliation.ts';
import type { Edits } from './edits.ts';

/** The rows of « Parcours » of a member. */
export function periodsOf(edits: Edits, { id }: Pick<Member, 'id'>): readonly AffiliationPeriod[] {
  return edits.records(affiliationPeriodTable).filter(({ member }) => member === id);
}

/**
 * Ends the history on the day of leaving, as precisely as it is known: what is open, what ended later, and what had
 * ended with a departure noted before. In French why it cannot: a status that begins afterwards; else null.
 */
export function closePeriods(edits: Edits, member: Member, leftOn: string): string | null {
  for (const period of periodsOf(edits, member)) {
    const { start, end } = period;
    const endsLater = end === null || lastDayOf(end) > lastDayOf(leftOn);
    if (!endsLater && (end !== member.left_on || end === leftOn)) continue;
    if (start !== null && firstDayOf(start) > lastDayOf(leftOn))
      return french`« Parcours » donne un autre statut à ${quoted(member.organisation)} à partir ${fromDate(start)} : choisissez une date de départ plus tardive, ou corrigez « Parcours ».`;
    edits.set(affiliationPeriodTable, period.id, { end: leftOn });
  }
  return null;
}

/** What an emptied « Parti le » means: only she knows whether the member had really left. */
export function returnQuestion(member: Member, today: Day, answer: string | undefined): Question {
  return {
    id: 'return',
    tab: null,
    kind: 'return',
    text: french`${quoted(member.organisation)} était noté parti : ${frenchDate(member.left_on ?? '')}. Qu’en est-il ?`,
    choices: [
      { value: 'mistake', label: 'C’était une erreur : il n’est jamais parti' },
      { value: 'back', label: french`Il revient : son parcours reprend le ${frenchDate(today)}` },
    ],
    answer: answer === 'mistake' || answer === 'back' ? answer : null,
  };
}

/** The history of a member whose departure is taken back: as if it had never been, or with the absence kept. */
export function reopenPeriods(edits: Edits, member: Member, { back, today }: { back: boolean; today: Day }): void {
  const { id, organisation, affiliation, left_on: left, start } = member;
  const own = periodsOf(edits, member);
  if (!back) {
    const closed = own.filter(({ end }) => end !== null && end === left);
    for (const period of closed) edits.set(affiliationPeriodTable, period.id, { end: null });
    return;
  }
  if (own.length === 0) edits.add(affiliationPeriodTable, { member: id, organisation, affiliation, start, end: left });
  for (const period of own) if (period.end === null) edits.set(affiliationPeriodTable, period.id, { end: left });
  edits.add(affiliationPeriodTable, { member: id, organisation, affiliation, start: today, reason: 'retour' });
}

/** The history of a member who joined on another day begins with it; in French why it cannot, else null. */
export function movedStart(edits: Edits, member: Member, start: string | null): string | null {
  const first = periodsOf(edits, member).find((period) => period.start === member.start);
  if (first === undefined) return null;
  if (first.end !== null && start !== null && lastDayOf(first.end) < firstDayOf(start))
    return french`« Parcours » donne déjà un statut à ${quoted(member.organisation)} avant cette date, ${untilDate(first.end)} : choisissez une date plus ancienne, ou corrigez « Parcours ».`;
  edits.set(affiliationPeriodTable, first.id, { start });
  return null;
}

/** A stretch of history, with the number of its row when it has one. */
type Row = Stretch & { readonly id?: string };

interface Merged {
  readonly winner: Member;
  readonly loser: Member;
  /** The one whose affiliation the merged record has: its history holds. */
  readonly main: Member;
  readonly name: string | null;
}

/**
 * The histories of two records as one: the main one as it is, the other one for the days before it. What the other one
 * says of the same days stays with the duplicate, uncounted. Gives how many rows change hands.
 */
export function mergeHistories(edits: Edits, { winner, loser, main, name }: Merged): number {
  const other = main === winner ? loser : winner;
  const stretches = (member: Member): readonly Row[] => {
    const rows = periodsOf(edits, member);
    return rows.length > 0 ? rows : historyOf(member, []);
  };
  if (periodsOf(edits, winner).length + periodsOf(edits, loser).length === 0) return 0;
  const mainRows = stretches(main);
  const from = mainRows.map(({ start }) => firstDayOf(start) ?? '').sort()[0] ?? '';
  const keep = ({ id, affiliation, start, end, reason }: Row) => {
    const fields = { member: winner.id, organisation: name, end };
    if (id !== undefined) edits.set(affiliationPeriodTable, id, fields);
    else if (affiliation !== null) edits.add(affiliationPeriodTable, { ...fields, affiliation, start, reason });
  };
  for (const row of mainRows) keep(row);
  for (const row of stretches(other)) {
    const isEarlier = (firstDayOf(row.start) ?? '') < from;
    const overlaps = row.end === null || lastDayOf(row.end) >= from;
    if (isEarlier) keep({ ...row, end: overlaps ? plusDays(from, -1) : row.end });
    else if (row.id !== undefined) edits.set(affiliationPeriodTable, row.id, { member: loser.id });
  }
  return periodsOf(edits, loser).length;
}
