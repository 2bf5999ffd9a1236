/** The forms of a space: add one, correct one. */
import { periods } from '../../core/tables/space.ts';
import type { Space } from '../../core/tables/space.ts';
import type { Field } from '../field-value.ts';
import type { Form } from '../form.ts';
import { changedFields } from './forms.ts';

const kinds = [
  { value: 'office', label: 'Bureau' },
  { value: 'studio', label: 'Petit studio' },
  { value: 'desk', label: 'Poste de coworking' },
  { value: 'shop_unit', label: 'Boutique' },
  { value: 'premises', label: 'Local loué par l’association' },
];
const dues = Object.entries(periods).map(([value, label]) => ({ value, label }));

function fieldsOf(space: Partial<Space>): readonly Field[] {
  const {
    area = null,
    fee = null,
    places = null,
    premises = null,
    paid_to: paidTo = null,
    blocked_reason: blockedReason = null,
    lease_holder: leaseHolder = null,
    notes = null,
  } = space;
  return [
    { kind: 'text', name: 'name', label: 'Nom', value: space.name ?? null, required: true, most: 80 },
    { kind: 'select', name: 'kind', label: 'Type', choices: kinds, value: space.kind ?? 'office', required: true },
    { kind: 'text', name: 'premises', label: 'Site', value: premises, most: 200 },
    {
      kind: 'number',
      name: 'area',
      label: 'Surface (m²)',
      help: 'Vide si vous ne la connaissez pas.',
      value: area,
      decimals: true,
    },
    { kind: 'money', name: 'fee', label: 'Redevance', value: fee },
    { kind: 'select', name: 'fee_period', label: 'Due', choices: dues, value: space.fee_period ?? 'month' },
    {
      kind: 'text',
      name: 'paid_to',
      label: 'Payée à',
      help: 'Pour une boutique : le propriétaire.',
      value: paidTo,
      most: 200,
    },
    { kind: 'number', name: 'places', label: 'Places', help: 'Vide : une seule.', value: places },
    {
      kind: 'tick',
      name: 'priority_district',
      label: 'En quartier prioritaire (QPV)',
      value: space.priority_district === true,
    },
    { kind: 'date', name: 'blocked_from', label: 'Indisponible du', value: space.blocked_from ?? null },
    { kind: 'date', name: 'blocked_until', label: 'Indisponible jusqu’au', value: space.blocked_until ?? null },
    { kind: 'text', name: 'blocked_reason', label: 'Travaux ou autre raison', value: blockedReason, most: 200 },
    { kind: 'text', name: 'lease_holder', label: 'Titulaire du bail', value: leaseHolder, most: 200 },
    { kind: 'long', name: 'notes', label: 'Remarques', value: notes, most: 2000 },
  ];
}

const empty: Readonly<Record<string, unknown>> = { priority_district: false };

/** A new space. */
export function addSpaceForm(): Form {
  const fields = fieldsOf({});
  return {
    title: 'Ajouter un espace',
    fields,
    action: (values) => ({
      command: 'add-space',
      title: 'Ajouter un espace',
      yes: 'Ajouter',
      input: {
        name: values.text('name') ?? '',
        kind: values.text('kind') ?? 'office',
        ...changedFields(empty, fields, values),
      },
    }),
  };
}

/** Corrections of a space; only what changes is sent. */
export function editSpaceForm(space: Space, label: string): Form {
  const closed: Field = {
    kind: 'date',
    name: 'closed_on',
    label: 'Fermé le',
    help: 'Quand l’espace n’est plus géré.',
    value: space.closed_on,
  };
  const fields = [...fieldsOf(space), closed];
  const before = {
    ...space,
    kind: space.kind ?? 'office',
    fee_period: space.fee_period ?? 'month',
    priority_district: space.priority_district === true,
  };
  return {
    title: `Modifier ${label}`,
    fields,
    action: (values) => {
      const input = changedFields(before, fields, values);
      return Object.keys(input).length === 0
        ? { errors: { name: 'Rien n’a changé : modifiez un champ, ou revenez en arrière.' } }
        : { command: 'edit-space', title: `Modifier ${label}`, yes: 'Enregistrer', input: { id: space.id, ...input } };
    },
  };
}
