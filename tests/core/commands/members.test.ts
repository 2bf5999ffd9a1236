/** What the coordinator does with members, on the sample that she adopted. */
import { addMember } from '../../../src/core/commands/add-member.ts';
import { changeAffiliation } from '../../../src/core/commands/change-affiliation.ts';
import { editMember } from '../../../src/core/commands/edit-member.ts';
import { leaveMember } from '../../../src/core/commands/leave-member.ts';
import { mergeMembers } from '../../../src/core/commands/merge-members.ts';
import { recordConsent } from '../../../src/core/commands/record-consent.ts';
import { saveContact } from '../../../src/core/commands/save-contact.ts';
import { signCharter } from '../../../src/core/commands/sign-charter.ts';
import type { Command } from '../../../src/core/command.ts';
import { memberCards } from '../../../src/core/members/card.ts';
import { affiliationPeriodTable } from '../../../src/core/tables/affiliation-period.ts';
import { checkTable } from '../../../src/core/tables/check.ts';
import { consentTable } from '../../../src/core/tables/consent.ts';
import { contactTable } from '../../../src/core/tables/contact.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { membershipFeeTable } from '../../../src/core/tables/membership-fee.ts';
import { occupancyTable } from '../../../src/core/tables/occupancy.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { adopted, moment, recordsIn, run } from '../../support/adoption.ts';
import { sourceFromXlsx } from '../../support/source-from-xlsx.ts';
import { stateFrom } from '../../support/workbook-of.ts';

let made: Workbook;

beforeAll(async () => {
  made = adopted(await sourceFromXlsx('src/local/sample/mila-2023.xlsx')).made;
}, 60_000);

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const act = (command: Command, input: unknown, from = made) => run(command, [], { made: from, input });
const refusal = (command: Command, input: unknown, from = made) => act(command, input, from).preview.refusal ?? '';
const memberNamed = (name: string, from = made) => {
  const found = recordsIn(memberTable, from).find(({ organisation }) => organisation === name);
  if (found === undefined) throw new Error(`Cannot find "${name}" in the sample`);
  return found;
};
const hosted = () => {
  const stay = recordsIn(occupancyTable, made).find(({ member, end }) => member !== null && end === null);
  if (stay === undefined || stay.member === null) throw new Error('Cannot find a stay in the sample');
  return { stay, id: stay.member };
};

test('the cards count the members of the sample as the association does', () => {
  const all = memberCards(stateFrom([], made), moment).cards;
  const cards = all.filter(({ isDuplicate }) => !isDuplicate);
  expect(all).toHaveLength(104);
  const count = (affiliation: string) => cards.filter((card) => card.affiliation === affiliation).length;
  expect([cards.length, count('hosted'), count('coworking'), count('shop_based'), count('non_resident')]).toEqual([
    100, 12, 6, 14, 68,
  ]);
  expect(cards.every(({ why, statusLabel }) => why !== '' && statusLabel !== '')).toBe(true);
  expect(cards.some(({ sessions }) => sessions.length > 0)).toBe(true);
});

test('a card says of a stay what « Espaces » says: the room as people name it, how near the end is, and why', () => {
  const { cards } = memberCards(stateFrom([], made), moment);
  const [stay] = cards.find(({ name }) => name === 'Les Disques Grillés')?.stays ?? [];
  expect({ ...stay, dates: plain(stay?.dates ?? '') }).toMatchObject({
    space: 'bureau 6',
    tone: 'late',
    dates: 'depuis le 01/03/2020, dépassé de 73 jours (durée maximale : 28/02/2023)',
    facts: expect.arrayContaining(['38\u00A0mois sur 36']) as unknown,
  });
});

