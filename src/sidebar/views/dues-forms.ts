/** The forms of dues: a payment, its correction, a waiver, a cancelled receipt, a statement to paste. */
import type { DuesItem } from '../../core/views/dues.ts';
import type { Field } from '../field-value.ts';
import type { Form, FormValues } from '../form.ts';
import { sum } from './money.ts';

const METHODS = [
  { value: 'bank_transfer', label: 'virement' },
  { value: 'cheque', label: 'chèque' },
  { value: 'cash', label: 'espèces' },
  { value: 'card', label: 'CB' },
  { value: 'direct_debit', label: 'prélèvement' },
];

const details: readonly Field[] = [
  { kind: 'text', name: 'reference', label: 'Numéro du chèque ou référence', most: 80 },
  { kind: 'text', name: 'bank', label: 'Banque du chèque', most: 80 },
  { kind: 'date', name: 'deposited_on', label: 'Remis en banque le' },
  { kind: 'long', name: 'notes', label: 'Remarques', most: 1000 },
];

/** What the form of a payment needs to know of a fee. */
export type Owed = Pick<DuesItem, 'member' | 'organisation' | 'charges' | 'remaining' | 'due' | 'fee'>;

/** Money from the member of that fee. */
export function paymentForm({ member, organisation, charges, remaining, due, fee }: Owed): Form {
  const several: readonly Field[] =
    charges.length < 2
      ? []
      : [
          {
            kind: 'ticks',
            name: 'charges',
            label: 'Ce que ce paiement règle',
            value: [fee],
            required: true,
            choices: charges.map(({ id, label, open }) => ({ value: id, label: `${label} (${sum(open)})` })),
          },
        ];
  return {
    title: `Paiement de ${organisation}`,
    fields: [
      {
        kind: 'money',
        name: 'amount',
        label: 'Somme reçue (€)',
        value: remaining > 0 ? remaining : due,
        required: true,
      },
      { kind: 'date', name: 'date', label: 'Date', required: true },
      { kind: 'select', name: 'method', label: 'Moyen de paiement', choices: METHODS, required: true },
      ...several,
      { kind: 'tick', name: 'keep', label: 'S’il y a trop, garder le reste en avance' },
      ...details,
    ],
    action: (values) => {
      const cents = values.cents('amount') ?? 0;
      if (cents <= 0) return { errors: { amount: 'Tapez une somme plus grande que zéro.' } };
      return {
        command: 'record-payment',
        input: {
          member,
          amount: cents,
          date: values.day('date'),
          method: values.text('method'),
          charges: charges.length < 2 ? [fee] : values.list('charges'),
          excess: values.flag('keep') ? 'keep' : 'refuse',
          ...detailsOf(values),
        },
        title: `Paiement de ${organisation}`,
        yes: 'Enregistrer ce paiement',
      };
    },
  };
}

function detailsOf(values: FormValues): Record<string, string | null> {
  return {
    reference: values.text('reference'),
    bank: values.text('bank'),
    deposited_on: values.day('deposited_on'),
    notes: values.text('notes'),
  };
}

/** What to change in a payment; empty fields stay as they are. */
export function correctionForm(id: string, text: string): Form {
  return {
    title: `Corriger ${id}`,
    intro: `${text}. Remplissez seulement ce qui change.`,
    fields: [
      { kind: 'tick', name: 'remove', label: 'Retirer ce paiement' },
      { kind: 'money', name: 'amount', label: 'Somme reçue (€)' },
      { kind: 'date', name: 'date', label: 'Date' },
      { kind: 'select', name: 'method', label: 'Moyen de paiement', choices: METHODS },
      { kind: 'tick', name: 'keep', label: 'S’il y a trop, garder le reste en avance' },
      ...details,
    ],
    action: (values) => {
      const typed = {
        amount: values.cents('amount'),
        date: values.day('date'),
        method: values.text('method'),
        ...detailsOf(values),
      };
      const changed = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null));
      const remove = values.flag('remove');
      if (!remove && Object.keys(changed).length === 0)
        return { errors: { amount: 'Rien n’est changé : remplissez au moins un champ.' } };
      if ((values.cents('amount') ?? 1) <= 0)
        return { errors: { amount: 'Tapez une somme plus grande que zéro, ou retirez le paiement.' } };
      return {
        command: 'correct-payment',
        input: remove ? { id, remove } : { id, ...changed, excess: values.flag('keep') ? 'keep' : 'refuse' },
        title: remove ? `Retirer ${id}` : `Corriger ${id}`,
        yes: remove ? 'Retirer ce paiement' : 'Corriger ce paiement',
      };
    },
  };
}

/** Why a fee is not asked for. */
export function waiveForm(fee: string, organisation: string): Form {
  return {
    title: `Dispenser ${organisation}`,
    intro: 'La cotisation ne sera plus demandée ; la raison est notée dans « Remarques ».',
    fields: [{ kind: 'text', name: 'reason', label: 'Pourquoi', required: true, most: 300 }],
    action: (values) => ({
      command: 'note-fee',
      input: { id: fee, as: 'waived', reason: values.text('reason') },
      title: `Dispenser ${organisation}`,
      yes: 'Dispenser',
    }),
  };
}

/** Why a receipt no longer holds. */
export function cancelReceiptForm(number: string): Form {
  return {
    title: `Annuler le reçu ${number}`,
    intro: 'Son numéro reste pris : un reçu émis ne disparaît pas.',
    fields: [{ kind: 'text', name: 'reason', label: 'Pourquoi', required: true, most: 300 }],
    action: (values) => ({
      command: 'cancel-receipt',
      input: { id: number, reason: values.text('reason') },
      title: `Annuler le reçu ${number}`,
      yes: 'Annuler ce reçu',
    }),
  };
}

/** The lines of a statement, copied from the bank's file. */
export function statementForm(): Form {
  return {
    title: 'Rapprocher un relevé de banque',
    intro:
      'Ouvrez l’export de votre banque (CSV ou tableur), copiez tout, titres compris, et collez-le ici. Rien n’est enregistré sans votre accord.',
    fields: [{ kind: 'long', name: 'text', label: 'Lignes du relevé', required: true, most: 400_000 }],
    next: 'Lire ce relevé',
    action: (values) => ({
      command: 'match-statement',
      input: { text: values.text('text') },
      title: 'Rapprocher un relevé de banque',
      yes: 'Enregistrer ces paiements',
    }),
  };
}
