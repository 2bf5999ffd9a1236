/** What « Réglages » says about dues; each has a value that is safe until she changes it. */
import type { SettingDefinition } from '../settings.ts';

const GROUP = 'Cotisations';

/** The day and month until which a year's fee may be paid. */
export const dueDaySetting: SettingDefinition = {
  key: 'fee_due_day',
  label: 'Cotisations à payer avant le (jour/mois)',
  help: 'La date limite de chaque année, par exemple 31/03. Qui adhère après cette date a trente jours pour payer.',
  default: '31/03',
  group: GROUP,
  accepts: 'day_month',
};

/** How many days after that date a member still counts as paid up. */
export const graceDaysSetting: SettingDefinition = {
  key: 'fee_grace_days',
  label: 'Délai de tolérance après cette date (jours)',
  help: 'Pendant ce délai, la cotisation est attendue ; ensuite seulement elle est en retard.',
  default: '30',
  group: GROUP,
  accepts: 'whole',
};

/** How many days must lie between two mails of a campaign. */
export const reminderDaysSetting: SettingDefinition = {
  key: 'fee_reminder_days',
  label: 'Jours entre deux messages sur une cotisation',
  help: 'Une relance ne part que si le message précédent est parti depuis au moins ce nombre de jours.',
  default: '15',
  group: GROUP,
  accepts: 'whole',
};

/** From which month those who join owe a part of the fee only (domain: D3); off by default. */
export const partYearMonthSetting: SettingDefinition = {
  key: 'fee_part_year_month',
  label: 'Cotisation réduite pour qui adhère à partir du mois (1 à 12)',
  help: 'Par exemple 9 pour septembre ; vide : la cotisation est due entière toute l’année.',
  default: '',
  group: GROUP,
  accepts: 'month',
};

/** Which part of the fee they owe. */
export const partYearPercentSetting: SettingDefinition = {
  key: 'fee_part_year_percent',
  label: 'Part de la cotisation réduite (%)',
  help: 'Ne sert que si un mois est choisi ci-dessus.',
  default: '50',
  group: GROUP,
  accepts: 'percent',
};

/** How members may pay, as the mails say it. */
export const howToPaySetting: SettingDefinition = {
  key: 'fee_how_to_pay',
  label: 'Comment payer (dans les messages)',
  help: 'La suite de « Vous pouvez la régler… » : ajoutez-y votre IBAN et l’ordre des chèques.',
  default: 'par virement ou par chèque à l’ordre de l’association',
  group: GROUP,
};

/** The settings of dues, in the order in which they are listed. */
export const duesSettings: readonly SettingDefinition[] = [
  dueDaySetting,
  graceDaysSetting,
  reminderDaysSetting,
  howToPaySetting,
  partYearMonthSetting,
  partYearPercentSetting,
];