describe('add-member', () => {
  const input = {
    organisation: '  Les Ondes  Courtes ',
    affiliation: 'coworking',
    email: 'Bonjour@Ondes.example ; compta@ondes.example',
    siret: '99900001100018',
    contact_name: 'Nour Haddad',
    contact_email: 'nour@ondes.example',
  };

  it('adds the record, its contact and the beginning of its history', () => {
    const { made: after, preview } = act(addMember, input);
    const member = memberNamed('Les Ondes Courtes', after);
    expect(member).toMatchObject({
      affiliation: 'coworking',
      email: 'bonjour@ondes.example',
      other_emails: ['compta@ondes.example'],
      siret: '99900001100018',
      start: '2023-05-12',
    });
    expect(recordsIn(contactTable, after).at(-1)).toMatchObject({ name: 'Nour Haddad', member: member.id, main: true });
    expect(recordsIn(affiliationPeriodTable, after)).toMatchObject([
      { member: member.id, start: '2023-05-12', end: null },
    ]);
    expect(preview.summary[0]).toContain('coworkeur·se');
  });

  it('refuses a name that is taken, and says where', () => {
    const { made: after } = act(addMember, input);
    expect(refusal(addMember, { ...input, organisation: 'LES ONDES COURTES' }, after)).toContain('ADH-');
  });

  it('warns of a name that is close', () => {
    const { made: after } = act(addMember, input);
    const { preview } = act(addMember, { organisation: 'Les Ondes Courte' }, after);
    expect(preview.state).toBe('ready');
    expect(preview.summary.join(' ')).toContain('nom proche');
  });

  it.each([
    ['an address', { email: 'ondes(at)ondes.example' }],
    ['a telephone number', { phone: '06 39' }],
    ['a SIRET', { siret: '20003452800041' }],
    ['a date', { start: '31/02/2023' }],
    ['a contact’s address', { contact_email: 'nour@' }],
    ['a name', { organisation: ' ' }],
  ])('refuses %s that is wrong, with its cure', (_, wrong) => {
    expect(refusal(addMember, { ...input, ...wrong })).toMatch(/[.]$/u);
  });
});

describe('edit-member', () => {
  it('changes only what differs, and says it field by field', () => {
    const before = memberNamed('Bureau des Échos');
    const { preview, plan } = act(editMember, { id: before.id, phone: '01 99 00 12 34', email: before.email ?? '' });
    expect(preview.summary).toEqual(
      ['« Téléphone » : 0639987001 → 0199001234.'].map((text) => expect.stringContaining(text.slice(2, 11))),
    );
    expect(plan.tabs.flatMap(({ cells }) => cells)).toHaveLength(1);
  });

  it('keeps a former name, and renames the member wherever it is named', () => {
    const before = memberNamed('Bureau des Échos');
    const { made: after } = act(editMember, { id: before.id, organisation: 'Bureau des Ondes' });
    expect(memberNamed('Bureau des Ondes', after).former_names).toContain('Bureau des Échos');
    const fees = recordsIn(membershipFeeTable, after).filter(({ member }) => member === before.id);
    expect(fees.map(({ organisation }) => organisation)).toEqual(fees.map(() => 'Bureau des Ondes'));
    expect(fees.length).toBeGreaterThan(0);
  });

  it('wants a reason for an imposed status', () => {
    const { id } = memberNamed('Bureau des Échos');
    expect(refusal(editMember, { id, imposed_status: 'excluded' })).toContain('pourquoi');
    const { made: after, preview } = act(editMember, {
      id,
      imposed_status: 'excluded',
      status_reason: 'Vote du CA',
    });
    expect(preview.summary.at(-1)).toContain('notez aussi');
    const { cards } = memberCards(stateFrom([], after), moment);
    expect(cards.find((card) => card.id === id)).toMatchObject({ status: 'excluded', imposed: true });
  });

  it('says when a column of ours is missing, instead of writing elsewhere', () => {
    const grid = (made['Adhérents'] ?? []).map((row, index) =>
      index === 0 ? row.map((cell) => (cell === 'Téléphone' ? 'Ligne directe' : cell)) : row,
    );
    const { id } = memberNamed('Bureau des Échos');
    expect(refusal(editMember, { id, phone: '0199001234' }, { ...made, Adhérents: grid })).toContain('Téléphone');
  });
});

