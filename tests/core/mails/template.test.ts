/** Mails from templates: every field replaced or no mail at all, and nothing of people's texts becomes a header or HTML. */
import fc from 'fast-check';
import { templates } from '../../../src/core/mails/index.ts';
import { exampleOf, mailFrom, templateTexts } from '../../../src/core/mails/template.ts';
import type { MailTemplate } from '../../../src/core/mails/template.ts';
import { mailAddress, mailHtml, mailLine, mailText } from '../../../src/core/mails/text.ts';
import { changeTable } from '../../../src/core/records.ts';
import { templateTable } from '../../../src/core/tables/template.ts';
import { hostileTexts } from '../../support/arbitrary.ts';

const reminder: MailTemplate<'member' | 'amount'> = {
  key: 'dues-reminder',
  name: 'Relance de cotisation',
  purpose: 'Rappelle une cotisation.',
  fields: {
    member: { name: 'structure', example: 'Marée Haute' },
    amount: { name: 'montant', example: '120 €' },
  },
  subject: 'Cotisation de {{structure}}',
  body: 'Bonjour,\n\nIl reste {{ Montant }} à régler pour {{structure}}.',
};
const values = { member: 'Marée Haute', amount: '120 €' };

function changed(subject: string | null, body: string | null, active: boolean | null = null) {
  const row = { id: 'MOD-0001', name: null, fields: [], purpose: null, key: reminder.key, subject, body, active };
  return templateTexts([reminder], changeTable(templateTable, undefined, { put: [row] }));
}

test('mailFrom() fills the fields, whatever their case and spaces', () => {
  expect(mailFrom(reminder, values, new Map())).toEqual({
    ok: true,
    subject: 'Cotisation de Marée Haute',
    body: 'Bonjour,\n\nIl reste 120 € à régler pour Marée Haute.',
  });
});

test('her text takes the place of the original one, an empty cell does not', () => {
  const mail = mailFrom(reminder, values, changed('Chère {{structure}}', null));
  expect(mail).toMatchObject({ ok: true, subject: 'Chère Marée Haute' });
  expect(mail.ok && mail.body).toContain('Il reste 120 €');
});

test.each([
  ['un champ inconnu', 'Bonjour {{prénom}}', '{{prénom}}'],
  ['des accolades vides', 'Bonjour {{}}', '{{}}'],
  ['des accolades non fermées', 'Bonjour {{structure', '{{structure'],
  ['des accolades non ouvertes', 'Bonjour structure}} !', 'structure}}'],
])('%s: nothing is sent, and the message says where and how to mend it', (_, body, named) => {
  const mail = mailFrom(reminder, values, changed(null, body));
  expect(mail).toMatchObject({ ok: false, problem: { tab: 'Modèles', row: 2, severity: 'error' } });
  const message = mail.ok ? '' : mail.problem.message;
  expect(message).toContain(named);
  expect(message).toContain('{{structure}}, {{montant}}');
});

test('a field without a value: no mail with a hole', () => {
  const mail = mailFrom(reminder, { ...values, amount: ' \n' }, new Map());
  expect(mail).toMatchObject({ ok: false, problem: { kind: 'template_field_empty' } });
  expect(mail.ok ? '' : mail.problem.message).toContain('{{Montant}}');
});

test('braces that a value holds are only text', () => {
  const mail = mailFrom(reminder, { member: '{{montant}}', amount: '{{structure}}' }, new Map());
  expect(mail).toMatchObject({ ok: true, subject: 'Cotisation de {{montant}}' });
});

test('whatever the values hold, the subject is one line, and the HTML has no tag but ours', () => {
  const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(text, text, (member, amount) => {
      const mail = mailFrom(reminder, { member, amount }, new Map());
      if (!mail.ok) return;
      expect(mail.subject).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      expect(mail.subject.length).toBeLessThanOrEqual(400);
      expect(mail.body).not.toMatch(/(?!\n|\t)[\p{Cc}\u202A-\u202E]/u);
      const bare = mailHtml(mail.body).replace(/<\/?(?:div|p)(?: style="[^"<>]*")?>|<br>/gu, '');
      expect(bare.replace(/<a href="https:\/\/[^"<>]*">|<\/a>/gu, '')).not.toMatch(/[<>"]/u);
    }),
  );
});

test('a header hidden in a name stays in the subject, on its line', () => {
  expect(mailLine('Objet\r\nBcc: tous@example.org')).toBe('Objet Bcc: tous@example.org');
  expect(mailLine('a\u2028b\u0000c\u202ed')).toBe('a bcd');
  expect(Array.from(mailLine('é'.repeat(500)))).toHaveLength(200);
});

test('mailHtml() links https addresses only, without the sentence’s own punctuation', () => {
  const html = mailHtml('Voir https://mila.example/a?b=1&c=2. Pas http://x.example ni javascript:alert(1)\n<b>x</b>');
  expect(html).toContain('<a href="https://mila.example/a?b=1&amp;c=2">https://mila.example/a?b=1&amp;c=2</a>. Pas');
  expect(html.match(/<a /gu)).toHaveLength(1);
  expect(html).toContain('<br>&lt;b&gt;x&lt;/b&gt;');
});

test('mailText() keeps paragraphs, and line ends alike', () => {
  expect(mailText(' a\r\nb\rc\n\nd\u0007 ')).toBe('a\nb\nc\n\nd');
});

test.each([
  ['Anna@Maree.example ', 'anna@maree.example'],
  ['anna@maree.example, bob@maree.example', null],
  ['anna@maree.example\r\nBcc: tous@example.org', null],
  ['Anna <anna@maree.example>', null],
  ['', null],
])('mailAddress() %j is %j', (text, address) => {
  expect(mailAddress(text)).toBe(address);
});

test.each(templates.map((template) => [template.key, template] as const))(
  'the template « %s » can be sent as it is written, and its key is alone',
  (key, template) => {
    expect(exampleOf(template, new Map())).toMatchObject({ ok: true });
    expect(templates.filter((one) => one.key === key)).toHaveLength(1);
    expect(key).toMatch(/^[a-z][a-z0-9-]*$/u);
  },
);
