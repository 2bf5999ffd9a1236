/** What the association decides about stays, from « Réglages ». */
import { maxStaySetting, settingNumber, stayGapSetting } from '../settings.ts';
import type { SettingDefinition } from '../settings.ts';
import type { Setting } from '../tables/setting.ts';

/** How many months before the end of a stay each alert comes, the first one first (domain: A3-5, D1). */
export const ALERT_MONTHS = [12, 6, 3, 1] as const;

/** A stay that goes on so many days after its end is urgent: after one month in place, a commercial lease may arise (domain: D1). */
export const OVERDUE_DAYS = 15;

/** The rules in force, in whole months. */
export interface StayRules {
  readonly maxMonths: number;
  readonly gapMonths: number;
}

const MOST_MONTHS = 1200;

/** The rules that « Réglages » gives, else their defaults. */
export function stayRules(settings: readonly Setting[]): StayRules {
  const months = (definition: SettingDefinition) =>
    Math.min(MOST_MONTHS, Math.round(settingNumber(settings, definition)));
  return { maxMonths: months(maxStaySetting), gapMonths: months(stayGapSetting) };
}
