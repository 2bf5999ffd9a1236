import { buildRentRoll } from '../../../src/core/commands/build-rent-roll.ts';
import { callRents } from '../../../src/core/commands/call-rents.ts';
import { updateRentBudget } from '../../../src/core/commands/update-rent-budget.ts';
import type { Command } from '../../../src/core/command.ts';
import { outboxTable } from '../../../src/core/outbox.ts';
import { afterPlan } from '../../../src/core/plan.ts';
import { decide } from '../../../src/core/preview.ts';
import { changeTable, readTable } from '../../../src/core/records.ts';
import { budgetTable } from '../../../src/core/tables/budget-line.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import type { Member } from '../../../src/core/tables/member.ts';
import { occupancyTable } from '../../../src/core/tables/occupancy.ts';
import type { Occupancy } from '../../../src/core/tables/occupancy.ts';
import { blank } from '../../../src/core/stays/desk.ts';
import { spaceTable } from '../../../src/core/tables/space.ts';
import { allocationTable } from '../../../src/core/tables/payment.ts';
import { rentChargeTable } from '../../../src/core/tables/rent-charge.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { budgetLine } from '../../support/budget-fixture.ts';
import { edited } from '../../support/adoption.ts';
import { aSpace, aStay, roomsWorkbook } from '../../support/rooms.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const start = roomsWorkbook(
  [aSpace({ id: 'ESP-0001' }), aSpace({ id: 'ESP-0002', kind: 'desk', name: 'CW1', area: null, monthly_fee: 19_000 })],
  [
    aStay({
      id: 'OCC-0001',
      space: 'ESP-0001',
      member: 'ADH-0001',
      organisation: 'Label Marée',
      start: '2022-01-01',
      planned_end: '2024-12-31',
    }),
    aStay({
      id: 'OCC-0002',
      space: 'ESP-0002',
      member: 'ADH-0002',
      organisation: 'Nawel',
      start: '2023-05-12',
      planned_end: '2024-12-31',
    }),
  ],
);

function run(command: Command, workbook: Workbook, input: unknown = {}, today = '2023-05-12') {
  const reads = command.reads(input);
  const seen = Object.fromEntries(Object.entries(workbook).filter(([tab]) => reads === 'all' || reads.includes(tab)));
  const decision = decide(command, stateFrom([], seen), { input, moment: { today, time: '10:00' } });
  const outbox = decision.wish.outbox;
  const after: Workbook = {
    ...workbook,
    ...afterPlan(seen, decision.plan),
    ...(outbox.length > 0
      ? { [outboxTable.tab]: changeTable(outboxTable, workbook[outboxTable.tab], { put: outbox }) }
      : {}),
  };
  return { ...decision, after };
}

function charges(workbook: Workbook) {
  return readTable(rentChargeTable, workbook[rentChargeTable.tab]).records;
}

function withStay(workbook: Workbook, fields: Partial<Occupancy>): Workbook {
  const [first] = readTable(occupancyTable, workbook[occupancyTable.tab]).records;
  return {
    ...workbook,
    [occupancyTable.tab]: changeTable(occupancyTable, workbook[occupancyTable.tab], {
      put: [{ ...first!, ...fields }],
    }),
  };
}

function withMembers(workbook: Workbook, emails: readonly (string | null)[]): Workbook {
  const put = emails.map((email, index) => {
    const blank = Object.fromEntries(
      memberTable.columns.map(({ field, type }) => [field, type === 'list' ? [] : null]),
    );
    return { ...blank, id: `ADH-000${index + 1}`, organisation: `Structure ${index + 1}`, email } as unknown as Member;
  });
  return { ...workbook, [memberTable.tab]: changeTable(memberTable, undefined, { put }) };
}

