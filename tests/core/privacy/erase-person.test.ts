import { journalTable, UNDO_TAB } from '../../../src/core/journal.ts';
import { outboxTable } from '../../../src/core/outbox.ts';
import { isManaged } from '../../../src/core/privacy/own-tabs.ts';
import { readTable } from '../../../src/core/records.ts';
import type { Table } from '../../../src/core/table.ts';
import { checkTable } from '../../../src/core/tables/check.ts';
import { contactTable } from '../../../src/core/tables/contact.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { membershipFeeTable } from '../../../src/core/tables/membership-fee.ts';
import { originTable } from '../../../src/core/tables/origin.ts';
import { paymentTable } from '../../../src/core/tables/payment.ts';
import { receiptTable } from '../../../src/core/tables/receipt.ts';
import { registrationTable } from '../../../src/core/tables/registration.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { erased, register, tabOf } from '../../support/privacy.ts';

const LABEL = { id: 'ADH-0001', confirm: 'label maree basse', answers: { sure: 'yes' } };
const ANNA = { id: 'CON-0001', confirm: 'Anna Lemoine', answers: { sure: 'yes' } };
const record = (table: Table, workbook: Workbook, id: string) =>
  readTable<Table>(table, workbook[table.tab]).records.find((one) => one['id'] === id) ?? {};
const managedText = (workbook: Workbook) =>
  JSON.stringify(Object.entries(workbook).filter(([tab]) => isManaged(tab) && tab !== receiptTable.tab));

