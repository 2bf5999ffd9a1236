/* eslint-disable @typescript-eslint/no-explicit-any -- answers are JSON, looked into at many depths */
/**
 * What Régie relies on of Sheets v4, asked through the official client. Against local Google always; against the real
 * one too when GOOGLE_CONTRACT_SPREADSHEET (a spreadsheet to be written in, its first tab emptied) and
 * GOOGLE_CONTRACT_TOKEN (an access token with the scope "spreadsheets") are given.
 */
import { createServer, request } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { answerHttp } from '../../src/local/google/http.ts';
import { createLocalGoogle, createSpreadsheet } from '../../src/local/google/index.ts';

jest.setTimeout(60_000);

interface Target {
  readonly client: sheets_v4.Sheets;
  readonly spreadsheetId: string;
}

interface Expectation {
  readonly fact: string;
  /** Section of the facts on Apps Script and Google Sheets; "observed" is what only a real spreadsheet can confirm. */
  readonly source: string;
  readonly holds: (target: Target) => Promise<void>;
}

// Node's own: the client would import another one, which Jest's modules cannot.
const FETCH = { fetchImplementation: fetch };
const TAB = 918_273;
const area = (rows: number, columns: number) => ({
  sheetId: TAB,
  startRowIndex: 0,
  endRowIndex: rows,
  startColumnIndex: 0,
  endColumnIndex: columns,
});
const row = (...values: sheets_v4.Schema$ExtendedValue[]) => ({
  values: values.map((userEnteredValue) => ({ userEnteredValue })),
});

const batch = async ({ client, spreadsheetId }: Target, ...requests: sheets_v4.Schema$Request[]) =>
  (await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } })).data;

const cells = async ({ client, spreadsheetId }: Target, range: string, fields: string) => {
  const answer = await client.spreadsheets.get({
    spreadsheetId,
    ranges: [`Contrat!${range}`],
    fields: `sheets.data.rowData.values(${fields})`,
  });
  return answer.data.sheets?.[0]?.data?.[0]?.rowData ?? [];
};

const refusal = async (call: Promise<unknown>): Promise<{ code: number; message: string; status: string }> => {
  try {
    await call;
  } catch (error) {
    return (error as any).response.data.error;
  }
  throw new Error('Google took what it was expected to refuse');
};

