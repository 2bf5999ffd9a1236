/** What « Réglages » says about mails; what cannot be read counts as the safe value. */
import { dayOfSerial } from '../day.ts';
import type { Day } from '../day.ts';
import { lastDay, readDateText } from '../reading/values/date.ts';
import { readYesNo } from '../reading/values/yes-no.ts';
import { draftsOnlySetting, mailReserveSetting, replyToSetting, settingNumber, settingText } from '../settings.ts';
import type { Setting } from '../tables/setting.ts';
import { settingValue } from '../tables/setting.ts';
import { mailAddress, mailLine } from './text.ts';

/** How mails are sent. */
export interface MailRules {
  /** True when every new mail waits to be read. */
  readonly draftsOnly: boolean;
  /** How many mails of the day's quota are left to her. */
  readonly reserve: number;
  readonly senderName: string;
  readonly replyTo: string | null;
}

/** The rules in force that day; what cannot be read counts as the safe value. */
export function mailRules(settings: readonly Setting[], today: Day): MailRules {
  return {
    draftsOnly: isDraftsOnly(settingText(settings, draftsOnlySetting), today),
    reserve: settingNumber(settings, mailReserveSetting),
    senderName: mailLine(settingValue(settings, 'association') ?? ''),
    replyTo: mailAddress(settingText(settings, replyToSetting)),
  };
}

function isDraftsOnly(value: string, today: Day): boolean {
  // A date typed in a cell is stored as a number of days.
  if (/^\d{5}$/u.test(value)) return today <= dayOfSerial(Number(value));
  const said = readYesNo(value);
  if (said.value !== null) return said.value;
  const reading = readDateText(value, Number(today.slice(0, 4)));
  return reading.state === 'date' ? today <= lastDay(reading.date) : true;
}
