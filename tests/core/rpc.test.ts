/** The sidebar's contract: what a workbook may hold is never too much to be asked about. */
import { requests } from '../../src/core/rpc.ts';

test('requests.show accepts a workbook of five hundred tabs', () => {
  const known = Array.from({ length: 500 }, (_, index) => `Feuille ${index}`);
  expect(requests.show.safeParse({ command: 'adopt', input: {}, known }).success).toBe(true);
});
