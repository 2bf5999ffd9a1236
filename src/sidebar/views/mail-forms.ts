/** The forms of mails: write one, correct one, change a template. */
import type { MailItem, TemplateItem } from '../../core/views/outbox.ts';
import type { Form } from '../form.ts';

/** A mail of her own. */
export function writeForm(): Form {
  return {
    title: 'Écrire un message',
    intro: 'Un message par personne : personne ne voit l’adresse des autres.',
    fields: [
      {
        kind: 'long',
        name: 'to',
        label: 'Destinataires',
        help: 'Une adresse par ligne.',
        required: true,
      },
      { kind: 'text', name: 'subject', label: 'Objet', required: true },
      { kind: 'long', name: 'body', label: 'Message', required: true },
    ],
    next: 'Voir avant d’envoyer',
    action: (values) => {
      const to = (values.text('to') ?? '').split(/[\s,;]+/u).filter((address) => address !== '');
      const wrong = to.find((address) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(address));
      if (wrong !== undefined) return { errors: { to: `«\u00a0${wrong}\u00a0» n’est pas une adresse e-mail.` } };
      const input = { to, subject: values.text('subject') ?? '', body: values.text('body') ?? '' };
      return { command: 'write-mail', input, title: 'Écrire un message', yes: 'Préparer' };
    },
  };
}

/** The address, subject and text of a mail that has not left. */
export function correctForm({ id, to, subject, body }: MailItem): Form {
  return {
    title: 'Corriger ce message',
    fields: [
      { kind: 'text', name: 'to', label: 'Destinataire', value: to, required: true },
      { kind: 'text', name: 'subject', label: 'Objet', value: subject, required: true },
      { kind: 'long', name: 'body', label: 'Message', value: body, required: true },
    ],
    action: (values) => ({
      command: 'edit-mail',
      input: {
        id,
        to: (values.text('to') ?? '').trim().toLowerCase(),
        subject: values.text('subject') ?? '',
        body: values.text('body') ?? '',
      },
      title: 'Corriger ce message',
      yes: 'Enregistrer',
    }),
  };
}

/** The text of a template. */
export function templateForm({ key, name, subject, body, fields }: TemplateItem): Form {
  return {
    title: `Modèle «\u00a0${name}\u00a0»`,
    intro: `Champs possibles : ${fields.join(', ')}. Ils sont remplacés pour chaque destinataire.`,
    fields: [
      { kind: 'text', name: 'subject', label: 'Objet', value: subject, required: true },
      { kind: 'long', name: 'body', label: 'Message', value: body, required: true },
    ],
    action: (values) => ({
      command: 'edit-template',
      input: { key, subject: values.text('subject') ?? '', body: values.text('body') ?? '' },
      title: `Modèle «\u00a0${name}\u00a0»`,
      yes: 'Enregistrer ce texte',
    }),
  };
}
