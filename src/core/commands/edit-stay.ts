/** Correct a stay: dates, share, agreement, fee, deposit, insurance; the same rules hold as for a new one. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Wish } from '../command.ts';
import { french, quoted } from '../french.ts';
import { shownValue } from '../adoption/shown-value.ts';
import { deskOf, stayTabs, wishedTabs, writtenTabs } from '../stays/desk.ts';
import type { Desk } from '../stays/desk.ts';
import { cents, dayText, firstReason, idText, longText, shortText, tidyFields, wrongDay } from '../stays/inputs.ts';
import { limitsAfter } from '../stays/limits-after.ts';
import { noRoom, tooLong, wantedOf, wrongOrder } from '../stays/permit.ts';
import { occupantLabel, spaceLabel } from '../stays/read.ts';
import { stateSentence } from '../stays/sentences.ts';
import { followed } from '../stays/space-state.ts';
import type { Column } from '../table.ts';
import { agreements, occupancyTable } from '../tables/occupancy.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { spaceTable } from '../tables/space.ts';

const agreement = z.enum(Object.keys(agreements) as [keyof typeof agreements, ...(keyof typeof agreements)[]]);

const input = z.object({
  /** The stay, « OCC-0012 ». */
  id: idText('OCC'),
  /** What changes, by field; null empties it, what is absent stays. */
  person: shortText.optional(),
  start: dayText.optional(),
  planned_end: dayText.optional(),
  end: dayText.optional(),
  share: z.number().min(0).max(100).nullable().optional(),
  agreement: agreement.nullable().optional(),
  signed_on: dayText.optional(),
  monthly_fee: cents.optional(),
  deposit: cents.optional(),
  deposit_paid_on: dayText.optional(),
  deposit_returned_on: dayText.optional(),
  insurance_until: dayText.optional(),
  storage_unit: shortText.optional(),
  keys: shortText.optional(),
  keys_returned_on: dayText.optional(),
  inventory_in: dayText.optional(),
  inventory_out: dayText.optional(),
  exit_reason: shortText.optional(),
  notes: longText.optional(),
});

type Input = z.infer<typeof input>;

/** Changes some fields of one row of « Occupations », and what follows from them. */
export const editStay = defineCommand({
  name: 'edit-stay',
  label: 'Modifier une occupation',
  purpose: 'Corrige les dates, la convention, la redevance, la caution ou l’assurance d’une occupation.',
  input,
  reads: () => stayTabs,
  changes: () => writtenTabs,
  decide: (state, asked, { today }) => {
    const desk = deskOf(state);
    const before = desk.register.occupancies.find(({ id }) => id === asked.id);
    const early = firstReason(
      () => desk.obstacle,
      () => (before === undefined ? french`L’occupation ${quoted(asked.id)} n’est plus dans « Occupations ».` : null),
      () => wrongDay(daysOf(asked)),
    );
    if (early !== null || before === undefined) return refuse(early ?? '');
    return decided(desk, { before, asked, today });
  },
});

function decided(desk: Desk, { before, asked, today }: { before: Occupancy; asked: Input; today: string }): Wish {
  const { id, ...changes } = asked;
  const fields = tidyFields<Occupancy>(changes);
  const stay: Occupancy = { ...before, ...fields };
  const space = desk.stays.spaceOf(before);
  const after = limitsAfter(desk, [stay]);
  if (touchesDates(before, stay)) {
    const wanted = space === null ? null : wantedOf(desk, { stay, space, today, limit: after.limitOf(stay) });
    const reason = firstReason(
      () => wrongOrder(stay),
      () => (wanted === null ? null : noRoom(wanted)),
      () => (wanted === null || !movesEnd(before, stay) ? null : tooLong(wanted)),
    );
    if (reason !== null) return refuse(reason);
  }
  const others = space === null ? [] : desk.stays.inSpace(space).filter((one) => one.id !== id);
  const next = space === null || !touchesDates(before, stay) ? null : followed(space, [...others, stay], today);
  const sets = new Map(after.changedLimits);
  sets.set(id, { ...sets.get(id), ...fields });
  return wish({
    ...wishedTabs(desk, [
      { table: occupancyTable, set: sets },
      ...(space === null || next === null ? [] : [{ table: spaceTable, set: new Map([[space.id, next]]) }]),
    ]),
    summary: [
      ...changesOf(before, stay, `${occupantLabel(before)}, ${spaceLabel(space, before)}`),
      ...(space === null || next === null ? [] : stateSentence(space, next)),
    ],
    details: { id },
  });
}

function touchesDates(before: Occupancy, after: Occupancy): boolean {
  return (['start', 'planned_end', 'end', 'share'] as const).some((field) => before[field] !== after[field]);
}

/** What was too long already may still be corrected otherwise. */
function movesEnd(before: Occupancy, after: Occupancy): boolean {
  return before.start !== after.start || before.planned_end !== after.planned_end;
}

function daysOf(asked: Input): Readonly<Record<string, string | null | undefined>> {
  const columns: readonly Column[] = occupancyTable.columns;
  return Object.fromEntries(
    columns
      .filter(({ type }) => type === 'date')
      .map(({ field, header }) => [header, (asked as Readonly<Record<string, string | null | undefined>>)[field]]),
  );
}

function changesOf(before: Occupancy, after: Occupancy, name: string): string[] {
  const columns: readonly Column[] = occupancyTable.columns;
  return columns.flatMap((column) => {
    const [from, to] = [before, after].map((stay) => stay[column.field as keyof Occupancy]);
    if (from === undefined || to === undefined || from === to) return [];
    return [french`${name} – ${column.header} : ${shownValue(column, from)} → ${shownValue(column, to)}.`];
  });
}
