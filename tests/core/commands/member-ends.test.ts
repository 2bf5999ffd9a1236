/** Departures, corrections of departures and merges: nothing is lost, and what a member was stays right at any date. */
import { addStay } from '../../../src/core/commands/add-stay.ts';
import { changeAffiliation } from '../../../src/core/commands/change-affiliation.ts';
import { checkRegister } from '../../../src/core/commands/check-register.ts';
import { editMember } from '../../../src/core/commands/edit-member.ts';
import { endStay } from '../../../src/core/commands/end-stay.ts';
import { leaveMember } from '../../../src/core/commands/leave-member.ts';
import { mergeMembers } from '../../../src/core/commands/merge-members.ts';
import { recordConsent } from '../../../src/core/commands/record-consent.ts';
import { recordPayment } from '../../../src/core/commands/record-payment.ts';
import { saveContact } from '../../../src/core/commands/save-contact.ts';
import { signCharter } from '../../../src/core/commands/sign-charter.ts';
import { affiliationAt } from '../../../src/core/members/affiliation.ts';
import { changeTable, readTable } from '../../../src/core/records.ts';
import { blank } from '../../../src/core/stays/desk.ts';
import { affiliationPeriodTable } from '../../../src/core/tables/affiliation-period.ts';
import type { AffiliationPeriod } from '../../../src/core/tables/affiliation-period.ts';
import { checkTable } from '../../../src/core/tables/check.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { decideOn, registerOf } from '../../support/stays.ts';
import type { Parts } from '../../support/stays.ts';

const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u00A0', ' ');

const house: Parts = {
  spaces: [
    { name: '1', status: 'occupied' },
    { name: '2', status: 'vacant' },
  ],
  members: [
    { organisation: 'Label Marée Basse', affiliation: 'hosted', start: '2021-03-01' },
    { organisation: 'LABEL MAREE BASSE', affiliation: 'non_resident', start: '2020-05-04' },
  ],
  stays: [
    { space: 'ESP-0001', space_name: '1', member: 'ADH-0001', organisation: 'Label Marée Basse', start: '2022-09-01' },
  ],
};

function withPeriods(parts: Parts, periods: readonly Partial<AffiliationPeriod>[]): Workbook {
  const put = periods.map((period, index) => ({
    ...blank(affiliationPeriodTable, `PAR-000${String(index + 1)}`),
    member: 'ADH-0001',
    organisation: 'Label Marée Basse',
    ...period,
  }));
  return {
    ...registerOf(parts),
    [affiliationPeriodTable.tab]: changeTable(affiliationPeriodTable, undefined, { put }),
  };
}

const withMembers = (...members: NonNullable<Parts['members']>): Parts => ({
  ...house,
  members: members.map((fields, index) => ({ ...house.members?.[index], ...fields })),
});
const members = (workbook: Workbook) => readTable(memberTable, workbook[memberTable.tab]).records;
const periods = (workbook: Workbook) => readTable(affiliationPeriodTable, workbook[affiliationPeriodTable.tab]).records;
const at = (workbook: Workbook, day: string, id = 'ADH-0001') => {
  const member = members(workbook).find((one) => one.id === id);
  const own = periods(workbook).filter((period) => period.member === id);
  return member === undefined ? undefined : affiliationAt(member, own, day);
};

