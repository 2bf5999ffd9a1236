/** The mails that ask for a rent, and that say that one was corrected. */
import type { MailTemplate } from '../mails/template.ts';

const fields = {
  member: { name: 'structure', example: 'Label Marée Basse' },
  month: { name: 'mois', example: 'mai\u00A02023' },
  space: { name: 'espace', example: 'bureau B1' },
  amount: { name: 'montant', example: '385\u00A0€' },
  computation: { name: 'calcul', example: '385\u00A0€, mois entier' },
  due: { name: 'échéance', example: '05/05/2023' },
  number: { name: 'numéro', example: 'RED-0012' },
  association: { name: 'association', example: 'MILA' },
} as const;

type RentField = keyof typeof fields;

/** « Appel de redevance »: before the due day; neither an invoice nor a receipt (domain: D2). */
export const rentCallMail: MailTemplate<RentField> = {
  key: 'rent-call',
  name: 'Appel de redevance',
  purpose: 'La redevance d’un mois, demandée à l’occupant d’un bureau ou d’un poste.',
  fields,
  subject: 'Redevance pour {{mois}} – {{espace}}',
  body: [
    'Bonjour,',
    'La redevance pour {{mois}} ({{structure}}, {{espace}}) est de {{montant}}.\nCalcul\u00A0: {{calcul}}.',
    'Merci de la régler avant le {{échéance}}, en indiquant {{numéro}}.',
    'Bonne journée,\n{{association}}',
  ].join('\n\n'),
};

/** « Correction de redevance »: what was called was not the right sum. */
export const rentCorrectionMail: MailTemplate<RentField> = {
  key: 'rent-correction',
  name: 'Correction de redevance',
  purpose: 'La différence, quand une redevance déjà appelée a été recalculée.',
  fields: {
    ...fields,
    amount: { name: 'montant', example: '136,61\u00A0€ à déduire' },
    computation: { name: 'calcul', example: 'correction\u00A0: 248,39\u00A0€ dus − 385\u00A0€ appelés' },
  },
  subject: 'Redevance pour {{mois}}, corrigée – {{espace}}',
  body: [
    'Bonjour,',
    'La redevance pour {{mois}} ({{structure}}, {{espace}}) a été recalculée\u00A0: {{montant}}.\nDétail – {{calcul}}.',
    'Référence\u00A0: {{numéro}}. Toutes nos excuses pour ce changement.',
    'Bonne journée,\n{{association}}',
  ].join('\n\n'),
};
