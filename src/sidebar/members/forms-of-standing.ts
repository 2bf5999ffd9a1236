/** The forms of what a member is and agreed to: affiliation, charter, consents. */
import type { MemberCard } from '../../core/members/card-types.ts';
import { consentSubjects } from '../../core/tables/consent.ts';
import { affiliations } from '../../core/tables/member.ts';
import type { Form } from '../form.ts';
import { choicesOf } from './field-texts.ts';

/** The form that changes an affiliation. */
export function affiliationForm(card: MemberCard, today: string): Form {
  return {
    title: `Changer le statut de « ${card.name} »`,
    fields: [
      {
        kind: 'select',
        name: 'affiliation',
        label: 'Nouveau statut',
        required: true,
        value: card.affiliation,
        choices: choicesOf(affiliations),
      },
      { kind: 'date', name: 'date', label: 'À partir du', required: true, value: today },
      { kind: 'text', name: 'reason', label: 'Pourquoi' },
    ],
    action: (values) => ({
      command: 'change-affiliation',
      input: {
        id: card.id,
        affiliation: values.text('affiliation') ?? '',
        date: values.day('date') ?? today,
        reason: values.text('reason') ?? '',
      },
      title: `Changer le statut de « ${card.name} »`,
      yes: 'Changer le statut',
    }),
  };
}

/** The form of the charter's signature. */
export function charterForm(card: MemberCard, today: string): Form {
  return {
    title: 'Charte signée',
    intro: `Notez la signature de la charte par « ${card.name} ».`,
    fields: [
      { kind: 'date', name: 'date', label: 'Signée le', required: true, value: today },
      { kind: 'text', name: 'version', label: 'Version de la charte', value: card.record.charter_version },
    ],
    action: (values) => ({
      command: 'sign-charter',
      input: { id: card.id, date: values.day('date') ?? today, version: values.text('version') ?? '' },
      title: 'Noter la signature de la charte',
      yes: 'Noter la signature',
    }),
  };
}

/** The form of a consent: given, refused, or taken back. */
export function consentForm(card: MemberCard, today: string): Form {
  return {
    title: `Consentement de « ${card.name} »`,
    intro: 'Chaque accord se donne à part, se date, et peut être retiré à tout moment.',
    fields: [
      {
        kind: 'ticks',
        name: 'subjects',
        label: 'Objets',
        required: true,
        help: 'Tous ceux qui ont la même réponse, le même jour.',
        choices: choicesOf(consentSubjects),
      },
      {
        kind: 'select',
        name: 'given',
        label: 'Réponse',
        required: true,
        value: 'yes',
        choices: [
          { value: 'yes', label: 'Accord' },
          { value: 'no', label: 'Refus, ou retrait d’un accord' },
        ],
      },
      {
        kind: 'select',
        name: 'contact',
        label: 'De qui',
        required: true,
        value: 'organisation',
        choices: [
          { value: 'organisation', label: `La structure : ${card.name}` },
          ...card.people.map(({ id, name }) => ({ value: id, label: name })),
        ],
      },
      { kind: 'date', name: 'date', label: 'Le', required: true, value: today },
      { kind: 'text', name: 'source', label: 'Comment', help: 'Formulaire, e-mail, papier…' },
      { kind: 'long', name: 'wording', label: 'Mots employés', help: 'La question telle qu’elle a été posée.' },
    ],
    action: (values) => {
      const contact = values.text('contact');
      const [subject = '', ...others] = values.list('subjects');
      return {
        command: 'record-consent',
        input: {
          member: card.id,
          ...(contact === null || contact === 'organisation' ? {} : { contact }),
          subject,
          ...(others.length === 0 ? {} : { others }),
          given: values.text('given') === 'yes',
          date: values.day('date') ?? today,
          source: values.text('source') ?? '',
          wording: values.text('wording') ?? '',
        },
        title: 'Noter un consentement',
        yes: 'Noter',
      };
    },
  };
}
