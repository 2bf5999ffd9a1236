import { monthSpans } from '../../../src/core/rooms/month.ts';
import { readRegister } from '../../../src/core/register.ts';
import { roomMonths, roomsOf } from '../../../src/core/rooms/rooms.ts';
import type { Room } from '../../../src/core/rooms/rooms.ts';
import { lanesOf } from '../../../src/core/rooms/timeline.ts';
import { laneWords } from '../../../src/core/rooms/timeline-words.ts';
import { turnOverOf } from '../../../src/core/rooms/turn-over.ts';
import { vacancyOf } from '../../../src/core/rooms/vacancy.ts';
import type { Occupancy } from '../../../src/core/tables/occupancy.ts';
import type { Space } from '../../../src/core/tables/space.ts';
import { aSpace, aStay, roomsWorkbook } from '../../support/rooms.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const today = '2023-05-12';
const year = monthSpans('2023-01', '2023-12');

function rooms(spaces: readonly Space[], stays: readonly Occupancy[]): Room[] {
  return roomsOf(readRegister(stateFrom([], roomsWorkbook(spaces, stays))), today);
}

function room(stays: readonly Partial<Occupancy>[], space: Partial<Space> = {}): Room {
  const own = stays.map((stay, index) => aStay({ id: `OCC-000${index + 1}`, space: 'ESP-0001', ...stay }));
  return rooms([aSpace({ id: 'ESP-0001', ...space })], own)[0]!;
}

/** Each row as letters, one per month: c current, e ending, o over, x extended, f future, p past, · free. */
function drawn(one: Room): string[] {
  const letters = {
    current: 'c',
    ending: 'e',
    over: 'o',
    extended: 'x',
    future: 'f',
    past: 'p',
    blocked: 'b',
    closed: 'k',
  };
  return lanesOf(one, year, today).map(({ bars }) => {
    const months = year.map(() => '·');
    for (const { from, states } of bars) states.forEach((state, offset) => (months[from + offset] = letters[state]));
    return months.join('');
  });
}

describe('lanesOf()', () => {
  it('draws a stay from its entry to its planned exit, whatever months it began before', () => {
    expect(drawn(room([{ start: '2021-09-01', planned_end: '2024-08-31' }]))).toEqual(['cccccccccccc']);
    expect(drawn(room([{ start: '2023-03', planned_end: '2025' }]))).toEqual(['··cccccccccc']);
  });

  it('says which stays end within six months, and which are over their limit', () => {
    expect(drawn(room([{ start: '2020-10-01', planned_end: '2023-09-30' }]))).toEqual(['eeeeeeeee···']);
    expect(drawn(room([{ start: '2020-03-01', planned_end: '2023-12-31', max_end: '2023-02-28' }]))).toEqual([
      'ccoooooooooo',
    ]);
  });

  it('draws the months of a prolongation apart', () => {
    expect(drawn(room([{ start: '2020-03-01', max_end: '2023-02-28', extended_until: '2023-08-31' }]))).toEqual([
      'eexxxxxx····',
    ]);
  });

  it('gives two occupants at the same time a row each, and one after the other the same row', () => {
    const shared = room([
      { start: '2023-01-01', planned_end: '2023-12-31', share: 50 },
      { start: '2023-02-01', planned_end: '2023-12-31', share: 50 },
    ]);
    expect(drawn(shared)).toEqual(['cccccccccccc', '·ccccccccccc']);
    const inTurn = room([
      { start: '2022-01-01', end: '2023-03-11' },
      { start: '2023-03-12', planned_end: '2024-12-31' },
    ]);
    expect(drawn(inTurn)).toEqual(['ppcccccccccc']);
  });

  it('keeps a short stay visible when the next one begins in the same month', () => {
    const one = room([
      { start: '2023-03-01', end: '2023-03-10' },
      { start: '2023-03-12', end: '2023-04-10' },
    ]);
    expect(drawn(one)).toEqual(['··p·········', '··pp········']);
  });

  it('counts an occupant as present when the planned exit is past and no exit was written', () => {
    expect(drawn(room([{ start: '2022-06-01', planned_end: '2023-03-31' }]))).toEqual(['cccccccccccc']);
  });

  it('puts no limit on shops', () => {
    expect(drawn(room([{ start: '2008' }], { kind: 'shop_unit' }))).toEqual(['cccccccccccc']);
  });
});

