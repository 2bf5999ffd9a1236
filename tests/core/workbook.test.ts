import { canonicalFormula, columnIndex, columnLetters, quoteTab, sameCell, trimGrid } from '../../src/core/workbook.ts';

test.each([
  ['=SUM(A1,B2)', '=SUM(A1;B2)'],
  ['=SUM(A1;B2)', '=SUM(A1;B2)'],
  ['=IF(A1="a,b",1,2)', '=IF(A1="a,b";1;2)'],
  ["='L''année, 2023'!A1", "='L''année, 2023'!A1"],
  ['=A1*1,5;2', '=A1*1,5;2'],
])('canonicalFormula() reads both separators: %s', (text, canonical) => {
  expect(canonicalFormula(text)).toBe(canonical);
});

test('sameCell() compares formulas without needless quotes and spaces, never inside texts', () => {
  expect(sameCell({ formula: "=SUM('Budget'!$A:$A; 1)" }, { formula: '=SUM(Budget!$A:$A,1)' })).toBe(true);
  expect(sameCell({ formula: '=sum(a1)' }, { formula: '=SUM(A1)' })).toBe(true);
  expect(sameCell({ formula: '=A1&"a b"' }, { formula: '=A1&"ab"' })).toBe(false);
  expect(sameCell('=1+1', { formula: '=1+1' })).toBe(false);
  expect(sameCell('', null)).toBe(true);
});

test('columnLetters() and columnIndex() are inverse', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  for (let column = 0; column < 2000; column += 7) expect(columnIndex(columnLetters(column))).toBe(column);
});

test('trimGrid() drops what is empty at the ends only', () => {
  expect(trimGrid([[null, 'a', ''], [], ['b', null], [null], []])).toEqual([[null, 'a'], [], ['b']]);
});

test('quoteTab() doubles apostrophes', () => {
  expect(quoteTab("L'année")).toBe("'L''année'");
});
