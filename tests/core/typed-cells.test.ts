import { typingAdvice } from '../../src/core/typed-cells.ts';
import type { TypedCells } from '../../src/core/typed-cells.ts';
import { occupancyTable } from '../../src/core/tables/occupancy.ts';

const headers = occupancyTable.columns.map(({ header }) => header);
const at = (header: string) => headers.indexOf(header as (typeof headers)[number]) + 1;

const typed = (header: string, value: TypedCells['values'][number][number], row = 5): TypedCells => ({
  tab: 'Occupations',
  headers,
  row,
  column: at(header),
  values: [[value]],
});

const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ') ?? null;

describe('typingAdvice()', () => {
  it.each([
    [
      'a day that does not exist',
      typed('Entrée', '31/02/2023'),
      'Ligne 5, « Entrée » : « 31/02/2023 » – ce n’est pas une date ; tapez-la sous la forme 12/05/2023, 05/2023 ou 2023.',
    ],
    [
      'an amount with words',
      typed('Caution', '2 mois'),
      'Ligne 5, « Caution » : « 2 mois » – ce n’est pas un montant ; tapez un nombre, par exemple 385 ou 385,50.',
    ],
    [
      'an agreement that is not in the list',
      typed('Type de convention', 'à l’amiable'),
      'Ligne 5, « Type de convention » : « à l’amiable » – cette valeur n’est pas dans la liste ; choisissez-en une dans le menu de la cellule.',
    ],
    [
      'a formula that fails',
      typed('Entrée', { error: '#REF!' }),
      'Ligne 5, « Entrée » : « #REF! » – la formule donne une erreur ; corrigez-la ou tapez la valeur.',
    ],
    [
      'a number of ours typed over',
      typed('N°', 'bureau 3'),
      'Ligne 5 : « bureau 3 » n’est pas un numéro de Régie. Annulez (Ctrl+Z) ; pour une nouvelle fiche, passez par Régie.',
    ],
    [
      'a number of ours emptied',
      typed('N°', null),
      'Ligne 5 : le numéro est vide, et Régie ne reconnaît plus cette fiche. Annulez (Ctrl+Z).',
    ],
  ])('says what is wrong with %s, and what to type', (_what, cells, text) => {
    expect(plain(typingAdvice(cells))).toBe(text);
  });

  it.each([
    ['a date, as a number or as a text', typed('Entrée', 45_000)],
    ['a month', typed('Entrée', '05/2023')],
    ['an emptied cell', typed('Entrée', null)],
    ['a text where texts go', typed('Occupant', '=1+1')],
    ['a column of hers', { ...typed('Entrée', 'n’importe quoi'), column: headers.length + 1 }],
    ['a tab of hers', { ...typed('Entrée', 'demain'), tab: 'Locaux' }],
    ['a tab of hers that bears our title', { ...typed('Entrée', 'demain'), headers: ['Date', 'Quoi', 'Qui', 'Où'] }],
    ['a whole row emptied', { ...typed('N°', null), values: [headers.map(() => null)] }],
  ])('is silent about %s', (_what, cells) => {
    expect(typingAdvice(cells)).toBeNull();
  });

  it('says once what a large paste holds, with its first fault', () => {
    const paste = {
      ...typed('Entrée', null),
      values: Array.from({ length: 2000 }, (_, row) => [row % 2 === 0 ? 'bientôt' : '2023']),
    };
    expect(plain(typingAdvice(paste))).toBe(
      '1000 cellules ne peuvent pas être lues. La première : ligne 5, « Entrée » : « bientôt » – ce n’est pas une date ; tapez-la sous la forme 12/05/2023, 05/2023 ou 2023. Toutes seront dans « À vérifier » avec « Vérifier le registre ».',
    );
  });

  it('warns of a title that was changed, not of one of hers', () => {
    const changed = headers.map((header) => (header === 'Entrée' ? 'Arrivée' : header));
    expect(plain(typingAdvice({ ...typed('Entrée', 'Arrivée', 1), headers: changed }))).toBe(
      'La colonne « Entrée » n’est plus là : Régie ne peut plus lire ce qu’elle contient. Annulez (Ctrl+Z) ou remettez ce titre.',
    );
    expect(typingAdvice({ ...typed('Entrée', 'Notes', 1), headers: [...headers, 'Notes'] })).toBeNull();
  });
});
