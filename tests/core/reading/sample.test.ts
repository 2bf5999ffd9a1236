import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readWorkbook } from '../../../src/core/reading/read-workbook.ts';
import type { Json, Reading, TabReading } from '../../../src/core/reading/types.ts';
import { sourceFromXlsx } from '../../support/source-from-xlsx.ts';

const SAMPLE = path.join(__dirname, '../../../src/local/sample/mila-2023.xlsx');
const EXPECTED = path.join(__dirname, '../../fixtures/mila-2023.expected.json');

type Expected = Omit<Reading, 'tabs'> & { readonly tabs: readonly Omit<TabReading, never>[] };

const expected = JSON.parse(readFileSync(EXPECTED, 'utf8')) as Expected;
let reading: Reading;

beforeAll(async () => {
  const tabs = await sourceFromXlsx(SAMPLE);
  reading = readWorkbook(tabs, { workbook: 'mila-2023.xlsx', today: '2023-05-12' }).reading;
});

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const withoutMessages = (tab: TabReading | undefined) =>
  plain(tab?.problems.map((problem) => ({ ...problem, message: undefined })));

describe('readWorkbook() on the sample workbook', () => {
  test.each(expected.tabs.map((tab, index) => [tab.name, index] as const))('reads « %s » as expected', (_, index) => {
    const { problems, ...wanted } = expected.tabs[index]!;
    expect(plain({ ...reading.tabs[index], problems: undefined })).toEqual(wanted);
    expect(withoutMessages(reading.tabs[index])).toEqual(problems);
  });

  test('adds up and cross-checks as expected', () => {
    expect(plain({ ...reading, tabs: undefined })).toEqual({ ...expected, tabs: undefined });
  });

  test('accounts for every filled cell once', () => {
    for (const { cells } of reading.tabs) {
      const sum = Object.values(cells.by_row_class).reduce((total, count) => total + count, 0);
      expect(sum).toBe(cells.non_empty);
    }
  });

  test('says every problem in a French sentence that names its tab', () => {
    for (const { problems, name } of reading.tabs) {
      for (const { message } of problems) expect(message).toContain(name);
    }
  });
});
