/** The forms of a stay: give a space, correct, prolong, record an exit. */
import { euros } from '../../core/french.ts';
import type { SpaceCard } from '../../core/views/spaces.ts';
import { agreements } from '../../core/tables/occupancy.ts';
import type { Occupancy } from '../../core/tables/occupancy.ts';
import type { Field } from '../field-value.ts';
import type { Form, FormValues } from '../form.ts';

const agreementChoices = Object.entries(agreements).map(([value, label]) => ({ value, label }));
const none = { value: '', label: 'Non précisé' };

/** Who comes in, and on what ground. */
export function addStayForm({ space, item, members }: SpaceCard, today: string): Form {
  const isDesk = space.kind === 'desk';
  return {
    title: `Attribuer ${item.label}`,
    intro: 'Vous verrez ensuite ce qui change avant de confirmer.',
    fields: [
      { kind: 'pick', name: 'member', label: 'Adhérent', choices: members, required: true },
      ...(isDesk ? [{ kind: 'text', name: 'person', label: 'Personne au poste' } as const] : []),
      { kind: 'date', name: 'start', label: 'Entrée', value: today, required: true },
      { kind: 'date', name: 'plannedEnd', label: 'Sortie prévue', help: 'Vide : la durée maximale s’applique.' },
      ...(isDesk
        ? []
        : [
            {
              kind: 'number',
              name: 'share',
              label: 'Part de l’espace (%)',
              help: 'Seulement s’il est partagé.',
              decimals: true,
            } as const,
          ]),
      { kind: 'select', name: 'agreement', label: 'Convention', choices: [none, ...agreementChoices], value: '' },
      { kind: 'money', name: 'monthlyFee', label: 'Redevance par mois', help: 'Vide : celle de l’espace.' },
      { kind: 'money', name: 'deposit', label: 'Caution' },
      { kind: 'date', name: 'insuranceUntil', label: 'Assurance valable jusqu’au' },
      { kind: 'text', name: 'keys', label: 'Clés et badges remis' },
      { kind: 'text', name: 'storageUnit', label: 'Armoire' },
    ],
    action: (values) => ({
      command: 'add-stay',
      title: `Attribuer ${item.label}`,
      yes: 'Attribuer',
      input: {
        space: space.id,
        member: values.text('member') ?? '',
        person: isDesk ? values.text('person') : null,
        start: values.day('start') ?? '',
        plannedEnd: values.day('plannedEnd'),
        share: isDesk ? null : values.number('share'),
        agreement: values.text('agreement'),
        monthlyFee: values.cents('monthlyFee'),
        deposit: values.cents('deposit'),
        insuranceUntil: values.day('insuranceUntil'),
        keys: values.text('keys'),
        storageUnit: values.text('storageUnit'),
      },
    }),
  };
}

/** A date is shown whole only when its day is known; the field of one that is not stays empty and unchanged. */
const dayOf = (date: string | null): string | null => (date?.length === 10 ? date : null);

/** All that may be corrected of a stay; what she leaves as it is stays. */
export function editStayForm(stay: Occupancy, name: string): Form {
  const fields: readonly Field[] = [
    { kind: 'date', name: 'start', label: 'Entrée', value: dayOf(stay.start), ...vague(stay.start) },
    {
      kind: 'date',
      name: 'planned_end',
      label: 'Sortie prévue',
      value: dayOf(stay.planned_end),
      ...vague(stay.planned_end),
    },
    { kind: 'number', name: 'share', label: 'Part de l’espace (%)', value: stay.share, decimals: true },
    { kind: 'text', name: 'person', label: 'Personne', value: stay.person },
    {
      kind: 'select',
      name: 'agreement',
      label: 'Convention',
      choices: [none, ...agreementChoices],
      value: stay.agreement ?? '',
    },
    { kind: 'date', name: 'signed_on', label: 'Convention signée le', value: dayOf(stay.signed_on) },
    { kind: 'money', name: 'monthly_fee', label: 'Redevance convenue par mois', value: stay.monthly_fee },
    { kind: 'money', name: 'deposit', label: 'Caution', value: stay.deposit },
    { kind: 'date', name: 'deposit_paid_on', label: 'Caution reçue le', value: dayOf(stay.deposit_paid_on) },
    { kind: 'date', name: 'deposit_returned_on', label: 'Caution rendue le', value: dayOf(stay.deposit_returned_on) },
    { kind: 'date', name: 'insurance_until', label: 'Assurance valable jusqu’au', value: dayOf(stay.insurance_until) },
    { kind: 'text', name: 'keys', label: 'Clés et badges', value: stay.keys },
    { kind: 'date', name: 'keys_returned_on', label: 'Clés rendues le', value: dayOf(stay.keys_returned_on) },
    { kind: 'text', name: 'storage_unit', label: 'Armoire', value: stay.storage_unit },
    { kind: 'date', name: 'inventory_in', label: 'État des lieux d’entrée', value: dayOf(stay.inventory_in) },
    { kind: 'date', name: 'inventory_out', label: 'État des lieux de sortie', value: dayOf(stay.inventory_out) },
    { kind: 'long', name: 'notes', label: 'Remarques', value: stay.notes, most: 2000 },
  ];
  return {
    title: `Modifier l’occupation de ${name}`,
    fields,
    action: (values) => {
      const input = changedFields(stay, fields, values);
      return Object.keys(input).length === 0
        ? { errors: { start: 'Rien n’a changé : modifiez un champ, ou revenez en arrière.' } }
        : {
            command: 'edit-stay',
            title: `Modifier l’occupation de ${name}`,
            yes: 'Enregistrer',
            input: { id: stay.id, ...input },
          };
    },
  };
}

