/** What she does with the people of a session, and what the view « Inscriptions » shows of it. */
import { addRegistration } from '../../../src/core/commands/add-registration.ts';
import { changeRegistration } from '../../../src/core/commands/change-registration.ts';
import type { RegistrationsView } from '../../../src/core/views/registrations.ts';
import { registrationsView } from '../../../src/core/views/registrations.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { answer, carryOut, club, received, registrationWorkbook, standings } from '../../support/registrations.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const full = received(
  registrationWorkbook([{ ...club, capacity: 1 }]),
  ['Alto', 'Basse'].map((who, index) => answer(who, 'oui', `08:0${String(index)}`)),
).after;
const plain = (sentences: readonly string[]) => sentences.map((sentence) => sentence.replaceAll('\u00A0', ' '));
const seen = (workbook: Workbook, input: object = {}) =>
  registrationsView.view(stateFrom([], workbook), input, { today: '2023-05-10', time: '12:00' }) as RegistrationsView;

test('taking someone off gives the seat to whoever waits, who is told even if the other is not', () => {
  const ran = carryOut(changeRegistration, full, { id: 'INS-0001', change: 'withdraw', tell: false });
  expect(standings(ran.after)).toEqual(['Alto withdrawn', 'Basse registered']);
  expect(plain(ran.preview.summary)).toEqual([
    '« Claude Alto » est retiré·e de « Club MILA ».',
    'La place va à « Claude Basse ».',
  ]);
  expect(ran.mails.map(({ template }) => template)).toEqual(['registration-freed']);
  const again = carryOut(changeRegistration, ran.after, { id: 'INS-0001', change: 'withdraw' });
  expect(again.preview.state).toBe('nothing');
});

test('someone who telephones has a seat, the queue, or a seat more when she insists', () => {
  const queued = carryOut(addRegistration, full, { session: 'SEA-0001', name: 'Jo', member: 'ADH-0003' });
  expect(standings(queued.after)).toEqual(['Alto registered', 'Basse waiting', 'Caisse waiting']);
  expect(queued.mails).toEqual([]);
  const forced = carryOut(addRegistration, full, {
    ...{ session: 'SEA-0001', name: 'Jo', member: 'ADH-0003', email: 'jo@ailleurs.example', force: true },
  });
  expect(standings(forced.after)).toEqual(['Alto registered', 'Basse waiting', 'Caisse registered']);
  expect(forced.mails.map(({ to }) => to)).toEqual(['jo@ailleurs.example']);
  const twice = carryOut(addRegistration, forced.after, {
    session: 'SEA-0001',
    name: 'Jo',
    email: 'JO@ailleurs.example',
  });
  expect(twice.preview.refusal).toContain('déjà dans la liste');
});

test('someone known by a sign only is added once', () => {
  const added = carryOut(addRegistration, full, { session: 'SEA-0001', name: '!' });
  expect(added.preview.state).toBe('ready');
  const twice = carryOut(addRegistration, added.after, { session: 'SEA-0001', name: '!' });
  expect(twice.preview.refusal).toContain('déjà dans la liste');
});

test('someone to check is let in as a member of hers', () => {
  const unknown = received(registrationWorkbook(), [
    answer('Alto', 'oui', '08:00', { email: 'x@ailleurs.example', organisation: 'Inconnue' }),
  ]).after;
  expect(seen(unknown, { session: 'SEA-0001' }).card?.people[0]).toMatchObject({
    group: 'to_verify',
    state: 'à vérifier',
  });
  const ran = carryOut(changeRegistration, unknown, { id: 'INS-0001', change: 'accept', member: 'ADH-0002' });
  expect(standings(ran.after)).toEqual(['Basse registered']);
});

test('a number that « Séances » gives without names is said as such, until someone is named', () => {
  const counted = registrationWorkbook([{ ...club, registered: 8 }]);
  expect(seen(counted).lines).toMatchObject([{ seated: 0, noted: 8 }]);
  const named = carryOut(addRegistration, counted, { session: 'SEA-0001', name: 'Jo', member: 'ADH-0003' }).after;
  expect(seen(named).lines).toMatchObject([{ seated: 1, noted: null }]);
});

test('the view says who has a seat, who waits at which rank, and why', () => {
  const { lines, card, link } = seen(full, { session: 'SEA-0001' });
  expect(link).toBeNull();
  expect(lines).toMatchObject([{ title: 'Club MILA', capacity: 1, seated: 1, waiting: 1, toVerify: 0 }]);
  expect(card?.people.map(({ name, group, state }) => [name, group, state])).toEqual([
    ['Claude Alto', 'seated', 'inscrit·e'],
    ['Claude Basse', 'waiting', 'en attente, rang 1'],
  ]);
  expect(plain([card?.people[0]?.why ?? ''])).toEqual([
    'A une place : réponse du mercredi 10 mai 2023 à 8 h, il en restait 1.',
  ]);
});
