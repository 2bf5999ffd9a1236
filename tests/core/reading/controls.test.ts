import { colourLegend } from '../../../src/core/reading/colour-legend.ts';
import { declaredTotals, errorFindings, noteFindings } from '../../../src/core/reading/controls.ts';
import type { Measure } from '../../../src/core/reading/controls.ts';
import { textOf } from '../../../src/core/reading/cells.ts';
import { frameTab } from '../../../src/core/reading/frame.ts';
import { sheet } from '../../support/sheet-notation.ts';

const framed = (drawing: string) => frameTab(sheet('Adhérents 2024', drawing));

function controls(drawing: string, why?: string) {
  const frame = framed(drawing);
  const values = new Map(
    frame.data.flatMap(({ row, cells }) => {
      const typed = textOf(cells[2]).replace(/\D/gu, '');
      return typed === '' ? [] : [[row, Number(typed) * 100] as const];
    }),
  );
  const fees: Measure = { what: 'amount_cents', values, ...(why === undefined ? {} : { why }) };
  return declaredTotals(frame, { C: fees }, (first, last) => ({
    computed: frame.data_rows.filter((row) => row >= first && row <= last).length,
  }));
}
const summary = (drawing: string) =>
  controls(drawing).controls.map(({ row, column, what, declared, computed, block, matches }) =>
    [`${String(column)}${String(row)}`, what, declared, computed, `[${String(block)}]`, matches].join(' '),
  );

const BODY = `
  Structure | Statut | Cotis payée ? | Mail
  [grey] HÉBERGÉS
  Alpha | hébergé | 100 | a@alpha.example
  Beta | hébergé | 50 € | b@beta.example`;

describe('declaredTotals()', () => {
  test('a formula stands for the rows of its range', () => {
    expect(summary(`${BODY}\n  TOTAL | | =SUM(C3:C3)>100 |`)).toEqual(['C5 amount_cents 10000 10000 [3,3] true']);
  });

  test('a literal beside a formula stands for the same rows', () => {
    expect(summary(`${BODY}\n  TOTAL | 2 | =SUM(C3:C4)>100 |`)).toEqual([
      'B5 count 2 2 [3,4] true',
      'C5 amount_cents 10000 15000 [3,4] false',
    ]);
  });

  test('a literal stands for its section, the last or general total for all', () => {
    const two = `${BODY}
  Total hébergés | 2 | 150 |
  [grey] BÉNÉFICIAIRES
  Gamma | bénéf. | 30 | g@gamma.example
  Total bénéficiaires | 1 | 30 |
  TOTAL GÉNÉRAL | 4 ? | 180 |`;
    expect(summary(two)).toEqual([
      'B5 count 2 2 [3,4] true',
      'C5 amount_cents 15000 15000 [3,4] true',
      'B8 count 1 1 [7,7] true',
      'C8 amount_cents 3000 3000 [7,7] true',
      'B9 count 4 3 [3,7] false',
      'C9 amount_cents 18000 18000 [3,7] true',
    ]);
    const [mismatch] = controls(two).findings;
    expect(mismatch).toEqual({
      row: 9,
      column: 'B',
      kind: 'total_mismatch',
      raw: '4 ?',
      details: { declared: 4, computed: 3 },
    });
  });

  test('says why only where a SUM misses something', () => {
    const why = 'text';
    expect(controls(`${BODY}\n  TOTAL | | =SUM(C3:C4)>100 |`, why).controls[0]?.why).toBe('text');
    expect(controls(`${BODY}\n  TOTAL | | =SUM(C3:C4)>150 |`, why).controls[0]?.why).toBeUndefined();
    expect(controls(`${BODY}\n  TOTAL | | 140 |`, why).controls[0]?.why).toBeUndefined();
  });

  test('a count shows its function, an error or a word is no control', () => {
    const made = controls(`${BODY}\n  TOTAL | =COUNTA(A3:A4)>2 | #REF! | à revoir`).controls;
    expect(made).toMatchObject([{ column: 'B', what: 'count', declared: 2, declared_raw: '=COUNTA', computed: 2 }]);
    expect(made).toHaveLength(1);
  });

  test('a total above every record has nothing to compare', () => {
    expect(summary('Structure | Statut | Cotis payée ? | Mail\n  TOTAL | 3 | 100 |')).toEqual([]);
  });
});

describe('errorFindings()', () => {
  test('tells each error cell once, in data and totals', () => {
    const found = errorFindings(framed(`${BODY}\n  Gamma | #N/A | 1 | #REF!\n  TOTAL | | =SUM(C3:C5)>#VALUE! |`));
    expect(found.map(({ row, column, raw }) => `${String(column)}${String(row)} ${String(raw)}`)).toEqual([
      'B5 #N/A',
      'D5 #REF!',
      'C6 #VALUE!',
    ]);
  });
});

describe('noteFindings()', () => {
  test('keeps the notes that ask for a check', () => {
    const tab = sheet('Adhérents 2024', BODY);
    const rows = tab.rows.map((row, index) =>
      row.map((cell) =>
        cell === undefined || index < 2 ? cell : { ...cell, note: index === 2 ? 'à vérifier !' : 'Lina' },
      ),
    );
    const found = noteFindings(frameTab({ ...tab, rows }));
    expect(found.map(({ row, column, kind }) => `${String(column)}${String(row)} ${kind}`)).toEqual([
      'A3 note_to_check',
      'B3 note_to_check',
      'C3 note_to_check',
      'D3 note_to_check',
    ]);
  });
});

describe('colourLegend()', () => {
  const HEAD = 'Structure | Statut | Cotis payée ? | Remarques';

  test('the legend that the tab writes wins, in its order', () => {
    const frame = framed(`
      ${HEAD}
      [yellow] Alpha | hébergé | oui | part en juin
      [red] Beta | hébergé | non |
      Gamma | hébergé | oui |

      rouge = à radier / jaune : à rappeler`);
    expect(colourLegend(frame)).toEqual([
      { colour: 'red', rows: [3], suggestion: 'à radier' },
      { colour: 'yellow', rows: [2], suggestion: 'à rappeler' },
    ]);
  });

  test('else what stands beside the colour suggests its meaning, or nothing does', () => {
    const frame = framed(`
      ${HEAD}
      [yellow] Alpha | hébergé | oui | à relancer svp
      [yellow] Beta | hébergé | non | relancée
      [red] Gamma | hébergé | oui | part en juin
      [green] Delta | hébergé | oui |
      Omega | hébergé | oui |`);
    expect(colourLegend(frame, new Map([[5, 'plus de 3 ans']]))).toEqual([
      { colour: 'yellow', rows: [2, 3], suggestion: 'à relancer' },
      { colour: 'red', rows: [4], suggestion: 'départ' },
      { colour: 'green', rows: [5], suggestion: 'plus de 3 ans' },
    ]);
  });

  test('stripes that make a long table readable mean nothing', () => {
    const rows = Array.from(
      { length: 12 },
      (_, index) => `${index % 2 === 0 ? '[blue] ' : ''}S${String(index)} | hébergé | oui |`,
    );
    expect(colourLegend(framed([HEAD, ...rows].join('\n')))).toEqual([]);
  });
});
