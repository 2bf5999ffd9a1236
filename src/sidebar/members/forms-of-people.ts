/** The form of a person of a member. */
import type { MemberCard } from '../../core/members/card-types.ts';
import type { Form } from '../form.ts';
import { frenchText } from './field-texts.ts';

/** The form of a person: a new one, or one to edit. */
export function contactForm(card: MemberCard, person: MemberCard['people'][number] | null): Form {
  const title = person === null ? `Ajouter une personne à « ${card.name} »` : `Modifier « ${person.name} »`;
  return {
    title,
    fields: [
      { kind: 'text', name: 'name', label: 'Nom et prénom', required: true, most: 200, value: person?.name ?? null },
      { kind: 'text', name: 'role', label: 'Fonction', value: person?.role ?? null },
      { kind: 'email', name: 'email', label: 'E-mail', value: person?.email ?? null },
      { kind: 'tel', name: 'phone', label: 'Téléphone', value: person?.phone ?? null },
      {
        kind: 'tick',
        name: 'main',
        label: 'Contact principal : la personne à qui écrire d’abord',
        value: person?.main ?? card.people.length === 0,
      },
      ...(person === null
        ? []
        : [
            {
              kind: 'text' as const,
              name: 'left_on',
              label: 'A quitté la structure le',
              help: 'Vide : la personne y est toujours.',
              value: frenchText(person.left_on),
            },
          ]),
      { kind: 'long', name: 'notes', label: 'Remarques', value: person?.notes ?? null },
    ],
    action: (values) => ({
      command: 'save-contact',
      input: {
        member: card.id,
        ...(person === null ? {} : { contact: person.id, left_on: values.text('left_on') ?? '' }),
        main: values.flag('main'),
        ...Object.fromEntries(
          ['name', 'role', 'email', 'phone', 'notes'].map((name) => [name, values.text(name) ?? '']),
        ),
      },
      title,
      yes: 'Enregistrer',
    }),
  };
}
