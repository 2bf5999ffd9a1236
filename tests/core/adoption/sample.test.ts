import { isEmptyPlan, planOf, reversePlan, afterPlan } from '../../../src/core/plan.ts';
import { budgetTable } from '../../../src/core/tables/budget-line.ts';
import { checkTable } from '../../../src/core/tables/check.ts';
import { membershipFeeTable } from '../../../src/core/tables/membership-fee.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { occupancyTable } from '../../../src/core/tables/occupancy.ts';
import { originTable } from '../../../src/core/tables/origin.ts';
import { programmeTable } from '../../../src/core/tables/programme.ts';
import { registrationTable } from '../../../src/core/tables/registration.ts';
import { sessionTable } from '../../../src/core/tables/session.ts';
import { settingTable } from '../../../src/core/tables/setting.ts';
import { spaceTable } from '../../../src/core/tables/space.ts';
import { entryTable } from '../../../src/core/tables/entry.ts';
import type { SourceTab } from '../../../src/core/reading/source.ts';
import { adopted, detailsIn, recordsIn } from '../../support/adoption.ts';
import type { Outcome } from '../../support/adoption.ts';
import { sourceFromXlsx } from '../../support/source-from-xlsx.ts';
import { stateFrom } from '../../support/workbook-of.ts';

let sources: readonly SourceTab[];
let first: Outcome;

beforeAll(async () => {
  sources = await sourceFromXlsx('src/local/sample/mila-2023.xlsx');
  first = adopted(sources);
}, 60_000);

