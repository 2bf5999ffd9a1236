import { makeDirectory } from '../../../../src/core/reading/directory.ts';
import { readOrganisations } from '../../../../src/core/reading/sessions/organisations.ts';

const directory = makeDirectory(
  ['Label Marée Basse', 'Tournesol Booking', 'Éditions du Palier', 'Arc & Clef', 'asso Les Cordes Vives'].map(
    (organisation, index) => ({
      entry: {
        organisation_id: `O00${String(index + 1)}`,
        organisation,
        affiliation: 'hosted' as const,
        tab: 'Adhérents',
        row: index + 2,
        people: [],
      },
      names: [organisation],
    }),
  ),
);

const read = (text: string) => {
  const { organisations, organisations_unnamed, organisations_open_list, notes, notFound } = readOrganisations(
    text,
    directory,
  );
  return {
    named: organisations.map(({ raw, match }) => `${raw} = ${match ?? '?'}`),
    unnamed: organisations_unnamed,
    open: organisations_open_list,
    notes,
    notFound,
  };
};

const nothing = { named: [], unnamed: 0, open: false, notes: [], notFound: [] };

describe('readOrganisations()', () => {
  test('a list with heads without a name and initials to confirm', () => {
    expect(read('Marée Basse, Tournesol, Palier, CV, +1')).toEqual({
      named: [
        'Marée Basse = Label Marée Basse',
        'Tournesol = Tournesol Booking',
        'Palier = Éditions du Palier',
        'CV = ?',
      ],
      unnamed: 1,
      open: false,
      notes: [],
      notFound: [{ raw: 'CV', proposal: 'asso Les Cordes Vives' }],
    });
  });

  test('an open list, other separators, a name that holds « et »', () => {
    expect(read('Marée basse; tournesol ; Palier…')).toMatchObject({ open: true, notFound: [] });
    expect(read('Palier / Arc et Clef / Tournesol etc.')).toMatchObject({
      named: ['Palier = Éditions du Palier', 'Arc et Clef = Arc & Clef', 'Tournesol = Tournesol Booking'],
      open: true,
    });
    expect(read('Palier et Tournesol').named).toHaveLength(2);
    expect(read('Arc & Clef').named).toEqual(['Arc & Clef = Arc & Clef']);
  });

  test.each(['voir feuille', 'Liste sur papier', 'férié', 'à venir', 'tous les adhérents'])(
    '%p is a remark',
    (text) => {
      expect(read(text)).toEqual({ ...nothing, notes: [text] });
    },
  );

  test('an unknown name is not found, in a list even without a capital', () => {
    expect(read('Zorglub Records')).toMatchObject({ named: ['Zorglub Records = ?'], notes: [] });
    expect(read('tournesol, zorglub').notFound).toEqual([{ raw: 'zorglub', proposal: null }]);
    expect(read('tournesol, voir feuille')).toMatchObject({ notFound: [], notes: ['voir feuille'] });
  });

  test('a name that JavaScript knows too is a name like any other', () => {
    expect(read('Constructor Records').notFound).toEqual([{ raw: 'Constructor Records', proposal: null }]);
    expect(read('Tournesol, constructor').notFound).toEqual([{ raw: 'constructor', proposal: null }]);
  });

  test('numbers are heads without a name', () => {
    expect(read('12')).toEqual({ ...nothing, unnamed: 12 });
    expect(read('3 adhérents + 2 autres')).toMatchObject({ named: [], unnamed: 5 });
    expect(read('Tournesol + 2')).toMatchObject({ unnamed: 2 });
  });

  test.each(['', '-', '?', 'à confirmer'])('%p names nobody', (text) => {
    expect(read(text)).toEqual(nothing);
  });
});
