/** The pages to print: the sheet to sign, the certificate. */
import { buildCertificate } from '../../../src/core/commands/build-certificate.ts';
import { buildSignInSheet } from '../../../src/core/commands/build-sign-in-sheet.ts';
import { CERTIFICATE_SHEET } from '../../../src/core/sessions/certificate.ts';
import { SIGN_IN_SHEET } from '../../../src/core/sessions/sign-in-sheet.ts';
import { calendarOf, carry, club } from '../../support/sessions.ts';

const start = calendarOf({
  programmes: [{ ...club, funder: 'Ville de Paris' }],
  sessions: [
    {
      title: 'Club SACEM',
      programme: 'CLUB',
      date: '2023-05-10',
      start_time: '18:00',
      end_time: '20:00',
      duration: 120,
      place: 'Pôle',
      status: 'held',
    },
  ],
  settings: { association: 'MILA' },
  people: [
    { session: 'SEA-0001', first_name: 'Zoé', last_name: 'Martin', status: 'registered', email: 'zoe@x.example' },
    { session: 'SEA-0001', first_name: 'Anna', last_name: 'Marée', organisation: 'Label Marée', status: 'present' },
    { session: 'SEA-0001', first_name: 'ANNA', last_name: 'MARÉE', organisation: 'Label Marée', status: 'registered' },
    { session: 'SEA-0001', first_name: '=1+1', last_name: 'Attend', status: 'waiting' },
  ],
});

test('the sheet to sign: those with a seat by name and once, blank lines, the funder’s place, and no e-mail', () => {
  const { after } = carry(start, buildSignInSheet, { session: 'SEA-0001' });
  const page = after[SIGN_IN_SHEET] ?? [];
  const header = page.findIndex(([first]) => first === 'N°');
  const lines = page.slice(header + 1, header + 4).map((row) => row.filter((cell) => cell !== null));
  expect(lines).toEqual([[1, 'Marée', 'Anna', 'Label Marée'], [2, 'Martin', 'Zoé'], [3]]);
  const text = JSON.stringify(page);
  expect(text).toContain('Ville de Paris');
  expect(text).toContain('mercredi 10 mai 2023, 18\u00A0h – 20\u00A0h');
  expect(text).not.toContain('@');
  expect(text).not.toContain('Attend');
  expect(carry(after, buildSignInSheet, { session: 'SEA-0001' }).plan.tabs).toEqual([]);
});

test('the certificate says who took part in what, when and how long; only for someone who came', () => {
  const { after } = carry(start, buildCertificate, { id: 'INS-0002' });
  expect(after[CERTIFICATE_SHEET]?.[3]).toEqual([
    'MILA atteste que Anna Marée, Label Marée, a participé à «\u00A0Club SACEM\u00A0», mercredi 10 mai 2023, 18\u00A0h – 20\u00A0h (2\u00A0h).',
  ]);
  expect(carry(start, buildCertificate, { id: 'INS-0001' }).refusal).toContain('notez d’abord les présences');
  expect(carry(start, buildCertificate, { id: 'INS-0009' }).refusal).toContain('n’est plus dans');
});
