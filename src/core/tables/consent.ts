/** « Consentements »: what each member or person agreed to, when, in which words; a withdrawal closes the row. */
import type { RecordOf, Table } from '../table.ts';

/** What one may agree to, each by itself (domain: D9). */
export const consentSubjects = {
  directory_name: 'nom dans l’annuaire',
  directory_contact: 'coordonnées dans l’annuaire',
  directory_presentation: 'présentation dans l’annuaire',
  newsletter: 'lettre d’information',
  partner_offers: 'offres des partenaires',
  photos: 'photos',
  replays: 'enregistrements des séances',
} as const;

/** One row per consent asked; the latest row of a subject is in force. */
export const consentTable = {
  name: 'consent',
  tab: 'Consentements',
  purpose: 'Un accord donné ou refusé, avec sa date et les mots employés.',
  prefix: 'CST',
  hidden: true,
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'member', header: 'N° d’adhérent', type: 'text', width: 100 },
    { field: 'contact', header: 'N° de contact', type: 'text', width: 100, help: 'Vide : la structure elle-même.' },
    { field: 'subject', header: 'Objet', type: 'choice', width: 200, choices: consentSubjects },
    { field: 'given', header: 'Accordé', type: 'yes_no' },
    { field: 'date', header: 'Le', type: 'date' },
    { field: 'wording', header: 'Mots employés', type: 'text', width: 300 },
    { field: 'source', header: 'Comment', type: 'text', width: 160, help: 'Formulaire, e-mail, papier…' },
    { field: 'withdrawn_on', header: 'Retiré le', type: 'date' },
  ],
} as const satisfies Table;

/** A row of « Consentements ». */
export type Consent = RecordOf<typeof consentTable>;