const EXPECTATIONS: readonly Expectation[] = [
  {
    fact: 'a stringValue that begins with "=" stays a text, and reads back as stringValue',
    source: '6.5',
    async holds(target) {
      await batch(target, {
        updateCells: { start: { sheetId: TAB }, rows: [row({ stringValue: '=1+1' })], fields: 'userEnteredValue' },
      });
      const [first] = await cells(target, 'A1', 'userEnteredValue,effectiveValue');
      expect(first?.values?.[0]).toEqual({
        userEnteredValue: { stringValue: '=1+1' },
        effectiveValue: { stringValue: '=1+1' },
      });
    },
  },
  {
    fact: 'typed values are not parsed: "0612", "TRUE" and "12/05/2023" stay texts',
    source: '6.5',
    async holds(target) {
      const texts = ['0612', 'TRUE', '12/05/2023', '10 %', '+33 6'];
      await batch(target, {
        updateCells: {
          start: { sheetId: TAB },
          rows: [row(...texts.map((stringValue) => ({ stringValue })))],
          fields: 'userEnteredValue',
        },
      });
      const [first] = await cells(target, 'A1:E1', 'effectiveValue');
      expect(first?.values?.map((cell) => cell.effectiveValue?.stringValue)).toEqual(texts);
    },
  },
  {
    fact: 'formulas with ";" and English names are calculated in a French spreadsheet',
    source: '6.5',
    async holds(target) {
      const formulas = [
        '=SUM(A1;2)',
        '=IF(A1>3;"oui";"non")',
        "='Contrat'!A1*2",
        '=ROUND(A1/3;2)',
        '=SUMIFS(A1:A1;A1:A1;">1")',
      ];
      await batch(target, {
        updateCells: {
          start: { sheetId: TAB },
          rows: [row({ numberValue: 5 }, ...formulas.map((formulaValue) => ({ formulaValue })))],
          fields: 'userEnteredValue',
        },
      });
      const [first] = await cells(target, 'B1:F1', 'effectiveValue');
      expect(first?.values?.map((cell) => cell.effectiveValue)).toEqual([
        { numberValue: 7 },
        { stringValue: 'oui' },
        { numberValue: 10 },
        { numberValue: 1.67 },
        { numberValue: 5 },
      ]);
    },
  },
  {
    fact: 'errors come with their type',
    source: '6.4',
    async holds(target) {
      const formulas = ['=1/0', '=NA()', '=NOSUCHFUNCTION(1)'];
      await batch(target, {
        updateCells: {
          start: { sheetId: TAB },
          rows: [row(...formulas.map((formulaValue) => ({ formulaValue })))],
          fields: 'userEnteredValue',
        },
      });
      const [first] = await cells(target, 'A1:D1', 'effectiveValue');
      expect(first?.values?.map((cell) => cell.effectiveValue?.errorValue?.type)).toEqual([
        'DIVIDE_BY_ZERO',
        'N_A',
        'NAME',
      ]);
    },
  },
  {
    fact: 'a day is a whole number of days since 30 December 1899, shown by its format',
    source: '6.6',
    async holds(target) {
      const userEnteredFormat = { numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' } };
      await batch(target, {
        updateCells: {
          start: { sheetId: TAB },
          rows: [{ values: [{ userEnteredValue: { numberValue: 46280 }, userEnteredFormat }] }],
          fields: 'userEnteredValue,userEnteredFormat',
        },
      });
      const [first] = await cells(target, 'A1', 'formattedValue,effectiveFormat.numberFormat');
      expect(first?.values?.[0]).toEqual({ formattedValue: '15/09/2026', effectiveFormat: userEnteredFormat });
    },
  },
  {
    fact: 'one refused request leaves everything as it was',
    source: '6.2',
    async holds(target) {
      const { client, spreadsheetId } = target;
      await batch(target, {
        updateCells: { start: { sheetId: TAB }, rows: [row({ stringValue: 'avant' })], fields: 'userEnteredValue' },
      });
      const refused = await refusal(
        batch(
          target,
          {
            updateCells: { start: { sheetId: TAB }, rows: [row({ stringValue: 'après' })], fields: 'userEnteredValue' },
          },
          { addSheet: { properties: { title: 'De trop' } } },
          { deleteSheet: { sheetId: 424_242 } },
        ),
      );
      expect(refused).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' });
      expect(refused.message).toMatch(/^Invalid requests\[2\]\.deleteSheet: /u);
      expect((await cells(target, 'A1', 'userEnteredValue'))[0]?.values?.[0]).toEqual({
        userEnteredValue: { stringValue: 'avant' },
      });
      const titles = await client.spreadsheets.get({ spreadsheetId, fields: 'sheets.properties.title' });
      expect(titles.data.sheets?.map((sheet) => sheet.properties?.title)).not.toContain('De trop');
    },
  },
  {
    fact: 'a tab made in a batch can be written in the same batch by the id that was chosen',
    source: '6.2',
    async holds(target) {
      const answer = await batch(
        target,
        { addSheet: { properties: { sheetId: 555_001, title: 'Éphémère' } } },
        { updateCells: { start: { sheetId: 555_001 }, rows: [row({ numberValue: 1 })], fields: 'userEnteredValue' } },
        { deleteSheet: { sheetId: 555_001 } },
      );
      expect(answer.replies).toHaveLength(3);
      expect(answer.replies?.[0]?.addSheet?.properties).toMatchObject({ sheetId: 555_001, title: 'Éphémère' });
    },
  },
  {
    fact: 'a tab with a title that exists is refused',
    source: 'observed',
    async holds(target) {
      expect(await refusal(batch(target, { addSheet: { properties: { title: 'Contrat' } } }))).toEqual({
        code: 400,
        status: 'INVALID_ARGUMENT',
        message:
          'Invalid requests[0].addSheet: A sheet with the name "Contrat" already exists. Please enter another name.',
      });
    },
  },
  {
    fact: 'a range on an unknown tab is refused',
    source: 'observed',
    async holds({ client, spreadsheetId }) {
      const refused = await refusal(client.spreadsheets.get({ spreadsheetId, ranges: ['Absent!A1:B2'] }));
      expect(refused).toMatchObject({
        code: 400,
        message: 'Unable to parse range: Absent!A1:B2',
        status: 'INVALID_ARGUMENT',
      });
    },
  },
  {
    fact: 'writing beyond the grid is refused',
    source: '6.3',
    async holds(target) {
      const refused = await refusal(
        batch(target, {
          repeatCell: {
            range: { sheetId: TAB, startRowIndex: 60, endRowIndex: 61 },
            cell: { note: 'x' },
            fields: 'note',
          },
        }),
      );
      expect(refused).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' });
    },
  },
  {
    fact: 'a cell takes 50,000 characters and no more',
    source: '6.3',
    async holds(target) {
      const write = (length: number) =>
        batch(target, {
          updateCells: {
            start: { sheetId: TAB },
            rows: [row({ stringValue: 'x'.repeat(length) })],
            fields: 'userEnteredValue',
          },
        });
      await write(50_000);
      expect((await refusal(write(50_001))).message).toContain('50000 characters');
    },
  },
  {
    fact: 'the mask of an update is compulsory',
    source: 'observed',
    async holds(target) {
      const refused = await refusal(batch(target, { repeatCell: { range: area(1, 1), cell: {} } }));
      expect(refused.message).toContain("At least one field must be listed in 'fields'");
    },
  },
  {
    fact: 'deleting a named range twice, or adding its id twice, refuses the batch: two writers cannot both win',
    source: '6.2',
    async holds(target) {
      const add = (id: string) => ({
        addNamedRange: { namedRange: { namedRangeId: id, name: id, range: area(1, 1) } },
      });
      const drop = (namedRangeId: string) => ({ deleteNamedRange: { namedRangeId } });
      await batch(target, add('contrat_rev_1'));
      await batch(target, drop('contrat_rev_1'), add('contrat_rev_2'));
      expect((await refusal(batch(target, drop('contrat_rev_1'), add('contrat_rev_2')))).code).toBe(400);
      expect((await refusal(batch(target, add('contrat_rev_2')))).code).toBe(400);
      await batch(target, drop('contrat_rev_2'));
    },
  },
  {
    fact: 'a mask limits what is read, and ranges limit the cells',
    source: '6.1',
    async holds(target) {
      await batch(target, {
        updateCells: {
          start: { sheetId: TAB },
          rows: [row({ numberValue: 1 }, { numberValue: 2 }), row({ numberValue: 3 })],
          fields: 'userEnteredValue',
        },
      });
      const rows = await cells(target, 'B1:B2', 'effectiveValue');
      expect(rows[0]).toEqual({ values: [{ effectiveValue: { numberValue: 2 } }] });
    },
  },
  {
    fact: 'values.get leaves out empty cells and rows at the end',
    source: '6.4',
    async holds(target) {
      const { client, spreadsheetId } = target;
      await batch(target, {
        updateCells: {
          start: { sheetId: TAB },
          rows: [row({ stringValue: 'a' }, {}, { boolValue: true }), row({})],
          fields: 'userEnteredValue',
        },
      });
      const answer = await client.spreadsheets.values.get({
        spreadsheetId,
        range: 'Contrat!A1:F9',
        valueRenderOption: 'UNFORMATTED_VALUE',
      });
      expect(answer.data.values).toEqual([['a', '', true]]);
    },
  },
  {
    fact: 'a note, a validation, a merge and a partly struck text are read as they were written',
    source: '6.7',
    async holds(target) {
      const { client, spreadsheetId } = target;
      const dataValidation = {
        condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'oui' }, { userEnteredValue: 'non' }] },
        showCustomUi: true,
      };
      const textFormatRuns = [{ format: { strikethrough: true } }, { startIndex: 3, format: {} }];
      await batch(
        target,
        {
          updateCells: {
            start: { sheetId: TAB },
            rows: [
              {
                values: [
                  { userEnteredValue: { stringValue: 'oui non' }, note: 'À voir', textFormatRuns, dataValidation },
                ],
              },
            ],
            fields: 'userEnteredValue,note,textFormatRuns,dataValidation',
          },
        },
        { mergeCells: { range: { ...area(3, 2), startRowIndex: 2 }, mergeType: 'MERGE_ALL' } },
      );
      const [first] = await cells(target, 'A1', 'note,textFormatRuns,dataValidation');
      expect(first?.values?.[0]).toMatchObject({ note: 'À voir', dataValidation });
      expect(
        first?.values?.[0]?.textFormatRuns?.map((run) => [run.startIndex ?? 0, run.format?.strikethrough ?? false]),
      ).toEqual([
        [0, true],
        [3, false],
      ]);
      const merged = await client.spreadsheets.get({ spreadsheetId, ranges: ['Contrat!A1'], fields: 'sheets.merges' });
      expect(merged.data.sheets?.[0]?.merges).toEqual([{ ...area(3, 2), startRowIndex: 2 }]);
      await batch(target, { unmergeCells: { range: { sheetId: TAB } } });
    },
  },
];

