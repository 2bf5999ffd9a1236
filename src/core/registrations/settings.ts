/** What « Réglages » says about registrations; each has a value that is safe until she changes it. */
import type { SettingDefinition } from '../settings.ts';

const GROUP = 'Inscriptions';

/** What becomes of a seat that is freed. */
export const seatPolicySetting: SettingDefinition = {
  key: 'seat_policy',
  label: 'Quand une place se libère',
  help: 'Donnée tout de suite à la première personne en attente, ou proposée avec un délai pour répondre.',
  default: 'at_once',
  group: GROUP,
  accepts: { at_once: 'donnée tout de suite', offer: 'proposée avec un délai' },
};

/** How long an offer stands. */
export const offerHoursSetting: SettingDefinition = {
  key: 'offer_hours',
  label: 'Délai pour accepter une place proposée (heures)',
  help: 'Plus court quand la séance est proche, jamais la nuit. La veille et le jour même, la place est donnée sans attendre.',
  default: '48',
  group: GROUP,
  accepts: 'whole',
};

/** How long ahead a session may be chosen. */
export const openDaysSetting: SettingDefinition = {
  key: 'registration_days',
  label: 'Inscriptions ouvertes combien de jours avant la séance',
  help: 'Les séances à venir apparaissent dans le formulaire à partir de ce moment.',
  default: '60',
  group: GROUP,
  accepts: 'whole',
};

/** The settings of registrations, in the order in which they are listed. */
export const registrationSettings: readonly SettingDefinition[] = [
  seatPolicySetting,
  offerHoursSetting,
  openDaysSetting,
];
