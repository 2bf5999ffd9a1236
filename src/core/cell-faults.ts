/** What is wrong with a cell that a column cannot read, in two parts: what it is not, and what to type instead. */

/** The two parts of the sentence, without a capital at their beginning. */
export interface CellFault {
  readonly what: string;
  readonly cure: string;
}

const faults: Readonly<Record<string, CellFault>> = {
  error_cell: { what: 'la formule donne une erreur', cure: 'corrigez-la ou tapez la valeur' },
  invalid_date: {
    what: 'ce n’est pas une date',
    cure: 'tapez-la sous la forme 12/05/2023, 05/2023 ou 2023',
  },
  invalid_time: { what: 'ce n’est pas une heure', cure: 'tapez-la sous la forme 18:00' },
  invalid_amount: { what: 'ce n’est pas un montant', cure: 'tapez un nombre, par exemple 385 ou 385,50' },
  invalid_number: { what: 'ce n’est pas un nombre entier', cure: 'tapez-le en chiffres' },
  unreadable_yes_no: {
    what: 'ce n’est ni oui ni non',
    cure: 'tapez oui ou non, ou laissez vide si vous ne savez pas',
  },
  unknown_choice: {
    what: 'cette valeur n’est pas dans la liste',
    cure: 'choisissez-en une dans le menu de la cellule',
  },
};

/** The fault of that kind. */
export function cellFault(kind: string): CellFault {
  return faults[kind] ?? { what: 'valeur illisible', cure: 'corrigez-la' };
}
