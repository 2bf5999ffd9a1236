import { enumeration } from '../../src/core/french.ts';
import { bound, changeText, count, number } from '../../src/sidebar/french.ts';

/** The text with its no-break spaces seen: ~ for the plain one, ^ for the narrow one. */
const seen = (text: string): string => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '^');

const change = { tab: 'Budget', added: 0, updated: 0, removed: 0 };

test('count() is singular up to one and plural from two, as in French', () => {
  expect([0, 1, 2].map((value) => seen(count(value, 'ligne')))).toEqual(['0~ligne', '1~ligne', '2~lignes']);
  expect(seen(count(2, 'point réglé', 'points réglés'))).toBe('2~points réglés');
});

test('number() sets the thousands apart', () => {
  expect([0, 999, 1000, 1234567].map(number).map(seen)).toEqual(['0', '999', '1^000', '1^234^567']);
});

test('enumeration() joins with commas, and « et » before the last', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(enumeration)).toEqual(['', 'a', 'a et b', 'a, b et c']);
});

test('bound() keeps quotation marks and double punctuation with their word, and leaves hours alone', () => {
  expect(seen(bound('Ouvrir « Locaux » : oui ?'))).toBe('Ouvrir «~Locaux~»~: oui~?');
  expect(bound('à 14:05')).toBe('à 14:05');
});

test('changeText() says what becomes of a tab', () => {
  expect(seen(changeText({ ...change, existence: 'created', added: 31 }))).toBe('nouvel onglet, 31~lignes');
  expect(changeText({ ...change, existence: 'deleted', removed: 32 })).toBe('onglet retiré');
  expect(seen(changeText({ ...change, existence: 'kept', added: 1, updated: 2, removed: 3 }))).toBe(
    '1~ligne ajoutée, 2~lignes modifiées et 3~lignes retirées',
  );
  expect(changeText({ ...change, existence: 'kept' })).toBe('mise en forme seulement');
});
