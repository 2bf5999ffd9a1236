/** The mails of the renewal campaign: the yearly call and two reminders, and the receipt (domain: D2, D3). */
import type { MailField, MailTemplate } from './template.ts';

type DuesField =
  'organisation' | 'year' | 'amount' | 'open' | 'computation' | 'dueOn' | 'reference' | 'howToPay' | 'association';

const fields: Readonly<Record<DuesField, MailField>> = {
  organisation: { name: 'structure', example: 'Label Marée Basse' },
  year: { name: 'année', example: '2023' },
  amount: { name: 'montant', example: '180 €' },
  open: { name: 'reste', example: '180 €' },
  computation: { name: 'calcul', example: 'Membre hébergé, tarif 2023 : 180 €' },
  dueOn: { name: 'échéance', example: '31/03/2023' },
  reference: { name: 'référence', example: 'COT-0001' },
  howToPay: { name: 'comment payer', example: 'par virement ou par chèque à l’ordre de l’association' },
  association: { name: 'association', example: 'MILA' },
};

/** The first mail of a campaign. */
export const duesFirst: MailTemplate<DuesField> = {
  key: 'dues-first',
  name: 'Appel de cotisation',
  purpose: 'Le premier message de la campagne, à chaque adhérent qui doit sa cotisation.',
  fields,
  subject: 'Cotisation {{année}} – {{structure}}',
  body: `Bonjour,

Voici l’appel de cotisation {{année}} pour {{structure}} : {{reste}}. Échéance : {{échéance}}.
Calcul – {{calcul}}.

Vous pouvez la régler {{comment payer}}, en rappelant la référence {{référence}}.
Si vous venez de le faire, merci de ne pas tenir compte de ce message.

Bien cordialement,

{{association}}`,
};

/** The first reminder, friendly. */
export const duesReminder1: MailTemplate<DuesField> = {
  key: 'dues-reminder1',
  name: 'Cotisation : première relance',
  purpose: 'Rappelle la cotisation à qui a reçu l’appel et ne l’a pas encore réglée.',
  fields,
  subject: 'Rappel : cotisation {{année}} – {{structure}}',
  body: `Bonjour,

Sauf erreur de notre part, la cotisation {{année}} ({{structure}}) n’est pas encore réglée : il reste {{reste}} (échéance du {{échéance}}).

Vous pouvez la régler {{comment payer}}, en rappelant la référence {{référence}}.
Si votre paiement est en route, merci de ne pas tenir compte de ce rappel. En cas de difficulté, répondez-nous : nous trouverons une solution.

Bien cordialement,

{{association}}`,
};

/** The second and last reminder. */
export const duesReminder2: MailTemplate<DuesField> = {
  key: 'dues-reminder2',
  name: 'Cotisation : seconde relance',
  purpose: 'La dernière relance de la campagne, après laquelle mieux vaut téléphoner.',
  fields,
  subject: 'Seconde relance : cotisation {{année}} – {{structure}}',
  body: `Bonjour,

Malgré notre rappel, la cotisation {{année}} ({{structure}}) reste à régler : {{reste}} (échéance du {{échéance}}).

Merci de la régler dès que possible {{comment payer}}, en rappelant la référence {{référence}}, ou de nous dire où vous en êtes en répondant à ce message.

Bien cordialement,

{{association}}`,
};

type ReceiptField = 'organisation' | 'year' | 'number' | 'issuedOn' | 'amount' | 'payments' | 'rest' | 'association';

/** The receipt that a member gets for what they paid. */
export const duesReceipt: MailTemplate<ReceiptField> = {
  key: 'dues-receipt',
  name: 'Reçu de cotisation',
  purpose: 'Envoyé à l’adhérent quand vous émettez son reçu.',
  fields: {
    organisation: fields.organisation,
    year: fields.year,
    number: { name: 'numéro', example: '2023-001' },
    issuedOn: { name: 'date', example: '12/05/2023' },
    amount: { name: 'montant', example: '180 €' },
    payments: { name: 'paiements', example: 'virement de 180 € du 12/05/2023' },
    rest: { name: 'solde', example: 'La cotisation est réglée en totalité.' },
    association: fields.association,
  },
  subject: 'Reçu n° {{numéro}} – cotisation {{année}}, {{structure}}',
  body: `Bonjour,

{{association}} a bien reçu la somme de {{montant}}, versée par {{structure}} pour la cotisation {{année}}.

Reçu n° {{numéro}}, émis le {{date}}.
Paiement : {{paiements}}.
{{solde}}

Ce reçu n’est pas un reçu fiscal.

Merci, et bien cordialement,

{{association}}`,
};
