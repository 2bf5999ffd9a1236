/** The forms about a member: each asks for what its command needs, with what is known already filled in. */
import type { MemberCard } from '../../core/members/card-types.ts';
import { consentSubjects } from '../../core/tables/consent.ts';
import { activities, affiliations, memberStatuses } from '../../core/tables/member.ts';
import { frenchDate } from '../../core/french.ts';
import type { Choice, Field } from '../field-value.ts';
import type { Form, FormValues } from '../form.ts';

/** The choices of a list of labels. */
function choicesOf(labels: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

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

/** « 12/05/2023 », « 05/2023 » or « 2023 », as it may be typed again. */
function frenchText(date: string | null): string | null {
  if (date === null) return null;
  return date.length === 7 ? `${date.slice(5)}/${date.slice(0, 4)}` : frenchDate(date);
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

/** The form of a person: a new one, or one to edit. */
export function contactForm(card: MemberCard, person: MemberCard['people'][number] | null): Form {
  const title = person === null ? `Ajouter une personne à « ${card.name} »` : `Modifier « ${person.name} »`;
  return {
    title,
    fields: [
      { kind: 'text', name: 'name', label: 'Nom et prénom', required: true, most: 200, value: person?.name ?? null },
      { kind: 'text', name: 'role', label: 'Fonction', value: person?.role ?? null },
      { kind: 'email', name: 'email', label: 'E-mail', value: person?.email ?? null },
      { kind: 'tel', name: 'phone', label: 'Téléphone', value: person?.phone ?? null },
      {
        kind: 'tick',
        name: 'main',
        label: 'Contact principal : la personne à qui écrire d’abord',
        value: person?.main ?? card.people.length === 0,
      },
      ...(person === null
        ? []
        : [
            {
              kind: 'text' as const,
              name: 'left_on',
              label: 'A quitté la structure le',
              help: 'Vide : la personne y est toujours.',
              value: frenchText(person.left_on),
            },
          ]),
      { kind: 'long', name: 'notes', label: 'Remarques', value: person?.notes ?? null },
    ],
    action: (values) => ({
      command: 'save-contact',
      input: {
        member: card.id,
        ...(person === null ? {} : { contact: person.id, left_on: values.text('left_on') ?? '' }),
        main: values.flag('main'),
        ...Object.fromEntries(
          ['name', 'role', 'email', 'phone', 'notes'].map((name) => [name, values.text(name) ?? '']),
        ),
      },
      title,
      yes: 'Enregistrer',
    }),
  };
}

/** The form that changes an affiliation. */
export function affiliationForm(card: MemberCard, today: string): Form {
  return {
    title: `Changer le statut de « ${card.name} »`,
    fields: [
      {
        kind: 'select',
        name: 'affiliation',
        label: 'Nouveau statut',
        required: true,
        value: card.affiliation,
        choices: choicesOf(affiliations),
      },
      { kind: 'date', name: 'date', label: 'À partir du', required: true, value: today },
      { kind: 'text', name: 'reason', label: 'Pourquoi' },
    ],
    action: (values) => ({
      command: 'change-affiliation',
      input: {
        id: card.id,
        affiliation: values.text('affiliation') ?? '',
        date: values.day('date') ?? today,
        reason: values.text('reason') ?? '',
      },
      title: `Changer le statut de « ${card.name} »`,
      yes: 'Changer le statut',
    }),
  };
}

/** The form of the charter's signature. */
export function charterForm(card: MemberCard, today: string): Form {
  return {
    title: 'Charte signée',
    intro: `Notez la signature de la charte par « ${card.name} ».`,
    fields: [
      { kind: 'date', name: 'date', label: 'Signée le', required: true, value: today },
      { kind: 'text', name: 'version', label: 'Version de la charte', value: card.record.charter_version },
    ],
    action: (values) => ({
      command: 'sign-charter',
      input: { id: card.id, date: values.day('date') ?? today, version: values.text('version') ?? '' },
      title: 'Noter la signature de la charte',
      yes: 'Noter la signature',
    }),
  };
}

/** The form of a consent: given, refused, or taken back. */
export function consentForm(card: MemberCard, today: string): Form {
  return {
    title: `Consentement de « ${card.name} »`,
    intro: 'Chaque accord se donne à part, se date, et peut être retiré à tout moment.',
    fields: [
      {
        kind: 'ticks',
        name: 'subjects',
        label: 'Objets',
        required: true,
        help: 'Tous ceux qui ont la même réponse, le même jour.',
        choices: choicesOf(consentSubjects),
      },
      {
        kind: 'select',
        name: 'given',
        label: 'Réponse',
        required: true,
        value: 'yes',
        choices: [
          { value: 'yes', label: 'Accord' },
          { value: 'no', label: 'Refus, ou retrait d’un accord' },
        ],
      },
      {
        kind: 'select',
        name: 'contact',
        label: 'De qui',
        required: true,
        value: 'organisation',
        choices: [
          { value: 'organisation', label: `La structure : ${card.name}` },
          ...card.people.map(({ id, name }) => ({ value: id, label: name })),
        ],
      },
      { kind: 'date', name: 'date', label: 'Le', required: true, value: today },
      { kind: 'text', name: 'source', label: 'Comment', help: 'Formulaire, e-mail, papier…' },
      { kind: 'long', name: 'wording', label: 'Mots employés', help: 'La question telle qu’elle a été posée.' },
    ],
    action: (values) => {
      const contact = values.text('contact');
      const [subject = '', ...others] = values.list('subjects');
      return {
        command: 'record-consent',
        input: {
          member: card.id,
          ...(contact === null || contact === 'organisation' ? {} : { contact }),
          subject,
          ...(others.length === 0 ? {} : { others }),
          given: values.text('given') === 'yes',
          date: values.day('date') ?? today,
          source: values.text('source') ?? '',
          wording: values.text('wording') ?? '',
        },
        title: 'Noter un consentement',
        yes: 'Noter',
      };
    },
  };
}