describe('save-contact', () => {
  it('edits a person of that name rather than adding it twice', () => {
    const [known] = recordsIn(contactTable, made).filter(({ member }) => member !== null);
    const input = { member: known?.member ?? '', name: (known?.name ?? '').toUpperCase(), role: 'Gérante' };
    const { made: after } = act(saveContact, input);
    expect(recordsIn(contactTable, after)).toHaveLength(recordsIn(contactTable, made).length);
    expect(recordsIn(contactTable, after).find(({ id }) => id === known?.id)?.role).toBe('Gérante');
  });

  it('leaves one main contact', () => {
    const { id } = memberNamed('Bureau des Échos');
    const first = act(saveContact, { member: id, name: 'Ana Sol', main: true }).made;
    const second = act(saveContact, { member: id, name: 'Ben Roc', main: true }, first).made;
    const main = recordsIn(contactTable, second).filter((person) => person.member === id && person.main === true);
    expect(main.map(({ name }) => name)).toEqual(['Ben Roc']);
  });
});

describe('change-affiliation', () => {
  it('closes a period and opens another; both ends of the year are right', () => {
    const { id } = memberNamed('Bureau des Échos');
    const { made: after } = act(changeAffiliation, {
      id,
      affiliation: 'shop_based',
      date: '2023-04-01',
      reason: 'boutique',
    });
    const at = (today: string) =>
      memberCards(stateFrom([], after), { ...moment, today }).cards.find((card) => card.id === id)?.affiliation;
    expect(at('2023-03-31')).not.toBe('shop_based');
    expect(at('2023-04-01')).toBe('shop_based');
    const periods = recordsIn(affiliationPeriodTable, after);
    expect(periods.map(({ start, end }) => [start, end]).at(-1)).toEqual(['2023-04-01', null]);
    expect(periods.at(-2)?.end).toBe('2023-03-31');
  });

  it('refuses a day to come, and a day before a later change', () => {
    const { id } = memberNamed('Bureau des Échos');
    expect(refusal(changeAffiliation, { id, affiliation: 'hosted', date: '2023-05-13' })).toContain('pas encore venu');
    const { made: after } = act(changeAffiliation, { id, affiliation: 'shop_based', date: '2023-04-01' });
    expect(refusal(changeAffiliation, { id, affiliation: 'coworking', date: '2023-03-15' }, after)).toContain(
      'déjà noté',
    );
  });
});

describe('leave-member', () => {
  it('closes the record and its stays, and lists what is not ticked', () => {
    const { id, stay } = hosted();
    const { made: after, preview } = act(leaveMember, {
      id,
      reason: 'déménagement',
      stays_end: '2023-05-31',
      done: ['keys'],
    });
    expect(recordsIn(memberTable, after).find((one) => one.id === id)).toMatchObject({
      left_on: '2023-05-12',
      leaving_reason: 'déménagement',
    });
    expect(recordsIn(occupancyTable, after).find((one) => one.id === stay.id)).toMatchObject({
      end: '2023-05-31',
      keys_returned_on: '2023-05-12',
    });
    const points = recordsIn(checkTable, after).filter(({ kind }) => kind === 'exit_to_finish');
    expect(points.map(({ what }) => what).join(' ')).toContain('état des lieux');
    expect(points.map(({ what }) => what).join(' ')).not.toContain('clés');
    expect(preview.summary.join(' ')).toContain('reste');
    const card = memberCards(stateFrom([], after), moment).cards.find((one) => one.id === id);
    expect(card?.status).toBe('left');
  });

  it('done again, changes nothing more', () => {
    const { id } = hosted();
    const { made: after } = act(leaveMember, { id });
    expect(act(leaveMember, { id }, after).preview.state).toBe('nothing');
  });
});

