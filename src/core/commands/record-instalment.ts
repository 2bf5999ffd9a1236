/** A payment of a funder: announced with its date, or received. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Wish } from '../command.ts';
import { frenchDay } from '../day.ts';
import { euros, french, frenchDate, quoted } from '../french.ts';
import { amountOf } from '../grants/parts.ts';
import { grantName, grantTabs, readGrants, receivedOf } from '../grants/read.ts';
import type { Grants } from '../grants/read.ts';
import { blank, nextId, wishedTabs } from '../stays/desk.ts';
import { cents, dayText, firstReason, idText, longText, shortText, tidyFields, wrongDay } from '../stays/inputs.ts';
import { fold } from '../reading/values/text.ts';
import { grantStates, grantTable, instalmentTable } from '../tables/grant.ts';
import type { Grant, Instalment } from '../tables/grant.ts';

const input = z.object({
  /** The grant that is paid. */
  grant: idText('FIN'),
  /** The payment to bring up to date; a new one when absent. */
  id: idText('ECF').optional(),
  label: shortText.optional(),
  due_on: dayText.optional(),
  amount: cents.optional(),
  received_on: dayText.optional(),
  notes: longText.optional(),
});

/** « Noter un versement »: one row of « Échéances des financements »; the grant’s state follows what came in. */
export const recordInstalment = defineCommand({
  name: 'record-instalment',
  label: 'Noter un versement',
  purpose: 'Note un versement attendu ou reçu d’un financeur ; l’état du financement suit.',
  input,
  reads: () => grantTabs,
  changes: () => [grantTable.tab, instalmentTable.tab],
  decide: (state, { grant: grantId, id, ...asked }) => {
    const all = readGrants(state);
    if (all.obstacle !== null) return refuse(all.obstacle);
    const grant = all.grants.find((one) => one.id === grantId);
    if (grant === undefined) return refuse(french`Le financement ${quoted(grantId)} n’est plus dans « Financements ».`);
    const known = id === undefined ? null : all.instalments.find((one) => one.id === id && one.grant === grantId);
    if (known === undefined)
      return refuse(french`Le versement ${quoted(id ?? '')} n’est plus parmi ceux de ${quoted(grantName(grant))}.`);
    const fields = tidyFields<Instalment>(asked);
    const fresh = { ...blank(instalmentTable, nextId({ state }, instalmentTable)), grant: grantId };
    const instalment: Instalment = { ...(known ?? fresh), ...fields };
    const others = all.instalments.filter((one) => one.id !== instalment.id);
    const reason = firstReason(
      () => wrongDay({ 'Attendu le': fields.due_on, 'Reçu le': fields.received_on }),
      () => wrongInstalment(instalment, grant, others),
    );
    if (reason !== null) return refuse(reason);
    const next = stateAfter(grant, receivedOf(grant, [...others, instalment]));
    return wish({
      ...wishedTabs({ state }, [
        known === null
          ? { table: instalmentTable, add: new Map([[instalment.id, instalment]]) }
          : { table: instalmentTable, set: new Map([[instalment.id, fields]]) },
        { table: grantTable, set: new Map(next === grant.state ? [] : [[grant.id, { state: next }]]) },
      ]),
      summary: summaryOf({ instalment, grant, next, others }),
      details: { id: instalment.id },
    });
  },
});

function wrongInstalment(instalment: Instalment, grant: Grant, others: readonly Instalment[]): string | null {
  const { amount, due_on: due, received_on: received, label } = instalment;
  if (amount === null || amount <= 0) return 'Indiquez le montant du versement.';
  if (due === null && received === null) return 'Indiquez quand le versement est attendu, ou quand il a été reçu.';
  if (grant.state === 'refused' || grant.state === 'envisaged')
    return french`${quoted(grantName(grant))} est « ${grantStates[grant.state]} » : corrigez d’abord son état.`;
  const own = others.filter((one) => one.grant === grant.id);
  const same = own.find(
    (one) =>
      one.amount === amount &&
      one.due_on === due &&
      one.received_on === received &&
      fold(one.label ?? '') === fold(label ?? ''),
  );
  if (same) return french`Ce versement est déjà noté (${same.id}).`;
  const total = own.reduce((sum, one) => sum + (one.amount ?? 0), 0);
  const most = amountOf(grant);
  return total + amount > most
    ? french`Avec ${euros(amount)}, les versements de ${quoted(grantName(grant))} feraient ${euros(total + amount)}, plus que son montant (${euros(most)}). ${total === 0 ? 'Vérifiez le montant.' : french`Déjà notés : ${euros(total)}.`}`
    : null;
}

const PAID_STATES: readonly Grant['state'][] = ['requested', 'awarded', 'agreement_signed', 'partly_paid', null];

function stateAfter(grant: Grant, received: number): Grant['state'] {
  if (!PAID_STATES.includes(grant.state) || received <= 0) return grant.state;
  return received >= amountOf(grant) ? 'paid' : 'partly_paid';
}

interface Noted {
  readonly instalment: Instalment;
  readonly grant: Grant;
  readonly next: Grant['state'];
  readonly others: Grants['instalments'];
}

function summaryOf({ instalment, grant, next, others }: Noted): Wish['summary'] {
  const { amount, due_on: due, received_on: on } = instalment;
  const received = receivedOf(grant, [...others, instalment]);
  const left = amountOf(grant) - received;
  return [
    on === null
      ? french`${euros(amount ?? 0)} sont attendus de ${quoted(grantName(grant))} ${due === null ? '' : `le ${frenchDate(due)}`}.`
      : french`${euros(amount ?? 0)} reçus de ${quoted(grantName(grant))} le ${on.length === 10 ? frenchDay(on) : frenchDate(on)}.`,
    french`Reçu en tout : ${euros(received)} sur ${euros(amountOf(grant))}${left > 0 ? french` ; il reste ${euros(left)} à recevoir` : ''}.`,
    ...(next === grant.state || next === null ? [] : [french`Son état devient « ${grantStates[next]} ».`]),
  ];
}
