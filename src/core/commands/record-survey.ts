/** The survey of one shop or premises, written or brought up to date. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { euros, french, frenchDate, quoted } from '../french.ts';
import { changeTable, readTable } from '../records.ts';
import { readRegister } from '../register.ts';
import { tidyLines } from '../members/inputs.ts';
import { cents, dayText, idText, longText, wrongDay } from '../stays/inputs.ts';
import { spaceLabel } from '../stays/read.ts';
import { costOf } from '../survey/surveys.ts';
import { freshIds } from '../numbers.ts';
import { tableDress } from '../table-dress.ts';
import { shopSurveyTable, workStates } from '../tables/shop-survey.ts';
import type { ShopSurvey } from '../tables/shop-survey.ts';
import { spaceTable } from '../tables/space.ts';

const state = z
  .enum(Object.keys(workStates) as [keyof typeof workStates, ...(keyof typeof workStates)[]])
  .nullable()
  .optional();
const cost = cents.optional();
const flag = z.boolean().nullable().optional();

const input = z.object({
  space: idText('ESP'),
  surveyed_on: dayText.optional(),
  glazing: state,
  glazing_kind: z.enum(['single', 'double', 'mixed']).nullable().optional(),
  glazing_cost: cost,
  doors: state,
  doors_cost: cost,
  electricity: state,
  meter_power: z.number().min(0).max(1000).nullable().optional(),
  electricity_cost: cost,
  heating: state,
  heating_cost: cost,
  shutter: state,
  shutter_motorised: flag,
  shutter_noisy: flag,
  shutter_stuck: flag,
  shutter_cost: cost,
  insulation: state,
  insulation_cost: cost,
  notes: longText.optional(),
});

/** « Enregistrer un diagnostic »: one row per premises; what is not said stays as it is. */
export const recordSurvey = defineCommand({
  name: 'record-survey',
  label: 'Enregistrer un diagnostic',
  purpose: 'Note l’état d’une boutique ou d’un local, poste par poste, avec l’estimation des travaux.',
  input,
  reads: () => [spaceTable.tab, shopSurveyTable.tab],
  changes: () => [shopSurveyTable.tab],
  decide: (workbookState, asked, { today }) => {
    const grid = workbookState.workbook[shopSurveyTable.tab];
    const shown = workbookState.shown[shopSurveyTable.tab];
    const space = readRegister(workbookState).spaces.find(({ id }) => id === asked.space);
    if (space === undefined)
      return refuse(french`Choisissez un local : ${quoted(asked.space)} n’est pas un numéro de l’onglet « Espaces ».`);
    if (space.kind !== 'shop_unit' && space.kind !== 'premises')
      return refuse(
        french`${quoted(spaceLabel(space))} n’est ni une boutique ni un local loué par l’association : ce diagnostic ne le concerne pas.`,
      );
    const wrong = wrongDay({ 'Relevé le': asked.surveyed_on });
    if (wrong !== null) return refuse(wrong);
    const { records, problems } = readTable(shopSurveyTable, grid, shown);
    const missing = problems.find(({ kind }) => kind === 'column_missing');
    if (missing) return refuse(missing.message, { problems });
    const former = records.filter((record) => record.space === space.id).at(-1);
    const [id = ''] = freshIds(workbookState, shopSurveyTable, 1);
    const base = former ?? blankSurvey(id);
    const said = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    const survey: ShopSurvey = {
      ...base,
      ...said,
      notes: asked.notes === undefined ? base.notes : tidyLines(asked.notes),
      space: space.id,
      space_name: space.name,
      surveyed_on: tidyLines(asked.surveyed_on) ?? base.surveyed_on ?? today,
    };
    return wish({
      tabs: { [shopSurveyTable.tab]: changeTable(shopSurveyTable, grid, { put: [survey] }, shown) },
      dress: grid === undefined ? { [shopSurveyTable.tab]: tableDress(shopSurveyTable) } : {},
      summary: [
        french`Diagnostic de ${quoted(spaceLabel(space))}, relevé le ${frenchDate(survey.surveyed_on ?? today)} : ${euros(costOf(survey))} de travaux estimés.`,
      ],
      details: { id: survey.id },
    });
  },
});

function blankSurvey(id: string): ShopSurvey {
  const fields = Object.fromEntries(shopSurveyTable.columns.map(({ field }) => [field, null]));
  // No column of this table is a list: every other empty value is null.
  return { ...fields, id } as unknown as ShopSurvey;
}
