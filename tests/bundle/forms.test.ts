/** The form « Inscriptions » from the very bundle: made, filled in, read; its calls, and what a kill at any call leaves. */
import { outboxTable } from '../../src/core/outbox.ts';
import { readTable } from '../../src/core/records.ts';
import { questions } from '../../src/core/registrations/questions.ts';
import { answerTable } from '../../src/core/tables/answer.ts';
import { killed, readBundle } from '../../src/local/apps-script/index.ts';
import { GoogleRefused } from '../../src/local/google/index.ts';
import { builtBundle } from '../support/built.ts';
import { addressOf, club, memberNames, registrationWorkbook, standings } from '../support/registrations.ts';
import { INSTANT, scriptHost } from '../support/script.ts';
import type { ScriptHost } from '../support/script.ts';

const session = { ...club, date: '2023-06-05', capacity: 2 };

/** An office with its form open, and a clock that goes on by a minute at each answer. */
function office(settings: Readonly<Record<string, string>> = { drafts_only: 'oui' }) {
  let passed = 0;
  const workbook = registrationWorkbook([session], settings);
  const host = scriptHost(workbook, readBundle(builtBundle()), () => INSTANT + passed);
  const report = host.ask('forms', { known: null, make: true });
  const send = (who: string, wish: 'yes' | 'no', choice = 'SEA-0001 · ancien texte') => {
    passed += 60_000;
    const answers = {
      ...{
        [questions.session.id]: choice,
        [questions.wish.id]: questions.wish[wish],
        [questions.organisation.id]: who,
      },
      ...{ [questions.name.id]: `Claude ${who}`, [questions.email.id]: addressOf(who) },
    };
    host.google.forms().submit(formOf(host)?.formId ?? '', answers, new Date(INSTANT + passed));
  };
  const arrive = () => host.script.run('formSubmitted', [{}], { by: 'trigger' });
  return { host, report, send, arrive, wait: (minutes: number) => void (passed += minutes * 60_000) };
}

const formOf = ({ google }: ScriptHost) => google.forms().list()[0];
const choicesOf = (host: ScriptHost) =>
  (formOf(host)?.items[0]?.questionItem?.question?.choiceQuestion?.options ?? []).map(({ value }) => value);
const mailsOf = (host: ScriptHost) => readTable(outboxTable, host.workbook()[outboxTable.tab]).records;

test('the form is made once, in French, with the open sessions, its notice and a trigger', () => {
  const { host, report } = office();
  expect(report).toMatchObject({ received: 0, trouble: null, link: expect.stringMatching(/^https:\/\/docs\.google/u) });
  host.ask('forms', { known: null, make: true });
  expect(host.google.forms().list()).toHaveLength(1);
  expect(formOf(host)).toMatchObject({ title: 'Inscriptions – MILA', isPublished: true, isAcceptingResponses: true });
  expect(formOf(host)?.description).toContain('CNIL');
  expect(formOf(host)?.items.map(({ title }) => title)).toEqual([
    'Séance',
    'Je participe',
    'Prénom et nom',
    'E-mail',
    'Structure',
    'Réseau partenaire, si vous n’êtes pas adhérent·e',
    'Message',
    'Code de la séance',
  ]);
  expect(choicesOf(host)).toEqual(['SEA-0001 · Club MILA · lundi 5 juin 2023 à 18\u00A0h · 2 places']);
  expect(host.script.store().triggers.filter(({ source }) => source === 'FORMS')).toHaveLength(1);
});

test('each answer wakes Régie up: seats, choices and mails follow, however often it is woken', () => {
  const { host, send, arrive } = office({ drafts_only: 'non' });
  for (const who of ['Alto', 'Basse', 'Caisse']) {
    send(who, 'yes');
    arrive();
    arrive();
  }
  expect(standings(host.workbook())).toEqual(['Alto registered', 'Basse registered', 'Caisse waiting']);
  expect(choicesOf(host)).toEqual([expect.stringContaining('complet : liste d’attente')]);
  send('Alto', 'no');
  arrive();
  expect(standings(host.workbook())).toEqual(['Alto withdrawn', 'Basse registered', 'Caisse registered']);
  expect(mailsOf(host).map(({ status, template }) => `${template ?? ''} ${status ?? ''}`)).toEqual([
    'registration-seat sent',
    'registration-seat sent',
    'registration-waiting sent',
    'registration-withdrawn sent',
    'registration-freed sent',
  ]);
  expect(host.script.store().mails[4]?.htmlBody).toContain('<a href="https://docs.google.com/forms/d/e/');
});

