/** Add an office, a desk, a shop or premises; an unknown size stays blank. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { euros, french, frenchNumber, quoted } from '../french.ts';
import { blank, deskOf, nextId, stayTabs, wishedTabs } from '../stays/desk.ts';
import { firstReason, wrongDay, tidyFields } from '../stays/inputs.ts';
import { spaceLabel } from '../stays/read.ts';
import { spaceDays, spaceFields, spaceKind, withFee, wrongName, wrongWorks } from '../stays/space-input.ts';
import { spaceTable } from '../tables/space.ts';
import type { Space } from '../tables/space.ts';

const input = z.object({ name: z.string().max(80), kind: spaceKind, ...spaceFields });

/** Adds a row to « Espaces ». */
export const addSpace = defineCommand({
  name: 'add-space',
  label: 'Ajouter un espace',
  purpose: 'Ajoute un bureau, un poste, une boutique ou un local, avec sa surface et son tarif.',
  input,
  reads: () => stayTabs,
  changes: () => [spaceTable.tab],
  decide: (state, asked) => {
    const desk = deskOf(state);
    const empty = blank(spaceTable, nextId(desk, spaceTable));
    const status = asked.kind === 'premises' ? 'rented_by_association' : 'vacant';
    const space = withFee({ ...empty, status, ...tidyFields<Space>(asked) });
    const reason = firstReason(
      () => desk.obstacle,
      () => wrongName(space, desk.register.spaces),
      () => wrongDay(spaceDays(space)),
      () => wrongWorks(space),
    );
    if (reason !== null) return refuse(reason);
    return wish({
      ...wishedTabs(desk, [{ table: spaceTable, add: new Map([[space.id, space]]) }]),
      summary: sentences(space),
      details: { id: space.id },
    });
  },
});

function sentences(space: Space): string[] {
  const size = space.area === null ? 'surface inconnue, laissée vide' : french`${frenchNumber(space.area)}\u00A0m²`;
  return [
    french`${quoted(spaceLabel(space))} s’ajoute à « Espaces » (${size}).`,
    space.monthly_fee === null
      ? 'Sa redevance n’est pas connue.'
      : french`Redevance : ${euros(space.monthly_fee)} par mois.`,
    ...(space.kind === 'shop_unit'
      ? [
          french`Le loyer d’une boutique est payé à ${space.paid_to ?? 'son propriétaire'} : il n’entre pas dans les recettes de l’association.`,
        ]
      : []),
  ];
}
