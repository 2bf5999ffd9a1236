import { callDues } from '../../../src/core/commands/call-dues.ts';
import type { CallDetails } from '../../../src/core/commands/call-dues.ts';
import { editSettings } from '../../../src/core/commands/edit-settings.ts';
import type { SourceTab } from '../../../src/core/reading/source.ts';
import { checkTable } from '../../../src/core/tables/check.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { membershipFeeTable } from '../../../src/core/tables/membership-fee.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { adopted, edited, memberRow, membersTab, recordsIn, run } from '../../support/adoption.ts';
import { sourceFromXlsx } from '../../support/source-from-xlsx.ts';

let sources: readonly SourceTab[];
let made: Workbook;

beforeAll(async () => {
  sources = await sourceFromXlsx('src/local/sample/mila-2023.xlsx');
  made = adopted(sources).made;
}, 60_000);

const call = (from: Workbook, input: unknown = {}, today = '2023-05-12') =>
  run(callDues, sources, { made: from, input, today });
const detailsOf = ({ preview }: ReturnType<typeof call>) => preview.details as CallDetails;
const calledFees = (from: Workbook) => recordsIn(membershipFeeTable, from).filter(({ called_on: on }) => on !== null);

describe('callDues() on the sample', () => {
  it('asks 13 860 € of 100 members: 12 hosted, 6 coworking, 14 in a shop, 68 others', () => {
    const called = call(made);
    expect(detailsOf(called)).toMatchObject({ year: 2023, rows: 100, cents: 1_386_000 });
    const fees = calledFees(called.made);
    const counts = (affiliation: string) => fees.filter((fee) => fee.affiliation === affiliation).length;
    expect(['hosted', 'coworking', 'shop_based', 'non_resident'].map(counts)).toEqual([12, 6, 14, 68]);
    expect(called.preview.summary[0]?.replaceAll('\u00A0', ' ')).toBe(
      'Cotisations 2023 : 100 adhérents, 13 860 € en tout.',
    );
  });

  it('says why each fee is what it is', () => {
    const fee = calledFees(call(made).made).find(({ organisation }) => organisation === 'Label Marée Basse');
    expect(fee).toMatchObject({
      amount_due: 18_000,
      due_on: '2023-03-31',
      called_on: '2023-05-12',
      affiliation: 'hosted',
    });
    expect(fee?.computation?.replaceAll('\u00A0', ' ')).toBe('Membre hébergé, tarif 2023 : 180 €');
  });

  it('completes the rows that adoption made and changes nothing that is written in them', () => {
    const before = recordsIn(membershipFeeTable, made);
    const after = new Map(recordsIn(membershipFeeTable, call(made).made).map((fee) => [fee.id, fee]));
    for (const fee of before) {
      const { paid, amount, method, mention, organisation } = fee;
      expect(after.get(fee.id)).toMatchObject({ paid, amount, method, mention, organisation });
    }
    expect(after.size).toBe(101);
  });

  it('never calls twice, whatever the day', () => {
    const called = call(made);
    expect(call(called.made).preview.state).toBe('nothing');
    expect(call(called.made, {}, '2023-11-02').preview.state).toBe('nothing');
  });

  it('leaves probable duplicates out until she decides, and names them', () => {
    const called = call(made);
    expect(called.preview.questions).toMatchObject([{ id: 'duplicates', answer: 'skip' }]);
    expect(called.preview.summary.join(' ')).toContain('LABEL MAREE BASSE (doublon probable');
    const all = call(made, { answers: { duplicates: 'call' } });
    expect(detailsOf(all).rows).toBe(104);
  });

  it('skips who left, who is excluded and merged records, with the reason', () => {
    const tab = made[memberTable.tab];
    const gone = edited(tab, 4, 'Parti le', '15/04/2023');
    const out = edited(gone, 5, 'État imposé', 'exclu');
    const merged = edited(out, 3, 'Fusionné dans', 'ADH-0001');
    const called = call({ ...made, [memberTable.tab]: merged });
    const text = called.preview.summary.join(' ').replaceAll('\u00A0', ' ');
    expect(detailsOf(called).rows).toBe(98);
    expect(text).toContain('Tournesol Booking (parti le 15/04/2023)');
    expect(text).toContain('Polygone Vert Management (exclu)');
    expect(text).toContain('LABEL MAREE BASSE (fiche fusionnée dans ADH-0001)');
  });

  it('warns about a member whose date of joining cannot be true, and calls them all the same', () => {
    expect(
      call(made)
        .preview.problems.map(({ message }) => message)
        .join(' '),
    ).toContain('2032');
  });

  it('makes next year’s rows, unpaid, at the fees in force', () => {
    const next = call(made, { year: 2024 }, '2024-01-08');
    const fees = recordsIn(membershipFeeTable, next.made).filter(({ year }) => year === 2024);
    // The one whose year of joining was typed wrongly (2032) is a member, and is called too.
    expect(fees.length).toBe(100);
    expect(fees.every(({ paid, due_on: due }) => paid === false && due === '2024-03-31')).toBe(true);
    expect(call(next.made, { year: 2024 }, '2024-01-09').preview.state).toBe('nothing');
  });

  it('uses the grid of the year, and says when an older one is taken again', () => {
    const set = run(editSettings, sources, {
      made,
      input: { values: [{ key: 'fee:2023:hosted', value: '190,50 €' }] },
    });
    expect(detailsOf(call(set.made)).cents).toBe(1_386_000 + 12 * 1050);
    const next = call(set.made, { year: 2024 }, '2024-01-08');
    const fee = recordsIn(membershipFeeTable, next.made).find(
      ({ year, affiliation }) => year === 2024 && affiliation === 'hosted',
    );
    expect(fee?.computation?.replaceAll('\u00A0', ' ')).toBe('Membre hébergé, tarif 2023, repris pour 2024 : 190,50 €');
  });
});

