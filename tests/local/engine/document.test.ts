import * as engine from '@odoo/o-spreadsheet';
import { openDocument } from '../../../src/local/engine/index.ts';
import type { Doc } from '../../../src/local/engine/index.ts';
import type { Cell } from '../../../src/core/workbook.ts';

const put = (doc: Doc, row: number, column: number, entered: Cell) =>
  doc.batch((write) => write.setCell(0, row, column, { entered }));

/** A page as the browser makes one: its own model, its messages as text. */
function openPage(doc: Doc, name: string) {
  const callbacks: ((message: engine.CollaborationMessage) => void)[] = [];
  const outgoing: string[] = [];
  let held = false;
  const member = doc.join((message) => {
    for (const callback of callbacks) callback(JSON.parse(message));
  });
  const { data } = JSON.parse(JSON.stringify(doc.snapshot()));
  const model = new engine.Model(data, {
    transportService: {
      onNewMessage: (_id, callback) => callbacks.push(callback),
      leave: () => undefined,
      sendMessage: (message) => {
        const text = JSON.stringify(message);
        if (held) outgoing.push(text);
        else member.receive(text);
        return Promise.resolve();
      },
    },
    client: { id: name, name },
  });
  return {
    model,
    hold: () => (held = true),
    release: () => {
      held = false;
      for (const text of outgoing.splice(0)) member.receive(text);
    },
  };
}

beforeEach(() => {
  jest.spyOn(console, 'debug').mockImplementation(() => undefined);
});

