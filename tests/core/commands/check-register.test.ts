import { checkRegister } from '../../../src/core/commands/check-register.ts';
import { extendStay } from '../../../src/core/commands/extend-stay.ts';
import { settleCheck } from '../../../src/core/commands/settle-check.ts';
import { changeTable, readTable } from '../../../src/core/records.ts';
import { checkTable } from '../../../src/core/tables/check.ts';
import type { Check } from '../../../src/core/tables/check.ts';
import { contactTable } from '../../../src/core/tables/contact.ts';
import { blank } from '../../../src/core/stays/desk.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { adopted, edited } from '../../support/adoption.ts';
import { sourceFromXlsx } from '../../support/source-from-xlsx.ts';
import { decideOn, registerOf } from '../../support/stays.ts';
import type { Parts } from '../../support/stays.ts';

const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u00A0', ' ');

const signed = { charter_signed_on: '2023-01-24', email: 'elodie@maree.example' };
const house: Parts = {
  spaces: [{ name: '1', status: 'occupied' }],
  members: [{ organisation: 'Label Marée Basse', ...signed }],
  stays: [
    { space: 'ESP-0001', space_name: '1', member: 'ADH-0001', organisation: 'Label Marée Basse', start: '2022-09-01' },
  ],
};

const contacts = (...members: readonly string[]): Workbook => ({
  Contacts: changeTable(contactTable, undefined, {
    put: members.map((member, index) => ({
      ...blank(contactTable, `CON-000${String(index + 1)}`),
      name: 'Élodie',
      member,
    })),
  }),
});

const kept = (parts: Parts = house): Workbook => ({ ...registerOf(parts), ...contacts('ADH-0001') });

const checked = (workbook: Workbook, today?: string) => {
  const done = decideOn(workbook, checkRegister, {}, today);
  return { ...done, points: readTable(checkTable, done.after[checkTable.tab]).records };
};

const kinds = (points: readonly Check[]) => points.map(({ kind }) => kind);

