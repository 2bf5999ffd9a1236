import fc from 'fast-check';
import { proposalIn } from '../../../src/core/reading/notes.ts';

const reference = { year: 2023, today: '2023-05-12' };
const proposed = (text: string, at = reference) => {
  const found = proposalIn(text, at);
  return found === null ? null : [found.suggestion, found.value?.value ?? '-'].join(' ');
};

describe('proposalIn()', () => {
  test.each([
    ['relancer!!', 'task -'],
    ['à rappeler avant la commission', 'task -'],
    ['bureau 6, dépasse les 3 ans → courrier CA', 'task -'],
    ['rdv 23/05', 'task 2023-05-23'],
    ['part en juin → à attribuer', 'date 2023-06'],
    ['arrive le 1er juin, CW5', 'date 2023-06-01'],
    ['départ prévu au 30/09/2024', 'date 2024-09-30'],
    ['LIBRE depuis 15/04, à pourvoir', 'date 2023-04-15'],
  ])('« %s » proposes %s', (text, expected) => {
    expect(proposed(text)).toBe(expected);
  });

  test.each([
    'bureau 3',
    'a rendu le bureau 3 le 15/04',
    'Lina : relancée le 3/4',
    'sans bureau depuis 15/04, garde le statut',
    'veut un bureau en 2024',
    'CW6 à partir de septembre',
    '14 rue A. Messenger',
    'candidature Zoé',
    '',
  ])('« %s » proposes nothing', (text) => {
    expect(proposed(text)).toBeNull();
  });

  test('« depuis » never means a day to come: it takes the year before', () => {
    expect(proposed('libre depuis le 15/11', { year: 2024, today: '2024-02-01' })).toBe('date 2023-11-15');
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => expect([null, 'object']).toContain(proposalIn(text, reference) && 'object')),
    );
  });
});
