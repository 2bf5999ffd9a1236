/** A number that was given never comes back: what bore it may be gone, what refers to it is not. */
import { addMember } from '../../src/core/commands/add-member.ts';
import { recordConsent } from '../../src/core/commands/record-consent.ts';
import { undo } from '../../src/core/commands/undo.ts';
import { UNDO_TAB } from '../../src/core/journal.ts';
import { freshIds } from '../../src/core/numbers.ts';
import { readTable } from '../../src/core/records.ts';
import { apply } from '../../src/core/shell.ts';
import { outboxTable } from '../../src/core/outbox.ts';
import { consentTable } from '../../src/core/tables/consent.ts';
import { memberTable } from '../../src/core/tables/member.ts';
import { membershipFeeTable } from '../../src/core/tables/membership-fee.ts';
import { localHost } from '../support/local-host.ts';
import type { LocalHost } from '../support/local-host.ts';

const moment = { today: '2023-05-12', time: '10:00' };
const add = (host: LocalHost, organisation: string) =>
  host.run(apply({ command: addMember, input: { organisation }, moment, known: null }, null, 'moi'));
const members = (host: LocalHost) => readTable(memberTable, host.workbook()[memberTable.tab]).records;
const headers = memberTable.columns.map(({ header }) => header);

function deleteLastRow(host: LocalHost, title: string): void {
  const tab = host.snapshot().tabs.find((one) => one.title === title);
  if (tab === undefined) throw new Error(`Cannot find tab "${title}"`);
  const last = tab.entered.length - 1;
  host.edit([
    { deleteDimension: { range: { sheetId: tab.sheetId, dimension: 'ROWS', startIndex: last, endIndex: last + 1 } } },
  ]);
}

test('a member whose row was deleted leaves its number to nobody', () => {
  const host = localHost({ [memberTable.tab]: [headers, ['ADH-0001', 'Studio Nord']] });
  add(host, 'Label Marée Basse');
  expect(members(host).map(({ id }) => id)).toEqual(['ADH-0001', 'ADH-0002']);
  deleteLastRow(host, memberTable.tab);
  host.calls.length = 0;
  add(host, 'Les Ondes Courtes');
  expect(host.calls.filter((call) => call === 'batchUpdate')).toHaveLength(1);
  expect(members(host).map(({ id }) => id)).toEqual(['ADH-0001', 'ADH-0003']);
});

test('undoing an addition does not give its number to the next member either', () => {
  const host = localHost({ [memberTable.tab]: [headers, ['ADH-0001', 'Studio Nord']] });
  const before = host.workbook()[memberTable.tab];
  const { journalId, shown } = add(host, 'Label Marée Basse');
  const input = { id: journalId, tabs: shown.preview.changes.map(({ tab }) => tab) };
  expect(host.run(apply({ command: undo, input, moment, known: null }, null, 'moi')).outcome).toBe('applied');
  expect(host.workbook()[memberTable.tab]).toEqual(before);
  add(host, 'Les Ondes Courtes');
  expect(members(host).at(-1)).toMatchObject({ id: 'ADH-0003', organisation: 'Les Ondes Courtes' });
});

describe('a tab that goes whole with the action that had made it', () => {
  const signed = (host: LocalHost, input: unknown) =>
    host.run(apply({ command: recordConsent, input, moment, known: null }, null, 'moi'));
  const consent = { member: 'ADH-0001', subject: 'photos', given: true };
  const undoLast = (host: LocalHost, id: string | null) =>
    host.run(apply({ command: undo, input: { id, tabs: [consentTable.tab] }, moment, known: null }, null, 'moi'));
  const consents = (host: LocalHost) => readTable(consentTable, host.workbook()[consentTable.tab]).records;
  const start = { [memberTable.tab]: [headers, ['ADH-0001', 'Studio Nord']] };

  test('gives its numbers back, as often as it comes and goes', () => {
    const host = localHost(start);
    for (let time = 0; time < 3; time += 1) {
      const { journalId } = signed(host, consent);
      expect(consents(host).map(({ id }) => id)).toEqual(['CST-0001']);
      expect(undoLast(host, journalId).outcome).toBe('applied');
      expect(host.workbook()[consentTable.tab]).toBeUndefined();
    }
  });

  test('keeps them while something done since stands', () => {
    const host = localHost(start);
    const { journalId } = signed(host, consent);
    add(host, 'Label Marée Basse');
    undoLast(host, journalId);
    signed(host, consent);
    expect(consents(host).map(({ id }) => id)).toEqual(['CST-0002']);
  });

  test('keeps them when a mail names one', () => {
    const mail = outboxTable.columns.map(({ field }) =>
      field === 'id' ? 'ENV-0001' : field === 'status' ? 'envoyé' : field === 'records' ? 'CST-0001' : null,
    );
    const mails = { [outboxTable.tab]: [outboxTable.columns.map(({ header }) => header), mail] };
    const host = localHost({ ...start, ...mails });
    const { journalId } = signed(host, consent);
    undoLast(host, journalId);
    signed(host, consent);
    expect(consents(host).map(({ id }) => id)).toEqual(['CST-0002']);
  });
});

test('a store of undo of an older version, three columns wide, takes the last numbers', () => {
  const host = localHost({
    [memberTable.tab]: [headers, ['ADH-0041', 'Studio Nord']],
    [UNDO_TAB]: [['N° de journal', 'Partie', 'Contenu']],
  });
  const tab = host.snapshot().tabs.find(({ title }) => title === UNDO_TAB);
  const extra = { sheetId: tab?.sheetId, dimension: 'COLUMNS', startIndex: 3, endIndex: tab?.columnCount };
  host.edit([{ deleteDimension: { range: extra } }]);
  add(host, 'Label Marée Basse');
  expect(host.workbook()[UNDO_TAB]?.[0]?.[3]).toBe('ADH-0042 ; PAR-0001');
});

test('numbers that other rows still name are not given, even where the last ones are not known', () => {
  const fees = membershipFeeTable.columns.map(({ field, header }) => [field, header] as const);
  const row = fees.map(([field]) => (field === 'id' ? 'COT-0001' : field === 'member' ? 'ADH-0007' : null));
  const workbook = {
    [memberTable.tab]: [headers, ['ADH-0001', 'Studio Nord'], ['ADH-1e300', 'numéro tapé à la main']],
    [membershipFeeTable.tab]: [fees.map(([, header]) => header), row],
    Envois: [['Clé'], ['dues-2023/ADH-0009'], ['voir ADH-0100']],
  };
  expect(freshIds({ workbook }, memberTable, 2)).toEqual(['ADH-0010', 'ADH-0011']);
  expect(freshIds({ workbook, lastNumbers: { ADH: 12 } }, memberTable, 1)).toEqual(['ADH-0013']);
  expect(freshIds({ workbook }, membershipFeeTable, 1)).toEqual(['COT-0002']);
});
