/** The forms of a programme, in three parts that fit the sidebar. */
import {
  holidayPolicies,
  monthRanks,
  programmeAudiences,
  programmeFamilies,
  programmeModes,
  programmeRhythms,
  weekdays,
} from '../../core/tables/programme.ts';
import type { Programme } from '../../core/tables/programme.ts';
import { MONTHS } from '../../core/french.ts';
import type { Choice, Field } from '../field-value.ts';
import type { Form } from '../form.ts';
import { wordsOf } from './session-forms.ts';

const choices = (labels: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const months: readonly Choice[] = MONTHS.map((label, index) => ({ value: String(index + 1), label }));

const TEXTS = ['name', 'family', 'mode', 'audience', 'funder', 'notes'] as const;
const NUMBERS = {
  target_min: 'Structures prévues (min.)',
  target_max: 'Structures prévues (max.)',
  sessions_min: 'Séances prévues (min.)',
  sessions_max: 'Séances prévues (max.)',
  unit_hours_min: 'Heures par rendez-vous (min.)',
  unit_hours_max: 'Heures par rendez-vous (max.)',
} as const;
const NUMBER_NAMES = Object.keys(NUMBERS) as (keyof typeof NUMBERS)[];

const CODE: Field = {
  kind: 'text',
  name: 'code',
  label: 'Code',
  help: 'Court, sans espace : CLUB.',
  required: true,
  most: 30,
};

type About = Partial<Pick<Programme, (typeof TEXTS)[number] | keyof typeof NUMBERS | 'charter_axes'>>;

/** What it is and for whom, and what is forecast; a new one when there is none. */
export function aboutProgrammeForm(programme: Programme | null): Form {
  const isNew = programme === null;
  return {
    title: isNew ? 'Ajouter un programme' : 'Modifier le programme',
    fields: [...(isNew ? [CODE] : []), ...aboutFields(programme ?? {})],
    action: (values) => ({
      command: 'save-programme',
      title: null,
      yes: 'Enregistrer',
      input: {
        ...(isNew ? { code: values.text('code') ?? '' } : { id: programme.id }),
        ...Object.fromEntries(TEXTS.map((name) => [name, values.text(name)])),
        ...Object.fromEntries(NUMBER_NAMES.map((name) => [name, values.number(name)])),
        charter_axes: wordsOf(values.text('charter_axes')),
      },
    }),
  };
}

function aboutFields(about: About): readonly Field[] {
  const chosen = (
    name: 'family' | 'mode' | 'audience',
    label: string,
    labels: Readonly<Record<string, string>>,
  ): Field => ({
    kind: 'select',
    name,
    label,
    value: about[name] ?? null,
    choices: choices(labels),
  });
  return [
    { kind: 'text', name: 'name', label: 'Nom', value: about.name ?? null, required: true, most: 120 },
    chosen('family', 'Famille', programmeFamilies),
    chosen('mode', 'Forme', programmeModes),
    chosen('audience', 'Pour qui', programmeAudiences),
    ...NUMBER_NAMES.map((name): Field => ({
      kind: 'number',
      name,
      label: NUMBERS[name],
      decimals: name.startsWith('unit_hours'),
      value: about[name] ?? null,
    })),
    { kind: 'text', name: 'funder', label: 'Financeur', value: about.funder ?? null, most: 200 },
    {
      kind: 'text',
      name: 'charter_axes',
      label: 'Axes de la charte',
      help: 'Par exemple : écologie ; inclusion.',
      value: (about.charter_axes ?? []).join(' ; '),
    },
    { kind: 'long', name: 'notes', label: 'Remarques', value: about.notes ?? null, most: 2000 },
  ];
}

/** When its sessions are. */
export function rhythmForm(programme: Programme): Form {
  const alternates = programme.alternate === true;
  return {
    title: 'Rythme des séances',
    intro: 'Sert à proposer les dates d’une année. Les séances déjà au calendrier ne changent pas.',
    fields: [
      { kind: 'select', name: 'rhythm', label: 'Rythme', value: programme.rhythm, choices: choices(programmeRhythms) },
      {
        kind: 'select',
        name: 'month_rank',
        label: 'Rang dans le mois',
        help: 'Vide : vous choisissez le jour.',
        value: programme.month_rank,
        choices: choices(monthRanks),
      },
      { kind: 'select', name: 'weekday', label: 'Jour', value: programme.weekday, choices: choices(weekdays) },
      {
        kind: 'select',
        name: 'first_month',
        label: 'À partir du mois',
        value: programme.first_month === null ? null : String(programme.first_month),
        choices: months,
      },
      {
        kind: 'select',
        name: 'holiday_policy',
        label: 'Si c’est férié',
        value: programme.holiday_policy,
        choices: choices(holidayPolicies),
      },
      {
        kind: 'text',
        name: 'variants',
        label: 'Types de séances',
        help: 'Par exemple : rencontre ; atelier.',
        value: programme.variants.join(' ; '),
      },
      { kind: 'tick', name: 'alternate', label: 'Les types alternent', value: alternates },
    ],
    action: (values) => ({
      command: 'save-programme',
      title: 'Rythme des séances',
      yes: 'Enregistrer',
      input: {
        id: programme.id,
        ...Object.fromEntries(
          ['rhythm', 'month_rank', 'weekday', 'holiday_policy'].map((name) => [name, values.text(name)]),
        ),
        first_month: values.text('first_month') === null ? null : Number(values.text('first_month')),
        variants: wordsOf(values.text('variants')),
        alternate: values.flag('alternate') ? true : programme.alternate === null ? null : false,
      },
    }),
  };
}

/** What a new session of it starts from. */
export function usualForm(programme: Programme): Form {
  return {
    title: 'Heure, lieu et places',
    intro: 'Ce que prend chaque nouvelle séance. Celles qui existent ne changent pas.',
    fields: [
      { kind: 'text', name: 'start_time', label: 'Début', value: programme.start_time, most: 8 },
      { kind: 'text', name: 'end_time', label: 'Fin', value: programme.end_time, most: 8 },
      { kind: 'text', name: 'place', label: 'Lieu', value: programme.place, most: 200 },
      { kind: 'number', name: 'capacity', label: 'Places', help: 'Vide : sans limite.', value: programme.capacity },
      {
        kind: 'tick',
        name: 'one_per_organisation',
        label: 'Une personne par structure',
        value: programme.one_per_organisation === true,
      },
      {
        kind: 'text',
        name: 'networks',
        label: 'Réseaux invités',
        help: 'Par exemple : MAP.',
        value: programme.networks.join(' ; '),
      },
    ],
    action: (values) => ({
      command: 'save-programme',
      title: 'Heure, lieu et places',
      yes: 'Enregistrer',
      input: {
        id: programme.id,
        ...Object.fromEntries(['start_time', 'end_time', 'place'].map((name) => [name, values.text(name)])),
        capacity: values.number('capacity'),
        one_per_organisation: values.flag('one_per_organisation')
          ? true
          : programme.one_per_organisation === null
            ? null
            : false,
        networks: wordsOf(values.text('networks')),
      },
    }),
  };
}