describe('merge-members', () => {
  const two = () => {
    const first = act(addMember, {
      organisation: 'Marée Basse',
      email: 'a@maree.example',
      notes: 'Un',
      start: '2021',
    }).made;
    const second = act(
      addMember,
      {
        organisation: 'Maree Base Label',
        email: 'b@maree.example',
        phone: '0199001234',
        notes: 'Deux',
        start: '2020',
        contact_name: 'Ana Sol',
      },
      first,
    ).made;
    return {
      both: second,
      kept: memberNamed('Marée Basse', second).id,
      duplicate: memberNamed('Maree Base Label', second).id,
    };
  };

  it('keeps all that either record knew, asks where they differ, and moves the rows', () => {
    const { both, kept, duplicate } = two();
    const { made: after, preview } = act(mergeMembers, { kept, duplicate }, both);
    expect(preview.questions.map(({ id }) => id)).toEqual(['field:organisation', 'field:email', 'field:start']);
    const winner = recordsIn(memberTable, after).find(({ id }) => id === kept);
    expect(winner).toMatchObject({
      organisation: 'Marée Basse',
      email: 'a@maree.example',
      other_emails: ['b@maree.example'],
      phone: '0199001234',
      former_names: ['Maree Base Label'],
      start: '2020',
    });
    expect(winner?.notes).toMatch(/Un\nDeux/u);
    expect(recordsIn(memberTable, after).find(({ id }) => id === duplicate)?.merged_into).toBe(kept);
    expect(recordsIn(contactTable, after).at(-1)).toMatchObject({ member: kept, organisation: 'Marée Basse' });
    expect(memberCards(stateFrom([], after), moment).merged[duplicate]).toBe(kept);
  });

  it('takes the duplicate’s value where she says so', () => {
    const { both, kept, duplicate } = two();
    const answers = { 'field:email': 'duplicate' };
    const { made: after } = act(mergeMembers, { kept, duplicate, answers }, both);
    expect(recordsIn(memberTable, after).find(({ id }) => id === kept)).toMatchObject({
      email: 'b@maree.example',
      other_emails: ['a@maree.example'],
    });
  });

  it('refuses one record twice, and one that is merged already', () => {
    const { both, kept, duplicate } = two();
    expect(refusal(mergeMembers, { kept, duplicate: kept }, both)).toContain('différentes');
    const { made: after } = act(mergeMembers, { kept, duplicate }, both);
    expect(refusal(mergeMembers, { kept, duplicate }, after)).toContain('déjà fusionnée');
  });
});

describe('record-consent', () => {
  const input = () => ({ member: memberNamed('Bureau des Échos').id, subject: 'directory_name', given: true });

  it('keeps the day and the words; the log is never shortened', () => {
    const given = act(recordConsent, { ...input(), wording: 'J’accepte.', source: 'formulaire' }).made;
    expect(recordsIn(consentTable, given)).toMatchObject([{ given: true, date: '2023-05-12', wording: 'J’accepte.' }]);
    const back = act(recordConsent, { ...input(), given: false }, given);
    expect(back.preview.summary[0]).toContain('retire son accord');
    expect(recordsIn(consentTable, back.made)).toMatchObject([{ given: true, withdrawn_on: '2023-05-12' }]);
    const again = act(recordConsent, input(), back.made).made;
    expect(recordsIn(consentTable, again)).toHaveLength(2);
  });

  it('refuses to take back what was agreed later', () => {
    const given = act(recordConsent, input()).made;
    expect(refusal(recordConsent, { ...input(), given: false, date: '2023-01-01' }, given)).toContain('antérieur');
  });
});

test('sign-charter notes the day and the version, never a day to come', () => {
  const { id } = memberNamed('Bureau des Échos');
  const { made: after } = act(signCharter, { id, date: '2023-05-02', version: '2023' });
  expect(memberNamed('Bureau des Échos', after)).toMatchObject({
    charter_signed_on: '2023-05-02',
    charter_version: '2023',
  });
  expect(refusal(signCharter, { id, date: '2023-06-01' })).toContain('pas encore venu');
});
