/** What « Réglages » says about mails; each has a value that is safe until she changes it. */
import { dayOfSerial } from '../day.ts';
import type { Day } from '../day.ts';
import { lastDay, readDateText } from '../reading/values/date.ts';
import { readYesNo } from '../reading/values/yes-no.ts';
import type { Setting } from '../tables/setting.ts';
import { settingValue } from '../tables/setting.ts';
import { mailAddress, mailLine } from './text.ts';

/** A setting that mails need, as its row is written when she changes it. */
export interface MailSetting {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly help: string;
}

/** The settings of mails with the value they have until she changes it. */
export const mailSettings = {
  drafts_only: {
    key: 'drafts_only',
    label: 'Mode brouillon',
    value: 'oui',
    help: 'oui : chaque nouveau message attend que vous l’ayez relu dans « Envois ». non : il part tout de suite. Une date : oui jusqu’à ce jour.',
  },
  mail_reserve: {
    key: 'mail_reserve',
    label: 'Messages gardés en réserve chaque jour',
    value: '10',
    help: 'Google limite vos messages par jour ; Régie vous en laisse ce nombre et envoie le reste le lendemain.',
  },
  reply_to: {
    key: 'reply_to',
    label: 'Adresse de réponse',
    value: '',
    help: 'L’adresse qui reçoit les réponses ; vide : celle du compte qui envoie.',
  },
} as const satisfies Record<string, MailSetting>;

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
  const valueOf = (key: keyof typeof mailSettings) => settingValue(settings, key) ?? mailSettings[key].value;
  const reserve = Number(valueOf('mail_reserve'));
  return {
    draftsOnly: isDraftsOnly(valueOf('drafts_only'), today),
    reserve: Number.isInteger(reserve) && reserve >= 0 ? reserve : Number(mailSettings.mail_reserve.value),
    senderName: mailLine(settingValue(settings, 'association') ?? ''),
    replyTo: mailAddress(valueOf('reply_to')),
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