describe('callDues() otherwise', () => {
  it('asks a part of the fee of who joins late, once that rule is chosen', () => {
    const tab = membersTab([
      memberRow('Les Tard Venus', { 'Date adh.': '03/10/2023', 'Cotis payée ?': null }),
      memberRow('Ancienne', {}),
    ]);
    const first = adopted([tab]).made;
    const rule = [
      { key: 'fee_part_year_month', value: '9' },
      { key: 'fee_part_year_percent', value: '50' },
    ];
    const set = run(editSettings, [tab], { made: first, input: { values: rule } }).made;
    const fees = recordsIn(membershipFeeTable, run(callDues, [tab], { made: set, today: '2023-10-10' }).made);
    expect(fees.map(({ amount_due: due, due_on: on }) => [due, on])).toEqual([
      [5500, '2023-11-02'],
      [11_000, '2023-03-31'],
    ]);
    expect(fees[0]?.computation?.replaceAll('\u00A0', ' ')).toContain('adhésion en octobre 2023 : 50 %, soit 55 €');
  });

  it('names a member without a status instead of inventing a fee', () => {
    const tab = membersTab([memberRow('Sans Statut', { Statut: null }), memberRow('Autre')]);
    const called = run(callDues, [tab], { made: adopted([tab]).made });
    expect(called.preview.problems.map(({ kind }) => kind)).toEqual(['affiliation_missing']);
    expect(calledFees(called.made)).toHaveLength(1);
  });

  it('does not overwrite an amount that she typed, nor a cell that cannot be read', () => {
    const tab = membersTab([memberRow('Un'), memberRow('Deux'), memberRow('Trois')]);
    const start = adopted([tab]).made;
    const one = edited(start[membershipFeeTable.tab], 2, 'Montant dû', 42);
    const two = edited(one, 3, 'Montant dû', 'cent dix');
    const three = edited(two, 4, 'Dispensée', 'oui');
    const called = run(callDues, [tab], { made: { ...start, [membershipFeeTable.tab]: three } });
    const grid = called.made[membershipFeeTable.tab] ?? [];
    const column = (grid[0] ?? []).indexOf('Montant dû');
    expect(grid.slice(1).map((row) => row[column] ?? null)).toEqual([42, 'cent dix', null]);
    expect(called.preview.summary.join(' ')).toContain('1\u00A0adhérent dispensé');
  });

  it.each([
    [memberTable.tab, 'Parti le', 'fin mars'],
    [memberTable.tab, 'Statut', 'boutiquier'],
    [membershipFeeTable.tab, 'Année', '2023 ou 2024'],
    [membershipFeeTable.tab, 'Montant dû', 'cent dix'],
  ])(
    'adds no fee where « %s », « %s » cannot be read: the others are called, and she is told where',
    (tab, header, text) => {
      const source = membersTab([memberRow('Un'), memberRow('Deux')]);
      const start = run(callDues, [source], { made: adopted([source]).made, today: '2023-02-01' }).made;
      const made = { ...start, [tab]: edited(start[tab], 2, header, text) };
      const called = run(callDues, [source], { made, input: { year: tab === memberTable.tab ? 2024 : 2023 } });
      expect(recordsIn(membershipFeeTable, called.made)).toHaveLength(tab === memberTable.tab ? 3 : 2);
      const message = called.preview.problems[0]?.message.replaceAll('\u00A0', ' ');
      expect(message).toContain('La cotisation de « Un » n’est pas appelée.');
      expect(message).toContain(`Onglet « ${tab} », ligne 2, colonne « ${header} » : « ${text} »`);
    },
  );

  it('refuses without members, or without a column that it needs', () => {
    expect(run(callDues, [], {}).preview.refusal).toContain('aucun adhérent');
    const tab = membersTab([memberRow('Un')]);
    const start = adopted([tab]).made;
    const broken = (start[membershipFeeTable.tab] ?? []).map((row, index) =>
      index === 0 ? row.map((cell) => (cell === 'Année' ? 'An' : cell)) : row,
    );
    const { preview } = run(callDues, [tab], { made: { ...start, [membershipFeeTable.tab]: broken } });
    expect(preview.state).toBe('refused');
    expect(preview.refusal?.replaceAll('\u00A0', ' ')).toContain('il manque « Année »');
  });

  it('counts duplicates only while they are open', () => {
    const tab = membersTab([
      memberRow('Label Marée Basse'),
      memberRow('LABEL MAREE BASSE', { Mail: 'contact@label-mar-e-basse.example' }),
    ]);
    const start = adopted([tab]).made;
    expect(recordsIn(checkTable, start).map(({ kind }) => kind)).toContain('duplicate_row');
    const row = recordsIn(checkTable, start).findIndex(({ kind }) => kind === 'duplicate_row') + 2;
    const settled = { ...start, [checkTable.tab]: edited(start[checkTable.tab], row, 'État', 'ignoré') };
    expect(run(callDues, [tab], { made: settled }).preview.questions).toEqual([]);
  });
});