describe('a departure', () => {
  it('frees the space in « Espaces », and says so', () => {
    const { spaces, preview } = decideOn(registerOf(house), leaveMember, { id: 'ADH-0001', date: '2023-05-01' });
    expect(spaces[0]).toMatchObject({ status: 'vacant', vacant_since: '2023-05-02' });
    expect(plain(preview.summary.join(' '))).toContain('« bureau 1 » devient « libre » (libre depuis le 02/05/2023)');
  });

  it('on the last day itself, says the space free from the next day on; recording an exit does the same', () => {
    const left = decideOn(registerOf(house), leaveMember, { id: 'ADH-0001' });
    const exit = decideOn(registerOf(house), endStay, { id: 'OCC-0001', end: '2023-05-12' });
    for (const { spaces } of [left, exit])
      expect(spaces[0]).toMatchObject({ status: 'vacant', vacant_since: '2023-05-13' });
  });

  it('leaves a space that will be free later as it is, and tells when to see to it', () => {
    const { spaces, preview } = decideOn(registerOf(house), leaveMember, { id: 'ADH-0001', stays_end: '2023-06-30' });
    expect(spaces[0]?.status).toBe('occupied');
    expect(plain(preview.summary.join(' '))).toContain('« Vérifier le registre »');
  });

  describe('with an entry to come', () => {
    const [stay = {}] = house.stays ?? [];
    const ahead = { ...stay, space: 'ESP-0002', space_name: '2', start: '2023-09-01', planned_end: '2024-08-31' };
    const workbook = registerOf({ ...house, stays: [stay, ahead] });
    const leave = (answer?: string) =>
      decideOn(workbook, leaveMember, {
        id: 'ADH-0001',
        ...(answer === undefined ? {} : { answers: { 'stay:OCC-0002': answer } }),
      });

    it('asks what becomes of it before anything changes', () => {
      const { preview, stays } = leave();
      expect(preview.state).toBe('question');
      expect(plain(preview.questions[0]?.text)).toContain('« bureau 2 » était prévue le 01/09/2023');
      expect(stays[0]?.end).toBeNull();
    });

    it('takes it away when she says so, its space with it', () => {
      const { stays, spaces, preview } = leave('cancel');
      expect(stays.map(({ id, end }) => [id, end])).toEqual([['OCC-0001', '2023-05-12']]);
      expect(spaces[1]?.status).toBe('vacant');
      expect(plain(preview.summary.join(' '))).toContain('est annulée : la ligne OCC-0002 est retirée');
    });

    it('keeps it with its agreed exit when she says so, and done again changes nothing', () => {
      const done = leave('keep');
      expect(done.stays[1]).toMatchObject({ start: '2023-09-01', end: '2024-08-31' });
      expect(done.spaces[1]?.status).toBe('reserved');
      const input = { id: 'ADH-0001', answers: { 'stay:OCC-0002': 'keep' } };
      expect(decideOn(done.after, leaveMember, input).preview.state).toBe('nothing');
    });
  });

  it('is refused before a status that « Parcours » begins later', () => {
    const workbook = withPeriods(house, [{ affiliation: 'hosted', start: '2023-04-01' }]);
    expect(plain(decideOn(workbook, leaveMember, { id: 'ADH-0001', date: '2023-02-01' }).refusal)).toContain(
      '01/04/2023',
    );
  });
});

describe('a departure corrected later', () => {
  const history = [
    { affiliation: 'non_resident' as const, start: '2021-03-01', end: '2022-08-31' },
    { affiliation: 'hosted' as const, start: '2022-09-01' },
  ];
  const left = () => decideOn(withPeriods(house, history), leaveMember, { id: 'ADH-0001', date: '2023-02-01' }).after;

  it('noted again on a later day, carries the history and the stays on until then', () => {
    const { after, stays } = decideOn(left(), leaveMember, { id: 'ADH-0001', date: '2023-04-30' });
    expect([at(after, '2023-02-01'), at(after, '2023-04-29'), at(after, '2023-04-30')]).toEqual([
      'hosted',
      'hosted',
      null,
    ]);
    expect(stays[0]?.end).toBe('2023-04-30');
  });

  it('edited on the record, moves the end of the history both ways', () => {
    for (const [typed, day, expected] of [
      ['30/04/2023', '2023-04-29', 'hosted'],
      ['31/12/2022', '2023-01-15', null],
    ] as const) {
      const { after } = decideOn(left(), editMember, { id: 'ADH-0001', left_on: typed });
      expect(at(after, day)).toBe(expected);
      expect(decideOn(after, checkRegister, {}).preview.summary.join(' ')).not.toContain('parcours');
    }
    expect(plain(decideOn(left(), editMember, { id: 'ADH-0001', left_on: '01/01/2022' }).refusal)).toContain(
      '« Parcours » donne un autre statut',
    );
    expect(plain(decideOn(left(), editMember, { id: 'ADH-0001', left_on: '2019' }).refusal)).toContain(
      'commencerait après le départ',
    );
  });

  it('emptied, asks whether it was a mistake or a return', () => {
    const back = (answer?: string) =>
      decideOn(left(), editMember, { id: 'ADH-0001', left_on: '', ...(answer ? { answers: { return: answer } } : {}) });
    expect(back().preview.state).toBe('question');
    const mistake = back('mistake').after;
    expect([at(mistake, '2023-03-01'), at(mistake, '2023-05-12')]).toEqual(['hosted', 'hosted']);
    const returned = back('back').after;
    expect([at(returned, '2023-01-31'), at(returned, '2023-03-01'), at(returned, '2023-05-12')]).toEqual([
      'hosted',
      null,
      'hosted',
    ]);
  });

  it('moves the beginning of the history with the day of joining', () => {
    const { after } = decideOn(withPeriods(house, history), editMember, { id: 'ADH-0001', start: '01/03/2019' });
    expect([at(after, '2019-03-01'), periods(after)[0]?.start]).toEqual(['non_resident', '2019-03-01']);
  });
});

