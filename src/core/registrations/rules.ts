/** The rules of seats as « Réglages » says them. */
import { settingNumber, settingText } from '../settings.ts';
import type { Setting } from '../tables/setting.ts';
import { offerHoursSetting, openDaysSetting, seatPolicySetting } from './settings.ts';

/** The rules in force. */
export interface SeatRules {
  readonly policy: 'at_once' | 'offer';
  readonly offerHours: number;
  readonly openDays: number;
}

/** The rules as « Réglages » says them; what cannot be read counts as the default. */
export function seatRules(settings: readonly Setting[]): SeatRules {
  return {
    policy: settingText(settings, seatPolicySetting) === 'offer' ? 'offer' : 'at_once',
    offerHours: Math.max(1, settingNumber(settings, offerHoursSetting)),
    openDays: settingNumber(settings, openDaysSetting),
  };
}
