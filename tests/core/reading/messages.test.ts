import fc from 'fast-check';
import { describe as sentence } from '../../../src/core/reading/messages.ts';
import { PROBLEM_KINDS } from '../../../src/core/reading/problem-kinds.ts';
import type { BareProblem } from '../../../src/core/reading/types.ts';

const kinds = Object.keys(PROBLEM_KINDS);
const problem = (kind: string, details: Record<string, unknown> = {}): BareProblem => ({
  tab: 'Locaux',
  row: 6,
  column: 'C',
  kind,
  raw: 'x',
  severity: 'info',
  ...details,
});

describe('describe()', () => {
  test('names the tab, the row and the column, then what is wrong and the cure', () => {
    expect(sentence(problem('end_of_stay', { max_end: '2023-09-30' }))).toBe(
      'Onglet «\u00A0Locaux\u00A0», ligne 6, colonne C\u00A0: l’occupation atteint bientôt la durée maximale de 36 mois (30/09/2023)\u00A0; préparez le départ ou une décision du CA.',
    );
  });

  test('writes amounts, days and months the French way', () => {
    const total = problem('total_mismatch', { raw: '=SUM(F3:F19)', declared_cents: 206000, computed_cents: 556167 });
    expect(sentence(total)).toContain('(2\u00A0060\u00A0€) diffère du total calculé (5\u00A0561,67\u00A0€)');
    expect(sentence(problem('over_36_months', { max_end: '2023-05' }))).toContain('(mai 2023)');
    expect(
      sentence(problem('side_mismatch', { raw: 192.5, category: 'redevance', expected_side: 'credit' })),
    ).toContain('«\u00A0192,5\u00A0»');
  });

  test('asks about a formula only where there is one', () => {
    const mismatch = { declared: 98, computed: 100 };
    expect(sentence(problem('total_mismatch', { raw: '=SUM(A1:A2)', ...mismatch }))).toContain('la formule');
    expect(sentence(problem('total_mismatch', { raw: '98 ?', ...mismatch }))).not.toContain('la formule');
  });

  test.each(kinds)('%s is one sentence without a missing detail', (kind) => {
    const text = sentence(problem(kind));
    expect(text).toMatch(/^Onglet «\u00A0Locaux\u00A0», ligne 6, colonne C\u00A0: .+[.]$/u);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/u);
    expect(text).not.toMatch(/ [;:!?»]|« /u);
  });

  test('keeps a long or hostile text to one line', () => {
    const text = sentence(problem('invalid_email', { raw: `=HYPERLINK("x")\n${'a'.repeat(5000)}` }));
    expect(text).not.toContain('\n');
    expect(text.length).toBeLessThan(250);
  });

  test('never throws, whatever the details are', () => {
    const anything = fc.dictionary(
      fc.constantFrom('of_row', 'evidence', 'other', 'into', 'value', 'max_end'),
      fc.anything(),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds, 'no_such_kind', 'toString'),
        anything,
        fc.string(),
        (kind, details, raw) => {
          expect(typeof sentence(problem(kind, { ...details, raw }))).toBe('string');
        },
      ),
    );
  });
});