function vague(date: string | null): { help?: string } {
  return date === null || date.length === 10
    ? {}
    : { help: `Aujourd’hui : ${date.split('-').reverse().join('/')}, sans le jour.` };
}

/** The fields whose value is no longer the one of the record. */
export function changedFields(
  record: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
  values: FormValues,
): Record<string, unknown> {
  const pairs = fields.flatMap((field): [string, unknown][] => {
    const before = field.kind === 'date' ? dayOf(record[field.name] as string | null) : (record[field.name] ?? null);
    const now = valueOf(field, values);
    return now === before ? [] : [[field.name, now]];
  });
  return Object.fromEntries(pairs);
}

function valueOf({ kind, name }: Field, values: FormValues): string | number | boolean | null {
  switch (kind) {
    case 'money':
    case 'number':
      return values.number(name);
    case 'tick':
      return values.flag(name);
    default:
      return values.text(name);
  }
}

/** A decision: until when, decided when, and why. */
export function extendStayForm(stay: Occupancy, name: string, today: string): Form {
  return {
    title: `Prolonger ${name}`,
    intro:
      stay.extended_until === null
        ? 'Une prolongation est une décision : sa date et son motif sont gardés avec l’occupation.'
        : 'Vous pouvez prolonger encore ce séjour, ou raccourcir la prolongation : dites quand et pourquoi.',
    fields: [
      {
        kind: 'date',
        name: 'until',
        label: 'Nouvelle sortie prévue',
        required: true,
        value: dayOf(stay.extended_until),
      },
      { kind: 'date', name: 'decidedOn', label: 'Décidée le', value: today, required: true },
      { kind: 'text', name: 'reason', label: 'Motif', required: true, most: 200 },
    ],
    action: (values) => ({
      command: 'extend-stay',
      title: `Prolonger ${name}`,
      yes: 'Prolonger',
      input: {
        id: stay.id,
        until: values.day('until') ?? '',
        decidedOn: values.day('decidedOn') ?? '',
        reason: values.text('reason') ?? '',
      },
    }),
  };
}

/** The last day, and what is to be done at the door; what is not done yet is left empty. */
export function endStayForm(stay: Occupancy, name: string, today: string): Form {
  const storage = stay.storage_unit;
  return {
    title: `Sortie de ${name}`,
    intro: 'Laissez vide ce qui n’est pas encore fait : Régie le rappellera.',
    fields: [
      { kind: 'date', name: 'end', label: 'Dernier jour', value: dayOf(stay.end) ?? today, required: true },
      { kind: 'text', name: 'reason', label: 'Motif', value: stay.exit_reason, most: 200 },
      { kind: 'date', name: 'inventoryOut', label: 'État des lieux de sortie', value: dayOf(stay.inventory_out) },
      {
        kind: 'date',
        name: 'keysReturnedOn',
        label: 'Clés et badges rendus le',
        value: dayOf(stay.keys_returned_on),
        ...(stay.keys === null ? {} : { help: stay.keys }),
      },
      ...(storage === null
        ? []
        : [{ kind: 'tick', name: 'storageEmptied', label: `Armoire ${storage} vidée` } as const]),
      {
        kind: 'date',
        name: 'depositReturnedOn',
        label: 'Caution rendue le',
        value: dayOf(stay.deposit_returned_on),
        ...(stay.deposit === null ? {} : { help: `Caution : ${euros(stay.deposit)}` }),
      },
    ],
    action: (values) => ({
      command: 'end-stay',
      title: `Sortie de ${name}`,
      yes: 'Enregistrer la sortie',
      input: {
        id: stay.id,
        end: values.day('end') ?? '',
        reason: values.text('reason'),
        inventoryOut: values.day('inventoryOut'),
        keysReturnedOn: values.day('keysReturnedOn'),
        depositReturnedOn: values.day('depositReturnedOn'),
        ...(storage === null ? {} : { storageEmptied: values.flag('storageEmptied') }),
      },
    }),
  };
}
