/** Seats, queue and offers, as the coordinator lives them. */
import fc from 'fast-check';
import { lostMails } from '../../../src/core/mails/causes.ts';
import { changeTable, readTable } from '../../../src/core/records.ts';
import { answerTable } from '../../../src/core/tables/answer.ts';
import { checkTable } from '../../../src/core/tables/check.ts';
import { formTable } from '../../../src/core/tables/form.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { registrationTable } from '../../../src/core/tables/registration.ts';
import { sessionTable } from '../../../src/core/tables/session.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import {
  addressOf,
  answer,
  club,
  memberNames,
  received,
  recordWith,
  registrationsIn,
  registrationWorkbook,
  standings,
} from '../../support/registrations.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const templatesOf = ({ mails }: { mails: readonly { template: string | null; to: string | null }[] }) =>
  mails.map(({ template, to }) => `${(template ?? '').replace('registration-', '')} ${(to ?? '').split('@')[0] ?? ''}`);

const offers = { seat_policy: 'offer' };

test('two seats, four answers: the third and fourth wait, and are told their rank', () => {
  const ran = received(
    registrationWorkbook(),
    ['Alto', 'Basse', 'Caisse', 'Diapason'].map((who, index) => answer(who, 'oui', `08:0${String(index)}`)),
  );
  expect(standings(ran.after)).toEqual(['Alto registered', 'Basse registered', 'Caisse waiting', 'Diapason waiting']);
  expect(templatesOf(ran)).toEqual(['seat alto', 'seat basse', 'waiting caisse', 'waiting diapason']);
  expect(ran.mails[3]?.body).toContain('au rang 2');
  expect(registrationsIn(ran.after)[2]?.why).toBe(
    'En attente\u00A0: les 2 places étaient prises le mercredi 10 mai 2023 à 8\u00A0h\u00A002.',
  );
  expect(ran.preview.summary).toEqual([
    '4\u00A0réponses\u00A0: 2\u00A0places données, 2\u00A0personnes en liste d’attente.',
  ]);
});

test('a « non » gives the seat to the first who waits, who is told so; a later « oui » goes to the end', () => {
  const first = received(
    registrationWorkbook(),
    ['Alto', 'Basse', 'Caisse', 'Diapason'].map((who, index) => answer(who, 'oui', `08:0${String(index)}`)),
  );
  const second = received(first.after, [answer('Alto', 'non', '09:00'), answer('Alto', 'oui', '09:30')]);
  expect(standings(second.after)).toEqual([
    'Alto waiting',
    'Basse registered',
    'Caisse registered',
    'Diapason waiting',
  ]);
  expect(templatesOf(second)).toEqual(['waiting alto', 'freed caisse']);
  expect(second.mails[0]?.body).toContain('au rang 2');
});

describe('where offers are the rule', () => {
  const full = received(
    registrationWorkbook([{ ...club, date: '2023-06-05' }], offers),
    ['Alto', 'Basse', 'Caisse', 'Diapason'].map((who, index) => answer(who, 'oui', `08:0${String(index)}`)),
  ).after;
  const freed = received(full, [answer('Alto', 'non', '11:00')]);

  test('the first who waits has 48 hours, and links to accept or refuse', () => {
    expect(standings(freed.after)).toEqual([
      'Alto withdrawn',
      'Basse registered',
      'Caisse offered',
      'Diapason waiting',
    ]);
    expect(registrationsIn(freed.after)[2]?.offer_until).toBe('2023-05-12 12:00');
    expect(templatesOf(freed)).toEqual(['withdrawn alto', 'offer caisse']);
    expect(freed.mails[1]?.body).toContain('vendredi 12 mai 2023 à 12');
  });

  test('accepted, the seat is theirs', () => {
    const { after } = received(freed.after, [answer('Caisse', 'oui', '13:00')], { today: '2023-05-10', time: '13:00' });
    expect(standings(after)[2]).toBe('Caisse registered');
  });

  test('refused, the next one is offered it', () => {
    const { after } = received(freed.after, [answer('Caisse', 'non', '13:00')], { today: '2023-05-10', time: '13:00' });
    expect(standings(after).slice(2)).toEqual(['Caisse withdrawn', 'Diapason offered']);
  });

  test('without an answer it goes to the next one, without any new answer', () => {
    const before = received(freed.after, [], { today: '2023-05-12', time: '11:59' });
    expect(before.preview.state).toBe('nothing');
    const ran = received(freed.after, [], { today: '2023-05-12', time: '12:01' });
    expect(standings(ran.after).slice(2)).toEqual(['Caisse withdrawn', 'Diapason offered']);
    expect(templatesOf(ran)).toEqual(['withdrawn caisse', 'offer diapason']);
  });

  test('an offer that lapsed or was taken no longer leaves', () => {
    const late = received(freed.after, [], { today: '2023-05-12', time: '12:01' });
    const lost = lostMails(stateFrom([], late.after), freed.mails, '2023-05-12');
    expect([...lost.values()].map(({ why }) => why)).toEqual(['Cette place n’est plus proposée à cette personne.']);
  });

  test('the day before, the seat is given at once', () => {
    const ran = received(full, [answer('Alto', 'non', '11:00', { at: '2023-06-05 09:00:00' })], {
      today: '2023-06-05',
      time: '09:10',
    });
    expect(templatesOf(ran)).toEqual(['withdrawn alto', 'freed caisse']);
  });
});

