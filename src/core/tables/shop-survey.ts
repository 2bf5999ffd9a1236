/** « Diagnostic des boutiques »: the state of each premises item by item, with what the works would cost (domain: A11). */
import type { RecordOf, Table } from '../table.ts';

/** In what state something is. */
export const workStates = { good: 'bon', repair: 'à réparer', replace: 'à remplacer', missing: 'absent' } as const;

const state = <Field extends string>(field: Field, header: string) =>
  ({ field, header, type: 'choice', width: 110, choices: workStates }) as const;
const cost = <Field extends string>(field: Field, header: string) => ({ field, header, type: 'money' }) as const;

/** One row per premises. */
export const shopSurveyTable = {
  name: 'shop_survey',
  tab: 'Diagnostic des boutiques',
  purpose: 'L’état d’une boutique ou d’un local, poste par poste, et ce que coûteraient les travaux.',
  prefix: 'DIA',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'space', header: 'N° d’espace', type: 'text', width: 100 },
    { field: 'space_name', header: 'Espace', type: 'text', width: 120 },
    { field: 'surveyed_on', header: 'Relevé le', type: 'date' },
    state('glazing', 'Vitrage'),
    {
      field: 'glazing_kind',
      header: 'Type de vitrage',
      type: 'choice',
      width: 110,
      choices: { single: 'simple', double: 'double', mixed: 'mixte' },
    },
    cost('glazing_cost', 'Vitrage, estimation'),
    state('doors', 'Portes'),
    cost('doors_cost', 'Portes, estimation'),
    state('electricity', 'Électricité'),
    { field: 'meter_power', header: 'Puissance du compteur (kVA)', type: 'decimal' },
    cost('electricity_cost', 'Électricité, estimation'),
    state('heating', 'Chauffage'),
    cost('heating_cost', 'Chauffage, estimation'),
    state('shutter', 'Rideau métallique'),
    { field: 'shutter_motorised', header: 'Rideau motorisé', type: 'yes_no' },
    { field: 'shutter_noisy', header: 'Rideau bruyant', type: 'yes_no' },
    { field: 'shutter_stuck', header: 'Rideau bloqué', type: 'yes_no' },
    cost('shutter_cost', 'Rideau, estimation'),
    state('insulation', 'Isolation'),
    cost('insulation_cost', 'Isolation, estimation'),
    { field: 'notes', header: 'Remarques', type: 'text', width: 260 },
  ],
} as const satisfies Table;

/** A row of « Diagnostic des boutiques ». */
export type ShopSurvey = RecordOf<typeof shopSurveyTable>;
