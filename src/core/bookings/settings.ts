/** What « Réglages » says about bookings. */
import type { SettingDefinition } from '../settings.ts';

/** The places that can be booked. */
export const bookableSetting: SettingDefinition = {
  key: 'bookable_spaces',
  label: 'Lieux à réserver',
  help: 'Séparés par « ; ». Une séance qui a lieu dans l’un d’eux l’occupe aussi.',
  default: 'Salle de réunion ; Studio',
  group: 'Réservations',
};

/** What an hour of the room is worth when it is free; nobody has said so far. */
export const roomHourSetting: SettingDefinition = {
  key: 'room_hour_value',
  label: 'Valeur d’une heure de salle (€)',
  help: 'Pour valoriser les heures offertes aux adhérents (compte 87). Vide : elles sont comptées sans être valorisées.',
  default: '',
  group: 'Réservations',
  accepts: 'whole',
};

/** What an hour of the studio is worth: what it is hired for (domain: B1, account 708, 60 hours at 40 €). */
export const studioHourSetting: SettingDefinition = {
  key: 'studio_hour_value',
  label: 'Valeur d’une heure de studio (€)',
  help: 'Pour valoriser les heures offertes aux adhérents (compte 87).',
  default: '40',
  group: 'Réservations',
  accepts: 'whole',
};

/** The settings of this capability. */
export const bookingSettings: readonly SettingDefinition[] = [bookableSetting, roomHourSetting, studioHourSetting];
