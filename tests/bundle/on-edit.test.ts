/** What the very bundle says while she types, through the simple trigger alone. */
import { registerOf } from '../support/stays.ts';
import { scriptHost } from '../support/script.ts';

const host = () =>
  scriptHost({
    ...registerOf({
      spaces: [{ monthly_fee: 38_500 }],
      stays: [{ space: 'ESP-0001', organisation: 'Label Marée Basse', start: '31/02/2023', planned_end: '2025-01-31' }],
    }),
    Locaux: [['Entrée'], ['31/02/2023']],
  });

test('onEdit() says what cannot be read in a tab of Régie, and calls no service that must be authorised', () => {
  const { script, acts } = host();
  script.resetCalls();
  script.edit({ tab: 'Occupations', range: 'H2' }, '31/02/2023');
  expect(acts).toEqual([
    {
      kind: 'toast',
      title: 'Régie',
      seconds: 12,
      message: expect.stringContaining('ce n’est pas une date') as unknown,
    },
  ]);
  const calls = script.calls();
  expect(Object.keys(calls).every((name) => /^(?:SpreadsheetApp|Spreadsheet|Sheet|Range)\./u.test(name))).toBe(true);
  expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThan(15);
});

test('onEdit() is silent about good values, dates among them, and costs two calls in a tab of hers', () => {
  const { script, acts } = host();
  script.edit({ tab: 'Occupations', range: 'I2:J2' });
  script.resetCalls();
  script.edit({ tab: 'Locaux', range: 'A2' }, '31/02/2023');
  expect(script.calls()).toEqual({ 'Range.getSheet': 1, 'Sheet.getName': 1 });
  expect(acts).toEqual([]);
});

test('onEdit() without an event does nothing, and never fails', () => {
  const { script, acts } = host();
  script.run('onEdit', [{}]);
  script.run('onEdit');
  expect(acts).toEqual([]);
});
