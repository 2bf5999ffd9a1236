/** Writing what a run of the queue came to: new rows at the end, of the others only what changed. */
import type { Edits } from '../members/edits.ts';
import type { AnyRecord } from '../table.ts';
import { answerTable } from '../tables/answer.ts';
import { registrationTable } from '../tables/registration.ts';
import type { Registration } from '../tables/registration.ts';
import type { QueueRun } from './queue.ts';

/** Puts the run into the tabs under edit. */
export function saveQueue(edits: Edits, run: QueueRun, before: readonly Registration[]): void {
  const known = new Map(before.map((registration) => [registration.id, registration]));
  const changed = new Set(run.changed.map(({ id }) => id));
  for (const row of run.registrations) {
    if (!changed.has(row.id)) continue;
    const former = known.get(row.id);
    if (former === undefined) edits.add(registrationTable, fieldsOf(row));
    else edits.set(registrationTable, row.id, changedOf(row, former));
  }
  for (const answer of run.answers) edits.add(answerTable, fieldsOf(answer));
}

/** The fields that are not what they were: a cell that could not be read stays as she typed it. */
function changedOf(fields: Registration, former: Registration): Partial<Registration> {
  return Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => value !== former[field as keyof Registration]),
  );
}

/** A record without its number, which is given when it is written. */
function fieldsOf(record: AnyRecord): AnyRecord {
  return Object.fromEntries(Object.entries(record).filter(([field]) => field !== 'id'));
}
