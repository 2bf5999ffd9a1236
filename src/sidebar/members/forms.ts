/** The forms of a member's record: what is known is already filled in. */
import type { MemberCard } from '../../core/members/card-types.ts';
import { activities, affiliations, memberStatuses } from '../../core/tables/member.ts';
import type { Field } from '../field-value.ts';
import type { Form, FormValues } from '../form.ts';
import { choicesOf, frenchText } from './field-texts.ts';

const joined = (first: string | null = null, others: readonly string[] = []): string =>
  [first, ...others].filter((one) => one !== null).join(' ; ');

function detailFields(card: MemberCard | null, today: string): readonly Field[] {
  const record: Partial<MemberCard['record']> = card?.record ?? {};
  const known = Object.entries(activities).filter(([, label]) => record.activities?.includes(label) === true);
  const text = (kind: 'text' | 'url' | 'long', name: keyof typeof record, label: string, help?: string): Field => ({
    kind,
    name,
    label,
    value: String(record[name] ?? ''),
    ...(help === undefined ? {} : { help }),
  });
  return [
    {
      kind: 'ticks',
      name: 'activities',
      label: 'Activités',
      value: known.map(([value]) => value),
      choices: choicesOf(activities),
    },
    text('text', 'activity_other', 'Autre activité'),
    {
      kind: 'email',
      name: 'email',
      label: 'E-mail',
      help: 'Plusieurs adresses : séparez-les par un point-virgule.',
      value: joined(record.email, record.other_emails),
    },
    { kind: 'tel', name: 'phone', label: 'Téléphone', value: joined(record.phone, record.other_phones) },
    {
      kind: 'text',
      name: 'start',
      label: 'Adhérent depuis',
      help: 'Un jour, un mois ou une année : 12/05/2023, 05/2023 ou 2023.',
      value: frenchText(card === null ? today : card.record.start),
    },
    text('text', 'siret', 'SIRET', 'Quatorze chiffres.'),
    text('text', 'legal_form', 'Forme juridique'),
    text('text', 'address', 'Adresse'),
    text('url', 'website', 'Site web'),
    text('long', 'presentation', 'Présentation', 'Deux ou trois phrases pour l’annuaire, si l’adhérent l’accepte.'),
    text('long', 'notes', 'Remarques', 'Des faits seulement : la personne peut demander à les lire.'),
  ];
}

function detailInput(values: FormValues): Record<string, unknown> {
  const texts = ['activity_other', 'email', 'phone', 'start', 'siret', 'legal_form', 'address', 'website'];
  return {
    activities: values.list('activities'),
    ...Object.fromEntries([...texts, 'presentation', 'notes'].map((name) => [name, values.text(name) ?? ''])),
  };
}

/** The form that adds a member. */
export function addForm(today: string): Form {
  return {
    title: 'Ajouter un adhérent',
    fields: [
      { kind: 'text', name: 'organisation', label: 'Structure', required: true, most: 200 },
      {
        kind: 'select',
        name: 'affiliation',
        label: 'Statut',
        required: true,
        value: 'non_resident',
        choices: choicesOf(affiliations),
      },
      { kind: 'text', name: 'contact_name', label: 'Contact : nom et prénom', most: 200 },
      { kind: 'text', name: 'contact_role', label: 'Contact : fonction' },
      { kind: 'email', name: 'contact_email', label: 'Contact : e-mail' },
      { kind: 'tel', name: 'contact_phone', label: 'Contact : téléphone' },
      ...detailFields(null, today),
    ],
    action: (values) => ({
      command: 'add-member',
      input: {
        organisation: values.text('organisation') ?? '',
        affiliation: values.text('affiliation') ?? 'non_resident',
        ...Object.fromEntries(
          ['contact_name', 'contact_role', 'contact_email', 'contact_phone'].map((name) => [
            name,
            values.text(name) ?? '',
          ]),
        ),
        ...detailInput(values),
      },
      title: 'Ajouter un adhérent',
      yes: 'Ajouter',
    }),
  };
}

/** The form that edits a member. */
export function editForm(card: MemberCard, today: string): Form {
  const { record } = card;
  const computed = { value: 'computed', label: 'Calculé d’après les cotisations et les dates' };
  return {
    title: `Modifier « ${card.name} »`,
    fields: [
      { kind: 'text', name: 'organisation', label: 'Structure', required: true, most: 200, value: card.name },
      ...detailFields(card, today),
      ...(record.left_on === null
        ? []
        : [
            {
              kind: 'text' as const,
              name: 'left_on',
              label: 'Parti le',
              help: 'Videz ce champ si l’adhérent revient.',
              value: frenchText(record.left_on),
            },
          ]),
      {
        kind: 'select',
        name: 'imposed_status',
        label: 'État',
        required: true,
        value: record.imposed_status ?? 'computed',
        choices: [computed, ...choicesOf(memberStatuses)],
      },
      {
        kind: 'text',
        name: 'status_reason',
        label: 'Raison de l’état imposé',
        value: record.status_reason,
      },
    ],
    action: (values) => {
      const imposed = values.text('imposed_status') ?? 'computed';
      const reason = values.text('status_reason');
      if (imposed !== 'computed' && reason === null)
        return { errors: { status_reason: 'Dites pourquoi cet état est imposé.' } };
      const changed = imposed !== (record.imposed_status ?? 'computed') || reason !== record.status_reason;
      return {
        command: 'edit-member',
        input: {
          id: card.id,
          organisation: values.text('organisation') ?? '',
          ...detailInput(values),
          ...(record.left_on === null ? {} : { left_on: values.text('left_on') ?? '' }),
          ...(changed ? { imposed_status: imposed, status_reason: reason ?? '' } : {}),
        },
        title: `Modifier « ${card.name} »`,
        yes: 'Enregistrer',
      };
    },
  };
}
