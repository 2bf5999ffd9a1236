/** Two records of one member, field by field: what the merged record holds, and what she may decide. */
import { firstDayOf, lastDayOf } from '../day.ts';
import { shownValue } from '../adoption/shown-value.ts';
import type { FieldValue } from '../cells.ts';
import type { Question } from '../command.ts';
import { french, quoted } from '../french.ts';
import type { Column } from '../table.ts';
import { memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';

const CHOSEN: readonly (keyof Member)[] = [
  'organisation',
  'affiliation',
  'activity_other',
  'email',
  'phone',
  'start',
  'left_on',
  'imposed_status',
  'siret',
  'legal_form',
  'address',
  'website',
  'presentation',
  'charter_signed_on',
  'charter_version',
];
const JOINED: readonly (keyof Member)[] = [
  'activities',
  'other_emails',
  'other_phones',
  'unreadable_contacts',
  'former_names',
  'space_hints',
];

/** Fields whose emptiness says something: still there, computed. An empty one is never filled from the other record unasked. */
const EMPTY_MEANS: Partial<Record<keyof Member, string>> = {
  left_on: 'toujours adhérent',
  imposed_status: 'aucun état imposé',
};

/** The reason that goes with a field, wherever its value goes. */
const REASON_OF: Partial<Record<keyof Member, keyof Member>> = {
  left_on: 'leaving_reason',
  imposed_status: 'status_reason',
};

const columnOf = (field: keyof Member): Column => {
  const columns: readonly Column[] = memberTable.columns;
  const found = columns.find((column) => column.field === field);
  if (found === undefined) throw new Error(`Cannot merge field "${field}": the table of members has no such column`);
  return found;
};

/**
 * One question per field that both records know differently, or of which an empty cell says something too. Unless she says
 * otherwise: the kept record's value, the earlier joining, a member who is still there, a status that somebody imposed.
 */
export function mergeQuestions(
  winner: Member,
  loser: Member,
  answers: Readonly<Record<string, string>>,
): readonly Question[] {
  return CHOSEN.flatMap((field) => {
    const column = columnOf(field);
    const [mine, other] = [winner, loser].map((record) => said(column, record));
    const isFilled = isEmpty(winner[field]) !== isEmpty(loser[field]) && EMPTY_MEANS[field] === undefined;
    if (isFilled || mine === other || mine === undefined || other === undefined) return [];
    const id = `field:${field}`;
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    return [
      {
        id,
        tab: null,
        kind: 'merge',
        text: column.header,
        choices: [
          { value: 'kept', label: french`${mine} (${winner.id}, gardée)` },
          { value: 'duplicate', label: french`${other} (${loser.id})` },
        ],
        answer: answer === 'duplicate' || answer === 'kept' ? answer : defaultOf(field, winner, loser),
      },
    ];
  });
}

/** The kept record once merged; nothing that only the duplicate knew is lost. */
export function mergedFields(
  winner: Member,
  loser: Member,
  questions: readonly Question[],
): Readonly<Record<string, FieldValue>> {
  const fromLoser = new Set(questions.filter(({ answer }) => answer === 'duplicate').map(({ id }) => id));
  const chosen = CHOSEN.map((field): [string, FieldValue] => {
    const isFilled = isEmpty(winner[field]) && EMPTY_MEANS[field] === undefined;
    return [field, isFilled || fromLoser.has(`field:${field}`) ? loser[field] : winner[field]];
  });
  const fields: Readonly<Record<string, FieldValue>> = {
    ...Object.fromEntries(chosen),
    ...reasons(winner, loser, fromLoser),
  };
  const joined = JOINED.map((field): [string, FieldValue] => [
    field,
    [...new Set([...list(winner[field]), ...list(loser[field])])],
  ]);
  return { ...fields, ...Object.fromEntries(joined), ...leftovers(fields, winner, loser) };
}

/** The reasons go with what they explain; one that the other record knows of the same thing completes it. */
function reasons(winner: Member, loser: Member, fromLoser: ReadonlySet<string>): Record<string, FieldValue> {
  const pairs = Object.entries(REASON_OF) as [keyof Member, keyof Member][];
  return Object.fromEntries(
    pairs.map(([field, reason]) => {
      const [taken, other] = fromLoser.has(`field:${field}`) ? [loser, winner] : [winner, loser];
      const completes = isEmpty(taken[reason]) && other[field] === taken[field];
      return [reason, completes ? other[reason] : taken[reason]];
    }),
  );
}

/** A value as a choice says it, with its reason. */
function said(column: Column, record: Member): string {
  const field = column.field as keyof Member;
  const reason = REASON_OF[field] === undefined ? null : record[REASON_OF[field]];
  if (isEmpty(record[field])) return EMPTY_MEANS[field] ?? shownValue(column, record[field]);
  const value = shownValue(column, record[field]);
  return typeof reason === 'string' && reason !== '' ? french`${value} (${quoted(reason)})` : value;
}

/** What the kept record takes from the duplicate because it knew nothing, in French. */
export function filledFields(winner: Member, loser: Member, fields: Readonly<Record<string, FieldValue>>): string[] {
  return CHOSEN.filter(
    (field) =>
      EMPTY_MEANS[field] === undefined &&
      isEmpty(winner[field]) &&
      !isEmpty(loser[field]) &&
      !isEmpty(fields[field] ?? null),
  ).map((field) => french`${columnOf(field).header} : ${shownValue(columnOf(field), fields[field] ?? null)}`);
}

/** Values that lost their field go where they are still found: further addresses and numbers, former names, remarks. */
function leftovers(
  fields: Readonly<Record<string, FieldValue>>,
  winner: Member,
  loser: Member,
): Record<string, FieldValue> {
  const others = (field: 'email' | 'phone' | 'organisation', lists: readonly (readonly string[])[]): string[] => {
    const all = [...lists.flat(), winner[field], loser[field]].filter((value) => value !== null);
    return [...new Set(all)].filter((value) => value !== fields[field]);
  };
  const plainly: readonly (keyof Member)[] = [...CHOSEN, ...Object.values(REASON_OF)].filter(
    (field) => !['email', 'phone', 'organisation', 'affiliation'].includes(field),
  );
  const lost = plainly.flatMap((field) => {
    const column = columnOf(field);
    return [winner, loser]
      .filter(
        (record) =>
          !isEmpty(record[field]) && shownValue(column, record[field]) !== shownValue(column, fields[field] ?? null),
      )
      .map((record) => french`${column.header} selon ${record.id} : ${shownValue(column, record[field])}`);
  });
  const notes = [winner.notes, loser.notes, ...lost].filter((text) => text !== null);
  return {
    other_emails: others('email', [winner.other_emails, loser.other_emails]),
    other_phones: others('phone', [winner.other_phones, loser.other_phones]),
    former_names: others('organisation', [winner.former_names, loser.former_names]),
    notes: notes.length === 0 ? null : [...new Set(notes)].join('\n'),
  };
}

/** Of two records of one member, the widest dates are the true ones; an imposed status is somebody's decision. */
function defaultOf(field: keyof Member, winner: Member, loser: Member): string {
  const isEarlier = (firstDayOf(loser.start) ?? '9') < (firstDayOf(winner.start) ?? '9');
  const isStillThere = (lastDayOf(loser.left_on) ?? '9999') > (lastDayOf(winner.left_on) ?? '9999');
  const takesOther =
    (field === 'start' && isEarlier) ||
    (field === 'left_on' && isStillThere) ||
    (field === 'imposed_status' && winner.imposed_status === null);
  return takesOther ? 'duplicate' : 'kept';
}

function isEmpty(value: FieldValue): boolean {
  return value === null || value === '' || (typeof value === 'object' && value.length === 0);
}

function list(value: FieldValue): readonly string[] {
  return typeof value === 'object' && value !== null ? value : [];
}
