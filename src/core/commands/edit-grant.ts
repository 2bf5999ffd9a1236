/** Correct a grant, or say how far it is: awarded, signed, refused. */
import * as z from 'zod';
import { shownValue } from '../adoption/shown-value.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { euros, french, quoted } from '../french.ts';
import { doubtsOf, grantFields, wrongGrant } from '../grants/input.ts';
import { amountOf, isInBudget, ownParts } from '../grants/parts.ts';
import { grantName, grantTabs, readGrants } from '../grants/read.ts';
import type { Grants } from '../grants/read.ts';
import { wishedTabs } from '../stays/desk.ts';
import { idText, tidyFields } from '../stays/inputs.ts';
import type { Column } from '../table.ts';
import { grantTable } from '../tables/grant.ts';
import type { Grant } from '../tables/grant.ts';

const input = z.object({
  /** The grant, « FIN-0003 ». */
  id: idText('FIN'),
  funder: z.string().max(200).optional(),
  ...grantFields,
});

/** Changes some fields of one row of « Financements ». */
export const editGrant = defineCommand({
  name: 'edit-grant',
  label: 'Modifier un financement',
  purpose: 'Corrige les montants, les dates ou l’état d’un financement.',
  input,
  reads: () => grantTabs,
  changes: () => [grantTable.tab],
  decide: (state, { id, ...asked }) => {
    const grants = readGrants(state);
    if (grants.obstacle !== null) return refuse(grants.obstacle);
    const before = grants.grants.find((grant) => grant.id === id);
    if (before === undefined) return refuse(french`Le financement ${quoted(id)} n’est plus dans « Financements ».`);
    const fields = tidyFields<Grant>(asked);
    const grant: Grant = { ...before, ...fields };
    const reason = wrongGrant(grant, fields, grants);
    if (reason !== null) return refuse(reason);
    const changed = Object.fromEntries(
      Object.entries(fields).filter(([field, value]) => before[field as keyof Grant] !== value),
    );
    return wish({
      ...wishedTabs({ state }, [{ table: grantTable, set: new Map([[id, changed]]) }]),
      summary: [
        ...(grantTable.columns as readonly Column[])
          .filter(({ field }) => Object.hasOwn(changed, field))
          .map(
            (column) =>
              french`${grantName(before)} – ${column.header} : ${shownValue(column, before[column.field as keyof Grant])} → ${shownValue(column, changed[column.field] ?? null)}.`,
          ),
        ...doubtsOf(grant),
        ...budgetAdvice(before, grant, grants),
      ],
      details: { id },
    });
  },
});

/** A line of « Budget » does not follow by itself: she is told when it says something else. */
function budgetAdvice(before: Grant, grant: Grant, { parts }: Grants): string[] {
  const lines = ownParts(grant, parts).filter(({ line, amount }) => line !== null && (amount ?? 0) !== 0);
  if (lines.length === 0 || (amountOf(before) === amountOf(grant) && isInBudget(before) === isInBudget(grant)))
    return [];
  const total = lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  return [
    french`Le budget compte encore ${euros(total)} pour ce financement (${lines.map(({ line }) => line ?? '').join(', ')}) : utilisez « Inscrire au budget » pour le mettre à jour.`,
  ];
}
