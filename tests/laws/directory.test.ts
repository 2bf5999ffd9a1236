/** Nothing of anybody who did not agree is ever published, whatever the register holds. */
import fc from 'fast-check';
import { buildDirectory } from '../../src/core/commands/build-directory.ts';
import { directoryCsv } from '../../src/core/directory/files.ts';
import { directoryColumns } from '../../src/core/directory/columns.ts';
import { directoryView } from '../../src/core/views/directory.ts';
import type { DirectoryView } from '../../src/core/views/directory.ts';
import { run } from '../support/adoption.ts';
import { directoryWorkbook } from '../support/directory.ts';
import type { Agreed } from '../support/directory.ts';
import { stateFrom } from '../support/workbook-of.ts';

const moment = { today: '2023-05-12', time: '10:00' };
// Names are agreed to more often, without which nothing is published.
const subjects = [
  ...(['directory_name', 'directory_name', 'directory_name', 'directory_contact'] as const),
  ...(['directory_contact', 'directory_presentation', 'newsletter'] as const),
];

const memberFields = fc.record({
  left_on: fc.constantFrom(null, null, null, null, null, '2023-05-12', '2023-06-30', '2022'),
  start: fc.constantFrom('2021-01-12', '2021-01-12', null, '2023-09-01'),
  imposed_status: fc.constantFrom(null, null, null, null, null, 'candidate', 'excluded', 'active'),
  merged_into: fc.constantFrom(null, null, null, null, null, 'ADH-0001'),
  // An address may be that of a person.
  owner: fc.constantFrom(null, 1, 2, 3, 4),
});

const consent = fc.record({
  member: fc.constantFrom('ADH-0001', 'ADH-0002', 'ADH-0003'),
  person: fc.constantFrom(null, null, 'own'),
  subject: fc.constantFrom(...subjects),
  given: fc.constantFrom(true, true, true, true, true, false),
  withdrawn_on: fc.constantFrom(null, null, null, null, null, '2023-03-01'),
});

/** Three members with one person each and a fourth person of the first; each text tells whose it is and what it is. */
const situation = fc
  .record({
    members: fc.array(memberFields, { minLength: 3, maxLength: 3 }),
    leftPerson: fc.constantFrom(null, 1, 2, 3, 4),
    consents: fc.array(consent, { minLength: 6, maxLength: 24, size: 'max' }),
  })
  .map(({ members, leftPerson, consents }) => {
    const written = members.map(({ owner, ...fields }, index) => ({
      id: `ADH-000${index + 1}`,
      organisation: `m${index + 1}-name`,
      activities: ['label'],
      email: owner === null ? `m${index + 1}-email@x.example` : `p${owner}-email@x.example`,
      phone: null,
      website: `m${index + 1}-site`,
      presentation: `m${index + 1}-text`,
      ...fields,
    }));
    const people = [1, 2, 3, 4].map((number) => ({
      id: `CON-000${number}`,
      member: `ADH-000${number === 4 ? 1 : number}`,
      name: `p${number}-name`,
      email: `p${number}-email@x.example`,
      left_on: leftPerson === number ? '2023-01-01' : null,
    }));
    const agreed = consents.map(({ person, ...rest }): Agreed => {
      const contact = person === null ? null : `CON-000${rest.member.slice(-1)}`;
      return { ...rest, contact };
    });
    return { members: written, people, agreed };
  });

type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

/** The rule again, in other words: the last row of the log about that subject decides. */
function agrees({ agreed }: Situation, who: { member?: string; contact?: string }, subject: string): boolean {
  const last = agreed
    .filter((row) =>
      who.contact === undefined
        ? row.member === who.member && row.contact === null && row.subject === subject
        : row.contact === who.contact && row.subject === subject,
    )
    .at(-1);
  return last !== undefined && last.given === true && last.withdrawn_on === null;
}

function mayBePublished(all: Situation, word: string): boolean {
  const [, kind = '', number = '', what = ''] = /^([mp])(\d)-(\w+)/u.exec(word) ?? [];
  if (kind === 'm') {
    const member = all.members[Number(number) - 1];
    if (member === undefined) return false;
    const { left_on: left, start, imposed_status: imposed, merged_into: into } = member;
    const isHere =
      (left === null || left === '2023-06-30') &&
      start !== '2023-09-01' &&
      imposed !== 'candidate' &&
      imposed !== 'excluded' &&
      into === null;
    const subject = { name: 'directory_name', text: 'directory_presentation' }[what] ?? 'directory_contact';
    return (
      isHere && agrees(all, { member: member.id }, 'directory_name') && agrees(all, { member: member.id }, subject)
    );
  }
  const person = all.people[Number(number) - 1];
  if (person === undefined || person.left_on !== null) return false;
  return agrees(all, { contact: person.id }, what === 'name' ? 'directory_name' : 'directory_contact');
}

const wordsIn = (text: string) => text.match(/[mp]\d-(?:name|email|site|text)/gu) ?? [];

test('no field of a member or a person without consent is in the tab, the CSV, the JSON or the entries of the page', () => {
  let published = 0;
  fc.assert(
    fc.property(situation, (all) => {
      const made = directoryWorkbook(all.members, all.people, all.agreed);
      const done = run(buildDirectory, [], { made });
      const view = directoryView.view(stateFrom([], done.made), {}, moment) as DirectoryView;
      const tab = wordsIn(JSON.stringify(done.made['Annuaire'] ?? []));
      const csv = wordsIn(directoryCsv(view.entries));
      const json = wordsIn(JSON.stringify(done.wish.details ?? []));
      published += tab.length;
      for (const word of [...tab, ...csv, ...json]) expect([word, mayBePublished(all, word)]).toEqual([word, true]);
      // The three say the same, and the view finds nothing to say against the tab.
      expect(new Set(csv)).toEqual(new Set(tab));
      expect(new Set(json)).toEqual(new Set(tab));
      expect(view.standing.state).toBe(done.wish.refusal === null ? 'current' : 'absent');
    }),
    { numRuns: 300 },
  );
  expect(published).toBeGreaterThan(200);
});

test('a CSV line read back by the rule of RFC 4180 gives the cells of the tab, and none begins as a formula does', () => {
  const hostile = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('=1+1', '+1', '-1', '@x', '"', ';', '\r\n', "'", '\t=1', ' =1'),
  );
  fc.assert(
    fc.property(hostile, hostile, (name, presentation) => {
      const entry = { name, activities: [], presentation, email: null, phone: null, website: null, people: [] };
      const csv = directoryCsv([entry]);
      expect(csv.startsWith('\uFEFF')).toBe(true);
      const [, row = []] = readCsv(csv.slice(1));
      expect(row).toHaveLength(directoryColumns.length);
      for (const [cell, text] of [
        [row[0], name],
        [row[2], presentation],
      ] as const) {
        expect([text, `'${text}`]).toContain(cell);
        expect(cell).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/u);
      }
    }),
  );
});

/** RFC 4180 with « ; », written for this test alone. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted] = [[] as string[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ';') {
      row.push(cell);
      cell = '';
    } else if (letter === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      at += 1;
    } else cell += letter;
  }
  return rows;
}