test('laneWords() says the same without colours', () => {
  const words = (one: Room) => laneWords(lanesOf(one, year, today)[0]!, one.space, today, true);
  expect(words(room([{ start: '2020-03-01', planned_end: '2023-12-31', max_end: '2023-02-28' }]))).toBe(
    'Label OCC-0001\u00A0: depuis le 01/03/2020, sortie le 31/12/2023, limite dépassée depuis le 28/02/2023',
  );
  expect(words(room([], { vacant_since: '2023-04-15' }))).toBe('libre depuis le\u00A015/04/2023');
  expect(
    words(room([], { blocked_from: '2023-06-01', blocked_until: '2023-07-31', blocked_reason: 'dégât des eaux' })),
  ).toBe('libre · indisponible dès le\u00A001/06/2023 jusqu’au 31/07/2023 (dégât des eaux)');
});

describe('roomMonths()', () => {
  const march = monthSpans('2023-03', '2023-03');
  const days = (one: Room) => roomMonths(one, march)[0];

  it('counts the days from an entry on 12 March: 20 of 31', () => {
    expect(days(room([{ start: '2023-03-12' }]))).toEqual({ available: 31, occupied: 20 });
  });

  it('counts a shared office once, and each place of a room that has several', () => {
    const two = [{ start: '2023-01-01' }, { start: '2023-03-22' }];
    expect(days(room(two))).toEqual({ available: 31, occupied: 31 });
    expect(days(room(two, { places: 2 }))).toEqual({ available: 62, occupied: 41 });
  });

  it('leaves works and closed rooms out', () => {
    expect(days(room([{ start: '2023-01-01' }], { blocked_from: '2023-03-22' }))).toEqual({
      available: 21,
      occupied: 21,
    });
    expect(days(room([], { closed_on: '2023-03-01' }))).toEqual({ available: 0, occupied: 0 });
  });

  it('knows a leap February', () => {
    const [february] = roomMonths(room([{ start: '2024-02-10' }]), monthSpans('2024-02', '2024-02'));
    expect(february).toEqual({ available: 29, occupied: 20 });
  });
});

test('turnOverOf() counts written exits of twelve months, and how long people stay', () => {
  const offices = rooms(
    [aSpace({ id: 'ESP-0001' }), aSpace({ id: 'ESP-0002', status: 'reserved' })],
    [
      aStay({ id: 'OCC-0001', space: 'ESP-0001', start: '2021-04-12', end: '2023-04-11' }),
      aStay({ id: 'OCC-0002', space: 'ESP-0001', start: '2023-04-13' }),
      aStay({ id: 'OCC-0003', space: 'ESP-0002', start: '2019-01-01', end: '2022-05-11' }),
    ],
  );
  expect(turnOverOf('office', offices, today)).toEqual({
    kind: 'office',
    places: 2,
    occupied: 1,
    waiting: 1,
    exits: 1,
    present: { stays: 1, days: 30 },
    gone: { stays: 1, days: 730 },
  });
});

test('vacancyOf() counts what empty offices would bring; shops and works cost nothing', () => {
  const all = rooms(
    [
      aSpace({ id: 'ESP-0001' }),
      aSpace({ id: 'ESP-0002' }),
      aSpace({ id: 'ESP-0003', kind: 'shop_unit', monthly_fee: 54_000 }),
      aSpace({ id: 'ESP-0004', blocked_from: '2023-05-01' }),
    ],
    [aStay({ id: 'OCC-0001', space: 'ESP-0001', start: '2022-01-01' })],
  );
  const { free, monthly } = vacancyOf(all, today);
  expect(free.map(({ space }) => space.id)).toEqual(['ESP-0002', 'ESP-0003']);
  expect(monthly).toBe(38_500);
});

test('roomsOf() puts B2 before B10, and leaves out what the association rents', () => {
  const names = rooms(
    ['B10', 'B2', 'b 1']
      .map((name, index) => aSpace({ id: `ESP-000${index + 1}`, name }))
      .concat(aSpace({ id: 'ESP-0009', kind: 'premises' })),
    [],
  ).map(({ name }) => name);
  expect(names).toEqual(['b 1', 'B2', 'B10']);
});
