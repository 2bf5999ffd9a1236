/** The mails of registrations: a seat, the queue, a seat that is freed or offered, a withdrawal, a refusal. */
import type { MailTemplate } from '../mails/template.ts';

const fields = {
  person: { name: 'personne', example: 'Élodie Carpentier' },
  session: { name: 'séance', example: 'Club MILA : Tendances en community management' },
  date: { name: 'date', example: 'lundi 15 mai 2023 à 18\u00A0h' },
  place: { name: 'lieu', example: 'salle de réunion du MILA' },
  rank: { name: 'rang', example: '2' },
  until: { name: 'délai', example: 'vendredi 12 mai 2023 à 18\u00A0h' },
  accept: { name: 'accepter', example: 'https://docs.google.com/forms/d/e/exemple/viewform' },
  withdraw: { name: 'se désister', example: 'https://docs.google.com/forms/d/e/exemple/viewform' },
  reason: { name: 'raison', example: 'Cette séance a été annulée.' },
  association: { name: 'association', example: 'MILA' },
} as const;

/** The fields of every mail of registrations. */
export type RegistrationField = keyof typeof fields;

type Template = MailTemplate<RegistrationField>;

const closing = 'Bien cordialement,\n\n{{association}}';
const leaving = 'Un empêchement ? Dites-le ici, votre place profitera à quelqu’un : {{se désister}}';

/** A seat. */
export const seatMail: Template = {
  key: 'registration-seat',
  name: 'Inscription confirmée',
  purpose: 'Envoyé à qui s’inscrit à une séance et a une place.',
  fields,
  subject: 'Votre place : {{séance}}',
  body: [
    'Bonjour {{personne}},',
    'Votre place est réservée : {{séance}}, {{date}} – {{lieu}}.',
    leaving,
    `À bientôt,\n\n{{association}}`,
  ].join('\n\n'),
};

/** A seat that someone else gave back. */
export const freedMail: Template = {
  key: 'registration-freed',
  name: 'Place libérée',
  purpose: 'Envoyé à la première personne en attente quand une place se libère et lui est donnée.',
  fields,
  subject: 'Une place s’est libérée : {{séance}}',
  body: [
    'Bonjour {{personne}},',
    'Bonne nouvelle : une place s’est libérée et elle est à vous. {{séance}}, {{date}} – {{lieu}}.',
    leaving,
    `À bientôt,\n\n{{association}}`,
  ].join('\n\n'),
};

/** The queue. */
export const waitingMail: Template = {
  key: 'registration-waiting',
  name: 'Liste d’attente',
  purpose: 'Envoyé à qui s’inscrit à une séance complète, avec son rang.',
  fields,
  subject: 'Liste d’attente : {{séance}}',
  body: [
    'Bonjour {{personne}},',
    'La séance {{séance}}, {{date}}, est complète. Vous êtes en liste d’attente, au rang {{rang}} : si une place se libère, nous vous écrivons aussitôt.',
    'Pour quitter la liste : {{se désister}}',
    closing,
  ].join('\n\n'),
};

/** An offer. */
export const offerMail: Template = {
  key: 'registration-offer',
  name: 'Place proposée',
  purpose: 'Envoyé à la première personne en attente quand une place se libère et lui est proposée.',
  fields,
  subject: 'Une place pour vous, à confirmer : {{séance}}',
  body: [
    'Bonjour {{personne}},',
    'Une place s’est libérée : {{séance}}, {{date}} – {{lieu}}. Elle vous est réservée jusqu’au {{délai}}.',
    'Pour l’accepter : {{accepter}}',
    'Pour la laisser à quelqu’un d’autre : {{se désister}}',
    'Sans réponse de votre part, elle sera proposée à la personne suivante.',
    closing,
  ].join('\n\n'),
};

/** A place given back, in the session or in the queue. */
export const withdrawnMail: Template = {
  key: 'registration-withdrawn',
  name: 'Désistement noté',
  purpose: 'Envoyé à qui se désiste, ou dont la place proposée est passée à une autre personne.',
  fields,
  subject: 'Désistement noté : {{séance}}',
  body: [
    'Bonjour {{personne}},',
    '{{séance}}, {{date}} : {{raison}}',
    'Si vous n’êtes pas à l’origine de ce changement, répondez à ce message.',
    closing,
  ].join('\n\n'),
};

/** No seat, for a reason that is told. */
export const refusedMail: Template = {
  key: 'registration-refused',
  name: 'Inscription impossible',
  purpose: 'Envoyé à qui ne peut pas être inscrit, avec la raison.',
  fields,
  subject: 'Votre inscription : {{séance}}',
  body: [
    'Bonjour {{personne}},',
    'Merci de votre intérêt pour {{séance}} ({{date}}). {{raison}}',
    'Pour toute question, répondez à ce message.',
    closing,
  ].join('\n\n'),
};

/** The templates of registrations, in the order in which she sees them. */
export const registrationMails: readonly Template[] = [
  seatMail,
  waitingMail,
  freedMail,
  offerMail,
  withdrawnMail,
  refusedMail,
];
