import type { AdoptDetails, ColumnDetails, TabDetails } from '../../src/core/adoption/details.ts';
import {
  chooseAnswer,
  chooseColumn,
  chooseKind,
  columnValue,
  hasChoices,
  kindOf,
  withChoices,
} from '../../src/sidebar/adopt/choices.ts';

test('choices add up, each in its place', () => {
  const first = chooseColumn({}, 'Locaux', { letters: 'B', field: 'custom' });
  const second = chooseColumn(first, 'Locaux', { letters: 'C', field: 'occupant' });
  const third = chooseAnswer(chooseKind(second, 'Compta', 'skip'), 'colour:1', 'ok');
  expect(third).toEqual({
    tabs: { Locaux: { columns: { B: 'custom', C: 'occupant' } }, Compta: { kind: 'skip' } },
    answers: { 'colour:1': 'ok' },
  });
  expect(first).toEqual({ tabs: { Locaux: { columns: { B: 'custom' } } } });
});

test('chooseKind() forgets what was said of the columns: another kind has other fields', () => {
  const before = chooseColumn({}, 'Locaux', { letters: 'B', field: 'area_m2' });
  expect(chooseKind(before, 'Locaux', 'members')).toEqual({ tabs: { Locaux: { kind: 'members' } } });
});

test('hasChoices() is true from the first choice on', () => {
  expect(hasChoices({})).toBe(false);
  expect(hasChoices({ tabs: {}, answers: {} })).toBe(false);
  expect(hasChoices(chooseAnswer({}, 'q', 'v'))).toBe(true);
});

test('kindOf() shows a tab that is left alone as such, whatever it was recognised as', () => {
  const tab = (kind: TabDetails['kind'], leftAlone: boolean) => kindOf({ kind, leftAlone } as TabDetails);
  expect([tab('members', false), tab('members', true), tab('unknown', true), tab('empty', true)]).toEqual([
    'members',
    'skip',
    'skip',
    'skip',
  ]);
});

test('columnValue() tells a field, a column of hers and a column that is not taken over', () => {
  const value = (field: string | null, custom: string | null) => columnValue({ field, custom } as ColumnDetails);
  expect([value('email', null), value(null, 'Insta'), value(null, null)]).toEqual(['email', 'custom', '']);
});

test('withChoices() shows what she chose before the server has answered, and leaves the rest as it was read', () => {
  const columns = [
    { letters: 'A', header: 'Structure', field: 'organisation', custom: null },
    { letters: 'B', header: 'Insta', field: null, custom: 'Insta' },
    { letters: 'C', header: 'Mail', field: 'email', custom: null },
  ];
  const details = {
    tabs: [
      { title: 'Liste', kind: 'members', leftAlone: false, columns },
      { title: 'Autre', kind: 'unknown', leftAlone: true, columns: [] },
      { title: 'Caisse', kind: 'actuals', leftAlone: false, columns: [] },
    ],
  } as unknown as AdoptDetails;
  const chosen = {
    Liste: { columns: { A: 'custom', B: 'notes' } },
    Autre: { kind: 'budget' },
    Caisse: { kind: 'skip' },
  };
  const shown = withChoices(details, { tabs: chosen as never }).tabs;
  expect(shown.map(kindOf)).toEqual(['members', 'budget', 'skip']);
  expect(shown[0]?.columns.map(columnValue)).toEqual(['custom', 'notes', 'email']);
  expect(withChoices(details, {})).toEqual(details);
});