test('what she does by hand stays: a walk-in, a presence, a row taken away', () => {
  const first = received(registrationWorkbook([{ ...club, capacity: 3 }]), [
    answer('Alto', 'oui', '08:00'),
    answer('Basse', 'oui', '08:01'),
  ]);
  const walkIn = recordWith(registrationTable, {
    id: 'INS-0009',
    session: 'SEA-0001',
    last_name: 'Caisse',
    first_name: 'Claude',
    member: 'ADH-0003',
    status: 'present',
  });
  const byHand: Workbook = {
    ...first.after,
    [registrationTable.tab]: changeTable(registrationTable, first.after[registrationTable.tab], {
      put: [walkIn],
      remove: ['INS-0001'],
    }),
  };
  const ran = received(byHand, [answer('Caisse', 'oui', '10:00'), answer('Écho', 'oui', '10:05')]);
  expect(registrationsIn(ran.after).map(({ id, status, email }) => [id, status, email])).toEqual([
    ['INS-0002', 'registered', addressOf('Basse')],
    ['INS-0009', 'present', addressOf('Caisse')],
    ['INS-0010', 'registered', addressOf('Écho')],
  ]);
});

test('an unknown address waits for her; once she notes the member, the seat comes at its rank', () => {
  const stranger = answer('Alto', 'oui', '08:00', { email: 'moi@ailleurs.example', organisation: 'Altoo', name: 'Jo' });
  const first = received(registrationWorkbook([{ ...club, capacity: 1 }]), [stranger]);
  expect(standings(first.after)).toEqual(['Altoo to_verify']);
  expect(templatesOf(first)).toEqual(['refused moi']);
  const [check] = readTable(checkTable, first.after[checkTable.tab]).records;
  expect(check?.what).toContain('Peut-être «\u00A0Alto\u00A0» (ADH-0001)');
  const grid = first.after[registrationTable.tab];
  const [row] = registrationsIn(first.after);
  const noted = {
    ...first.after,
    [registrationTable.tab]: changeTable(registrationTable, grid, { put: row ? [{ ...row, member: 'ADH-0001' }] : [] }),
  };
  const second = received(noted, [answer('Basse', 'oui', '12:00')]);
  expect(standings(second.after)).toEqual(['Alto registered', 'Basse waiting']);
  expect(templatesOf(second)).toEqual(['seat moi', 'waiting basse']);
});

test('an answer that is edited leaves the first session for the second', () => {
  const workbook = registrationWorkbook([club, { ...club, id: 'SEA-0002', title: 'Crescendo' }]);
  const sent = answer('Alto', 'oui', '08:00');
  const first = received(workbook, [sent]);
  const edited = { ...sent, submitted_at: 'plus tard', at: '2023-05-10 09:00:00', session: 'SEA-0002 · Crescendo' };
  const second = received(first.after, [edited, sent]);
  expect(registrationsIn(second.after).map(({ session, status }) => [session, status])).toEqual([
    ['SEA-0001', 'withdrawn'],
    ['SEA-0002', 'registered'],
  ]);
});

