import fc from 'fast-check';
import { duesOf } from '../../../src/core/rents/dues.ts';
import { amountOf, amountsTogether } from '../../../src/core/rents/prorata.ts';
import { readRegister } from '../../../src/core/register.ts';
import { monthSpans } from '../../../src/core/rooms/month.ts';
import { roomsOf } from '../../../src/core/rooms/rooms.ts';
import type { Occupancy } from '../../../src/core/tables/occupancy.ts';
import type { Space } from '../../../src/core/tables/space.ts';
import { aSpace, aStay, roomsWorkbook } from '../../support/rooms.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const today = '2023-05-12';

function dues(spaces: readonly Space[], stays: readonly Occupancy[], from: string, to = from) {
  return duesOf(roomsOf(readRegister(stateFrom([], roomsWorkbook(spaces, stays))), today), monthSpans(from, to));
}

function amounts(spaces: readonly Space[], stays: readonly Occupancy[], month: string): number[] {
  return dues(spaces, stays, month).dues.map(({ amount }) => amount);
}

const office = aSpace({ id: 'ESP-0001' });
const stay = (number: number, fields: Partial<Occupancy>) =>
  aStay({ id: `OCC-000${number}`, space: 'ESP-0001', ...fields });

describe('duesOf()', () => {
  it('asks for 20 days of 31 from an entry on 12 March, and shows how', () => {
    const [due] = dues([office], [stay(1, { start: '2023-03-12' })], '2023-03').dues;
    expect(due).toMatchObject({
      days: 20,
      monthDays: 31,
      amount: 24_839,
      computation: '385\u00A0€ × 20/31 = 248,39\u00A0€',
    });
  });

  it('asks for the whole month in the middle of a stay, and nothing after it', () => {
    const one = [stay(1, { start: '2021-09-01', end: '2023-04-30' })];
    expect(dues([office], one, '2023-04').dues[0]).toMatchObject({
      amount: 38_500,
      computation: '385\u00A0€, mois entier',
    });
    expect(amounts([office], one, '2023-05')).toEqual([]);
  });

  it('counts 29 days in February 2024', () => {
    expect(dues([office], [stay(1, { start: '2024-02-10' })], '2024-02').dues[0]).toMatchObject({
      days: 20,
      monthDays: 29,
      amount: 26_552,
    });
  });

  it('shares an office by the parts, to the cent', () => {
    const shared = aSpace({ id: 'ESP-0001', monthly_fee: 41_667 });
    const two = [stay(1, { start: '2020-10-01', share: 50 }), stay(2, { start: '2020-10-01', share: 50 })];
    expect(amounts([shared], two, '2023-04')).toEqual([20_834, 20_833]);
    expect(dues([shared], two, '2023-04').dues[1]?.computation).toBe(
      '416,67\u00A0€ × 50\u00A0% = 208,33\u00A0€, au centime près pour que les parts fassent le tout',
    );
  });

  it('follows a move in the middle of a month', () => {
    const rooms = [office, aSpace({ id: 'ESP-0002', monthly_fee: 59_000 })];
    const moved = [
      stay(1, { end: '2023-03-14', start: '2022-01-01' }),
      stay(2, { space: 'ESP-0002', start: '2023-03-15' }),
    ];
    expect(amounts(rooms, moved, '2023-03')).toEqual([17_387, 32_355]);
  });

  it('takes the agreed fee rather than the room’s, and the room’s when it is given by quarter or year', () => {
    expect(
      dues([office], [stay(1, { start: '2023-01-01', monthly_fee: 30_000, share: 50 })], '2023-02').dues[0],
    ).toMatchObject({
      amount: 30_000,
      computation: 'convenu\u00A0: 300\u00A0€, mois entier',
    });
    const quarterly = aSpace({ id: 'ESP-0001', fee: 125_000, fee_period: 'quarter' });
    expect(amounts([{ ...quarterly, monthly_fee: null }], [stay(1, { start: '2023-01-01' })], '2023-02')).toEqual([
      41_667,
    ]);
  });

  it('never asks for the rent of a shop, nor for what is paid to the landlord', () => {
    const shop = aSpace({ id: 'ESP-0001', kind: 'shop_unit', paid_to_association: true });
    const { dues: none, problems } = dues([shop], [stay(1, { start: '2020-01-01' })], '2023-05');
    expect(none).toEqual([]);
    expect(problems.map(({ kind }) => kind)).toEqual(['shop_rent']);
    const elsewhere = aSpace({ id: 'ESP-0001', paid_to_association: false });
    expect(amounts([elsewhere], [stay(1, { start: '2020-01-01' })], '2023-05')).toEqual([]);
    expect(amounts([office], [stay(1, { start: '2020-01-01', agreement: 'landlord_lease' })], '2023-05')).toEqual([]);
  });

  it('says where a fee is missing and where shares exceed the room', () => {
    const free = aSpace({ id: 'ESP-0001', fee: null, monthly_fee: null });
    expect(
      dues([{ ...free, monthly_fee: null }], [stay(1, { start: '2023-01-01' })], '2023-05').problems[0]?.message,
    ).toContain('la redevance par mois est vide');
    const three = [60, 60].map((share, index) => stay(index + 1, { start: '2023-01-01', share }));
    expect(dues([office], three, '2023-05').problems[0]?.message).toContain('les parts font 120\u00A0%');
  });

  it('says that a month is counted whole when the day of entry is unknown', () => {
    expect(dues([office], [stay(1, { start: '2023-02' })], '2023-02').dues[0]).toMatchObject({
      days: 28,
      note: 'jour d’entrée inconnu\u00A0: le mois entier est compté',
    });
  });

  it('gives 45 430 € for ten offices and a vacancy of two months', () => {
    const offices = Array.from({ length: 10 }, (_, index) => aSpace({ id: `ESP-00${String(index + 10)}` }));
    const stays = offices.flatMap(({ id }, index) =>
      index === 0
        ? [
            aStay({ id: 'OCC-0100', space: id, start: '2022-01-01', end: '2023-02-28' }),
            aStay({ id: 'OCC-0101', space: id, start: '2023-05-01', planned_end: '2024-12-31' }),
          ]
        : [aStay({ id: `OCC-00${String(index + 10)}`, space: id, start: '2022-01-01', planned_end: '2024-12-31' })],
    );
    const all = dues(offices, stays, '2023-01', '2023-12').dues;
    expect(all.reduce((sum, { amount }) => sum + amount, 0)).toBe(4_543_000);
  });
});

