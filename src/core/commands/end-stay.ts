/** Record an exit, with what has to be done at the door: inventory, keys, storage unit, deposit, insurance. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { euros, french, frenchDate, quoted } from '../french.ts';
import { tidy } from '../members/inputs.ts';
import { deskOf, stayTabs, wishedTabs, writtenTabs } from '../stays/desk.ts';
import { dayText, firstReason, idText, neededDay, shortText, wrongDay } from '../stays/inputs.ts';
import { limitsAfter } from '../stays/limits-after.ts';
import { noRoomLeft, wantedOf, wrongOrder } from '../stays/permit.ts';
import { occupantLabel, spaceLabel } from '../stays/read.ts';
import { stateSentence } from '../stays/sentences.ts';
import { followedAfter } from '../stays/space-state.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { spaceTable } from '../tables/space.ts';

const input = z.object({
  /** The stay, « OCC-0012 ». */
  id: idText('OCC'),
  /** The last day there. */
  end: neededDay,
  reason: shortText.optional(),
  inventoryOut: dayText.optional(),
  keysReturnedOn: dayText.optional(),
  /** True when the storage unit is empty: it can be given to someone else. */
  storageEmptied: z.boolean().optional(),
  depositReturnedOn: dayText.optional(),
});

type Input = z.infer<typeof input>;

/** Writes the exit in « Occupations » and what the space becomes in « Espaces »; what is left to do is said. */
export const endStay = defineCommand({
  name: 'end-stay',
  label: 'Enregistrer une sortie',
  purpose: 'Note la sortie d’un occupant, avec l’état des lieux, les clés, l’armoire et la caution.',
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
      () => (asked.end.trim() === '' ? 'Choisissez le dernier jour.' : null),
    );
    if (early !== null || before === undefined) return refuse(early ?? '');
    const fields = fieldsOf(before, asked);
    const stay: Occupancy = { ...before, ...fields };
    const space = desk.stays.spaceOf(before);
    const reason = firstReason(
      () => wrongOrder({ ...stay, planned_end: null }),
      () => (space === null ? null : noRoomLeft(before, wantedOf(desk, { stay, space, today }))),
    );
    if (reason !== null) return refuse(reason);
    const others = space === null ? [] : desk.stays.inSpace(space).filter(({ id }) => id !== stay.id);
    const next = space === null ? null : followedAfter(space, [...others, stay], { exit: asked.end, today });
    const sets = new Map(limitsAfter(desk, [stay]).changedLimits);
    sets.set(stay.id, { ...sets.get(stay.id), ...fields });
    const name = quoted(spaceLabel(space, before));
    return wish({
      ...wishedTabs(desk, [
        { table: occupancyTable, set: sets },
        ...(space === null || next === null ? [] : [{ table: spaceTable, set: new Map([[space.id, next]]) }]),
      ]),
      summary: [
        french`${quoted(occupantLabel(stay))} quitte ${name} le ${frenchDate(asked.end)}.`,
        ...(space === null || next === null ? [] : stateSentence(space, next)),
        ...leftToDo(stay, asked),
      ],
      details: { id: stay.id, left: leftToDo(stay, asked) },
    });
  },
});

function daysOf(asked: Input): Readonly<Record<string, string | null | undefined>> {
  return {
    Sortie: asked.end,
    'État des lieux de sortie': asked.inventoryOut,
    'Clés rendues le': asked.keysReturnedOn,
    'Caution rendue le': asked.depositReturnedOn,
  };
}

/** What the form leaves empty stays as it was. */
function fieldsOf(before: Occupancy, asked: Input): Partial<Occupancy> {
  return {
    end: asked.end,
    exit_reason: tidy(asked.reason) ?? before.exit_reason,
    inventory_out: tidy(asked.inventoryOut) ?? before.inventory_out,
    keys_returned_on: tidy(asked.keysReturnedOn) ?? before.keys_returned_on,
    deposit_returned_on: tidy(asked.depositReturnedOn) ?? before.deposit_returned_on,
    storage_unit: asked.storageEmptied === true ? null : before.storage_unit,
  };
}

function leftToDo(stay: Occupancy, { end }: Input): string[] {
  const todo = [
    stay.inventory_out === null ? 'faire l’état des lieux de sortie' : null,
    stay.keys !== null && stay.keys_returned_on === null ? `récupérer les clés et badges (${stay.keys})` : null,
    stay.storage_unit === null ? null : `faire vider l’armoire ${stay.storage_unit}`,
    stay.deposit !== null && stay.deposit > 0 && stay.deposit_returned_on === null
      ? `rendre la caution (${euros(stay.deposit)})`
      : null,
  ].filter((text) => text !== null);
  const insurance =
    stay.insurance_until !== null && stay.insurance_until < end
      ? [
          french`L’assurance n’est valable que jusqu’au ${frenchDate(stay.insurance_until)} : demandez une attestation jusqu’à la sortie.`,
        ]
      : [];
  return [...(todo.length === 0 ? [] : [french`Reste à faire : ${todo.join(' ; ')}.`]), ...insurance];
}
