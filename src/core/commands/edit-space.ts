/** Correct a space: its size, tariff, places, works, lease; or close it. */
import * as z from 'zod';
import { shownValue } from '../adoption/shown-value.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { enumeration, french, quoted } from '../french.ts';
import { deskOf, stayTabs, wishedTabs } from '../stays/desk.ts';
import { dayText, firstReason, idText, wrongDay, tidyFields } from '../stays/inputs.ts';
import { crowdings } from '../stays/places.ts';
import { hold, meets } from '../stays/presence.ts';
import { occupantLabel, spaceLabel } from '../stays/read.ts';
import {
  spaceDays,
  spaceFields,
  spaceKind,
  tooFewPlaces,
  withFee,
  wrongClosing,
  wrongName,
  wrongWorks,
} from '../stays/space-input.ts';
import { blockedSpan } from '../stays/space-state.ts';
import type { Column } from '../table.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { spaceTable } from '../tables/space.ts';
import type { Space } from '../tables/space.ts';

const input = z.object({
  /** The space, « ESP-0003 ». */
  id: idText('ESP'),
  name: z.string().max(80).optional(),
  kind: spaceKind.optional(),
  closed_on: dayText.optional(),
  ...spaceFields,
});

/** Changes some fields of one row of « Espaces »; who is there stays. */
export const editSpace = defineCommand({
  name: 'edit-space',
  label: 'Modifier un espace',
  purpose: 'Corrige la surface, le tarif, les places, les travaux ou le bail d’un espace, ou le ferme.',
  input,
  reads: () => stayTabs,
  changes: () => [spaceTable.tab],
  decide: (state, { id, ...asked }, { today }) => {
    const desk = deskOf(state);
    const before = desk.register.spaces.find((space) => space.id === id);
    if (desk.obstacle !== null) return refuse(desk.obstacle);
    if (before === undefined) return refuse(french`L’espace ${quoted(id)} n’est plus dans « Espaces ».`);
    const fields = tidyFields<Space>(asked);
    const edited = { ...before, ...fields };
    const space = touchesFee(fields) ? withFee(edited) : edited;
    const stays = desk.stays.inSpace(before);
    const reason = firstReason(
      () => wrongDay(spaceDays(fields)),
      () => (fields.name === undefined ? null : wrongName(space, desk.register.spaces)),
      () => wrongWorks(space),
      () => (fields.closed_on === undefined ? null : wrongClosing(space, stays, today)),
      () => tooFewPlaces(space, newlyCrowded(before, space, { stays, today })),
    );
    if (reason !== null) return refuse(reason);
    return wish({
      ...wishedTabs(desk, [{ table: spaceTable, set: new Map([[id, changedFields(before, space)]]) }]),
      summary: [...changesOf(before, space), ...workSentence(before, space, { stays, today })],
      details: { id },
    });
  },
});

function touchesFee(fields: Partial<Space>): boolean {
  return (['fee', 'fee_period', 'kind'] as const).some((field) => fields[field] !== undefined);
}

interface Inside {
  readonly stays: readonly Occupancy[];
  readonly today: string;
}

function newlyCrowded(before: Space, space: Space, { stays, today }: Inside): Occupancy[] {
  const already = new Set(crowdings(before, stays, today).map(({ stay }) => stay.id));
  return crowdings(space, stays, today).flatMap(({ stay }) => (already.has(stay.id) ? [] : [stay]));
}

function changedFields(before: Space, space: Space): Partial<Space> {
  return Object.fromEntries(
    Object.entries(space).filter(([field, value]) => before[field as keyof Space] !== value && !Array.isArray(value)),
  );
}

function changesOf(before: Space, space: Space): string[] {
  const columns: readonly Column[] = spaceTable.columns;
  const changed = changedFields(before, space);
  return columns.flatMap((column) => {
    const to = changed[column.field as keyof Space];
    if (to === undefined) return [];
    const from = shownValue(column, before[column.field as keyof Space]);
    return [french`${spaceLabel(before)} – ${column.header} : ${from} → ${shownValue(column, to)}.`];
  });
}

/** Works in a space where someone is do not make them leave: she is told who. */
function workSentence(before: Space, space: Space, { stays, today }: Inside): string[] {
  const blocked = blockedSpan(space);
  const isNew = before.blocked_from !== space.blocked_from || before.blocked_until !== space.blocked_until;
  if (blocked === null || !isNew) return [];
  const there = stays.filter((stay) => meets(hold(stay, today), blocked));
  return there.length === 0
    ? []
    : [
        french`Pendant cette période, ${enumeration(there.map((stay) => quoted(occupantLabel(stay))))} a une occupation en cours : prévenez, ou modifiez ses dates.`,
      ];
}
