import { dossierFileName, dossierJson, dossierPage } from '../../../src/core/privacy/dossier-page.ts';
import { dossierOf, MENTION } from '../../../src/core/privacy/dossier.ts';
import type { Dossier } from '../../../src/core/privacy/dossier.ts';
import { contactTable } from '../../../src/core/tables/contact.ts';
import type { PersonalDataView } from '../../../src/core/views/personal-data.ts';
import { personalDataView } from '../../../src/core/views/personal-data.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { register, tabOf, TODAY } from '../../support/privacy.ts';
import { stateFrom } from '../../support/workbook-of.ts';

function dossier(id: string, workbook: Workbook = register): Dossier {
  const found = dossierOf(stateFrom([], workbook), id, TODAY);
  if (found === null) throw new Error(`Cannot find "${id}": it must be in the workbook`);
  return found;
}
const rowsOf = ({ tabs }: Dossier, tab: string) => tabs.find((one) => one.tab === tab)?.rows ?? [];

describe('dossierOf() an organisation', () => {
  const whole = dossier('ADH-0001');

  test('holds its rows in every tab, its people, dues, mails and consents, and those of her own tabs', () => {
    expect(whole.name).toBe('Label Marée Basse');
    expect(whole.tabs.map(({ tab, rows }) => [tab, rows.length])).toEqual([
      ['Adhérents', 1],
      ['Contacts', 2],
      ['Cotisations', 1],
      ['Paiements', 1],
      ['Reçus', 2],
      ['Occupations', 1],
      ['Inscriptions', 3],
      ['Parcours', 1],
      ['Consentements', 1],
      ['À vérifier', 1],
      ['Envois', 2],
      ['Journal', 1],
      ['Régie · origines', 1],
      ['Adhérents 2022', 1],
      ['Idées', 1],
    ]);
    expect(rowsOf(whole, 'Cotisations')[0]?.fields).toContainEqual({ header: 'Montant dû', value: '110\u00a0€' });
    expect(rowsOf(whole, 'Consentements')[0]?.fields).toContainEqual({
      header: 'Mots employés',
      value: 'Anna Lemoine accepte les photos',
    });
  });

  test('says what was found by the name, and shows the row of her tab with its titles', () => {
    expect(rowsOf(whole, 'Adhérents 2022')).toEqual([
      {
        row: 3,
        found: 'name',
        fields: [
          { header: 'Structure', value: 'LABEL MAREE BASSE' },
          { header: 'Mail', value: 'anna@maree.example' },
          { header: 'Tél', value: '199001234' },
          { header: 'Né le', value: '30000' },
          { header: 'Statut', value: 'hébergé' },
        ],
      },
    ]);
  });

  test('shows nothing of other people: a row about one shows the mention only, a text about both is not shown', () => {
    expect(rowsOf(whole, 'Contacts')[1]).toEqual({
      row: 3,
      found: 'mention',
      fields: [{ header: 'Remarques', value: 'Remplace Anna Lemoine au CA' }],
    });
    expect(rowsOf(whole, 'Idées')[0]?.fields).toEqual([{ header: 'Colonne A', value: MENTION }]);
    expect(JSON.stringify(whole)).not.toMatch(/tournesol|bob/iu);
  });
});

test('dossierOf() a person holds what is hers, not the dues of the organisation', () => {
  const whole = dossier('CON-0001');
  const tabs = whole.tabs.map(({ tab, rows }) => [tab, ...rows.map(({ found }) => found)]);
  expect(tabs).toEqual([
    ['Adhérents', 'mention'],
    ['Contacts', 'number', 'mention'],
    ['Occupations', 'mention'],
    ['Inscriptions', 'number'],
    ['Consentements', 'number'],
    ['Envois', 'number', 'number'],
    ['Journal', 'mention'],
    ['Régie · origines', 'mention'],
    ['Adhérents 2022', 'name'],
    ['Idées', 'mention'],
  ]);
  expect(rowsOf(whole, 'Adhérents')[0]?.fields).toEqual([{ header: 'E-mail', value: 'anna@maree.example' }]);
});

test('someone who only came to sessions can be chosen, once, and gets the rows in her name', () => {
  const shown = personalDataView.view(stateFrom([], register), {}, { today: TODAY, time: '10:00' }) as PersonalDataView;
  expect(shown.people.filter(({ id }) => id.startsWith('INS-'))).toEqual([
    { id: 'INS-0002', name: 'Zoé Petit', member: 'ADH-0001', erased: false },
  ]);
  const whole = dossier('INS-0002');
  expect(whole).toMatchObject({ kind: 'contact', name: 'Zoé Petit' });
  expect(whole.tabs.map(({ tab, rows }) => [tab, rows.map(({ row }) => row)])).toEqual([['Inscriptions', [3, 4]]]);
  expect(dossierOf(stateFrom([], register), 'INS-0099', TODAY)).toBeNull();
});

test('a merged record leads to the dossier of the one that is kept, with both', () => {
  const merged = {
    ...tabOf(memberTable, [
      { id: 'ADH-0001', organisation: 'Label Marée Basse', merged_into: 'ADH-0002' },
      { id: 'ADH-0002', organisation: 'Marée Basse SARL' },
    ]),
    ...tabOf(contactTable, [{ id: 'CON-0001', name: 'Anna Lemoine', member: 'ADH-0001' }]),
  };
  const whole = dossier('ADH-0001', merged);
  expect(whole).toMatchObject({ id: 'ADH-0002', name: 'Marée Basse SARL' });
  expect(whole.tabs.map(({ tab, rows }) => [tab, rows.length])).toEqual([
    ['Adhérents', 2],
    ['Contacts', 1],
  ]);
  expect(dossierOf(stateFrom([], merged), 'ADH-0099', TODAY)).toBeNull();
});

test('the page shows texts as texts, in French, and the JSON holds the same', () => {
  const hostile = tabOf(memberTable, [{ id: 'ADH-0001', organisation: '<script>alert("x")</script> & fils' }]);
  const whole = dossier('ADH-0001', hostile);
  const page = dossierPage(whole, 'MILA');
  expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; fils');
  expect(page).not.toContain('<script');
  expect(page).toContain('lang="fr"');
  expect(page).toContain('au 12/05/2023');
  expect(JSON.parse(dossierJson(whole))).toEqual(JSON.parse(JSON.stringify(whole)));
  expect(dossierFileName(whole, 'html')).toBe('donnees-personnelles-ADH-0001-2023-05-12.html');
});
