/** « Message libre »: what she writes herself, to one person or to several, one mail each. */
import type { MailTemplate } from './template.ts';

/** The template of a message of hers; its subject and text come whole from her. */
export const freeMail: MailTemplate<'subject' | 'body' | 'association'> = {
  key: 'free',
  name: 'Message libre',
  purpose: 'Un message que vous écrivez vous-même, à une ou plusieurs personnes.',
  fields: {
    subject: { name: 'objet', example: 'Fermeture des bureaux' },
    body: {
      name: 'message',
      example: 'Bonjour,\n\nLes bureaux seront fermés le vendredi 19 mai.\n\nBonne journée,',
    },
    association: { name: 'association', example: 'MILA' },
  },
  subject: '{{objet}}',
  body: '{{message}}\n\n{{association}}',
};