test('a session that is over, called off or gone takes nobody, and whoever answered is told why', () => {
  const workbook = registrationWorkbook([
    { ...club, date: '2023-05-10', start_time: '09:00' },
    { ...club, id: 'SEA-0002', status: 'cancelled' },
  ]);
  const ran = received(workbook, [
    answer('Alto', 'oui', '09:00'),
    answer('Basse', 'oui', '09:01', { session: 'SEA-0002' }),
    answer('Caisse', 'oui', '09:02', { session: 'SEA-0077' }),
    answer('Diapason', 'non', '09:03', { session: 'SEA-0077' }),
  ]);
  expect(registrationsIn(ran.after)).toEqual([]);
  expect(templatesOf(ran)).toEqual(['refused alto', 'refused basse', 'refused caisse']);
  expect(readTable(answerTable, ran.after[answerTable.tab]).records.map(({ outcome }) => outcome)).toEqual([
    'late',
    'cancelled',
    'gone',
    'gone',
  ]);
});

test('hostile texts stay texts: no formula, no header, no link in a mail, no more than a glance', () => {
  const ran = received(registrationWorkbook(), [
    answer('Alto', 'oui', '08:00', {
      name: '=HYPERLINK("https://mal.example";"Gagnez")\r\nBcc: tous@ailleurs.example',
      message: `\u202Eéh ${'a'.repeat(3900)}`,
      organisation: '<script>alert(1)</script>',
    }),
    answer('Basse', 'oui', '08:01', { email: 'a@b.example\nBcc: x@y.example' }),
  ]);
  const [row] = registrationsIn(ran.after);
  expect(row?.last_name).toBe('=HYPERLINK("https://mal.example";"Gagnez") Bcc: tous@ailleurs.example');
  expect(row?.organisation).toBe('Alto');
  expect(row?.notes?.length).toBe(2000);
  expect(row?.notes?.startsWith('éh')).toBe(true);
  expect(ran.mails).toHaveLength(1);
  expect(ran.mails[0]?.body).toContain('Bonjour à vous,');
  const checks = readTable(checkTable, ran.after[checkTable.tab]).records;
  expect(checks.map(({ kind }) => kind)).toEqual(['answer_unread']);
});

test('with a form, each mail has a link that opens it filled in', () => {
  const form = recordWith(formTable, {
    id: 'FOR-0001',
    kind: 'registrations',
    form: 'abc',
    link: 'https://docs.google.com/forms/d/e/abc/viewform',
  });
  const workbook = { ...registrationWorkbook(), [formTable.tab]: changeTable(formTable, undefined, { put: [form] }) };
  const { mails } = received(workbook, [answer('Alto', 'oui', '08:00')]);
  const link = /https:\S+/u.exec(mails[0]?.body ?? '')?.[0] ?? '';
  expect([...new URL(link).searchParams.values()]).toEqual([
    'pp_url',
    'SEA-0001',
    'Non, je ne peux pas / plus venir',
    'Claude Alto',
    'alto@alto.example',
  ]);
});

test('without « Séances » or « Adhérents », answers wait', () => {
  for (const tab of [sessionTable.tab, memberTable.tab]) {
    const rest = Object.fromEntries(Object.entries(registrationWorkbook()).filter(([title]) => title !== tab));
    expect(received(rest, [answer('Alto', 'oui', '08:00')]).preview.state).toBe('refused');
  }
});

test('whatever the answers, taking them one by one or all at once gives the same seats and queue', () => {
  const one = fc.record({
    who: fc.constantFrom(...memberNames),
    wish: fc.constantFrom('oui' as const, 'non' as const),
  });
  const moment = { today: '2023-05-10', time: '23:00' };
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), fc.integer({ min: 0, max: 3 }), (wishes, capacity) => {
      const workbook = registrationWorkbook([{ ...club, capacity }]);
      const answers = wishes.map(({ who, wish }, index) => answer(who, wish, `08:${String(index).padStart(2, '0')}`));
      const together = received(workbook, [...answers].reverse(), moment).after;
      const alone = answers.reduce<Workbook>((now, sent) => received(now, [sent], moment).after, workbook);
      const seen = (after: Workbook) =>
        registrationsIn(after).map(({ organisation, status, answered_at: at }) => [organisation, status, at]);
      expect(seen(together)).toEqual(seen(alone));
      const seats = registrationsIn(together).filter(({ status }) => status === 'registered').length;
      const waiting = registrationsIn(together).filter(({ status }) => status === 'waiting').length;
      expect(seats).toBeLessThanOrEqual(capacity);
      expect(waiting === 0 || seats === capacity).toBe(true);
    }),
    { numRuns: 40 },
  );
});
