import { overdue } from '../../../src/core/privacy/retention.ts';
import { contactTable } from '../../../src/core/tables/contact.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { receiptTable } from '../../../src/core/tables/receipt.ts';
import { settingTable } from '../../../src/core/tables/setting.ts';
import { views } from '../../../src/core/views/index.ts';
import type { PersonalDataView } from '../../../src/core/views/personal-data.ts';
import { privacyPart } from '../../../src/core/week/privacy.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { tabOf } from '../../support/privacy.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const people: Workbook = {
  ...tabOf(memberTable, [
    { id: 'ADH-0001', organisation: 'Label Marée Basse', left_on: '2019-12-31' },
    { id: 'ADH-0002', organisation: 'Tournesol Booking', left_on: '2021-12-31' },
    { id: 'ADH-0003', organisation: 'Fracas Doux', affiliation: 'hosted' },
    { id: 'ADH-0004', organisation: 'Bahia Sons', imposed_status: 'candidate', start: '2020-05' },
    { id: 'ADH-0005', organisation: 'Personne effacée ADH-0005', left_on: '2005' },
    { id: 'ADH-0006', organisation: 'Ancien nom', left_on: '2010', merged_into: 'ADH-0003' },
  ]),
  ...tabOf(contactTable, [
    { id: 'CON-0001', name: 'Anna Lemoine', member: 'ADH-0001', left_on: '2018' },
    { id: 'CON-0002', name: 'Bob Martin', member: 'ADH-0003', left_on: '2018-06-30' },
    { id: 'CON-0003', name: 'Zoé Petit', member: 'ADH-0003' },
  ]),
  ...tabOf(receiptTable, [
    { id: 'REC-0001', number: '2005-0001', issued_on: '2005-04-05', member: 'ADH-0005', organisation: 'Vieux Label' },
    { id: 'REC-0002', number: '2022-0001', issued_on: '2022-04-05', member: 'ADH-0005', organisation: 'Vieux Label' },
  ]),
};

const idsOn = (today: string, workbook: Workbook = people) =>
  overdue(stateFrom([], workbook), today).map(({ id, since }) => [id, since]);

test('who is past retention: members and people who left, candidates, receipts of erased members', () => {
  expect(idsOn('2023-05-12')).toEqual([
    ['ADH-0005', '2015-12-31'],
    ['CON-0002', '2021-06-30'],
    ['ADH-0004', '2022-05-31'],
    ['ADH-0001', '2022-12-31'],
  ]);
  const why = overdue(stateFrom([], people), '2023-05-12').map((one) => one.why.replaceAll('\u00a0', ' '));
  expect(why).toContain('départ le 31/12/2019, gardé 3 ans après');
  expect(why).toContain('fiche déjà effacée ; reçu 2005-0001 gardé pour les comptes jusqu’au 31/12/2015');
});

test('nobody on the last day, one more the day after', () => {
  const one = tabOf(memberTable, [{ id: 'ADH-0001', organisation: 'Label', left_on: '2020-02-29' }]);
  expect(idsOn('2023-02-28', one)).toEqual([]);
  expect(idsOn('2023-03-01', one)).toEqual([['ADH-0001', '2023-02-28']]);
});

test.each([
  ['5', ['ADH-0005', 'CON-0002', 'ADH-0004']],
  ['cinq', ['ADH-0005', 'CON-0002', 'ADH-0004', 'ADH-0001']],
])('the years of « Réglages » count: %s for members', (value, expected) => {
  const settings = tabOf(settingTable, [{ id: 'REG-0001', key: 'retention_member_years', value }]);
  expect(idsOn('2023-05-12', { ...people, ...settings }).map(([id]) => id)).toEqual(expected);
});

test('the week asks her to look, sooner in January; not when nobody is past', () => {
  const stepsOn = (today: string) => privacyPart.steps(stateFrom([], people), { today, time: '10:00' });
  const [may] = stepsOn('2023-05-12');
  const [january] = stepsOn('2023-01-12');
  expect(may).toMatchObject({ title: '4\u00a0fiches à anonymiser', action: { do: 'view', view: 'personal-data' } });
  expect(january?.urgency).toBeLessThan(may?.urgency ?? 0);
  expect(stepsOn('2010-05-12')).toEqual([]);
  expect(privacyPart.steps(stateFrom([], {}), { today: '2023-05-12', time: '10:00' })).toEqual([]);
});

test('the view says where each one stands, and the times in force', () => {
  const view = views.find(({ name }) => name === 'personal-data');
  const shown = view?.view(stateFrom([], people), {}, { today: '2023-05-12', time: '10:00' }) as PersonalDataView;
  expect(shown.overdue[1]).toMatchObject({ id: 'CON-0002', tab: 'Contacts', cell: 'A3', member: 'ADH-0003' });
  expect(shown.times.map(({ years }) => years)).toEqual([3, 3, 2, 10]);
  expect(shown.people.map(({ id }) => id)).not.toContain('ADH-0006');
});
