/** Builds « État des boutiques » from « Espaces » and « Diagnostic des boutiques ». */
import * as z from 'zod';
import { defineCommand, refuse, titleIn, wish } from '../command.ts';
import { frenchDay } from '../day.ts';
import { euros, french } from '../french.ts';
import { STAMP, stamped } from '../generated.ts';
import { placesOf, readTable } from '../records.ts';
import { readRegister } from '../register.ts';
import { stayTabs } from '../stays/desk.ts';
import { SURVEY_SHEET, surveySheet } from '../survey/sheet.ts';
import { costOf, surveyedOf } from '../survey/surveys.ts';
import { settingValue } from '../tables/setting.ts';
import { shopSurveyTable } from '../tables/shop-survey.ts';
import { spaceTable } from '../tables/space.ts';

/** « Construire l’état des boutiques »: the generated tab, rebuilt whole. */
export const buildSurveyReport = defineCommand({
  name: 'build-survey-report',
  label: 'Construire l’état des boutiques',
  purpose: 'Construit « État des boutiques » : ce qui est relevé, ce qui est à faire, et le total des estimations.',
  input: z.object({}),
  reads: () => [...stayTabs, shopSurveyTable.tab, SURVEY_SHEET],
  changes: () => [SURVEY_SHEET],
  decide: (state, _, { today }) => {
    const register = readRegister(state);
    const grid = state.workbook[shopSurveyTable.tab];
    const { records, problems } = readTable(shopSurveyTable, grid, state.shown[shopSurveyTable.tab]);
    const premises = surveyedOf(register, records, today);
    if (premises.length === 0)
      return refuse('L’onglet « Espaces » n’a aucune boutique ni local loué : il n’y a rien à relever.', {
        problems: register.problems,
      });
    const association = settingValue(register.settings, 'association');
    const tab = titleIn(state, shopSurveyTable.tab);
    const stamp = `${STAMP}${frenchDay(today)} à partir des onglets « ${titleIn(state, spaceTable.tab)} » et « ${tab} ». Estimations en euros.`;
    const sheet = stamped(state.workbook[SURVEY_SHEET], stamp, (at) =>
      surveySheet({
        title: `État des boutiques${association === null ? '' : ` – ${association}`}`,
        stamp: at,
        premises,
        source: grid === undefined ? null : { tab, places: placesOf(shopSurveyTable, grid) },
      }),
    );
    const done = premises.filter(({ survey }) => survey !== null);
    const total = done.reduce((sum, { survey }) => sum + costOf(survey), 0);
    return wish({
      tabs: { [SURVEY_SHEET]: sheet.grid },
      dress: { [SURVEY_SHEET]: sheet.dress },
      problems: [...register.problems, ...problems],
      summary: [
        french`${done.length} locaux relevés sur ${premises.length} attendus ; travaux estimés : ${euros(total)}.`,
      ],
      details: { done: done.length, expected: premises.length, total },
    });
  },
});
