/** What « Réglages » says about financial reports. */
import type { SettingDefinition } from '../settings.ts';

/** The form that the report follows (domain: C3); whether a later one exists is for her to say. */
export const reportFormSetting: SettingDefinition = {
  key: 'report_form',
  label: 'Formulaire du compte rendu financier (Cerfa)',
  help: 'Le numéro imprimé sur « Compte rendu financier ».',
  default: '15059*02',
  group: 'Budget',
};

/** Which of the three columns fills the « % » of the form (domain: C3); funders read it both ways. */
export const reportPercentSetting: SettingDefinition = {
  key: 'report_percent',
  label: 'Colonne « % » du compte rendu financier',
  help: 'Ce que votre financeur attend dans la colonne « % » du formulaire.',
  default: 'completion',
  group: 'Budget',
  accepts: { completion: 'Taux de réalisation', deviation: 'Écart en %' },
};

/** The settings of reports, in the order in which they are listed. */
export const grantSettings: readonly SettingDefinition[] = [reportFormSetting, reportPercentSetting];