describe('« Préparer les redevances »', () => {
  it('writes a row per occupant with its days, its computation and its due day', () => {
    const { after, preview } = run(buildRentRoll, start);
    expect(charges(after)).toMatchObject([
      {
        id: 'RED-0001',
        month: '2023-05',
        occupancy: 'OCC-0001',
        organisation: 'Label Marée',
        amount: 38_500,
        due_on: '2023-05-05',
      },
      { id: 'RED-0002', days: 20, month_days: 31, amount: 12_258, computation: '190\u00A0€ × 20/31 = 122,58\u00A0€' },
    ]);
    expect(preview.summary[0]).toBe('Redevances de mai\u00A02023\u00A0: 507,58\u00A0€ pour 2\u00A0occupations.');
  });

  it('run twice, changes nothing', () => {
    const { after } = run(buildRentRoll, start);
    expect(run(buildRentRoll, after).preview).toMatchObject({ state: 'nothing' });
    expect(run(buildRentRoll, start, { year: 2023 }).after[rentChargeTable.tab]).toHaveLength(1 + 12 + 8);
  });

  it('brings a row that was not called to a changed stay, and takes away what is no longer due', () => {
    const { after } = run(buildRentRoll, start);
    const shorter = run(buildRentRoll, withStay(after, { end: '2023-05-10' }));
    expect(charges(shorter.after)[0]).toMatchObject({ id: 'RED-0001', days: 10, amount: 12_419 });
    expect(shorter.preview.summary).toContain(
      'Label Marée (B1), mai\u00A02023\u00A0: 385\u00A0€ → 124,19\u00A0€ (385\u00A0€ × 10/31 = 124,19\u00A0€).',
    );
    const gone = run(buildRentRoll, withStay(after, { end: '2023-04-30' }));
    expect(charges(gone.after).map(({ id }) => id)).toEqual(['RED-0002']);
  });

  it.each([
    [occupancyTable.tab, 'Sortie', 'fin mai'],
    [occupancyTable.tab, 'Redevance convenue par mois', 'à voir'],
    [spaceTable.tab, 'Redevance par mois', '385 + charges'],
  ])('computes nothing where « %s », « %s » cannot be read, and takes nothing away', (tab, header, text) => {
    const doubtful = { ...start, [tab]: edited(start[tab], 2, header, text) };
    const done = run(buildRentRoll, doubtful);
    expect(charges(done.after).map(({ occupancy }) => occupancy)).toEqual(['OCC-0002']);
    expect(done.preview.summary.join(' ')).toContain('Une occupation n’est pas calculée');
    expect(done.preview.problems.map(({ message }) => message).join(' ')).toContain(text);
    const { after } = run(buildRentRoll, start);
    const again = run(buildRentRoll, { ...after, [tab]: edited(after[tab], 2, header, text) });
    expect(charges(again.after)).toEqual(charges(after));
  });

  it('never edits a called or paid row: the difference becomes a row of its own, once', () => {
    const { after } = run(buildRentRoll, start);
    const called = changeTable(rentChargeTable, after[rentChargeTable.tab], {
      put: charges(after).map((row) => ({ ...row, called_on: '2023-05-01' })),
    });
    const corrected = run(buildRentRoll, withStay({ ...after, [rentChargeTable.tab]: called }, { end: '2023-05-10' }));
    expect(charges(corrected.after)).toMatchObject([
      { id: 'RED-0001', amount: 38_500, called_on: '2023-05-01' },
      { id: 'RED-0002' },
      { id: 'RED-0003', amount: -26_081, called_on: null, notes: 'Corrige RED-0001.' },
    ]);
    expect(run(buildRentRoll, corrected.after).preview.state).toBe('nothing');
    const back = run(buildRentRoll, withStay(corrected.after, { end: null }));
    expect(charges(back.after).map(({ id }) => id)).toEqual(['RED-0001', 'RED-0002']);
    const paid = {
      ...after,
      [allocationTable.tab]: changeTable(allocationTable, undefined, {
        put: [{ id: 'IMP-0001', payment: 'PAI-0001', settles: 'RED-0001', amount: 38_500 }],
      }),
    };
    expect(charges(run(buildRentRoll, withStay(paid, { end: '2023-05-10' })).after)[0]).toMatchObject({
      amount: 38_500,
    });
  });

  it('leaves a row alone that she typed herself', () => {
    const { after } = run(buildRentRoll, start);
    const typed = { ...charges(after)[0]!, id: 'RED-0050', amount: -5_000, computation: null, notes: 'geste' };
    const tab = changeTable(rentChargeTable, after[rentChargeTable.tab], { put: [typed] });
    expect(run(buildRentRoll, { ...after, [rentChargeTable.tab]: tab }).preview.state).toBe('nothing');
  });

  it('refuses, with the cure, when a column of « Occupations » went', () => {
    const broken = {
      ...start,
      [occupancyTable.tab]: (start[occupancyTable.tab] ?? []).map((row) =>
        row.map((cell) => (cell === 'Entrée' ? 'Arrivée' : cell)),
      ),
    };
    const { preview } = run(buildRentRoll, broken);
    expect(preview.state).toBe('refused');
    expect(preview.refusal).toContain('il manque «\u00A0Entrée\u00A0»');
  });
});