describe('« Vérifier le registre »', () => {
  it('says so when all is well, and changes nothing', () => {
    const { preview, points } = checked(kept());
    expect(preview.state).toBe('nothing');
    expect(plain(preview.summary[0])).toBe('Le registre est en ordre : rien à signaler.');
    expect(points).toEqual([]);
  });

  const stay = house.stays?.[0] ?? {};
  const withStay = (fields: object): Workbook => kept({ ...house, stays: [{ ...stay, ...fields }] });
  const cell = (tab: string, row: number, header: string, value: Workbook[string][number][number]): Workbook => {
    const workbook = kept();
    return { ...workbook, [tab]: edited(workbook[tab], row, header, value) };
  };

  it.each([
    [
      'a date that does not exist',
      cell('Occupations', 2, 'Entrée', '31/02/2022'),
      'invalid_date',
      { tab: 'Occupations', row: 2, column: 'H', record: 'OCC-0001' },
      /Tapez-la sous la forme 12\/05\/2023/u,
    ],
    [
      'an amount in words',
      cell('Espaces', 2, 'Redevance', 'trois cents'),
      'invalid_amount',
      { tab: 'Espaces', row: 2, record: 'ESP-0001' },
      /Tapez un nombre/u,
    ],
    [
      'an unknown affiliation',
      cell('Adhérents', 2, 'Statut', 'ami'),
      'unknown_choice',
      { tab: 'Adhérents', row: 2, record: 'ADH-0001' },
      /menu de la cellule/u,
    ],
    [
      'a SIRET with a wrong key',
      cell('Adhérents', 2, 'SIRET', '20003452800041'),
      'invalid_siret',
      { row: 2, record: 'ADH-0001' },
      /avis-situation-sirene/u,
    ],
    [
      'a renamed column',
      cell('Adhérents', 1, 'Activités', 'Les activités'),
      'column_missing',
      { tab: 'Adhérents', row: 1, column: 'D' },
      /Remettez ce titre en ligne 1/u,
    ],
    [
      'a deleted number',
      cell('Occupations', 2, 'N°', ''),
      'id_missing',
      { tab: 'Occupations', row: 2, column: 'A' },
      /annulez \(Ctrl\+Z\)/u,
    ],
    [
      'a formula pasted in a fiche',
      cell('Adhérents', 2, 'Téléphone', { formula: '=A1' }),
      'pasted_formula',
      { tab: 'Adhérents', row: 2 },
      /Collage spécial/u,
    ],
    [
      'an exit before the entry',
      withStay({ end: '2022-08-01' }),
      'end_before_start',
      { tab: 'Occupations', row: 2, record: 'OCC-0001' },
      /Corrigez l’une des deux/u,
    ],
    [
      'an expired insurance',
      withStay({ insurance_until: '2023-05-11' }),
      'insurance_expired',
      { record: 'OCC-0001' },
      /nouvelle attestation/u,
    ],
    [
      'a prolongation without a decision',
      withStay({ extended_until: '2024-01-01' }),
      'extension_undecided',
      { record: 'OCC-0001' },
      /date et le motif/u,
    ],
    [
      'a stay over the maximum',
      withStay({ start: '2020-01-01' }),
      'over_36_months',
      { record: 'OCC-0001' },
      /Organisez le départ/u,
    ],
    [
      'a planned exit over the maximum',
      withStay({ planned_end: '2026-01-01' }),
      'planned_end_after_max',
      { proposal: 'Sortie prévue : 31/08/2025' },
      /Avancez-la/u,
    ],
  ] as const)('finds %s, with its place and its cure', (_what, workbook, kind, place, cure) => {
    const point = checked(workbook).points.find((one) => one.kind === kind);
    expect({ ...point, proposal: plain(point?.proposal) }).toMatchObject(place);
    expect(plain(point?.cure)).toMatch(cure);
    expect(point?.what).not.toBeNull();
  });

  it('finds two rows with one number, and does not read the second silently', () => {
    const workbook = kept();
    const twice = [...(workbook['Adhérents'] ?? []), ...(workbook['Adhérents'] ?? []).slice(1)];
    const { points } = checked({ ...workbook, Adhérents: twice });
    expect(points.map(({ kind, tab, row }) => [kind, tab, row])).toEqual([['id_repeated', 'Adhérents', 3]]);
  });

  it('finds two occupants at once, and a deposit still kept', () => {
    const overlap = {
      ...house,
      stays: [stay, { ...stay, organisation: 'Tournesol', member: null, start: '2023-01-01' }],
    };
    expect(plain(checked(kept(overlap)).points[0]?.what)).toBe(
      '« Tournesol » et « Label Marée Basse » occupent « bureau 1 » en même temps, et il n’y a pas assez de place.',
    );
    const gone = {
      spaces: [{ name: '1', status: 'vacant' as const }],
      members: house.members ?? [],
      stays: [{ ...stay, end: '2023-04-30', deposit: 77_000 }],
    };
    expect(plain(checked(kept(gone)).points[0]?.what)).toMatch(/sa caution \(770 €\) n’est pas notée comme rendue/u);
  });

  it('proposes the only record of that name for a number that leads nowhere', () => {
    const lost = withStay({ member: 'ADH-0009', space: 'ESP-0009' });
    const { points, after } = checked(lost);
    expect(points.filter(({ kind }) => kind === 'dead_link').map(({ proposal }) => plain(proposal))).toEqual([
      'N° d’adhérent : ADH-0001',
      'N° d’espace : ESP-0001',
    ]);
    const [point] = points;
    const { after: mended } = decideOn(after, settleCheck, { id: point?.id, action: 'apply' });
    expect(checked(mended).points.find(({ id }) => id === point?.id)?.state).toBe('done');
  });

  it('splits several addresses of one cell when it is safe', () => {
    const workbook = cell('Adhérents', 2, 'E-mail', 'elodie@maree.example, compta@maree.example');
    const { points, after } = checked(workbook);
    expect(kinds(points)).toEqual(['several_emails']);
    const applied = decideOn(after, settleCheck, { id: 'VER-0001', action: 'apply' }).after;
    expect(applied['Adhérents']?.[1]).toEqual(expect.arrayContaining(['elodie@maree.example', 'compta@maree.example']));
    expect(checked(applied).preview.state).toBe('nothing');
  });

  it('names members without contact, and all who have not signed the charter in one point', () => {
    const parts: Parts = {
      members: [{ organisation: 'Bahia Sons' }, { organisation: 'Parti', left_on: '2022-12-31' }],
    };
    expect(checked(registerOf(parts)).points.map(({ kind, severity, what }) => [kind, severity, plain(what)])).toEqual([
      [
        'member_without_contact',
        'warning',
        '« Bahia Sons » n’a ni contact, ni e-mail, ni téléphone : impossible de joindre cette structure.',
      ],
      ['charter_unsigned', 'info', 'La charte n’est pas notée comme signée par 1 adhérent : Bahia Sons.'],
    ]);
  });

  it('says nothing twice, settles what is mended, opens again what is not, leaves ignored points alone', () => {
    const wrong = cell('Occupations', 2, 'Entrée', '31/02/2022');
    const first = checked(wrong).after;
    expect(checked(first).preview.state).toBe('nothing');

    const mended = { ...first, Occupations: edited(first['Occupations'], 2, 'Entrée', '28/02/2022') };
    expect(checked(mended).points.find(({ kind }) => kind === 'invalid_date')?.state).toBe('done');

    const point = checked(wrong).points.find(({ kind }) => kind === 'invalid_date');
    const said = decideOn(first, settleCheck, { id: point?.id, action: 'done' }).after;
    expect(checked(said).points.find(({ id }) => id === point?.id)?.state).toBe('open');
    const ignored = decideOn(first, settleCheck, { id: point?.id, action: 'ignore' }).after;
    expect(checked(ignored).points.find(({ id }) => id === point?.id)?.state).toBe('ignored');
  });

  it('follows a row that moved', () => {
    const workbook = kept({
      ...house,
      members: [
        { organisation: 'Premier', ...signed },
        { organisation: 'Second', ...signed, siret: '123' },
      ],
    });
    const grid = workbook['Adhérents'] ?? [];
    const both = { ...workbook, ...contacts('ADH-0001', 'ADH-0002') };
    const first = checked(both);
    expect(first.points[0]).toMatchObject({ kind: 'invalid_siret', row: 3 });
    const moved = checked({ ...first.after, Adhérents: [grid[0] ?? [], grid[2] ?? [], grid[1] ?? []] });
    expect(moved.points.map(({ row }) => row)).toEqual([2]);
  });
});

describe('the adopted sample', () => {
  let made: Workbook;
  beforeAll(async () => {
    made = adopted(await sourceFromXlsx('src/local/sample/mila-2023.xlsx')).made;
  }, 60_000);

  it('adds only what its adoption did not say', () => {
    const before = readTable(checkTable, made[checkTable.tab]).records;
    const { points, preview } = checked(made);
    const added = points.slice(before.length);
    expect(kinds(added).filter((kind) => kind !== 'member_without_contact')).toEqual(['charter_unsigned']);
    expect(preview.details).toMatchObject({ settled: 0, reopened: 0 });
  });

  it('settles the points of the adoption once a prolongation is decided', () => {
    const decision = { id: 'OCC-0006', until: '2023-12-31', decidedOn: '2023-05-02', reason: 'Travaux' };
    const done = decideOn(made, extendStay, { ...decision, until: '2024-02-28' }).after;
    const settled = checked(done).points.filter(({ record, state }) => record === 'OCC-0006' && state === 'done');
    expect(kinds(settled)).toEqual(['over_36_months', 'planned_end_after_max']);
  });
});