describe('amountsTogether()', () => {
  const fee = fc.integer({ min: 0, max: 500_000 });
  const monthDays = fc.constantFrom(28, 29, 30, 31);

  it('gives the fee to the cent when successive occupants fill the month', () => {
    fc.assert(
      fc.property(
        fee,
        monthDays,
        fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 6 }),
        (sum, days, cuts) => {
          const lengths: number[] = [];
          let left = days;
          for (const cut of cuts) {
            const taken = Math.min(cut, left);
            if (taken > 0) lengths.push(taken);
            left -= taken;
          }
          if (left > 0) lengths.push(left);
          const parts = lengths.map((length) => ({ fee: sum, share: 100, days: length, monthDays: days }));
          const all = amountsTogether(parts);
          expect(all.reduce((total, amount) => total + amount, 0)).toBe(sum);
          all.forEach((amount, index) => expect(Math.abs(amount - amountOf(parts[index]!))).toBeLessThanOrEqual(1));
        },
      ),
    );
  });

  it('gives the fee to the cent when shares make a whole', () => {
    fc.assert(
      fc.property(fee, monthDays, fc.integer({ min: 0, max: 10_000 }), (sum, days, hundredths) => {
        const shares = [hundredths / 100, (10_000 - hundredths) / 100];
        const parts = shares.map((share) => ({ fee: sum, share, days, monthDays: days }));
        expect(amountsTogether(parts).reduce((total, amount) => total + amount, 0)).toBe(sum);
      }),
    );
  });

  it('rounds a lone part half up', () => {
    expect(amountOf({ fee: 1, share: 50, days: 30, monthDays: 30 })).toBe(1);
    expect(amountsTogether([{ fee: 41_667, share: 50, days: 30, monthDays: 30 }])).toEqual([20_834]);
  });
});
