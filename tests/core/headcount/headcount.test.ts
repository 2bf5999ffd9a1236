import fc from 'fast-check';
import { buildHeadcount } from '../../../src/core/commands/build-headcount.ts';
import { countedAs, headcountOf, totalOf } from '../../../src/core/headcount/counts.ts';
import type { Headcount } from '../../../src/core/headcount/counts.ts';
import { anniversaryNear, milestonesOf } from '../../../src/core/headcount/milestones.ts';
import { plusDays } from '../../../src/core/day.ts';
import { changeTable } from '../../../src/core/records.ts';
import type { RecordOf } from '../../../src/core/table.ts';
import { affiliationPeriodTable } from '../../../src/core/tables/affiliation-period.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import type { Member } from '../../../src/core/tables/member.ts';
import { membershipFeeTable } from '../../../src/core/tables/membership-fee.ts';
import { headcountView } from '../../../src/core/views/headcount.ts';
import type { HeadcountView } from '../../../src/core/views/headcount.ts';
import { weekNews } from '../../../src/core/week/news.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { adopted, moment, run } from '../../support/adoption.ts';
import { blank } from '../../support/blank.ts';
import { localHost } from '../../support/local-host.ts';
import { sourceFromXlsx } from '../../support/source-from-xlsx.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const id = (index: number) => `ADH-${String(index + 1).padStart(4, '0')}`;
const text = (sentences: readonly string[]) => sentences.join('\n').replaceAll('\u00a0', ' ');

function register(
  members: readonly Partial<Member>[],
  periods: readonly Partial<RecordOf<typeof affiliationPeriodTable>>[] = [],
  fees: readonly Partial<RecordOf<typeof membershipFeeTable>>[] = [],
): Workbook {
  return {
    [memberTable.tab]: changeTable(memberTable, undefined, {
      put: members.map((fields, index) =>
        blank(memberTable, {
          id: id(index),
          organisation: `Structure ${index + 1}`,
          affiliation: 'non_resident',
          ...fields,
        }),
      ),
    }),
    [affiliationPeriodTable.tab]: changeTable(affiliationPeriodTable, undefined, {
      put: periods.map((fields, index) => blank(affiliationPeriodTable, { id: `PAR-000${index + 1}`, ...fields })),
    }),
    [membershipFeeTable.tab]: changeTable(membershipFeeTable, undefined, {
      put: fees.map((fields, index) => blank(membershipFeeTable, { id: `COT-000${index + 1}`, ...fields })),
    }),
  };
}

const counted = (made: Workbook, day?: string): Headcount => headcountOf(stateFrom([], made), moment, day);
const byYear = ({ days, counts }: Headcount) =>
  days.map((day, at) => [day, counts[at] === undefined ? 0 : totalOf(counts[at])]);

/** What the tab shows once a spreadsheet has calculated it. */
function shownTab(made: Workbook) {
  const [tab] = localHost({ Effectifs: made['Effectifs'] ?? [] }).snapshot().tabs;
  return tab?.shown ?? [];
}

