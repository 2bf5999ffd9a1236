/** How long personal data is kept, in « Réglages »; each default has its source. */
import type { SettingDefinition } from '../settings.ts';

const GROUP = 'Données personnelles';

/** Years after a member left (CNIL: three years without contact are the reference; domain: D9). */
export const memberYearsSetting: SettingDefinition = {
  key: 'retention_member_years',
  label: 'Garder un adhérent parti (années)',
  help: 'Ensuite, Régie propose de l’anonymiser. 3 ans : la durée de référence de la CNIL après le dernier contact.',
  default: '3',
  group: GROUP,
  accepts: 'whole',
};

/** Years after a person left the organisation that it was a contact of. */
export const contactYearsSetting: SettingDefinition = {
  key: 'retention_contact_years',
  label: 'Garder un contact parti (années)',
  help: 'Compté depuis « Parti le » dans « Contacts ». 3 ans : la durée de référence de la CNIL après le dernier contact.',
  default: '3',
  group: GROUP,
  accepts: 'whole',
};

/** Years for whoever was a candidate and did not become a member (domain: D9). */
export const candidateYearsSetting: SettingDefinition = {
  key: 'retention_candidate_years',
  label: 'Garder une candidature refusée (années)',
  help: '2 ans au plus : au-delà, la CNIL demande l’accord de la personne.',
  default: '2',
  group: GROUP,
  accepts: 'whole',
};

/** Years for accounting papers (code de commerce, art. L123-22). */
export const accountingYearsSetting: SettingDefinition = {
  key: 'retention_accounting_years',
  label: 'Garder les pièces comptables (années)',
  help: 'Les reçus gardent le nom pendant ce temps, même pour une personne effacée. 10 ans : Code de commerce, article L123-22.',
  default: '10',
  group: GROUP,
  accepts: 'whole',
};

/** The settings about personal data. */
export const privacySettings: readonly SettingDefinition[] = [
  memberYearsSetting,
  contactYearsSetting,
  candidateYearsSetting,
  accountingYearsSetting,
];