describe('a member that left is erased', () => {
  const { after, preview, wish } = erased(register, LABEL);

  test('its name is a number in every tab of Régie, with the people whom it sent', () => {
    expect(preview.state).toBe('ready');
    expect(record(memberTable, after, 'ADH-0001')).toMatchObject({
      organisation: 'Personne effacée ADH-0001',
      affiliation: 'hosted',
      start: '2019-03-01',
      left_on: '2022-12-31',
      email: null,
      siret: null,
      address: null,
      notes: null,
      former_names: [],
    });
    expect(record(contactTable, after, 'CON-0001')).toMatchObject({ name: 'Personne effacée CON-0001', email: null });
    expect(managedText(after)).not.toMatch(/mar[ée]e|lemoine|anna|zo[ée]|petit|99001234|quais/iu);
  });

  test('amounts, dates and presences stay, and two people stay two', () => {
    expect(record(membershipFeeTable, after, 'COT-0001')).toMatchObject({ year: 2022, amount_due: 11_000, paid: true });
    expect(record(paymentTable, after, 'PAI-0001')).toMatchObject({
      organisation: 'Personne effacée ADH-0001',
      amount: 11_000,
      date: '2022-04-02',
      method: 'bank_transfer',
    });
    const names = ['INS-0001', 'INS-0002', 'INS-0003'].map((id) => record(registrationTable, after, id)['last_name']);
    expect(names).toEqual(['Personne effacée CON-0001', 'Personne effacée INS-0002', 'Personne effacée INS-0002']);
    expect(record(registrationTable, after, 'INS-0003')).toMatchObject({ status: 'absent', first_name: null });
  });

  test('a receipt keeps the name for ten years, said with its reason; an older one does not', () => {
    expect(record(receiptTable, after, 'REC-0001')).toMatchObject({
      organisation: 'Label Marée Basse',
      amount: 11_000,
    });
    expect(record(receiptTable, after, 'REC-0002')).toMatchObject({
      organisation: 'Personne effacée ADH-0001',
      amount: 9000,
    });
    expect(preview.summary.join(' ')).toMatch(
      /1\scotisation, 1\spaiement, 1\sséjour, 3\sinscriptions et 1\sconsentement/u,
    );
    expect(preview.summary.join(' ')).toMatch(/REC-0001.*31\/12\/2032.*L123-22/u);
  });

  test('the summary that the journal keeps names nobody', () => {
    expect(wish.summary.join(' ')).not.toMatch(/mar[ée]e|lemoine/iu);
  });

  test('mails are emptied, those that wait do not leave, others stay', () => {
    expect(record(outboxTable, after, 'ENV-0001')).toMatchObject({ status: 'sent', to: null });
    expect(record(outboxTable, after, 'ENV-0002')).toMatchObject({ status: 'cancelled', to: null });
    expect(record(outboxTable, after, 'ENV-0003')).toMatchObject({ body: 'Bonjour Bob' });
  });

  test('what would bring the person back is not kept, and the journal says so; other actions can still be undone', () => {
    expect(after[UNDO_TAB]).toEqual([register[UNDO_TAB]?.[0], ['J-0001', 1], register[UNDO_TAB]?.[2]]);
    expect(record(journalTable, after, 'J-0001')).toMatchObject({ undo: 'impossible' });
    expect(record(journalTable, after, 'J-0001')['summary']).toContain('Ne peut plus être annulée');
    expect(record(journalTable, after, 'J-0002')).toMatchObject({ undo: 'possible' });
  });

  test('points to check and origins lose their words', () => {
    expect(record(checkTable, after, 'VER-0001')).toMatchObject({ state: 'ignored', raw: null, cure: null });
    expect(record(originTable, after, 'ORI-0001')).toMatchObject({
      key: 'Personne effacée ADH-0001',
      prints: 'organisation:x email:x start:ghi',
      raw: JSON.stringify({ Structure: 'Personne effacée ADH-0001', Statut: 'hébergé' }),
    });
  });

  test('the other member and its person are as they were, but for the name that a remark held', () => {
    expect(record(memberTable, after, 'ADH-0002')).toEqual(record(memberTable, register, 'ADH-0002'));
    expect(record(contactTable, after, 'CON-0002')).toMatchObject({
      email: 'contact@tournesol.example',
      notes: 'Remplace Personne effacée CON-0001 au CA',
    });
  });

  test('her own tabs stay unless she says otherwise, then lose the same things', () => {
    expect(after['Adhérents 2022']).toEqual(register['Adhérents 2022']);
    const question = preview.questions.find(({ id }) => id === 'tab:Adhérents 2022');
    expect(question?.text).toMatch(/4\scellules[^]*A3 \(Structure\)\s: L… M… B… → Personne effacée ADH-0001/u);
    expect(question?.text).not.toMatch(/maree/iu);
    const answers = { ...LABEL.answers, 'tab:Adhérents 2022': 'erase', 'tab:Idées': 'erase' };
    const both = erased(register, { ...LABEL, answers }).after;
    expect(both['Adhérents 2022']?.[2]).toEqual(['Personne effacée ADH-0001', null, null, null, 'hébergé']);
    expect(both['Adhérents 2022']?.[3]).toEqual(register['Adhérents 2022']?.[3]);
    expect(both['Idées']).toEqual([['Demander à Personne effacée CON-0001 et Bob Martin'], ['Rien à voir']]);
  });

  test('once the ten years are over, its last receipts lose the name too', () => {
    expect(erased(after, { id: 'ADH-0001' }, '2032-12-31').preview.state).toBe('nothing');
    const later = erased(after, { id: 'ADH-0001' }, '2033-01-01');
    expect(later.preview.state).toBe('ready');
    expect(record(receiptTable, later.after, 'REC-0001')).toMatchObject({
      organisation: 'Personne effacée ADH-0001',
      number: '2022-0001',
      amount: 11_000,
    });
  });

  test('done again, there is nothing to do, whatever is typed', () => {
    expect(erased(after, LABEL).preview.state).toBe('nothing');
    expect(erased(after, { id: 'ADH-0001' }).preview.state).toBe('nothing');
  });
});

