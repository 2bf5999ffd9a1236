/** A request for money, from the moment when it is thought of. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { frenchDay } from '../day.ts';
import { euros, french, quoted } from '../french.ts';
import { doubtsOf, grantFields, reportDueOf, wrongGrant } from '../grants/input.ts';
import { amountOf } from '../grants/parts.ts';
import { grantName, grantTabs, readGrants } from '../grants/read.ts';
import { blank, nextId, wishedTabs } from '../stays/desk.ts';
import { tidyFields } from '../stays/inputs.ts';
import { grantStates, grantTable } from '../tables/grant.ts';
import type { Grant } from '../tables/grant.ts';

const input = z.object({ funder: z.string().max(200), ...grantFields });

/** Adds a row to « Financements ». */
export const addGrant = defineCommand({
  name: 'add-grant',
  label: 'Ajouter un financement',
  purpose: 'Ajoute une subvention envisagée, demandée ou obtenue, avec ses montants et ses dates.',
  input,
  reads: () => grantTabs,
  changes: () => [grantTable.tab],
  decide: (state, asked) => {
    const grants = readGrants(state);
    if (grants.obstacle !== null) return refuse(grants.obstacle);
    const fields = tidyFields<Grant>(asked);
    const plain: Grant = { ...blank(grantTable, nextId({ state }, grantTable)), state: 'requested', ...fields };
    const due = plain.report_due ?? (plain.project === null ? null : reportDueOf(plain));
    const grant: Grant = { ...plain, report_due: due };
    const reason = wrongGrant(grant, fields, grants);
    if (reason !== null) return refuse(reason);
    return wish({
      ...wishedTabs({ state }, [{ table: grantTable, add: new Map([[grant.id, grant]]) }]),
      summary: [
        french`${quoted(grantName(grant))} s’ajoute à « Financements » : ${euros(amountOf(grant))}, ${grantStates[grant.state ?? 'requested']}.`,
        ...(due !== null && plain.report_due === null
          ? [french`Compte rendu financier à envoyer avant le ${frenchDay(due)}, six mois après la fin de l’exercice.`]
          : []),
        ...doubtsOf(grant),
      ],
      details: { id: grant.id },
    });
  },
});