describe('the headcount of the sample on 12 May 2023', () => {
  let made: Workbook;
  beforeAll(async () => {
    ({ made } = adopted(await sourceFromXlsx('src/local/sample/mila-2023.xlsx')));
  }, 60_000);

  it('is 100: 12 hosted, 6 coworking, 14 in shops, 68 others', () => {
    expect(counted(made).counts.at(-1)).toEqual({
      hosted: 12,
      coworking: 6,
      shop_based: 14,
      non_resident: 68,
      unknown: 0,
    });
    const view = headcountView.view(stateFrom([], made), {}, moment) as HeadcountView;
    expect([view.total, view.housed]).toEqual([100, 32]);
  });

  it('says it before it builds the tab', () => {
    expect(text(run(buildHeadcount, [], { made }).wish.summary)).toMatchInlineSnapshot(`
     "100 adhérents au 12/05/2023 : 12 membres hébergés, 6 coworkeur·se·s, 14 membres en boutique, 68 bénéficiaires.
     Depuis le 1er janvier : 19 arrivées et 0 départ.
     10 adhérents sans date d’arrivée connue : comptés depuis toujours.
     Dernier palier : 100 adhérents, avec « Petit Tonnerre »."
    `);
  });

  it('shows in the tab, once calculated, what was counted', () => {
    const headcount = counted(made);
    const shown = shownTab(run(buildHeadcount, [], { made }).made);
    const row = (label: string) => shown.find(([first]) => first === label)?.slice(4, 4 + headcount.days.length);
    expect(row('hébergé')).toEqual(headcount.counts.map(({ hosted }) => hosted));
    expect(row('bénéficiaire')).toEqual(headcount.counts.map(({ non_resident: others }) => others));
    expect(row('Total')).toEqual(headcount.counts.map(totalOf));
    expect(row('dont hébergés au sens large')?.at(-1)).toBe(32);
    expect(row('dont arrivée inconnue')?.at(-1)).toBe(headcount.undated);
    expect(row('Arrivées depuis la date d’avant')?.slice(1)).toEqual(headcount.joined.slice(1));
    expect(row('Départs depuis la date d’avant')?.slice(1)).toEqual(headcount.left.slice(1));
    expect(shown.flat().filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([]);
  });

  it('is the same tab the next day but for its date, and nothing changes the same day', () => {
    const built = run(buildHeadcount, [], { made }).made;
    expect(run(buildHeadcount, [], { made: built }).plan.tabs).toEqual([]);
    const later = run(buildHeadcount, [], { made: built, today: '2023-06-01', input: { date: '2023-05-12' } });
    expect(later.plan.tabs).toEqual([]);
  });
});

describe('who counts on a day', () => {
  it('from the day of joining to the day before leaving; a year alone begins on its first day and ends on its last', () => {
    const made = register([
      { start: '2021-03-10', left_on: '2022-06-30' },
      { start: '2022' },
      { start: '2020-05', left_on: '2021' },
    ]);
    expect(byYear(counted(made))).toEqual([
      ['2019-12-31', 0],
      ['2020-12-31', 1],
      ['2021-12-31', 1],
      ['2022-12-31', 1],
      ['2023-05-12', 1],
    ]);
    expect(totalOf(counted(made, '2022-06-29').counts.at(-1)!)).toBe(2);
    expect(totalOf(counted(made, '2022-06-30').counts.at(-1)!)).toBe(1);
  });

  it('« qui était quoi au 31/12 »: the affiliation of that day, not that of today', () => {
    const made = register(
      [{ start: '2021-01-12', affiliation: 'hosted' }],
      [
        { member: id(0), affiliation: 'non_resident', start: '2021-01-12', end: '2022-08-31' },
        { member: id(0), affiliation: 'hosted', start: '2022-09-01' },
      ],
    );
    const { days, rows } = counted(made);
    expect(days.map((day, at) => [day, rows[0]?.at[at]])).toEqual([
      ['2020-12-31', null],
      ['2021-12-31', 'non_resident'],
      ['2022-12-31', 'hosted'],
      ['2023-05-12', 'hosted'],
    ]);
  });

  it('someone without a date of joining counts since always, in no arrival, and it is said', () => {
    const headcount = counted(register([{}, { start: '2022-02-01' }]));
    expect(byYear(headcount)).toEqual([
      ['2021-12-31', 1],
      ['2022-12-31', 2],
      ['2023-05-12', 2],
    ]);
    expect([headcount.joined, headcount.undated]).toEqual([[0, 1, 0], 1]);
  });

  it('a date of joining still to come that a fee contradicts (2032 for 2023) is no date', () => {
    const fee = { member: id(0), year: 2023 };
    expect(totalOf(counted(register([{ start: '2032-05-12' }], [], [fee])).counts.at(-1)!)).toBe(1);
    expect(totalOf(counted(register([{ start: '2032-05-12' }])).counts.at(-1)!)).toBe(0);
  });

  it('neither candidates, nor merged or duplicate records, nor who is out since an unknown day', () => {
    const made = register([
      { start: '2021' },
      { merged_into: id(0) },
      { imposed_status: 'candidate' },
      { imposed_status: 'excluded' },
      { imposed_status: 'left' },
      { affiliation: null },
    ]);
    const headcount = counted(made);
    expect(totalOf(headcount.counts.at(-1)!)).toBe(1);
    expect(headcount.leftOut).toEqual({ merged: 1, candidate: 2, excluded: 1, left: 1, duplicate: 0 });
  });
});

describe('« Construire les effectifs »', () => {
  it('refuses a day to come, and a workbook without members', () => {
    const made = register([{ start: '2021' }]);
    expect(run(buildHeadcount, [], { made, input: { date: '2023-05-13' } }).wish.refusal).toContain('pas encore venue');
    expect(run(buildHeadcount, []).wish.refusal).toContain('Aucun adhérent');
    expect(run(buildHeadcount, [], { made, input: { date: '2023-05-12' } }).preview.state).toBe('ready');
  });

  it('goes back ten years at most', () => {
    const headcount = counted(register([{ start: '1998' }]));
    expect([headcount.days[0], headcount.days.length]).toEqual(['2013-12-31', 11]);
  });
});

describe('milestones', () => {
  const arrivals = (many: number, from: string) =>
    Array.from({ length: many }, (_, index) => ({ start: plusDays(from, index * 10) }));
  const reachedIn = (made: Workbook, day = '2023-05-12') => {
    const { reached, next } = milestonesOf(counted(made).memberships, day);
    return [...reached.map((one) => [one.number, one.reached?.membership.member.id ?? null]), next];
  };

  it('are the members at the same time, for the first time, with the one who made it', () => {
    const made = register(arrivals(26, '2022-01-01'));
    expect(reachedIn(made)).toEqual([[10, id(9)], [25, id(24)], { number: 50, missing: 24 }]);
    expect(reachedIn(made, '2022-03-31')).toEqual([{ number: 10, missing: 1 }]);
  });

  it('wait for one more when somebody left before', () => {
    const [first = {}, ...others] = arrivals(11, '2022-01-01');
    const made = register([{ ...first, left_on: '2022-02-01' }, ...others]);
    expect(reachedIn(made)).toEqual([[10, id(10)], { number: 25, missing: 15 }]);
  });

  it('are kept when the number falls again, and are nobody’s when no date is known', () => {
    const made = register([...Array.from({ length: 10 }, () => ({})), { start: '2021-01-01', left_on: '2022-01-01' }]);
    expect(reachedIn(made)).toEqual([[10, null], { number: 25, missing: 15 }]);
  });

  it('are told kindly in « Cette semaine » for thirty days', () => {
    const made = register(arrivals(10, '2023-01-20'));
    const news = (today: string) => text(weekNews(stateFrom([], made), { ...moment, today }));
    expect(news('2023-05-12')).toBe(
      'Vous voilà 10 : avec « Structure 10 », le 20/04/2023, l’association compte pour la première fois 10 adhérents. Bravo !',
    );
    expect(news('2023-05-21')).toBe('');
    expect(weekNews(stateFrom([], {}), moment)).toEqual([]);
  });

  it('anniversaries of five years are announced two months ahead and wished for a month', () => {
    const near = (today: string) => anniversaryNear([], today);
    expect(near('2022-10-24')).toBeNull();
    expect(near('2022-11-01')).toEqual({ years: 20, day: '2022-12-24', inDays: 53 });
    expect(near('2023-01-20')).toMatchObject({ years: 20, inDays: -27 });
    expect(near('2023-12-20')).toBeNull();
    const made = register([{ start: '2021' }]);
    expect(text(weekNews(stateFrom([], made), { ...moment, today: '2027-12-01' }))).toBe(
      'L’association aura 25 ans le 24/12/2027 : de quoi préparer une fête.',
    );
  });
});

describe('whatever the register', () => {
  const date = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -4500, max: 700 }).map((days) => plusDays('2023-05-12', days)) },
    fc.constantFrom('2019', '2022-12', '2023', '2012'),
  );
  const member = fc.record({
    start: fc.option(date, { freq: 6 }),
    left_on: fc.option(date, { freq: 2 }),
    affiliation: fc.constantFrom('hosted', 'coworking', 'shop_based', 'non_resident', null),
    imposed_status: fc.constantFrom(null, null, null, null, 'left', 'excluded', 'candidate'),
  });
  const period = fc.record({
    member: fc.constantFrom(id(0), id(1), id(2)),
    affiliation: fc.constantFrom('hosted', 'non_resident'),
    start: date,
    end: fc.option(date),
  });
  const registers = fc
    .tuple(fc.array(member, { minLength: 1, maxLength: 12 }), fc.array(period, { maxLength: 4 }))
    .map(([members, periods]) => register(members, periods));
  const days = fc.integer({ min: 0, max: 3000 }).map((past) => plusDays('2023-05-12', -past));

  test('those who came minus those who left are the change of the headcount, from each date to the next', () => {
    fc.assert(
      fc.property(registers, days, (made, day) => {
        const { counts, joined, left } = counted(made, day);
        counts.slice(1).forEach((count, index) => {
          const before = counts[index];
          const change = totalOf(count) - (before === undefined ? 0 : totalOf(before));
          expect((joined[index + 1] ?? 0) - (left[index + 1] ?? 0)).toBe(change);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('a spreadsheet calculates from the list what the core has counted, and shows no error', () => {
    fc.assert(
      fc.property(registers, days, (made, day) => {
        const headcount = counted(made, day);
        const done = run(buildHeadcount, [], { made, input: { date: day } });
        if (done.preview.state !== 'ready') return;
        const shown = shownTab(done.made);
        const row = (label: string) => shown.find(([first]) => first === label)?.slice(4, 4 + headcount.days.length);
        expect(row('Total')).toEqual(headcount.counts.map(totalOf));
        expect(row('Arrivées − départs')?.slice(1)).toEqual(
          headcount.joined.slice(1).map((joined, at) => joined - (headcount.left[at + 1] ?? 0)),
        );
        expect(row('dont arrivée inconnue')?.at(-1)).toBe(headcount.undated);
        expect(shown.flat().filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('no kind is lost: every member of a day is of one of them', () => {
    fc.assert(
      fc.property(registers, days, (made, day) => {
        const { rows, counts } = counted(made, day);
        const now = counts.at(-1);
        for (const kind of countedAs) expect(now?.[kind]).toBe(rows.filter(({ at }) => at.at(-1) === kind).length);
      }),
      { numRuns: 60 },
    );
  });
});
