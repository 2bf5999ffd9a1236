import { makeDirectory, matchOrganisation, matchPerson } from '../../../src/core/reading/directory.ts';
import type { Affiliation } from '../../../src/core/reading/types.ts';

const KNOWN: readonly { readonly of: readonly [string, Affiliation, string]; readonly former?: string }[] = [
  { of: ['Polygone Vert Management', 'hosted', 'Octave Valadon'] },
  { of: ['Éditions du Palier', 'shop_based', 'Jo Le Gall-Prévost'] },
  { of: ['asso Les Cordes Vives', 'non_resident', 'Lucie'] },
  { of: ['Brume Éditions', 'non_resident', 'Gwen Coquelard'] },
  { of: ['Brume Booking', 'non_resident', 'Bastien Cadenelle'] },
  { of: ['Disquaire Le Sillon Fermé', 'shop_based', 'Hafida Brindamour'] },
  { of: ['Vinyles des Trois Marches', 'shop_based', 'Awa T.'] },
  { of: ['Studio Virgule', 'coworking', 'Théo Brindamour'] },
  { of: ['Bahia Sons', 'non_resident', 'Inès B.'], former: 'Bahia Prod' },
  { of: ['Louve Musique', 'non_resident', 'Yvonne B.'] },
];
const directory = makeDirectory(
  KNOWN.map(({ of: [organisation, affiliation, person], former }, index) => ({
    entry: {
      organisation_id: `O${String(index)}`,
      organisation,
      affiliation,
      tab: 'Adhérents',
      row: index + 2,
      people: [person],
    },
    names: [organisation, ...(former === undefined ? [] : [former])],
  })),
);

describe('matchOrganisation()', () => {
  test.each([
    ['Polygone Vert Mgt', 'Polygone Vert Management'],
    ['POLYGONE VERT', 'Polygone Vert Management'],
    ['Palier', 'Éditions du Palier'],
    ['Cordes Vives (partagé)', 'asso Les Cordes Vives'],
    ['Le Sillon Fermé', 'Disquaire Le Sillon Fermé'],
    ['Vinyles des 3 Marches', 'Vinyles des Trois Marches'],
    ['Bahia prod.', 'Bahia Sons'],
    ['Louve', 'Louve Musique'],
    ['brume éd.', 'Brume Éditions'],
  ])('finds « %s »', (text, organisation) => {
    expect(matchOrganisation(directory, text).match?.organisation).toBe(organisation);
  });

  test.each([
    ['CV', 'asso Les Cordes Vives'],
    ['Polygnoe Vert Management', 'Polygone Vert Management'],
  ])('proposes for « %s »', (text, organisation) => {
    expect(matchOrganisation(directory, text)).toMatchObject({ match: null, proposal: { organisation } });
  });

  test.each(['Brume', 'Éditions', 'Studio', 'liste sur papier', '', '—', 'Réseau MAP'])(
    'takes « %s » for nobody',
    (text) => {
      expect(matchOrganisation(directory, text).match).toBeNull();
    },
  );
});

describe('matchPerson()', () => {
  test('finds the one contact of a category by a part of the name', () => {
    expect(matchPerson(directory, 'Théo', 'coworking')?.organisation).toBe('Studio Virgule');
    expect(matchPerson(directory, 'M. Brindamour', 'shop_based')?.organisation).toBe('Disquaire Le Sillon Fermé');
  });

  test('finds nobody when two have the name, or none of the category has', () => {
    expect(matchPerson(directory, 'Brindamour', null)).toBeNull();
    expect(matchPerson(directory, 'Théo', 'hosted')).toBeNull();
  });
});
