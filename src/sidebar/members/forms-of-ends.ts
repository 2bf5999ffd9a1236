/** The forms that end a record: a departure with its check-list, a merge with another record. */
import type { MemberCard } from '../../core/members/card-types.ts';
import { exitTasks } from '../../core/members/exit-tasks.ts';
import type { Form } from '../form.ts';

/** The form of a departure. */
export function leaveForm(card: MemberCard, today: string): Form {
  const isHoused = card.stays.some(({ current }) => current);
  return {
    title: `Départ de « ${card.name} »`,
    intro: 'La fiche et son histoire restent. Ce qui n’est pas coché devient un point à vérifier.',
    fields: [
      { kind: 'date', name: 'date', label: 'Parti le', required: true, value: today },
      { kind: 'text', name: 'reason', label: 'Motif' },
      ...(isHoused
        ? [
            {
              kind: 'date' as const,
              name: 'stays_end',
              label: 'Dernier jour dans ses espaces',
              required: true,
              value: today,
            },
            {
              kind: 'ticks' as const,
              name: 'done',
              label: 'Déjà fait',
              choices: Object.entries(exitTasks).map(([value, label]) => ({ value, label })),
            },
          ]
        : []),
    ],
    action: (values) => ({
      command: 'leave-member',
      input: {
        id: card.id,
        date: values.day('date') ?? today,
        reason: values.text('reason') ?? '',
        ...(isHoused ? { stays_end: values.day('stays_end') ?? today, done: values.list('done') } : {}),
      },
      title: `Départ de « ${card.name} »`,
      yes: 'Noter le départ',
    }),
  };
}

/** The form that chooses the other record; which value wins is asked in the preview, field by field. */
export function mergeForm(card: MemberCard, cards: readonly MemberCard[]): Form {
  const others = cards.filter(({ id }) => id !== card.id);
  const labelOf = ({ id, name }: MemberCard): string => `${name} (${id})`;
  return {
    title: `Fusionner « ${card.name} »`,
    intro: 'Les deux fiches n’en feront plus qu’une. Rien n’est perdu, et vous choisissez ensuite champ par champ.',
    fields: [
      {
        kind: 'pick',
        name: 'other',
        label: 'Avec la fiche',
        required: true,
        help: 'Tapez le début de son nom.',
        value: card.duplicates[0] ?? null,
        choices: others.map((other) => ({ value: other.id, label: labelOf(other) })),
      },
      {
        kind: 'select',
        name: 'kept',
        label: 'Fiche à garder',
        required: true,
        value: card.isDuplicate ? 'other' : 'this',
        choices: [
          { value: 'this', label: `Celle-ci : ${labelOf(card)}` },
          { value: 'other', label: 'L’autre' },
        ],
      },
    ],
    action: (values) => {
      const other = values.text('other') ?? '';
      const keepsThis = values.text('kept') !== 'other';
      return {
        command: 'merge-members',
        input: keepsThis ? { kept: card.id, duplicate: other } : { kept: other, duplicate: card.id },
        title: 'Fusionner deux fiches',
        yes: 'Fusionner',
      };
    },
  };
}