test('an answer that no trigger told of is found by the clock', () => {
  const { host, send } = office();
  send('Alto', 'yes');
  host.script.run('tick', [{}], { by: 'trigger' });
  expect(standings(host.workbook())).toEqual(['Alto registered']);
});

test('a form that was deleted is said, and seats go on', () => {
  const { host } = office();
  host.google.rest = () => {
    throw new GoogleRefused(404, 'Requested entity was not found.');
  };
  expect(host.ask('forms', { known: null, make: false })).toMatchObject({
    trouble: 'Le formulaire d’inscription est introuvable : a-t-il été supprimé de votre Drive ?',
  });
});

test('what she adds to the form, and the words she puts at its head, stay', () => {
  const { host, send, arrive } = office();
  const form = formOf(host);
  const own = { title: 'Régime alimentaire', questionItem: { question: { textQuestion: {} } } };
  host.google.call(
    'forms',
    'forms.batchUpdate',
    { formId: form?.formId ?? '' },
    {
      requests: [
        { createItem: { item: own, location: { index: 0 } } },
        { updateFormInfo: { info: { description: 'Bienvenue !' }, updateMask: 'description' } },
      ],
    },
  );
  send('Alto', 'yes');
  arrive();
  expect(formOf(host)?.description).toBe('Bienvenue !');
  expect(
    formOf(host)
      ?.items.map(({ title }) => title)
      .slice(0, 2),
  ).toEqual(['Régime alimentaire', 'Séance']);
  expect(formOf(host)?.items[1]?.questionItem?.question?.choiceQuestion?.options).toEqual([
    { value: 'SEA-0001 · Club MILA · lundi 5 juin 2023 à 18\u00A0h · 1 place' },
  ]);
});

function calls(host: ScriptHost): number {
  return Object.values(host.script.calls()).reduce((sum, count) => sum + count, 0);
}

test('one answer more, with sixty in: twelve calls at most; a seat freed likewise', () => {
  const { host, send, arrive } = office();
  for (let round = 0; round < 12; round += 1) for (const who of memberNames) send(who, round % 2 === 0 ? 'yes' : 'no');
  arrive();
  for (const wish of ['yes', 'no'] as const) {
    send('Alto', wish);
    host.script.resetCalls();
    arrive();
    expect(calls(host)).toBeLessThanOrEqual(12);
  }
  expect(readTable(answerTable, host.workbook()[answerTable.tab]).records).toHaveLength(62);
});

test('killed after any service call, then run again: the same seats, each mail once', () => {
  const story = (killAt: number): { host: ScriptHost; total: number } => {
    const { host, send, arrive, wait } = office({ drafts_only: 'non' });
    for (const who of ['Alto', 'Basse', 'Caisse']) send(who, 'yes');
    send('Alto', 'no');
    host.script.resetCalls();
    host.script.setFaults({
      afterCall: ({ n }) => {
        if (n === killAt) throw killed();
        return undefined;
      },
    });
    try {
      arrive();
    } catch {
      // Killed: the next run goes on.
    }
    const total = calls(host);
    host.script.setFaults({});
    wait(11);
    host.script.run('tick', [{}], { by: 'trigger' });
    return { host, total };
  };
  const { total, host: plain } = story(0);
  const wanted = standings(plain.workbook());
  expect(wanted).toEqual(['Alto withdrawn', 'Basse registered', 'Caisse registered']);
  for (let at = 1; at <= total; at += 1) {
    const { host } = story(at);
    expect([at, standings(host.workbook())]).toEqual([at, wanted]);
    const rows = mailsOf(host);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    for (const { to, subject, status } of rows) {
      const sent = host.script.store().mails.filter((mail) => mail.to === to && mail.subject === subject).length;
      expect([at, sent <= 1, status === 'sent' ? sent : 1]).toEqual([at, true, 1]);
      expect(['sent', 'uncertain', 'cancelled']).toContain(status);
    }
  }
}, 120_000);
