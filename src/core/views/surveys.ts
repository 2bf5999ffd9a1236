/** « Boutiques »: which premises are surveyed, what works would cost, and what the form of each starts from. */
import { titleIn } from '../command.ts';
import { euros, french, frenchDate } from '../french.ts';
import { readTable } from '../records.ts';
import { readRegister } from '../register.ts';
import { stayTabs } from '../stays/desk.ts';
import { SURVEY_SHEET } from '../survey/sheet.ts';
import { costOf, surveyedOf } from '../survey/surveys.ts';
import { shopSurveyTable } from '../tables/shop-survey.ts';
import type { ShopSurvey } from '../tables/shop-survey.ts';
import type { View } from '../view.ts';

/** One premises. */
export interface SurveyCard {
  readonly space: string;
  readonly label: string;
  readonly occupant: string | null;
  /** French: « relevé le 12/05/2023 ; 4 200 € », « à relever ». */
  readonly state: string;
  readonly survey: ShopSurvey | null;
}

/** The answer of the view « surveys ». */
export interface SurveysView {
  readonly premises: readonly SurveyCard[];
  readonly done: number;
  readonly total: string;
  readonly today: string;
  /** The title of « État des boutiques », when it is built. */
  readonly sheet: string | null;
}

/** The view « surveys ». */
export const surveysView: View = {
  name: 'surveys',
  reads: [...stayTabs, shopSurveyTable.tab, SURVEY_SHEET],
  view: (state, _, { today }): SurveysView => {
    const { records } = readTable(
      shopSurveyTable,
      state.workbook[shopSurveyTable.tab],
      state.shown[shopSurveyTable.tab],
    );
    const premises = surveyedOf(readRegister(state), records, today);
    return {
      premises: premises.map(({ space, label, occupant, survey }) => ({
        space: space.id,
        label,
        occupant,
        state:
          survey === null
            ? 'à relever'
            : french`relevé le ${frenchDate(survey.surveyed_on ?? today)} ; ${euros(costOf(survey))}`,
        survey,
      })),
      done: premises.filter(({ survey }) => survey !== null).length,
      total: euros(premises.reduce((sum, { survey }) => sum + costOf(survey), 0)),
      today,
      sheet: Object.hasOwn(state.workbook, SURVEY_SHEET) ? titleIn(state, SURVEY_SHEET) : null,
    };
  },
};
