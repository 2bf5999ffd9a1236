import fc from 'fast-check';
import { isEmail, readEmails } from '../../../../src/core/reading/values/email.ts';
import { readPeople } from '../../../../src/core/reading/values/people.ts';
import { readPhones } from '../../../../src/core/reading/values/phone.ts';

const emails = (text: string) => readEmails(text).map(({ value, raw }) => value ?? `✗ ${raw ?? ''}`);
const phones = (shown: string | number) =>
  readPhones(shown).map(({ phone, problem }) =>
    [phone.value ?? '✗', problem].filter((part) => part !== null).join(' '),
  );
const people = (text: string) => readPeople(text).people.map(({ name }) => name);

describe('readEmails()', () => {
  test.each([
    ['a@x.example ; b@x.example', ['a@x.example', 'b@x.example']],
    ['a@x.example/b@x.example', ['a@x.example', 'b@x.example']],
    ['a@x.example, b@x.example', ['a@x.example', 'b@x.example']],
    ['a@x.example b@x.example', ['a@x.example', 'b@x.example']],
    ['a@x.example & b@x.example', ['a@x.example', 'b@x.example']],
    ['a@x.example et b@x.example', ['a@x.example', 'b@x.example']],
    ['a@x.example\nb@x.example', ['a@x.example', 'b@x.example']],
    ['Elodie@Maree-Basse.EXAMPLE', ['elodie@maree-basse.example']],
    ['Karim D. <karim@hublot.example>', ['karim@hublot.example']],
    ['A <a@x.example>, B <b@x.example>', ['a@x.example', 'b@x.example']],
    ['Lucie et Marc <duo@x.example>', ['duo@x.example']],
    ['mailto:a@x.example', ['a@x.example']],
    ['perso : a@x.example', ['a@x.example']],
    ['a@x.example (perso)', ['a@x.example']],
    ['a @x.example', ['✗ a @x.example']],
    ['pas de mail', []],
    [' a@x.example ', ['a@x.example']],
    ['pave.bleu(at)example', ['✗ pave.bleu(at)example']],
    ['contact@banquise ; label@banquise.example', ['✗ contact@banquise', 'label@banquise.example']],
    ['soupape.example', ['✗ soupape.example']],
    ['a@@x.example', ['✗ a@@x.example']],
  ])('reads %p', (text, expected) => {
    expect(emails(text)).toEqual(expected);
  });

  test('finds none in « ? », « - », an empty cell or an error', () => {
    expect(['?', '-', '', '  '].flatMap(emails)).toEqual([]);
    expect([null, true, { error: '#N/A' }].flatMap((shown) => readEmails(shown))).toEqual([]);
  });

  test('never throws, and what it calls valid is an address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress()), (text) => {
        for (const { value, valid } of readEmails(text)) expect(valid).toBe(value !== null && isEmail(value));
      }),
    );
  });
});

describe('readPhones()', () => {
  test.each<[string | number, string[]]>([
    ['01 99 00 12 34', ['0199001234']],
    ['06.39.98.33.44', ['0639983344']],
    ['01-99-00-07-21', ['0199000721']],
    ['01/99/00/07/21', ['0199000721']],
    ['0639 983 013', ['0639983013']],
    ['+33 6 39 98 12 34', ['0639981234']],
    ['+33 (0)6 39 98 30 91', ['0639983091']],
    ['0033 1 99 00 07 14', ['0199000714']],
    [33_639_981_234, ['0639981234']],
    ['+32 2 555 12 12', ['+3225551212']],
    ['01 99 00 07 42 / 06 39 98 31 56', ['0199000742', '0639983156']],
    ['01 99 00 07 42 ou 06 39 98 31 56', ['0199000742', '0639983156']],
    ['Tél : 01 99 00 12 34 (Sam)', ['0199001234']],
    ['T. 01 99 00 12 34 poste 12', ['0199001234']],
    ['(0)1 99 00 12 34', ['0199001234']],
    ['01 99 00 12 34 06 39 98 11 22', ['0199001234', '0639981122']],
    [639_985_566, ['0639985566 phone_lost_zero']],
    ['639985566', ['0639985566 phone_lost_zero']],
    ['01 99 00 77', ['✗ phone_incomplete']],
    ['06 39 98', ['✗ phone_incomplete']],
    ['06 39 98 1O 22', ['✗ invalid_phone']],
    ['06 39 98 11 22 33', ['✗ invalid_phone']],
    ['voir Lina', ['✗ invalid_phone']],
    ['?', []],
    ['-', []],
  ])('reads %p', (shown, expected) => {
    expect(phones(shown)).toEqual(expected);
  });

  test('quotes what the cell held', () => {
    expect(readPhones(639_985_566)[0]).toMatchObject({ raw: 639_985_566, phone: { proposed: true } });
    expect(readPhones('06 39 98')[0]).toMatchObject({ raw: '06 39 98', phone: { raw: '06 39 98', valid: false } });
  });

  test('reads back every French number, however it is grouped', () => {
    const digits = fc.stringMatching(/^0[1-9]\d{8}$/u);
    fc.assert(
      fc.property(digits, fc.constantFrom(' ', '.', '-', '/', ''), (number, separator) => {
        const grouped = (number.match(/\d\d/gu) ?? []).join(separator);
        expect(phones(grouped)).toEqual([number]);
        expect(phones(`+33${number.slice(1)}`)).toEqual([number]);
      }),
    );
  });
});

describe('readPeople()', () => {
  test.each([
    ['Élodie  Carpentier ', ['Élodie Carpentier']],
    ["Émile N'Gouanda", ["Émile N'Gouanda"]],
    ['Jo Le Gall-Prévost', ['Jo Le Gall-Prévost']],
    ['Lucie & Marc', ['Lucie', 'Marc']],
    ['Fanny / Hugo Pastourel', ['Fanny', 'Hugo Pastourel']],
    ['Nawel et Théo', ['Nawel', 'Théo']],
    ['Lucie, Marc', ['Lucie', 'Marc']],
    ['CARPENTIER, Élodie', ['CARPENTIER, Élodie']],
    ['M. et Mme Ortega', ['M. Ortega', 'Mme Ortega']],
    ['Jean Martin / 06 12', ['Jean Martin']],
    ['?', []],
  ])('reads %p', (text, expected) => {
    expect(people(text)).toEqual(expected);
    expect(readPeople(text).toConfirm).toBe(expected.length > 1);
  });
});
