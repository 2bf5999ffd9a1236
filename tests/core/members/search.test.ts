import fc from 'fast-check';
import { memberCards } from '../../../src/core/members/card.ts';
import { searchIndex, searchMembers, typingDistance } from '../../../src/core/members/search.ts';
import { contactTable } from '../../../src/core/tables/contact.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { changeTable } from '../../../src/core/records.ts';
import { blank } from '../../support/blank.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const member = (id: string, organisation: string, fields = {}) => blank(memberTable, { id, organisation, ...fields });
const made = {
  Adhérents: changeTable(memberTable, undefined, {
    put: [
      member('ADH-0001', 'Label Marée Basse', { former_names: ['Marée Haute'], email: 'bonjour@maree.example' }),
      member('ADH-0002', 'Éditions du Palier', { phone: '0199001234' }),
      member('ADH-0003', 'Bahia Sons'),
      member('ADH-0004', 'Bureau des Échos'),
    ],
  }),
  Contacts: changeTable(contactTable, undefined, {
    put: [
      blank(contactTable, { id: 'CON-0001', name: 'Zoé Lemaître', member: 'ADH-0003', email: 'zoe@bahia.example' }),
    ],
  }),
};
const { cards } = memberCards(stateFrom([], made), { today: '2023-05-12', time: '10:00' });
const index = searchIndex(cards);
const names = (query: string) => searchMembers(index, query).map(({ name }) => name);

test.each([
  ['maree', 'Label Marée Basse'],
  ['MARÉE basse', 'Label Marée Basse'],
  ['mraee', 'Label Marée Basse'],
  ['bsase', 'Label Marée Basse'],
  ['haute', 'Label Marée Basse'],
  ['edtions palier', 'Éditions du Palier'],
  ['bur', 'Bureau des Échos'],
  ['bonjour@ma', 'Label Marée Basse'],
  ['lemaitre', 'Bahia Sons'],
  ['zoe lemaire', 'Bahia Sons'],
  ['ADH-0004', 'Bureau des Échos'],
  ['01 99 00 12', 'Éditions du Palier'],
])('« %s » finds %s', (query, name) => {
  expect(names(query)[0]).toBe(name);
});

test('what is nowhere finds nobody, and nothing typed finds all', () => {
  expect(names('saxophone')).toEqual([]);
  expect(names('  ')).toHaveLength(4);
});

test('typingDistance() is never more than the slips that were made', () => {
  const slip = fc.tuple(fc.constantFrom('missing', 'added', 'changed', 'exchanged'), fc.nat(20));
  const word = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(word, slip, (right, [kind, place]) => {
      const at = place % (right.length - 1);
      const wrong = {
        missing: right.slice(0, at) + right.slice(at + 1),
        added: `${right.slice(0, at)}z${right.slice(at)}`,
        changed: `${right.slice(0, at)}z${right.slice(at + 1)}`,
        exchanged: right.slice(0, at) + (right[at + 1] ?? '') + (right[at] ?? '') + right.slice(at + 2),
      }[kind];
      expect(typingDistance(wrong, right, 2)).toBeLessThanOrEqual(1);
    }),
  );
});
