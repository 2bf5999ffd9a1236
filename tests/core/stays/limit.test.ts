import { monthsUsed } from '../../../src/core/stays/limit.ts';
import { stageOf } from '../../../src/core/stays/deadline.ts';
import { readFileSync } from 'node:fs';
import type { Workbook } from '../../../src/core/workbook.ts';
import { occupantLabel, spaceLabel } from '../../../src/core/stays/read.ts';
import { adopted } from '../../support/adoption.ts';
import { sourceFromXlsx } from '../../support/source-from-xlsx.ts';
import { registerOf, staysIn, TODAY } from '../../support/stays.ts';
import type { Parts } from '../../support/stays.ts';

const two = [{}, {}];
const marée = { member: 'ADH-0001', organisation: 'Label Marée Basse' };

function lastDays(parts: Parts): (string | undefined)[] {
  const stays = staysIn(registerOf({ members: [{ organisation: 'Label Marée Basse' }], ...parts }));
  return stays.occupancies.map((stay) => stays.limitOf(stay)?.last);
}

describe('the longest stay', () => {
  it('is 36 months from the entry, last day included', () => {
    expect(lastDays({ spaces: two, stays: [{ ...marée, space: 'ESP-0001', start: '2021-09-01' }] })).toEqual([
      '2024-08-31',
    ]);
  });

  it.each([
    ['2020-02-29', '2023-02-28'],
    ['2021-03-01', '2024-02-29'],
    ['2021-02-28', '2024-02-27'],
    ['2021-08-31', '2024-08-30'],
    ['2020-02', '2023-01'],
  ])('from %s ends on %s', (start, last) => {
    expect(lastDays({ spaces: two, stays: [{ ...marée, space: 'ESP-0001', start }] })).toEqual([last]);
  });

  it('of 6 months from a 31 August ends with February', () => {
    const stays = [{ ...marée, space: 'ESP-0001', start: '2021-08-31' }];
    expect(lastDays({ spaces: two, stays, settings: { max_stay_months: '6' } })).toEqual(['2022-02-28']);
  });

  it('that began on a 29 February is 36 months long on its last day, not the day before', () => {
    const { occupancies, limitOf } = staysIn(
      registerOf({ spaces: two, members: [{}], stays: [{ ...marée, space: 'ESP-0001', start: '2020-02-29' }] }),
    );
    const [stay] = occupancies;
    const limit = stay && limitOf(stay);
    const used = (today: string) => (stay && limit ? monthsUsed(limit, stay, today) : null);
    expect([used('2023-02-27'), used('2023-02-28')]).toEqual([35, 36]);
  });

  it('goes on counting when the organisation changes office', () => {
    const stays = [
      { ...marée, space: 'ESP-0001', start: '2021-09-01', end: '2022-02-28' },
      { ...marée, space: 'ESP-0002', start: '2022-03-01' },
    ];
    expect(lastDays({ spaces: two, stays })).toEqual(['2024-08-31', '2024-08-31']);
  });

  it('stops counting during an absence of a few months, and forgets the past after a long one', () => {
    const back = (start: string) => [
      { ...marée, space: 'ESP-0001', start: '2018-01-01', end: '2018-12-31' },
      { ...marée, space: 'ESP-0002', start },
    ];
    // 59 days away: two years are left from 1 March 2019.
    expect(lastDays({ spaces: two, stays: back('2019-03-01') })[1]).toBe('2021-02-28');
    expect(lastDays({ spaces: two, stays: back('2019-12-31') })[1]).toBe('2021-12-30');
    expect(lastDays({ spaces: two, stays: back('2020-01-02') })[1]).toBe('2023-01-01');
  });

  it('counts an office and a desk held together once', () => {
    const stays = [
      { ...marée, space: 'ESP-0001', start: '2021-01-01' },
      { ...marée, space: 'ESP-0002', start: '2021-06-01' },
    ];
    expect(lastDays({ spaces: [{}, { kind: 'desk' }], stays })).toEqual(['2023-12-31', '2023-12-31']);
  });

  it('does not exist for a shop, and a shop does not count for an office', () => {
    const stays = [
      { ...marée, space: 'ESP-0001', start: '2010-01-01' },
      { ...marée, space: 'ESP-0002', start: '2023-02' },
    ];
    expect(lastDays({ spaces: [{ kind: 'shop_unit' }, {}], stays })).toEqual([undefined, '2026-01']);
  });

  it('follows « Réglages »', () => {
    const stays = [{ ...marée, space: 'ESP-0001', start: '2021-09-01' }];
    const after = (max_stay_months: string) => lastDays({ spaces: two, stays, settings: { max_stay_months } });
    expect(after('24')).toEqual(['2023-08-31']);
    expect(after('beaucoup')).toEqual(['2024-08-31']);
  });

  it('follows an organisation through the merging of its records', () => {
    const members = [{ organisation: 'Marée Basse', merged_into: 'ADH-0002' }, { organisation: 'Label Marée Basse' }];
    const stays = [
      { member: 'ADH-0001', space: 'ESP-0001', start: '2021-09-01', end: '2022-02-28' },
      { member: 'ADH-0002', space: 'ESP-0002', start: '2022-03-01' },
    ];
    expect(lastDays({ spaces: two, members, stays })).toEqual(['2024-08-31', '2024-08-31']);
  });

  it('says how many months are used, absences taken out', () => {
    const stays = staysIn(
      registerOf({
        spaces: two,
        members: [{}],
        stays: [
          { ...marée, space: 'ESP-0001', start: '2021-09-01', end: '2022-02-28' },
          { ...marée, space: 'ESP-0002', start: '2022-05-01' },
        ],
      }),
    );
    const stay = stays.occupancies[1];
    const limit = stay && stays.limitOf(stay);
    expect(stay && limit ? monthsUsed(limit, stay, TODAY) : null).toBe(18);
  });
});

describe('stageOf()', () => {
  const near = (day: string) => stageOf(day, TODAY);

  it.each([
    ['2024-05-13', null],
    ['2024-05-12', 'months_12'],
    ['2023-11-13', 'months_12'],
    ['2023-11-12', 'months_6'],
    ['2023-08-12', 'months_3'],
    ['2023-06-12', 'months_1'],
    ['2023-05-13', 'months_1'],
    ['2023-05-12', 'today'],
    ['2023-05-11', 'past'],
    ['2023-04-28', 'past'],
    ['2023-04-27', 'overdue'],
  ] as const)('an end on %s is %s', (day, stage) => {
    expect(near(day)).toBe(stage);
  });
});

describe('the sample on 12 May 2023', () => {
  let made: Workbook;
  beforeAll(async () => {
    made = adopted(await sourceFromXlsx('src/local/sample/mila-2023.xlsx')).made;
  }, 60_000);

  it('raises the alerts that its rooms imply, and no other', () => {
    const expected: unknown = JSON.parse(readFileSync('tests/fixtures/stay-alerts-2023-05-12.json', 'utf8'));
    const alerts = staysIn(made)
      .alerts(TODAY)
      .map(({ stay, space, deadline, stage }) => [
        occupantLabel(stay),
        spaceLabel(space, stay),
        deadline.day,
        deadline.cause,
        stage,
      ]);
    expect(alerts).toEqual(expected);
  });
});
