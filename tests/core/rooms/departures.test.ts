import { changeTable } from '../../../src/core/records.ts';
import { blank } from '../../../src/core/stays/desk.ts';
import { rentChargeTable } from '../../../src/core/tables/rent-charge.ts';
import { readRegister } from '../../../src/core/register.ts';
import { exitsAhead, prolonged } from '../../../src/core/rooms/departures.ts';
import { roomsOf } from '../../../src/core/rooms/rooms.ts';
import type { DeparturesView } from '../../../src/core/views/departures.ts';
import { departuresView } from '../../../src/core/views/departures.ts';
import type { RentsView } from '../../../src/core/views/rents.ts';
import { rentsView } from '../../../src/core/views/rents.ts';
import { rentsPart } from '../../../src/core/week/rents.ts';
import { aSpace, aStay, roomsWorkbook } from '../../support/rooms.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const today = '2023-05-12';
const state = stateFrom(
  [],
  roomsWorkbook(
    [aSpace({ id: 'ESP-0001' }), aSpace({ id: 'ESP-0002' }), aSpace({ id: 'ESP-0003', kind: 'shop_unit' })],
    [
      aStay({
        id: 'OCC-0001',
        space: 'ESP-0001',
        organisation: 'Sirocco Tour',
        start: '2020-06',
        planned_end: '2023-05',
      }),
      aStay({
        id: 'OCC-0002',
        space: 'ESP-0002',
        organisation: 'Les Disques',
        start: '2022-01-01',
        planned_end: '2023-09-30',
      }),
      aStay({ id: 'OCC-0003', space: 'ESP-0003', organisation: 'Lutherie', start: '2008', planned_end: '2023-06-30' }),
    ],
  ),
);
const rooms = roomsOf(readRegister(state), today);

test('exitsAhead() tells who leaves when, and what stands empty after each month; shops apart', () => {
  const months = exitsAhead(rooms, today, 6);
  expect(
    months.map(({ month, exits, vacancy }) => [month, exits.map(({ stay }) => stay.occupancy.id), vacancy]),
  ).toEqual([
    ['2023-05', ['OCC-0001'], 38_500],
    ['2023-06', [], 38_500],
    ['2023-07', [], 38_500],
    ['2023-08', [], 38_500],
    ['2023-09', ['OCC-0002'], 77_000],
    ['2023-10', [], 77_000],
  ]);
});

test('exitsAhead() says what each of two who share a room pays, and an agreed fee before the share', () => {
  const shared = roomsWorkbook(
    [aSpace({ id: 'ESP-0001' })],
    [
      aStay({ id: 'OCC-0001', space: 'ESP-0001', share: 50, planned_end: '2023-06-30' }),
      aStay({ id: 'OCC-0002', space: 'ESP-0001', share: 50, monthly_fee: 15_000, planned_end: '2023-06-30' }),
    ],
  );
  const [, june] = exitsAhead(roomsOf(readRegister(stateFrom([], shared)), today), today, 2);
  expect(june?.exits.map(({ monthly }) => monthly)).toEqual([19_250, 15_000]);
});

test('roomsOf() finds the stays of a room by its name where the number is missing, as « Espaces » does', () => {
  const byName = roomsWorkbook(
    [aSpace({ id: 'ESP-0001', name: 'B1' })],
    [aStay({ id: 'OCC-0001', space: null, space_name: 'b1', organisation: 'Nawel Presse' })],
  );
  expect(roomsOf(readRegister(stateFrom([], byName)), today)[0]?.stays).toHaveLength(1);
});

test('prolonged() says what six more months change, without writing anything', () => {
  expect(prolonged(rooms, 'OCC-0001', 6, today)).toMatchObject({
    from: '2023-05-31',
    until: '2023-11-30',
    income: 6 * 38_500,
    isBeyondLimit: true,
    limit: '2023-05-31',
    clash: null,
    nextFree: '2023-06-01',
    nextFreeThen: '2023-10-01',
  });
  expect(prolonged(rooms, 'OCC-0404', 6, today)).toBeNull();
});

test('the view « departures » says it in French', () => {
  const view = departuresView.view(
    state,
    { prolong: { occupancy: 'OCC-0001', months: 6 } },
    { today, time: '10:00' },
  ) as DeparturesView;
  expect(view.months[0]).toMatchObject({
    title: 'mai\u00A02023',
    exits: [
      {
        title: 'Sirocco Tour, B1',
        text: 'le 31/05/2023, sortie prévue\u00A0; 385\u00A0€ par mois\u00A0; personne après',
      },
    ],
  });
  expect(view.simulation?.sentences).toEqual([
    'La sortie passe du 31/05/2023 au 30/11/2023.',
    '2\u00A0310\u00A0€ de redevances en plus sur cette période.',
    'C’est au-delà de la limite du 31/05/2023\u00A0: il faut une décision datée et motivée.',
    'Le prochain bureau libre le serait le 01/10/2023 au lieu du 01/06/2023.',
  ]);
});

test('the view « rents » foresees a month that is not prepared, and the week proposes to prepare it', () => {
  const view = rentsView.view(state, {}, { today, time: '10:00' }) as RentsView;
  expect(view).toMatchObject({
    month: '2023-05',
    items: [],
    foreseen: 'D’après les séjours, 770\u00A0€ seraient dus pour ce mois.',
  });
  expect(rentsPart.steps(state, { today, time: '10:00' })).toMatchObject([
    { title: 'Préparer les redevances de mai\u00A02023', action: { view: 'rents', input: { month: '2023-05' } } },
  ]);
});

test('rentsView() names a room as people do', () => {
  const row = {
    ...blank(rentChargeTable, 'RED-0001'),
    month: '2023-05',
    organisation: 'Sirocco Tour',
    space_name: '7',
  };
  const rows = { [rentChargeTable.tab]: changeTable(rentChargeTable, undefined, { put: [row] }) };
  const { items } = rentsView.view(stateFrom([], rows), {}, { today, time: '10:00' }) as RentsView;
  expect(items.map(({ title }) => title)).toEqual(['Sirocco Tour, bureau 7']);
});
