import { settleCheck } from '../../../src/core/commands/settle-check.ts';
import { checkTable } from '../../../src/core/tables/check.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { adopted, edited, memberRow, membersTab, recordsIn, run } from '../../support/adoption.ts';
import type { Outcome } from '../../support/adoption.ts';

const tab = membersTab([
  memberRow('Label Marée Basse', { Tél: 639987001 }),
  memberRow('Éditions du Palier', { Mail: 'palier(at)palier.example' }),
  memberRow('Bahia Sons', { 'Date adh.': '31/02/2023' }),
  memberRow('LABEL MAREE BASSE', { Mail: 'contact@label-mar-e-basse.example' }),
]);
const first = adopted([tab]);

const check = ({ made }: Outcome, kind: string) => recordsIn(checkTable, made).find((one) => one.kind === kind);
const idOf = (kind: string) => check(first, kind)?.id ?? '';
const settle = (kind: string, action: string, made = first.made) =>
  run(settleCheck, [tab], { made, input: { id: idOf(kind), action } });

describe('settleCheck()', () => {
  it('writes the proposition in the linked record and settles the point', () => {
    const done = settle('phone_lost_zero', 'apply');
    expect(recordsIn(memberTable, done.made)[0]?.phone).toBe('0639987001');
    expect(check(done, 'phone_lost_zero')?.state).toBe('done');
    expect(done.preview.summary[0]).toContain('« Téléphone »');
    expect(done.plan.tabs.map(({ tab: title }) => title).sort()).toEqual(['Adhérents', 'À vérifier']);
  });

  it('mends an address written with (at)', () => {
    const done = settle('invalid_email', 'apply');
    expect(recordsIn(memberTable, done.made)[1]?.email).toBe('palier@palier.example');
  });

  it('merges a duplicate by its link, keeping its record', () => {
    const done = settle('duplicate_row', 'apply');
    const members = recordsIn(memberTable, done.made);
    expect(members).toHaveLength(4);
    expect(members[3]?.merged_into).toBe('ADH-0001');
  });

  it.each([
    ['done', 'done'],
    ['ignore', 'ignored'],
  ])('marks a point with « %s »', (action, state) => {
    const done = settle('invalid_date', action);
    expect(check(done, 'invalid_date')?.state).toBe(state);
    const open = settle('invalid_date', 'reopen', done.made);
    expect(check(open, 'invalid_date')?.state).toBe('open');
  });

  it('wishes nothing more once granted', () => {
    const done = settle('phone_lost_zero', 'apply');
    expect(settle('phone_lost_zero', 'apply', done.made).preview.state).toBe('nothing');
  });

  it('refuses to apply a point without a proposition', () => {
    expect(settle('invalid_date', 'apply').preview.refusal).toContain('pas de proposition');
  });

  it('refuses when the record is no longer there', () => {
    const made = { ...first.made, Adhérents: (first.made['Adhérents'] ?? []).filter((_, row) => row !== 1) };
    expect(settle('phone_lost_zero', 'apply', made).preview.refusal).toContain('ADH-0001');
  });

  it('refuses an unknown point', () => {
    const { preview } = run(settleCheck, [tab], { made: first.made, input: { id: 'VER-9999', action: 'done' } });
    expect(preview.refusal).toContain('VER-9999');
  });

  it.each(['pas du JSON', '{"id":"ADH-0009"}', '{"inconnu":1}', '[]'])(
    'refuses a proposition made unreadable: %s',
    (text) => {
      const row = recordsIn(checkTable, first.made).findIndex(({ kind }) => kind === 'phone_lost_zero') + 2;
      const made = { ...first.made, 'À vérifier': edited(first.made['À vérifier'], row, 'Valeur proposée', text) };
      expect(settle('phone_lost_zero', 'apply', made).preview.state).toBe('refused');
    },
  );

  it('leaves settled points settled when her tabs are read again', () => {
    const done = settle('phone_lost_zero', 'apply');
    expect(adopted([tab], { made: done.made }).preview.state).toBe('nothing');
  });
});