describe('adopt() on the sample workbook', () => {
  it('says in plain French what it read', () => {
    expect(first.preview.state).toBe('ready');
    expect(first.preview.summary.join('\n').replaceAll('\u00a0', ' ')).toMatchInlineSnapshot(`
     "100 adhérents (104 lignes, 4 doublons probables), 102 contacts, 101 cotisations, 34 espaces, 30 occupations, 13 programmes, 58 séances, 65 inscriptions, 31 lignes de budget et 132 écritures.
     Budget « BP 2023 V4 def (2) » : charges 173 451 €, produits 173 451 €, équilibré.
     115 points à vérifier, dans « À vérifier » (11 erreurs, 44 à regarder, 60 pour information).
     2 368 cellules lues : 2 080 reprises dans les fiches, 169 gardées dans vos colonnes ou en note, 119 de titres, sections et totaux.
     « Contacts partenaires » et « Feuille 7 » sont laissés tels quels.
     Vos onglets d’origine ne changent pas."
    `);
  });

  it('makes a record of every row', () => {
    const counts = [
      memberTable,
      membershipFeeTable,
      spaceTable,
      occupancyTable,
      programmeTable,
      sessionTable,
      budgetTable,
      entryTable,
    ].map((table) => [table.tab, recordsIn(table, first.made).length]);
    expect(Object.fromEntries(counts)).toEqual({
      Adhérents: 104,
      Cotisations: 101,
      Espaces: 34,
      Occupations: 30,
      Programmes: 13,
      Séances: 58,
      Budget: 31,
      Réalisé: 132,
    });
  });

  it('leaves every tab of hers as it was', () => {
    const titles = sources.map(({ title }) => title);
    expect(first.plan.tabs.filter(({ tab }) => titles.includes(tab))).toEqual([]);
  });

  it('gives class totals that add up to the same sum on both sides', () => {
    const sums: Record<string, number> = {};
    for (const line of recordsIn(budgetTable, first.made)) {
      if (line.counted !== true) continue;
      const key = `${String(line.side)} ${String(line.account_class)}`;
      sums[key] = (sums[key] ?? 0) + (line.amount ?? 0) / 100;
    }
    expect(sums).toEqual({
      'expense 60': 18_210,
      'expense 61': 55_150,
      'expense 62': 42_150,
      'expense 63-64-65': 54_143,
      'expense 68': 3_798,
      'income 70': 87_720,
      'income 74': 67_500,
      'income 75': 14_860,
      'income 76': 620,
      'income report': 2_751,
    });
    const side = (name: string) =>
      Object.entries(sums).reduce((sum, [key, amount]) => sum + (key.startsWith(name) ? amount : 0), 0);
    expect([side('expense'), side('income')]).toEqual([173_451, 173_451]);
  });

  it('keeps a line for several accounts whole, and in-kind lines apart', () => {
    const lines = recordsIn(budgetTable, first.made);
    expect(lines.find(({ account_class: one }) => one === '63-64-65')).toMatchObject({
      label: '63 à 65 (non détaillé)',
      accounts: ['63', '64', '65'],
      amount: 5_414_300,
    });
    expect(
      lines.filter(({ in_kind: inKind }) => inKind === true).map((line) => [line.account_class, line.counted]),
    ).toEqual([
      ['86', false],
      ['87', false],
    ]);
  });

  it('writes one point per problem and per remark, each with its cure', () => {
    const checks = recordsIn(checkTable, first.made);
    const problems = first.preview.problems.length;
    expect(problems).toBe(100);
    expect(
      checks.filter(({ kind }) => !['remark_task', 'remark_date', 'sheet_note'].includes(kind ?? '')),
    ).toHaveLength(100);
    expect(checks.every(({ what, cure, state }) => what !== null && cure !== null && state === 'open')).toBe(true);
    expect(new Set(checks.map(({ key }) => key)).size).toBe(checks.length);
    expect(checks.find(({ kind }) => kind === 'phone_lost_zero')).toMatchObject({
      tab: 'ADHERENTS 2023',
      row: 11,
      column: 'D',
      raw: '639987001',
      linked_field: 'Téléphone',
      proposed_value: '{"phone":"0639987001"}',
    });
  });

  it('accounts for every non-empty cell of the tabs it adopts', () => {
    const { tabs, accounting } = detailsIn(first);
    const expected = { 'ADHERENTS 2023': 930, Locaux: 200, 'BP 2023 V4 def (2)': 66, 'Ateliers - suivi': 400 };
    for (const [title, total] of Object.entries(expected)) {
      expect(tabs.find((tab) => tab.title === title)?.accounting.total).toBe(total);
    }
    expect(accounting.mapped + accounting.kept + accounting.structure).toBe(accounting.total);
    expect(accounting.total).toBe(930 + 200 + 66 + 400 + 122 + 650);
  });

  it('carries her own columns to the right, values and formats', () => {
    const header = first.made['Adhérents']?.[0] ?? [];
    const ours = memberTable.columns.length;
    expect(header.slice(ours)).toEqual(['Insta', 'Anniversaire', 'Code BAL', 'Colonne M']);
    const row = first.made['Adhérents']?.[1] ?? [];
    expect([row[ours], row[ours + 2]]).toEqual(['@mareebasse', '0042']);
    const birthday = first.wish.dress['Adhérents']?.looks?.find(
      ({ area }) => area.startColumn === ours + 1 && area.startRow === 1,
    );
    expect(birthday?.look.format?.type).toBe('DATE');
  });

  it('links occupancies, fees and registrations to members, never to a duplicate', () => {
    const members = new Map(recordsIn(memberTable, first.made).map((member) => [member.id, member]));
    for (const { member, organisation } of recordsIn(occupancyTable, first.made)) {
      expect(members.get(member ?? '')?.organisation).toBe(organisation);
    }
    const rows = new Set([6, 106, 118, 119]);
    const linked = recordsIn(registrationTable, first.made).map(({ member }) => members.get(member ?? '')?.source_row);
    expect(linked.filter((row) => row !== undefined && row !== null && rows.has(row))).toEqual([]);
  });

  it('keeps what is not a valid address or number apart, nothing guessed', () => {
    const member = recordsIn(memberTable, first.made).find(({ source_row: row }) => row === 30);
    expect(member).toMatchObject({
      email: null,
      phone: null,
      unreadable_contacts: ['pave.bleu(at)example', '639985566'],
    });
  });

  it('leaves unknown and empty tabs alone and says so', () => {
    const alone = detailsIn(first).tabs.filter(({ leftAlone }) => leftAlone);
    expect(alone.map(({ title }) => title)).toEqual(['Contacts partenaires', 'Feuille 7']);
    expect(first.preview.summary).toContain('« Contacts partenaires » et « Feuille 7 » sont laissés tels quels.');
  });

  it('remembers where each record comes from', () => {
    const origins = recordsIn(originTable, first.made);
    const origin = origins.find(({ record }) => record === 'ADH-0001');
    expect(origin).toMatchObject({ source_tab: 'ADHERENTS 2023', source_row: 5 });
    expect(JSON.parse(origin?.raw ?? '')).toMatchObject({ A: 'Label Marée Basse', H: 'oui' });
    const data = [memberTable, spaceTable, sessionTable, entryTable, budgetTable];
    const known = new Set(origins.map(({ record }) => record));
    for (const table of data) {
      expect(recordsIn(table, first.made).every(({ id }) => known.has(id))).toBe(true);
    }
  });

  it('asks about colours and duplicates, with careful answers that block nothing', () => {
    const kinds = first.preview.questions.map(({ kind, answer }) => [kind, answer]);
    expect(kinds.filter(([kind]) => kind === 'duplicate')).toEqual(
      Array.from({ length: 4 }, () => ['duplicate', 'keep']),
    );
    expect(kinds.filter(([kind]) => kind === 'colour').every(([, answer]) => answer === 'none')).toBe(true);
    const yellow = first.preview.questions.find(({ id }) => id === 'colour:ADHERENTS 2023:yellow');
    expect(yellow?.swatch).toMatch(/^#[0-9a-f]{6}$/u);
    expect(
      recordsIn(memberTable, first.made).every(({ tag, merged_into: merged }) => tag === null && merged === null),
    ).toBe(true);
  });

  it('writes the meaning of a colour on its rows only once she said it', () => {
    const input = { answers: { 'colour:ADHERENTS 2023:yellow': 'à relancer' } };
    const told = adopted(sources, { input });
    const tagged = recordsIn(memberTable, told.made).filter(({ tag }) => tag !== null);
    expect(tagged.map(({ source_row: row, tag }) => [row, tag])).toEqual([
      [7, 'à relancer'],
      [16, 'à relancer'],
      [50, 'à relancer'],
      [75, 'à relancer'],
    ]);
    expect(recordsIn(settingTable, told.made).find(({ key }) => key === 'colour:ADHERENTS 2023:yellow')?.value).toBe(
      'à relancer',
    );
  });

  it('merges only what she accepted, and settles its point', () => {
    const input = { answers: { 'duplicate:ADHERENTS 2023:5:6': 'merge' } };
    const told = adopted(sources, { input });
    const merged = recordsIn(memberTable, told.made).filter(({ merged_into: into }) => into !== null);
    expect(merged.map(({ source_row: row, merged_into: into }) => [row, into])).toEqual([[6, 'ADH-0001']]);
    const duplicates = recordsIn(checkTable, told.made).filter(
      ({ kind, tab }) => kind === 'duplicate_row' && tab === 'ADHERENTS 2023',
    );
    expect(duplicates.map(({ row, state }) => [row, state])).toEqual([
      [6, 'done'],
      [106, 'open'],
      [118, 'open'],
      [119, 'open'],
    ]);
  });

  it('wishes nothing more once granted, the same day', () => {
    const again = adopted(sources, { made: first.made });
    expect(again.preview.state).toBe('nothing');
    expect(isEmptyPlan(again.plan)).toBe(true);
    expect(again.preview.summary.join(' ')).toContain('Rien à changer');
  });

  it('settles after one run on a later day too', () => {
    const later = adopted(sources, { made: first.made, today: '2023-11-30' });
    expect(later.plan.tabs.map(({ tab }) => tab)).toEqual([checkTable.tab]);
    const after = adopted(sources, { made: later.made, today: '2023-11-30' });
    expect(after.preview.state).toBe('nothing');
  });

  it('can be taken back, cell by cell', () => {
    const { workbook } = stateFrom(sources);
    const after = afterPlan(workbook, first.plan);
    expect(planOf(afterPlan(after, reversePlan(first.plan)), workbook).tabs).toEqual([]);
    expect(Object.keys(afterPlan(after, reversePlan(first.plan)))).toEqual(Object.keys(workbook));
  });
});
