/** Columns of a later version: they come at the right of a tab that exists, and look like the others. */
import { editMember } from '../../src/core/commands/edit-member.ts';
import { undo } from '../../src/core/commands/undo.ts';
import { apply } from '../../src/core/shell.ts';
import { memberTable } from '../../src/core/tables/member.ts';
import { localHost } from '../support/local-host.ts';

const moment = { today: '2023-05-12', time: '10:00' };
const columns = memberTable.columns.filter((column) => !('later' in column));

interface Request {
  readonly repeatCell?: { readonly range: Place; readonly cell: { readonly userEnteredFormat?: object } };
  readonly setDataValidation?: { readonly range: Place; readonly rule: object };
  readonly updateDimensionProperties?: {
    readonly range: { readonly startIndex: number };
    readonly properties: { readonly pixelSize?: number };
  };
}
interface Place {
  readonly startRowIndex: number;
  readonly startColumnIndex: number;
}

test('a date, a choice and a width come with the column, and the other columns are left as she has them', () => {
  const header = [...columns.map(({ header: title }) => title), 'Ma colonne'];
  const row = columns.map(({ field }) =>
    field === 'id' ? 'ADH-0001' : field === 'organisation' ? 'Studio Nord' : null,
  );
  const host = localHost({ [memberTable.tab]: [header, [...row, 'à moi']] });
  const sent: Request[] = [];
  host.before = (ask) => {
    if (ask.do === 'batchUpdate') sent.push(...(ask.requests as readonly Request[]));
  };
  const before = host.workbook()[memberTable.tab];
  const input = { id: 'ADH-0001', left_on: '30/04/2023', imposed_status: 'left', status_reason: 'sur demande' };
  const { journalId } = host.run(apply({ command: editMember, input, moment, known: null }, null, 'moi'));
  const after = host.workbook()[memberTable.tab];
  const place = (title: string) => after?.[0]?.indexOf(title) ?? -1;
  const sheetId = host.snapshot().tabs[0]?.sheetId;
  const ofTab = (range: object) => (range as { sheetId?: number }).sheetId === sheetId;

  expect(after?.[0]?.slice(header.length)).toEqual(['Parti le', 'État imposé', 'Raison de l’état imposé']);
  const formats = sent.flatMap(({ repeatCell }) =>
    repeatCell !== undefined && ofTab(repeatCell.range) ? [repeatCell] : [],
  );
  expect(formats.every(({ range }) => range.startColumnIndex >= header.length)).toBe(true);
  const below = formats.filter(
    ({ range }) => range.startColumnIndex === place('Parti le') && range.startRowIndex === 1,
  );
  expect(JSON.stringify(below)).toContain('dd/mm/yyyy');
  const headers = formats.filter(
    ({ range }) => range.startColumnIndex === place('État imposé') && range.startRowIndex === 0,
  );
  expect(JSON.stringify(headers)).toContain('"bold":true');
  const lists = sent.flatMap(({ setDataValidation }) =>
    setDataValidation && ofTab(setDataValidation.range) ? [setDataValidation] : [],
  );
  expect(lists.map(({ range }) => range.startColumnIndex)).toEqual([place('État imposé')]);
  expect(JSON.stringify(lists)).toContain('exclu');
  const widths = sent.flatMap(({ updateDimensionProperties: one }) =>
    one !== undefined && ofTab(one.range) ? [[one.range.startIndex, one.properties.pixelSize]] : [],
  );
  expect(widths).toEqual([
    [place('Parti le'), 100],
    [place('État imposé'), 130],
    [place('Raison de l’état imposé'), 180],
  ]);

  const back = { id: journalId, tabs: [memberTable.tab] };
  expect(host.run(apply({ command: undo, input: back, moment, known: null }, null, 'moi')).outcome).toBe('applied');
  expect(host.workbook()[memberTable.tab]).toEqual(before);
});
