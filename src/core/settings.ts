/** The settings that Régie knows: label, help and default of each; « Réglages » holds those she has. */
import type { Day } from './day.ts';
import { definitions } from './self-financing.ts';
import { bookingSettings } from './bookings/settings.ts';
import { grantSettings } from './grants/settings.ts';
import { duesSettings } from './dues/settings.ts';
import { privacySettings } from './privacy/settings.ts';
import { sessionSettings } from './sessions/settings.ts';
import { registrationSettings } from './registrations/settings.ts';
import { settingValue } from './tables/setting.ts';
import type { Setting } from './tables/setting.ts';

/** A setting that exists whether or not « Réglages » has its row; without one the default is in force. */
export interface SettingDefinition {
  readonly key: string;
  /** French, as in « Réglages ». */
  readonly label: string;
  /** French: what it changes. */
  readonly help: string;
  readonly default: string;
  /** French: under which heading the sidebar lists it. */
  readonly group: string;
  /** What a value must be; any text when absent. An empty value means the default. */
  readonly accepts?: SettingKind;
}

/** What the value of a setting must be; the keys of a record are its choices, with their French labels. */
export type SettingKind =
  'whole' | 'percent' | 'yes_no' | 'month' | 'day' | 'day_month' | 'email' | Readonly<Record<string, string>>;

/** The name of the association, as it stands at the head of documents. */
export const associationSetting: SettingDefinition = {
  key: 'association',
  label: 'Nom de l’association',
  help: 'Repris en tête des documents et au bas des messages.',
  default: '',
  group: 'Association',
};

/** The year that the adopted tabs are about. */
export const yearSetting: SettingDefinition = {
  key: 'year',
  label: 'Année',
  help: 'L’exercice dont parlent les onglets adoptés.',
  default: '',
  group: 'Association',
  accepts: 'whole',
};

/** The day on which the association was born: its round anniversaries are told ahead (domain: A1-6). */
export const foundedSetting: SettingDefinition = {
  key: 'founded_on',
  label: 'Date de création de l’association',
  help: 'Pour rappeler ses anniversaires, tous les cinq ans. Tapez-la sous la forme 24/12/2002.',
  default: '24/12/2002',
  group: 'Association',
  accepts: 'day',
};

/** The longest stay in an office, the studio or a desk, in months (domain: A3-5, D1). */
export const maxStaySetting: SettingDefinition = {
  key: 'max_stay_months',
  label: 'Durée maximale d’un séjour (mois)',
  help: 'Pour les bureaux, le studio et les postes ; les boutiques n’ont pas de limite.',
  default: '36',
  group: 'Espaces',
  accepts: 'whole',
};

/**
 * How long an organisation must have been away before its stay is counted from zero again.
 * The law adds up successive leases (code de commerce, art. L145-5; domain: D1) and does not say how long a break
 * must be: the association decides.
 */
export const stayGapSetting: SettingDefinition = {
  key: 'stay_gap_months',
  label: 'Absence qui remet un séjour à zéro (mois)',
  help: 'Les séjours successifs d’une structure s’additionnent ; une absence plus longue que cette durée fait repartir le compte de zéro.',
  default: '12',
  group: 'Espaces',
  accepts: 'whole',
};

/** By which day of the month rents are to be paid. */
export const rentDueDaySetting: SettingDefinition = {
  key: 'rent_due_day',
  label: 'Jour du mois où la redevance est due',
  help: 'Repris dans « À payer avant le » et dans les appels de redevance.',
  default: '5',
  group: 'Espaces',
  accepts: 'whole',
};

/** Which definition of the self-financing rate is shown (domain: C6). */
export const selfFinancingSetting: SettingDefinition = {
  key: 'self_financing_definition',
  label: 'Définition du taux d’autofinancement',
  help: 'D1 : produits propres / total. D2 : produits propres et report / total. D4 : produits propres / (total − report). D5 : produits propres sans les dons / total.',
  default: 'D1',
  group: 'Budget',
  accepts: Object.fromEntries(Object.entries(definitions).map(([name, { label }]) => [name, `${name} – ${label}`])),
};

/** Whether every new mail waits for her reading; « oui » the first month, so that nothing leaves unread. */
export const draftsOnlySetting: SettingDefinition = {
  key: 'drafts_only',
  label: 'Mode brouillon',
  help: 'oui : chaque nouveau message attend que vous l’ayez relu dans « Envois ». non : il part tout de suite. Une date : oui jusqu’à ce jour.',
  default: 'oui',
  group: 'Messages',
};

/** How many mails of each day's quota are left to her. */
export const mailReserveSetting: SettingDefinition = {
  key: 'mail_reserve',
  label: 'Messages gardés en réserve chaque jour',
  help: 'Google limite vos messages par jour ; Régie vous en laisse ce nombre et envoie le reste le lendemain.',
  default: '10',
  group: 'Messages',
  accepts: 'whole',
};

/** Who gets the answers to mails. */
export const replyToSetting: SettingDefinition = {
  key: 'reply_to',
  label: 'Adresse de réponse',
  help: 'L’adresse qui reçoit les réponses à vos messages ; vide : celle du compte qui envoie.',
  default: '',
  group: 'Messages',
  accepts: 'email',
};

/** The form that « Budget prévisionnel » follows (domain: C1); a later version may exist. */
export const formSetting: SettingDefinition = {
  key: 'budget_form',
  label: 'Formulaire du budget (Cerfa)',
  help: 'Le numéro imprimé sur « Budget prévisionnel ».',
  default: '12156*06',
  group: 'Budget',
};

/** The chart of accounts in use (domain: C4): 870 and 875 are exchanged between them. */
export const chartSetting: SettingDefinition = {
  key: 'chart_of_accounts',
  label: 'Plan comptable',
  help: '2018-06, 2025 (à partir des exercices 2025) ou 99-01 : 870 et 875 n’y ont pas le même sens.',
  default: '2018-06',
  group: 'Budget',
};

/** Every setting of a fixed key, in the order in which they are listed; capabilities add theirs here. */
export const settingDefinitions: readonly SettingDefinition[] = [
  associationSetting,
  yearSetting,
  foundedSetting,
  ...duesSettings,
  maxStaySetting,
  stayGapSetting,
  rentDueDaySetting,
  selfFinancingSetting,
  draftsOnlySetting,
  mailReserveSetting,
  replyToSetting,
  formSetting,
  chartSetting,
  ...grantSettings,
  ...sessionSettings,
  ...registrationSettings,
  ...privacySettings,
  ...bookingSettings,
];

/** What is in force: her value, else the default. */
export function settingText(settings: readonly Setting[], { key, default: otherwise }: SettingDefinition): string {
  return settingValue(settings, key) ?? otherwise;
}

/** The same as a number; what is not a number of zero or more counts as the default. */
export function settingNumber(settings: readonly Setting[], definition: SettingDefinition): number {
  const value = Number(settingText(settings, definition).replace(',', '.'));
  return Number.isFinite(value) && value >= 0 ? value : Number(definition.default);
}

/** The year that the workbook is about: that of « Réglages », else the one under way. */
export function yearInForce(settings: readonly Setting[], today: Day): number {
  const year = Number(settingValue(settings, yearSetting.key));
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : Number(today.slice(0, 4));
}
