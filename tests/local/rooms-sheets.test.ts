/** The rooms' sheets as the spreadsheet calculates them: their numbers are those of the core's arithmetic. */
import { buildOccupancy } from '../../src/core/commands/build-occupancy.ts';
import { RATES_SHEET } from '../../src/core/rooms/rates-sheet.ts';
import { OCCUPANCY_SHEET } from '../../src/core/rooms/timeline-sheet.ts';
import { apply } from '../../src/core/shell.ts';
import type { Shown } from '../../src/core/workbook.ts';
import { localHost } from '../support/local-host.ts';
import type { LocalHost } from '../support/local-host.ts';
import { aSpace, aStay, roomsWorkbook } from '../support/rooms.ts';

const workbook = roomsWorkbook(
  [
    aSpace({ id: 'ESP-0001' }),
    aSpace({ id: 'ESP-0002', area: 16, monthly_fee: 59_000, premises: 'Milab' }),
    aSpace({ id: 'ESP-0003', kind: 'studio', name: 'Studio', area: null, monthly_fee: 33_000 }),
    aSpace({
      id: 'ESP-0004',
      kind: 'shop_unit',
      name: 'BT1',
      area: 40,
      monthly_fee: 54_000,
      paid_to_association: false,
    }),
  ],
  [
    aStay({ id: 'OCC-0001', space: 'ESP-0001', start: '2023-03-12', planned_end: '2023-12-31' }),
    aStay({ id: 'OCC-0002', space: 'ESP-0002', start: '2022-01-01', planned_end: '2023-06-30' }),
    aStay({ id: 'OCC-0003', space: 'ESP-0004', start: '2008' }),
  ],
);

function built(today = '2023-05-12', host = localHost(workbook)): LocalHost {
  const run = { command: buildOccupancy, input: {}, moment: { today, time: '10:00' }, known: null };
  expect(host.run(apply(run, null, 'moi')).outcome).toBe('applied');
  return host;
}

function rows(host: LocalHost, tab: string): readonly (readonly Shown[])[] {
  return host.snapshot().tabs.find(({ title }) => title === tab)?.shown ?? [];
}

const FIRST_MONTH = 4;

/** What the row of a rate holds: twenty-four months, then the two years. */
function rate(host: LocalHost, section: string, label: string): readonly Shown[] {
  const all = rows(host, RATES_SHEET);
  const start = all.findIndex(([first]) => first === section);
  return (
    all
      .slice(start)
      .find(([first]) => first === label)
      ?.slice(FIRST_MONTH) ?? []
  );
}

test('« Taux d’occupation » gives the three rates by month and year, what is unknown left out', () => {
  const host = built();
  const places = rate(host, 'Ensemble', 'Taux en places');
  expect(places[0]).toBeCloseTo(2 / 4, 9);
  expect(places[2]).toBeCloseTo((20 + 31 + 31) / (4 * 31), 9);
  expect(places[24]).toBeCloseTo((295 + 181 + 365) / (4 * 365), 9);
  const area = rate(host, 'Ensemble', 'Taux en surface (m²)');
  expect(area[2]).toBeCloseTo((10 * 20 + 16 * 31 + 40 * 31) / (66 * 31), 9);
  const euros = rate(host, 'Ensemble', 'Taux en redevances (€)');
  expect(euros[2]).toBeCloseTo((385 * 20 + 590 * 31) / ((385 + 590 + 330) * 31), 9);
  expect(rate(host, 'Taux en redevances (€), par type', 'Boutiques')[0]).toBe('–');
  expect(rate(host, 'Taux en surface (m²), par type', 'Petits studios')[0]).toBe('–');
  expect(rate(host, 'Taux en places, par type', 'Bureaux')[6]).toBeCloseTo(1 / 2, 9);
  expect(rows(host, RATES_SHEET).flat()).toContainEqual(expect.stringContaining('sans surface connue\u00A0: Studio'));
});

test('the last row of « Occupation des espaces » is the rate of the other tab', () => {
  const host = built();
  const last = rows(host, OCCUPANCY_SHEET).find(([first]) => first === 'Taux (places)');
  expect(last?.slice(2, 26)).toEqual(rate(host, 'Ensemble', 'Taux en places').slice(0, 24));
});

test('names stand where their bars start, under the year and month', () => {
  const host = built();
  const all = rows(host, OCCUPANCY_SHEET);
  const months = all.find(([first]) => first === 'Espace');
  expect(months?.slice(2, 5)).toEqual(['janv.', 'févr.', 'mars']);
  expect(all.find(([first]) => first === 'B1')?.slice(2, 6)).toEqual([null, null, 'Label OCC-0001', null]);
  expect(all.map(([first]) => first)).toEqual(expect.arrayContaining(['Bureaux', 'Bureaux – Milab', 'Boutiques']));
});

test('built again on a later day, only what moved changes, and the stamp says when', () => {
  const host = built();
  const run = { command: buildOccupancy, input: {}, moment: { today: '2023-05-20', time: '10:00' }, known: null };
  expect(host.run(apply({ ...run, input: { from: '2023-01', to: '2023-12' } }, null, 'moi')).outcome).toBe('applied');
  expect(rows(host, OCCUPANCY_SHEET)[1]?.[0]).toMatch(/^Construit le 20\/05\/2023/u);
  expect(host.run(apply({ ...run, input: { from: '2023-01', to: '2023-12' } }, null, 'moi')).outcome).toBe('nothing');
});