describe('« Appeler les redevances »', () => {
  it('prepares one mail per row, once, and writes the day', () => {
    const ready = withMembers(run(buildRentRoll, start).after, ['a@maree.example', 'b@nawel.example']);
    const { wish, after } = run(callRents, ready);
    expect(wish.outbox).toMatchObject([
      { to: 'a@maree.example', subject: 'Redevance pour mai\u00A02023 – bureau B1', key: 'rent/RED-0001' },
      { to: 'b@nawel.example', subject: 'Redevance pour mai\u00A02023 – poste de coworking CW1' },
    ]);
    expect(wish.outbox[1]?.body).toContain('est de 122,58\u00A0€.\nCalcul\u00A0: 190\u00A0€ × 20/31 = 122,58\u00A0€.');
    expect(charges(after)).toMatchObject(
      Array.from({ length: 2 }, () => ({ called_on: '2023-05-12', due_on: '2023-05-19' })),
    );
    expect(run(callRents, after).preview.state).toBe('nothing');
  });

  it('calls the others when one has no address, and says whose it is', () => {
    const ready = withMembers(run(buildRentRoll, start).after, ['a@maree.example', 'nawel(at)example']);
    const { wish, after } = run(callRents, ready);
    expect(wish.outbox).toHaveLength(1);
    expect(wish.problems.at(-1)?.message).toContain('Nawel n’a pas d’adresse e-mail valable');
    expect(charges(after)[1]?.called_on).toBeNull();
  });

  it('calls the others when a row cannot be read, and says where', () => {
    const ready = withMembers(run(buildRentRoll, start).after, ['a@maree.example', 'b@nawel.example']);
    for (const [header, text] of [
      ['Montant', '385 + charges'],
      ['Mois', 'mai'],
    ] as const) {
      const made = { ...ready, [rentChargeTable.tab]: edited(ready[rentChargeTable.tab], 2, header, text) };
      const { wish, after } = run(callRents, made);
      expect(wish.outbox.map(({ to }) => to)).toEqual(['b@nawel.example']);
      expect(wish.problems[0]?.message.replaceAll('\u00A0', ' ')).toContain(
        `La redevance RED-0001 n’est pas appelée. Onglet « Redevances », ligne 2, colonne « ${header} »`,
      );
      expect(charges(after)[0]?.called_on).toBeNull();
    }
  });

  it('says first to prepare a month that has no row', () => {
    expect(run(callRents, start, { month: '2023-07' }).preview.summary[0]).toContain('Préparer les redevances');
  });

  it('tells a correction apart', () => {
    const ready = withMembers(run(buildRentRoll, start).after, ['a@maree.example', 'b@nawel.example']);
    const later = run(buildRentRoll, withStay(run(callRents, ready).after, { end: '2023-05-10' })).after;
    const { wish } = run(callRents, later);
    expect(wish.outbox.map(({ subject }) => subject)).toEqual(['Redevance pour mai\u00A02023, corrigée – bureau B1']);
    expect(wish.outbox[0]?.body).toContain('260,81\u00A0€ à déduire');
  });
});