describe('« Parcours » with periods typed wrongly', () => {
  const told = (workbook: Workbook) =>
    readTable(checkTable, decideOn(workbook, checkRegister, {}).after[checkTable.tab])
      .records.filter(({ record }) => record?.startsWith('PAR-') === true || record === 'ADH-0001')
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'member_without_contact');
  const hosted = { affiliation: 'hosted' as const };
  const shop = { affiliation: 'shop_based' as const };

  it.each<[string, Partial<AffiliationPeriod>[], string, string | null, string[]]>([
    [
      'ends before it begins',
      [{ ...hosted, start: '2021-03-01', end: '2020-12-31' }],
      '2022-01-01',
      'hosted',
      ['period_inverted'],
    ],
    [
      'overlaps',
      [
        { ...shop, start: '2021-03-01', end: '2022-12-31' },
        { ...hosted, start: '2022-06-01' },
      ],
      '2022-07-01',
      'hosted',
      ['period_overlap'],
    ],
    ['begins after the joining', [{ ...hosted, start: '2022-03-01' }], '2021-06-01', 'hosted', ['period_gap']],
    [
      'stops though the member is there',
      [{ ...hosted, start: '2021-03-01', end: '2022-12-31' }],
      '2023-01-01',
      'hosted',
      ['period_gap'],
    ],
    [
      'leaves a hole',
      [
        { ...shop, start: '2021-03-01', end: '2021-12-31' },
        { ...hosted, start: '2022-06-01' },
      ],
      '2022-02-01',
      null,
      ['period_gap'],
    ],
    [
      'says something else than « Adhérents »',
      [{ ...shop, start: '2021-03-01' }],
      '2023-01-01',
      'shop_based',
      ['affiliation_differs'],
    ],
    [
      'is right',
      [
        { ...shop, start: '2021-03-01', end: '2021-12-31' },
        { ...hosted, start: '2022-01-01' },
      ],
      '2021-12-31',
      'shop_based',
      [],
    ],
  ])('that %s: what is counted, and what « À vérifier » says', (_, some, day, expected, kinds) => {
    const workbook = withPeriods(house, some);
    expect(at(workbook, day)).toBe(expected);
    expect(told(workbook)).toEqual(kinds);
  });

  it('says a departure before the joining, and a history that goes on after the departure', () => {
    const gone = withPeriods(withMembers({ left_on: '2023-01-31' }), [{ ...hosted, start: '2023-03-01' }]);
    expect(told(gone)).toEqual(expect.arrayContaining(['period_after_leaving']));
    expect(told(registerOf(withMembers({ left_on: '2020-01-31' })))).toEqual(['left_before_start']);
  });
});