describe('a person is erased, the organisation stays', () => {
  test('only what is hers goes', () => {
    const { after, preview } = erased(register, ANNA);
    expect(preview.state).toBe('ready');
    expect(record(contactTable, after, 'CON-0001')).toMatchObject({
      name: 'Personne effacée CON-0001',
      organisation: 'Label Marée Basse',
      email: null,
      phone: null,
    });
    expect(record(memberTable, after, 'ADH-0001')).toMatchObject({
      organisation: 'Label Marée Basse',
      email: null,
      phone: '0199001234',
    });
    expect(record(registrationTable, after, 'INS-0001')).toMatchObject({
      last_name: 'Personne effacée CON-0001',
      first_name: null,
      organisation: 'Label Marée Basse',
    });
    expect(record(registrationTable, after, 'INS-0002')).toMatchObject({ last_name: 'Petit' });
    expect(managedText(after)).not.toMatch(/lemoine/iu);
  });

  test('someone who only came to sessions goes too, everyone else stays', () => {
    const { after, preview } = erased(register, { id: 'INS-0002', confirm: 'Zoé Petit', answers: { sure: 'yes' } });
    expect(preview.state).toBe('ready');
    const names = ['INS-0001', 'INS-0002', 'INS-0003'].map((id) => record(registrationTable, after, id)['last_name']);
    expect(names).toEqual(['Lemoine', 'Personne effacée INS-0002', 'Personne effacée INS-0002']);
    expect(record(registrationTable, after, 'INS-0003')).toMatchObject({ status: 'absent', first_name: null });
    expect(after[contactTable.tab]).toEqual(register[contactTable.tab]);
    expect(after[memberTable.tab]).toEqual(register[memberTable.tab]);
  });

  test('an address that the organisation gave as its own stays on its record', () => {
    const { after } = erased(register, { id: 'CON-0002', confirm: 'Bob Martin', answers: { sure: 'yes' } });
    expect(record(contactTable, after, 'CON-0002')).toMatchObject({ name: 'Personne effacée CON-0002', email: null });
    expect(record(memberTable, after, 'ADH-0002')).toMatchObject({ email: 'contact@tournesol.example' });
  });

  test('a namesake of another organisation keeps her name', () => {
    const namesake = tabOf(contactTable, [
      { id: 'CON-0001', name: 'Anna Lemoine', member: 'ADH-0001', email: 'anna@maree.example' },
      { id: 'CON-0003', name: 'Anna Lemoine', member: 'ADH-0002', email: 'a.lemoine@tournesol.example' },
    ]);
    const { after } = erased({ ...register, ...namesake }, ANNA);
    expect(record(contactTable, after, 'CON-0001')).toMatchObject({ name: 'Personne effacée CON-0001' });
    expect(record(contactTable, after, 'CON-0003')).toMatchObject({
      name: 'Anna Lemoine',
      email: 'a.lemoine@tournesol.example',
    });
  });
});

describe('what is not erased', () => {
  test.each([
    ['without the name typed', { ...LABEL, confirm: '' }, /tapez le nom/u],
    ['with another name typed', { ...LABEL, confirm: 'Tournesol Booking' }, /n’est pas celui/u],
    ['a member that is still here', { id: 'ADH-0002', confirm: 'Tournesol Booking' }, /notez d’abord son départ/u],
    ['a number that nobody has', { id: 'ADH-0099' }, /n’est ni dans/u],
  ])('%s', (_, input, why) => {
    const { preview, plan } = erased(register, input);
    expect(preview.refusal).toMatch(why);
    expect(plan.tabs).toEqual([]);
  });

  test('before the last yes, or after a no', () => {
    expect(erased(register, { ...LABEL, answers: {} }).preview.state).toBe('question');
    expect(erased(register, { ...LABEL, answers: { sure: 'no' } }).preview.state).toBe('refused');
  });

  test('while a mail to the person is leaving', () => {
    const claimed = tabOf(outboxTable, [{ id: 'ENV-0001', status: 'claimed', to: 'anna@maree.example' }]);
    expect(erased({ ...register, ...claimed }, LABEL).preview.refusal).toMatch(/en train de partir/u);
  });

  test('a name of one word inside other texts: it is a word too', () => {
    const workbook = {
      ...tabOf(memberTable, [
        { id: 'ADH-0001', organisation: 'Studio', left_on: '2020' },
        { id: 'ADH-0002', organisation: 'Studio Vert' },
      ]),
      ...tabOf(contactTable, [{ id: 'CON-0001', name: 'Lila', notes: 'Loue le studio ; Studio' }]),
    };
    const { after, preview } = erased(workbook, { id: 'ADH-0001', confirm: 'Studio', answers: { sure: 'yes' } });
    expect(record(memberTable, after, 'ADH-0002')).toMatchObject({ organisation: 'Studio Vert' });
    expect(record(contactTable, after, 'CON-0001')).toMatchObject({
      notes: 'Loue le studio ; Personne effacée ADH-0001',
    });
    expect(preview.summary.join(' ')).toContain('seul mot');
  });
});