describe('« Mettre à jour les redevances du budget »', () => {
  const typed = budgetLine({
    id: 'BUD-0015',
    side: 'income',
    account_class: '70',
    label: 'Bureaux 10m²',
    amount: 500_000,
    counted: true,
    level: 'line',
    year: 2023,
  });
  const withBudget = { ...start, [budgetTable.tab]: changeTable(budgetTable, undefined, { put: [typed] }) };
  const lines = (workbook: Workbook) => readTable(budgetTable, workbook[budgetTable.tab]).records;

  it('keeps what she typed unless she says otherwise, and adds what is not there', () => {
    const { after, preview } = run(updateRentBudget, withBudget);
    expect(lines(after)).toMatchObject([
      { id: 'BUD-0015', amount: 500_000, origin: null },
      {
        id: 'BUD-0016',
        label: 'Redevances\u00A0: poste de coworking',
        amount: 12_258 + 7 * 19_000,
        accounts: ['706'],
        counted: true,
      },
    ]);
    expect(preview.questions).toMatchObject([{ id: 'rent:office:10', answer: 'keep' }]);
    expect(preview.summary[0]).toBe(
      'Bureau de 10\u00A0m²\u00A0: 5\u00A0000\u00A0€ saisis, gardés\u00A0; les occupations donnent 4\u00A0620\u00A0€ (−380\u00A0€).',
    );
  });

  it('writes the line that she chose, with its computation and origin, and follows from then on', () => {
    const answered = run(updateRentBudget, withBudget, { answers: { 'rent:office:10': 'BUD-0015' } });
    expect(lines(answered.after)[0]).toMatchObject({
      amount: 462_000,
      computation: '4\u00A0620\u00A0€ prévus (12\u00A0mois)\u00A0; 12 mois occupés sur 12',
      origin: 'Calculé d’après les occupations 2023\u00A0: bureau de 10\u00A0m²',
    });
    expect(run(updateRentBudget, answered.after).preview.state).toBe('nothing');
    const left = run(updateRentBudget, withStay(answered.after, { end: '2023-06-30' }));
    expect(left.preview.questions).toEqual([]);
    expect(lines(left.after)[0]).toMatchObject({ id: 'BUD-0015', amount: 231_000 });
  });

  it('asks nothing about a new room whose fee nobody noted yet', () => {
    const known = readTable(spaceTable, start[spaceTable.tab]).records;
    const room = { ...blank(spaceTable, 'ESP-0099'), name: 'B12', kind: 'office' as const };
    const more = { ...withBudget, [spaceTable.tab]: changeTable(spaceTable, undefined, { put: [...known, room] }) };
    const { preview } = run(updateRentBudget, more);
    expect(preview.questions.map(({ id }) => id)).toEqual(['rent:office:10']);
  });

  it('takes the rows of « Redevances » where there are some', () => {
    const rolled = run(buildRentRoll, withBudget, { month: '2023-03' }).after;
    const edited = changeTable(rentChargeTable, rolled[rentChargeTable.tab], {
      put: [{ ...charges(rolled)[0]!, amount: 30_000 }],
    });
    const { preview } = run(
      updateRentBudget,
      { ...rolled, [rentChargeTable.tab]: edited },
      { answers: { 'rent:office:10': 'BUD-0015' } },
    );
    expect(preview.summary[0]).toContain(
      '300\u00A0€ dans «\u00A0Redevances\u00A0» (1\u00A0mois) + 4\u00A0235\u00A0€ prévus (11\u00A0mois)',
    );
  });
});