/** A clean tab « Contrat » before each expectation. */
async function prepare(target: Target): Promise<void> {
  const { client, spreadsheetId } = target;
  const held = await client.spreadsheets.get({ spreadsheetId, fields: 'sheets.properties(sheetId)' });
  const exists = held.data.sheets?.some((sheet) => sheet.properties?.sheetId === TAB);
  if (exists) await batch(target, { deleteSheet: { sheetId: TAB } });
  await batch(target, {
    addSheet: { properties: { sheetId: TAB, title: 'Contrat', gridProperties: { rowCount: 50, columnCount: 20 } } },
  });
}

describe('Sheets v4 of local Google, over HTTP with the official client', () => {
  let server: Server;
  let target: Target;
  const google = createLocalGoogle();

  beforeAll(async () => {
    server = createServer((asked, response) => {
      if (!answerHttp(google, asked, response)) response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const rootUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    target = {
      client: sheets({ version: 'v4', rootUrl, ...FETCH }),
      spreadsheetId: google.add(createSpreadsheet({ Accueil: [] })),
    };
  });
  afterAll(() => new Promise((done) => server.close(done)));
  beforeEach(() => prepare(target));

  it.each(EXPECTATIONS.map((one) => [one.fact, one.source, one] as const))('%s (source: %s)', (_fact, _source, one) =>
    one.holds(target),
  );

  it('what is not imitated is refused by its name', async () => {
    const { client, spreadsheetId } = target;
    expect(await refusal(batch(target, { addSlicer: {} }))).toEqual({
      code: 501,
      message: "Régie's local Google does not emulate addSlicer",
      status: 'UNIMPLEMENTED',
    });
    const append = client.spreadsheets.values.append({
      spreadsheetId,
      range: 'Contrat!A1',
      valueInputOption: 'RAW',
      requestBody: { values: [['x']] },
    });
    expect((await refusal(append)).message).toBe(
      "Régie's local Google does not emulate sheets.spreadsheets.values.append",
    );
  });

  it('an unknown spreadsheet is not found, and other sites are not answered', async () => {
    expect(await refusal(target.client.spreadsheets.get({ spreadsheetId: 'absent' }))).toMatchObject({
      code: 404,
      status: 'NOT_FOUND',
    });
    const port = (server.address() as AddressInfo).port;
    const status = await new Promise((done, fail) => {
      request(
        {
          port,
          host: '127.0.0.1',
          path: `/v4/spreadsheets/${target.spreadsheetId}`,
          headers: { host: 'mauvais.example' },
        },
        (answer) => {
          answer.resume();
          done(answer.statusCode);
        },
      )
        .on('error', fail)
        .end();
    });
    expect(status).toBe(403);
  });
});

const spreadsheetId = process.env['GOOGLE_CONTRACT_SPREADSHEET'];
const token = process.env['GOOGLE_CONTRACT_TOKEN'];
const withReal = spreadsheetId && token ? describe : describe.skip;
if (withReal === describe.skip)
  process.stderr.write(
    'contract: the real Google is left out (GOOGLE_CONTRACT_SPREADSHEET and GOOGLE_CONTRACT_TOKEN are not set)\n',
  );

withReal('Sheets v4 of Google itself', () => {
  const target: Target = {
    client: sheets({ version: 'v4', ...FETCH, headers: { authorization: `Bearer ${token ?? ''}` } }),
    spreadsheetId: spreadsheetId ?? '',
  };
  beforeEach(() => prepare(target));
  afterAll(() => batch(target, { deleteSheet: { sheetId: TAB } }));

  it.each(EXPECTATIONS.map((one) => [one.fact, one.source, one] as const))('%s (source: %s)', (_fact, _source, one) =>
    one.holds(target),
  );
});
