import { buildSurveyReport } from '../../../src/core/commands/build-survey-report.ts';
import { recordSurvey } from '../../../src/core/commands/record-survey.ts';
import { apply } from '../../../src/core/shell.ts';
import { SURVEY_SHEET } from '../../../src/core/survey/sheet.ts';
import { readTable } from '../../../src/core/records.ts';
import { shopSurveyTable } from '../../../src/core/tables/shop-survey.ts';
import type { Command } from '../../../src/core/command.ts';
import { localHost } from '../../support/local-host.ts';
import type { LocalHost } from '../../support/local-host.ts';
import { aSpace, aStay, roomsWorkbook } from '../../support/rooms.ts';

const workbook = roomsWorkbook(
  [
    ...Array.from({ length: 14 }, (_, index) =>
      aSpace({
        id: `ESP-00${String(index + 10)}`,
        kind: 'shop_unit',
        name: `BT${index + 1}`,
        paid_to_association: false,
      }),
    ),
    aSpace({ id: 'ESP-0033', kind: 'premises', name: 'Pôle MILA' }),
    aSpace({ id: 'ESP-0034', kind: 'premises', name: 'Milab' }),
    aSpace({ id: 'ESP-0001', name: 'B1' }),
  ],
  [aStay({ id: 'OCC-0001', space: 'ESP-0010', organisation: 'Ampli Rouge', start: '2023-01' })],
);

function run(host: LocalHost, command: Command, input: unknown) {
  const asked = { command, input, moment: { today: '2023-05-12', time: '10:00' }, known: null };
  return host.run(apply(asked, null, 'moi'));
}

const first = {
  space: 'ESP-0010',
  glazing: 'replace',
  glazing_kind: 'single',
  glazing_cost: 420_000,
  shutter: 'repair',
  shutter_stuck: true,
  shutter_cost: 90_050,
} as const;

test('a survey is one row per premises: said again, what is not said stays', () => {
  const host = localHost(workbook);
  expect(run(host, recordSurvey, first).outcome).toBe('applied');
  expect(run(host, recordSurvey, first).outcome).toBe('nothing');
  run(host, recordSurvey, { space: 'ESP-0010', doors: 'good', glazing_cost: null });
  expect(readTable(shopSurveyTable, host.workbook()[shopSurveyTable.tab]).records).toMatchObject([
    {
      space_name: 'BT1',
      surveyed_on: '2023-05-12',
      glazing: 'replace',
      glazing_cost: null,
      doors: 'good',
      shutter_cost: 90_050,
    },
  ]);
});

test('an office, an unknown space and an impossible day are refused with the cure', () => {
  const host = localHost(workbook);
  const refusal = (input: unknown) => run(host, recordSurvey, input).shown.preview.refusal;
  expect(refusal({ space: 'ESP-0001' })).toContain('n’est ni une boutique');
  expect(refusal({ space: 'ESP-9999' })).toContain('Choisissez un local');
  expect(refusal({ space: 'ESP-0010', surveyed_on: '2023-02-31' })).toContain('n’est pas une date');
});

test('« État des boutiques » expects 16 premises, counts those surveyed and adds the estimates up', () => {
  const host = localHost(workbook);
  run(host, recordSurvey, first);
  run(host, recordSurvey, { space: 'ESP-0034', electricity: 'replace', electricity_cost: 100_000 });
  expect(run(host, buildSurveyReport, {}).shown.preview.summary).toEqual([
    '2 locaux relevés sur 16 attendus\u00A0; travaux estimés\u00A0: 6\u00A0100,50\u00A0€.',
  ]);
  const rows = host.snapshot().tabs.find(({ title }) => title === SURVEY_SHEET)?.shown ?? [];
  expect(rows[3]?.slice(0, 4)).toEqual(['Locaux relevés', 2, 'sur 16', 2 / 16]);
  const shop = rows.find(([name]) => name === 'BT1');
  expect(shop?.[1]).toBe('Ampli Rouge');
  expect(shop?.slice(3, 5)).toEqual(['à remplacer', 4200]);
  expect(shop?.slice(15, 17)).toEqual([5100.5, 'simple vitrage, rideau bloqué']);
  expect(rows.find(([name]) => name === 'Total')?.slice(3, 16)).toEqual([
    null,
    4200,
    null,
    0,
    null,
    1000,
    null,
    0,
    null,
    900.5,
    null,
    0,
    6100.5,
  ]);
  expect(rows.find(([name]) => name === 'À remplacer')?.[3]).toBe(1);
  expect(run(host, buildSurveyReport, {}).outcome).toBe('nothing');
});
