/** For which year and which programmes dates are proposed. */
import type { SessionsView } from '../../core/views/sessions.ts';
import type { Form } from '../form.ts';

/** The form of « Proposer le calendrier ». */
export function yearForm(programmes: SessionsView['programmes'], today: string): Form {
  const year = Number(today.slice(0, 4));
  return {
    title: 'Proposer le calendrier',
    intro:
      'Régie propose une date par séance d’après le rythme de chaque programme, hors jours fériés et pauses. Rien n’est envoyé, et ce qui est déjà au calendrier ne change pas.',
    fields: [
      {
        kind: 'select',
        name: 'year',
        label: 'Année',
        required: true,
        value: String(year),
        choices: [year, year + 1, year + 2].map((one) => ({ value: String(one), label: String(one) })),
      },
      {
        kind: 'select',
        name: 'programme',
        label: 'Programme',
        value: '*',
        required: true,
        choices: [
          { value: '*', label: 'Tous ceux qui ont un rythme' },
          ...programmes.map(({ code, name }) => ({ value: code, label: name })),
        ],
      },
    ],
    action: (values) => {
      const programme = values.text('programme');
      return {
        command: 'generate-year',
        title: null,
        yes: 'Proposer ces dates',
        input: {
          year: Number(values.text('year') ?? year),
          ...(programme === null || programme === '*' ? {} : { programmes: [programme] }),
        },
      };
    },
  };
}