describe('openDocument()', () => {
  it.each<Cell>([
    null,
    0,
    -1.5,
    0.1 + 0.2,
    1e-7,
    1e21,
    true,
    false,
    'abc',
    '=1+1',
    "'=x",
    "'",
    '0612345678',
    '12/05/2023',
    'TRUE',
    'vrai',
    '#N/A',
    '1e5',
    '10%',
    '[lien](https://exemple.fr)',
    'a\nb',
    ' x ',
    '=IMPORTRANGE("x")',
    { formula: "='Feuille 1'!A1+1" },
    { formula: '=SUM( A1 ; B1 )' },
    { formula: '=1.5*2' },
    { formula: '=#N/A' },
    { formula: '=SUM({1\\2;3\\4};5)' },
    { formula: '=IF(A1="a;b,c";1;2)' },
  ])('reads %j back as it was entered, also after a save', (entered) => {
    const doc = openDocument();
    put(doc, 3, 2, entered);
    expect(doc.read.held(0, 3, 2).entered).toEqual(entered);
    expect(openDocument(JSON.parse(JSON.stringify(doc.state()))).read.held(0, 3, 2).entered).toEqual(entered);
  });

  it('calculates formulas when a batch ends, and names errors as Google does', () => {
    const doc = openDocument();
    doc.batch((write) => {
      write.setCell(0, 0, 0, { entered: 40 });
      write.setCell(0, 0, 1, { entered: { formula: '=SUM(A1;2)' } });
      write.setCell(0, 0, 2, { entered: { formula: '=1/0' } });
      write.setCell(0, 0, 3, { entered: { formula: '=SUM(' } });
      write.setCell(0, 0, 4, { entered: { formula: "=SUM('Absent'!A1)" } });
    });
    expect([1, 2, 3, 4].map((column) => doc.read.shown(0, 0, column).value)).toEqual([
      42,
      { error: '#DIV/0!' },
      { error: '#ERROR!' },
      { error: '#REF!' },
    ]);
  });

  it('keeps nothing of a batch that throws, and tells no page', () => {
    const doc = openDocument();
    put(doc, 0, 0, 1);
    put(doc, 0, 1, { formula: '=A1*2' });
    const page = openPage(doc, 'page');
    const before = JSON.stringify(doc.state());
    expect(() =>
      doc.batch((write) => {
        write.setCell(0, 0, 0, { entered: 5, note: 'x', style: { bold: true } });
        write.addTab({ id: 7, title: 'Autre', index: 1, rows: 10, columns: 5 });
        write.insert(0, 'ROW', { base: 0, quantity: 3, position: 'before' });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(JSON.stringify(doc.state())).toBe(before);
    put(doc, 5, 5, 'après');
    expect(doc.read.shown(0, 0, 1).value).toBe(2);
    expect(page.model.getters.getSheetIds()).toHaveLength(1);
    expect(page.model.getters.getEvaluatedCell({ sheetId: '0', row: 5, col: 5 }).value).toBe('après');
  });

  it('moves notes, kept formats and protections with inserted and deleted rows', () => {
    const doc = openDocument();
    doc.batch((write) => {
      write.setCell(0, 4, 1, { entered: 5, note: 'cinq', format: { type: 'CURRENCY', pattern: '[Red]# ##0,00 €' } });
      write.setProtection(
        0,
        { left: 0, right: 3, top: 4, bottom: 4 },
        { id: 1, warningOnly: true, description: 'calculé' },
      );
    });
    doc.batch((write) => write.insert(0, 'ROW', { base: 0, quantity: 2, position: 'before' }));
    doc.batch((write) => write.remove(0, 'ROW', [0]));
    expect(doc.read.held(0, 5, 1)).toMatchObject({ note: 'cinq', format: { pattern: '[Red]# ##0,00 €' } });
    expect(doc.read.protections()).toMatchObject([{ zone: { top: 5, bottom: 5 } }]);
  });

  it('lets two pages and the server write at once, and all end alike', () => {
    const doc = openDocument();
    const pages = [openPage(doc, 'a'), openPage(doc, 'b')];
    for (const page of pages) page.hold();
    pages[0]!.model.dispatch('UPDATE_CELL', { sheetId: '0', row: 0, col: 0, content: 'a' });
    pages[1]!.model.dispatch('UPDATE_CELL', { sheetId: '0', row: 2, col: 0, content: 'b' });
    doc.batch((write) => {
      write.insert(0, 'ROW', { base: 0, quantity: 1, position: 'before' });
      write.setCell(0, 9, 0, { entered: '=texte', note: 'n' });
    });
    for (const page of pages) page.release();
    const values = (getters: engine.Getters) =>
      Array.from({ length: 12 }, (_, row) => getters.getEvaluatedCell({ sheetId: '0', row, col: 0 }).value);
    for (const page of pages) expect(values(page.model.getters)).toEqual(values(doc.read.getters));
    expect(values(doc.read.getters)).toEqual([
      null,
      'a',
      null,
      'b',
      null,
      null,
      null,
      null,
      null,
      '=texte',
      null,
      null,
    ]);
  });

  it('sends formulas that differ by the shape of a range only: several cells, then one', () => {
    const doc = openDocument();
    const page = openPage(doc, 'ana');
    put(doc, 0, 2, 1);
    put(doc, 1, 2, 2);
    doc.batch((write) => {
      write.setCell(0, 0, 1, { entered: { formula: '=SUM(C1:C2)' } });
      write.setCell(0, 0, 0, { entered: { formula: '=SUM(C1:C1)' } });
    });
    put(doc, 3, 0, 'ensuite');
    const at = (row: number, col: number) => page.model.getters.getEvaluatedCell({ sheetId: '0', row, col }).value;
    expect([at(0, 0), at(0, 1), at(3, 0)]).toEqual([1, 3, 'ensuite']);
  });

  it('ignores what is no message', () => {
    const doc = openDocument();
    const member = doc.join(() => undefined);
    for (const text of ['', '{', '{"type":5}', '{"type":"SNAPSHOT"}', 'null']) member.receive(text);
    put(doc, 0, 0, 'ok');
    expect(doc.read.held(0, 0, 0).entered).toBe('ok');
  });
});

test.each([
  ['="a""b"', 'a"b'],
  ['=""""&"x"', '"x'],
  ['="C:\\"&"""fin"""', 'C:\\"fin"'],
  ['=COUNTIFS(B1:B2;"=a""b";C1:C2;"")', 2],
])('quotes and backslashes inside a text of a formula: %s', (formula, value) => {
  const doc = openDocument();
  put(doc, 0, 1, 'a"b');
  put(doc, 1, 1, 'a"b');
  put(doc, 0, 0, { formula });
  expect(doc.read.held(0, 0, 0).entered).toEqual({ formula });
  expect(doc.read.shown(0, 0, 0).value).toBe(value);
});
