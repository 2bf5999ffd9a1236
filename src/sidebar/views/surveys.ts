/** « Boutiques »: the survey of shops and premises, one form each, and its report. */
import type { SurveyCard, SurveysView } from '../../core/views/surveys.ts';
import { h } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import type { Form } from '../form.ts';
import type { Field } from '../field-value.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

/** The view of the survey. */
export const surveys = defineView<SurveysView>({
  name: 'surveys',
  label: 'Boutiques',
  load: async (server) => answerWith<SurveysView>(await server.look('surveys'), 'premises'),
  draw: (app, data) => [
    h('h2', { tabindex: '-1' }, 'Diagnostic des boutiques'),
    ...(data.premises.length === 0
      ? [h('p', { class: 'empty' }, 'L’onglet « Espaces » n’a aucune boutique ni local à relever.')]
      : [
          h(
            'div',
            { class: 'card' },
            h('p', { class: 'state' }, `${data.done} sur ${data.premises.length} relevés`),
            h('p', { class: 'quiet' }, `Travaux estimés : ${data.total}`),
            h(
              'div',
              { class: 'stack' },
              mainButton(data.sheet === null ? 'Construire l’état des boutiques' : 'Reconstruire l’état', () =>
                app.act({ command: 'build-survey-report', input: {}, title: null, yes: null }),
              ),
              data.sheet === null ? null : quietButton('Voir l’état', () => app.goTo(data.sheet ?? '', 'A1')),
            ),
          ),
          h('ul', { class: 'todo' }, ...data.premises.map((one) => h('li', {}, premisesCard(app, one, data.today)))),
        ]),
  ],
});

function premisesCard(app: App, one: SurveyCard, today: string): HTMLElement {
  const open = quietButton(one.survey === null ? 'Relever…' : 'Compléter…', () => app.ask(surveyForm(one, today)));
  open.setAttribute('aria-label', `${one.survey === null ? 'Relever' : 'Compléter'} ${one.label}`);
  return h(
    'div',
    { class: 'card' },
    h('h4', {}, one.label),
    one.occupant === null ? null : h('p', {}, one.occupant),
    h('p', { class: 'quiet' }, one.state),
    open,
  );
}

const STATES = [
  { value: 'good', label: 'bon' },
  { value: 'repair', label: 'à réparer' },
  { value: 'replace', label: 'à remplacer' },
  { value: 'missing', label: 'absent' },
] as const;
const ITEMS = {
  glazing: 'Vitrage',
  doors: 'Portes',
  electricity: 'Électricité',
  heating: 'Chauffage',
  shutter: 'Rideau métallique',
  insulation: 'Isolation',
} as const;
const FLAGS = ['shutter_motorised', 'shutter_noisy', 'shutter_stuck'] as const;
const NAMES = Object.keys(ITEMS) as (keyof typeof ITEMS)[];

/** What some items ask beside their state and cost. */
function extraFields(survey: SurveyCard['survey']): Readonly<Partial<Record<keyof typeof ITEMS, readonly Field[]>>> {
  return {
    glazing: [
      {
        kind: 'select',
        name: 'glazing_kind',
        label: 'Type de vitrage',
        value: survey?.glazing_kind ?? null,
        choices: [
          { value: 'single', label: 'simple' },
          { value: 'double', label: 'double' },
          { value: 'mixed', label: 'mixte' },
        ],
      },
    ],
    electricity: [
      {
        kind: 'number',
        name: 'meter_power',
        label: 'Puissance du compteur (kVA)',
        decimals: true,
        value: survey?.meter_power ?? null,
      },
    ],
    shutter: [
      {
        kind: 'ticks',
        name: 'shutter_facts',
        label: 'Le rideau est',
        value: FLAGS.filter((flag) => survey?.[flag] === true),
        choices: [
          { value: 'shutter_motorised', label: 'motorisé' },
          { value: 'shutter_noisy', label: 'bruyant' },
          { value: 'shutter_stuck', label: 'bloqué' },
        ],
      },
    ],
  };
}

function surveyForm({ space, label, survey }: SurveyCard, today: string): Form {
  const extras = extraFields(survey);
  return {
    title: `Diagnostic : ${label}`,
    intro: 'Laissez vide ce que vous n’avez pas regardé.',
    fields: [
      { kind: 'date', name: 'surveyed_on', label: 'Relevé le', value: survey?.surveyed_on ?? today },
      ...NAMES.flatMap((name): Field[] => [
        { kind: 'select', name, label: ITEMS[name], value: survey?.[name] ?? null, choices: STATES },
        ...(extras[name] ?? []),
        {
          kind: 'money',
          name: `${name}_cost`,
          label: `${ITEMS[name]} : estimation (€)`,
          value: survey?.[`${name}_cost`] ?? null,
        },
      ]),
      { kind: 'long', name: 'notes', label: 'Remarques', value: survey?.notes ?? null, most: 2000 },
    ],
    action: (values) => ({
      command: 'record-survey',
      input: {
        space,
        surveyed_on: values.day('surveyed_on'),
        ...Object.fromEntries(
          NAMES.flatMap((name): [string, string | number | null][] => [
            [name, values.text(name)],
            [`${name}_cost`, values.cents(`${name}_cost`)],
          ]),
        ),
        glazing_kind: values.text('glazing_kind'),
        meter_power: values.number('meter_power'),
        ...Object.fromEntries(FLAGS.map((flag) => [flag, values.list('shutter_facts').includes(flag)])),
        notes: values.text('notes'),
      },
      title: null,
      yes: null,
    }),
  };
}