describe('a merge', () => {
  const merge = (parts: Parts, answers: Record<string, string> = {}) =>
    decideOn(registerOf(parts), mergeMembers, { kept: 'ADH-0001', duplicate: 'ADH-0002', answers });

  it('never makes a member leave unasked: the date of the duplicate is a question, and is kept in words', () => {
    const parts = withMembers({}, { left_on: '2022-06-30', leaving_reason: 'déménagement' });
    const { preview, after } = merge(parts);
    const question = preview.questions.find(({ id }) => id === 'field:left_on');
    expect(question?.answer).toBe('kept');
    expect(question?.choices.map(({ label }) => plain(label))).toEqual([
      'toujours adhérent (ADH-0001, gardée)',
      '30/06/2022 (« déménagement ») (ADH-0002)',
    ]);
    expect(members(after)[0]?.left_on).toBeNull();
    expect(plain(members(after)[0]?.notes)).toContain('Parti le selon ADH-0002 : 30/06/2022');
    expect(plain(members(after)[0]?.notes)).toContain('Motif du départ selon ADH-0002 : déménagement');
    const taken = merge(parts, { 'field:left_on': 'duplicate' }).after;
    expect(members(taken)[0]).toMatchObject({ left_on: '2022-06-30', leaving_reason: 'déménagement' });
  });

  it('keeps a status that somebody imposed, whichever record had it, with its reason', () => {
    const parts = withMembers({}, { imposed_status: 'excluded', status_reason: 'vote du CA' });
    const { preview, after } = merge(parts);
    expect(preview.questions.find(({ id }) => id === 'field:imposed_status')?.answer).toBe('duplicate');
    expect(members(after)[0]).toMatchObject({ imposed_status: 'excluded', status_reason: 'vote du CA' });
    const computed = merge(parts, { 'field:imposed_status': 'kept' }).after;
    expect(members(computed)[0]).toMatchObject({ imposed_status: null, status_reason: null });
    expect(members(computed)[0]?.notes).toContain('vote du CA');
  });

  it('says what the kept record takes where it knew nothing', () => {
    const { preview } = merge(withMembers({}, { siret: '99900001100018', website: 'https://maree.example' }));
    expect(plain(preview.summary.join(' '))).toContain('SIRET : 99900001100018 ; Site web : https://maree.example');
  });

  it('makes one history of two: the chosen affiliation on its days, the other one before them', () => {
    const workbook = withPeriods(house, [
      { affiliation: 'hosted', start: '2021-03-01' },
      { member: 'ADH-0002', affiliation: 'non_resident', start: '2020-05-04', end: '2021-12-31' },
      { member: 'ADH-0002', affiliation: 'coworking', start: '2022-01-01' },
    ]);
    const { after } = decideOn(workbook, mergeMembers, { kept: 'ADH-0001', duplicate: 'ADH-0002' });
    expect([
      at(after, '2020-06-01'),
      at(after, '2021-02-28'),
      at(after, '2021-03-01'),
      at(after, '2023-05-12'),
    ]).toEqual(['non_resident', 'non_resident', 'hosted', 'hosted']);
    expect(periods(after)[2]).toMatchObject({ member: 'ADH-0002', affiliation: 'coworking' });
    expect(members(after)[0]).toMatchObject({ affiliation: 'hosted', start: '2020-05-04' });
  });

  it('closes the duplicate to every action, and says where to go', () => {
    const { after } = merge(house);
    const id = 'ADH-0002';
    for (const [command, input] of [
      [editMember, { id, phone: '0199001234' }],
      [leaveMember, { id }],
      [changeAffiliation, { id, affiliation: 'hosted' }],
      [signCharter, { id }],
      [saveContact, { member: id, name: 'Ana Sol' }],
      [recordConsent, { member: id, subject: 'newsletter', given: true }],
      [addStay, { space: 'ESP-0002', member: id, start: '2023-06-01' }],
      [recordPayment, { member: id, date: '2023-05-02', amount: 11_000, method: 'cheque', excess: 'keep' }],
    ] as const)
      expect(`${command.name}: ${plain(decideOn(after, command, input).refusal)}`).toBe(
        `${command.name}: La fiche ADH-0002 (« LABEL MAREE BASSE ») a été fusionnée avec ADH-0001 : recommencez sur la fiche ADH-0001.`,
      );
  });
});
