/** For which year, and for which funder, « Indicateurs » is built. */
import type { Form } from '../form.ts';

/** The form of « Indicateurs ». */
export function indicatorsForm(funders: readonly string[], today: string): Form {
  const year = Number(today.slice(0, 4));
  return {
    title: 'Indicateurs',
    intro:
      'Prévu et tenu par programme : séances, structures, passages, heures, taux de présence. Sous les chiffres, les lignes dont ils viennent.',
    fields: [
      {
        kind: 'select',
        name: 'year',
        label: 'Année',
        required: true,
        value: String(year),
        choices: [year - 1, year, year + 1].map((one) => ({ value: String(one), label: String(one) })),
      },
      ...(funders.length === 0
        ? []
        : [
            {
              kind: 'select',
              name: 'funder',
              label: 'Pour quel financeur',
              value: '*',
              required: true,
              choices: [
                { value: '*', label: 'Tous les programmes' },
                ...funders.map((funder) => ({ value: funder, label: funder })),
              ],
            } as const,
          ]),
    ],
    action: (values) => {
      const funder = values.text('funder');
      return {
        command: 'build-indicators',
        title: null,
        yes: 'Construire les indicateurs',
        input: {
          year: Number(values.text('year') ?? year),
          ...(funder === null || funder === '*' ? {} : { funder }),
        },
      };
    },
  };
}
