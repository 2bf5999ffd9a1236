/** Two records of one member, field by field: what the merged record holds, and what she may decide. */
import { firstDayOf } from '../day.ts';
import { shownValue } from '../adoption/shown-value.ts';
import type { FieldValue } from '../cells.ts';
import type { Question } from '../command.ts';
import { french } from '../french.ts';
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

const columnOf = (field: keyof Member): Column => {
  const columns: readonly Column[] = memberTable.columns;
  const found = columns.find((column) => column.field === field);
  if (found === undefined) throw new Error(`Cannot merge field "${field}": the table of members has no such column`);
  return found;
};

/** One question per field that both records know differently; the kept record's value unless she says otherwise. */
export function mergeQuestions(
  winner: Member,
  loser: Member,
  answers: Readonly<Record<string, string>>,
): readonly Question[] {
  return CHOSEN.flatMap((field) => {
    const column = columnOf(field);
    const [mine, other] = [shownValue(column, winner[field]), shownValue(column, loser[field])];
    if (isEmpty(winner[field]) || isEmpty(loser[field]) || mine === other) return [];
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
    const takes = isEmpty(winner[field]) || fromLoser.has(`field:${field}`);
    return [field, takes ? loser[field] : winner[field]];
  });
  const fields = Object.fromEntries(chosen);
  const joined = JOINED.map((field): [string, FieldValue] => [
    field,
    [...new Set([...list(winner[field]), ...list(loser[field])])],
  ]);
  return { ...fields, ...Object.fromEntries(joined), ...leftovers(fields, winner, loser) };
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
  const plainly: readonly (keyof Member)[] = CHOSEN.filter(
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

/** The earlier joining date is the true one; otherwise the kept record is. */
function defaultOf(field: keyof Member, winner: Member, loser: Member): string {
  const isEarlier = (firstDayOf(loser.start) ?? '9') < (firstDayOf(winner.start) ?? '9');
  return field === 'start' && isEarlier ? 'duplicate' : 'kept';
}

function isEmpty(value: FieldValue): boolean {
  return value === null || value === '' || (typeof value === 'object' && value.length === 0);
}

function list(value: FieldValue): readonly string[] {
  return typeof value === 'object' && value !== null ? value : [];
}
