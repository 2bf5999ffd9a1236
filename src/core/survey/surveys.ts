/** Which premises are to be surveyed, and what is known of each. */
import type { Register } from '../register.ts';
import type { Day } from '../day.ts';
import { occupantLabel, readStays, spaceLabel } from '../stays/read.ts';
import { isThere } from '../stays/presence.ts';
import type { ShopSurvey } from '../tables/shop-survey.ts';
import type { Space } from '../tables/space.ts';

/** What is looked at, in the order of the survey (domain: A11-8 to A11-13). */
export const surveyItems = {
  glazing: 'Vitrage',
  doors: 'Portes',
  electricity: 'Électricité',
  heating: 'Chauffage',
  shutter: 'Rideau',
  insulation: 'Isolation',
} as const;

/** One of the items. */
export type SurveyItem = keyof typeof surveyItems;

/** Every item. */
export const itemNames = Object.keys(surveyItems) as readonly SurveyItem[];

/** A premises with its survey, if there is one. */
export interface Surveyed {
  readonly space: Space;
  readonly label: string;
  /** Who is in today; null for nobody. */
  readonly occupant: string | null;
  readonly survey: ShopSurvey | null;
}

/** Shops and what the association rents itself: all that the landlord's works would concern; closed ones are left out. */
export function surveyedOf(register: Register, surveys: readonly ShopSurvey[], today: Day): Surveyed[] {
  const stays = readStays(register);
  const bySpace = new Map(surveys.map((survey) => [survey.space, survey] as const));
  return register.spaces
    .filter(({ kind, closed_on: closed }) => (kind === 'shop_unit' || kind === 'premises') && closed === null)
    .map((space) => ({
      space,
      label: spaceLabel(space),
      occupant:
        stays
          .inSpace(space)
          .filter((stay) => isThere(stay, today))
          .map(occupantLabel)
          .join(', ') || null,
      survey: bySpace.get(space.id) ?? null,
    }));
}

/** What the works of a survey would cost, in cents. */
export function costOf(survey: ShopSurvey | null): number {
  return survey === null ? 0 : itemNames.reduce((sum, item) => sum + (survey[`${item}_cost`] ?? 0), 0);
}
