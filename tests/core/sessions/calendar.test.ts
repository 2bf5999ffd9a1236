/** The calendar of a year as she meets it: proposed, confirmed, moved, set aside; run again, nothing doubles. */
import { cancelSession } from '../../../src/core/commands/cancel-session.ts';
import { confirmSessions } from '../../../src/core/commands/confirm-sessions.ts';
import { generateYear } from '../../../src/core/commands/generate-year.ts';
import { moveSession } from '../../../src/core/commands/move-session.ts';
import { saveProgramme } from '../../../src/core/commands/save-programme.ts';
import { seedProgrammes } from '../../../src/core/commands/seed-programmes.ts';
import type { Session } from '../../../src/core/tables/session.ts';
import { calendarOf, carry, club, NO_BREAKS } from '../../support/sessions.ts';

const START = '2022-12-01';
const dates = (sessions: readonly Session[]) => sessions.map(({ date }) => date);

describe('« Proposer le calendrier de l’année »', () => {
  test('the Club of 2023: twelve Mondays, 15 May instead of 1 May, with the hour, place and seats of the programme', () => {
    const made = carry(calendarOf({ programmes: [club], settings: NO_BREAKS }), generateYear, { year: 2023 }, START);
    expect(dates(made.sessions)).toEqual([
      '2023-01-02',
      '2023-02-06',
      '2023-03-06',
      '2023-04-03',
      '2023-05-15',
      '2023-06-05',
      '2023-07-03',
      '2023-08-07',
      '2023-09-04',
      '2023-10-02',
      '2023-11-06',
      '2023-12-04',
    ]);
    expect(made.sessions[4]).toMatchObject({
      status: 'proposed',
      title: 'Club MILA',
      programme: 'CLUB',
      start_time: '18:00',
      duration: 120,
      place: 'Salle de réunion',
      capacity: 25,
      networks: ['MAP'],
      occurrence: 'CLUB/2023-05-01',
    });
    expect(made.summary).toContain('15/05 (lundi 01/05/2023 férié (1er mai))');
    expect(made.outbox).toEqual([]);
  });

  test('run again after she moved, confirmed and set aside dates: nothing doubles, nothing she did is undone', () => {
    const first = carry(calendarOf({ programmes: [club], settings: NO_BREAKS }), generateYear, { year: 2023 }, START);
    const moved = carry(first.after, moveSession, { id: 'SEA-0002', date: '2023-03-30', confirm: true }, START);
    const skipped = carry(moved.after, cancelSession, { id: 'SEA-0003', reason: 'pas d’intervenant' }, START);
    const again = carry(skipped.after, generateYear, { year: 2023 }, START);
    expect(again.plan.tabs).toEqual([]);
    expect(again.summary).toContain('rien à ajouter');
    const other = carry(again.after, saveProgramme, { id: 'PRG-0001', weekday: 'tuesday' }, START);
    expect(carry(other.after, generateYear, { year: 2023 }, START).plan.tabs).toEqual([]);
  });

  test('where a session is already planned that month, even under a title of hers, none is proposed', () => {
    const planned = [
      { date: '2023-05-15', programme: 'CLUB', status: 'planned' as const, title: 'Club community mgt' },
      { date: '2023-06', programme: 'MAMA', other_programmes: ['CLUB'], status: 'planned' as const },
      { date: '2023-07-03', programme: 'CLUB', status: 'cancelled' as const },
    ];
    const made = carry(calendarOf({ programmes: [club], sessions: planned }), generateYear, { year: 2023 });
    expect(dates(made.sessions.slice(3))).toEqual(['2023-09-04', '2023-10-02', '2023-11-06', '2023-12-04']);
    expect(made.summary).toContain('Pas de séance de «\u00A0Club MILA\u00A0»\u00A0: 07/08 (pause d’été)');
  });

  test('two kinds take turns: a month of break does not count, and a date set aside passes its turn on', () => {
    const crescendo = {
      ...club,
      code: 'CRESC',
      name: 'Crescendo',
      variants: ['rencontre', 'atelier'],
      alternate: true,
    };
    const made = carry(calendarOf({ programmes: [crescendo] }), generateYear, { year: 2023 }, '2023-06-20');
    expect(made.sessions.map(({ date, variant }) => [date, variant])).toEqual([
      ['2023-07-03', 'rencontre'],
      ['2023-09-04', 'atelier'],
      ['2023-10-02', 'rencontre'],
      ['2023-11-06', 'atelier'],
      ['2023-12-04', 'rencontre'],
    ]);
    const skipped = carry(made.after, cancelSession, { id: 'SEA-0002', reason: null });
    expect(skipped.sessions.map(({ variant }) => variant)).toEqual([
      'rencontre',
      'atelier',
      'atelier',
      'rencontre',
      'atelier',
    ]);
    expect(skipped.summary).toContain('l’alternance continue');
  });

  test('without a rhythm anywhere it says what to do', () => {
    const none = carry(calendarOf({ programmes: [{ code: 'DIAG', name: 'Diagnostics' }] }), generateYear, {
      year: 2023,
    });
    expect(none.refusal).toContain('Aucun programme n’a de rythme');
  });
});

describe('« Confirmer les dates »', () => {
  test('all at once: those with a day become sessions to come, a holiday and a month wait for her choice', () => {
    const programmes = [
      { ...club, holiday_policy: 'ask' as const },
      { ...club, code: 'MAN', name: 'Managers', weekday: null, month_rank: null, rhythm: 'quarterly' as const },
    ];
    const made = carry(calendarOf({ programmes, settings: NO_BREAKS }), generateYear, { year: 2023 }, '2023-04-20');
    const ids = made.sessions.map(({ id }) => id);
    const confirmed = carry(made.after, confirmSessions, { sessions: ids });
    const left = confirmed.sessions.filter(({ status }) => status === 'proposed');
    expect(dates(left)).toEqual(['2023-04', '2023-05-01', '2023-07', '2023-10']);
    expect(confirmed.wish.problems.map(({ message }) => message)[1]).toContain('lundi 01/05/2023 férié (1er mai)');
    const [, may] = left;
    const chosen = carry(confirmed.after, moveSession, { id: may?.id, date: '2023-05-22', confirm: true });
    expect(chosen.sessions.find(({ id }) => id === may?.id)).toMatchObject({
      date: '2023-05-22',
      status: 'planned',
      reason: null,
      previous_dates: [],
    });
    expect(carry(confirmed.after, confirmSessions, { sessions: left.map(({ id }) => id) }).refusal).toContain(
      'Choisissez d’abord le jour',
    );
  });
});

describe('« Compléter les programmes »', () => {
  test('the list of 2023 comes with modes, rhythms and forecasts; what she wrote stays', () => {
    const mine = calendarOf({ programmes: [{ code: 'CLUB', name: 'Les Clubs', capacity: 40 }] });
    const { programmes, summary, after } = carry(mine, seedProgrammes, {});
    expect(programmes).toHaveLength(33);
    expect(programmes[0]).toMatchObject({
      name: 'Les Clubs',
      capacity: 40,
      rhythm: 'monthly',
      month_rank: 'first',
      weekday: 'monday',
      holiday_policy: 'next_same_weekday',
      networks: ['MAP'],
    });
    const of = (code: string) => programmes.find((programme) => programme.code === code);
    expect(of('CRESC')).toMatchObject({ variants: ['rencontre', 'atelier'], alternate: true, sessions_max: 12 });
    expect(of('MANAGERS')).toMatchObject({ rhythm: 'two_monthly', first_month: 2 });
    expect(of('AUDIT')).toMatchObject({ target_min: 10, target_max: 15, unit_hours_min: 1.5, unit_hours_max: 2 });
    expect(of('CODEV')).toMatchObject({ target_min: 8, target_max: null });
    expect(of('EXPERT')).toMatchObject({ target_min: null, target_max: 30, sessions_max: 6 });
    expect(of('NEWSLETTER')).toMatchObject({ mode: 'service', rhythm: 'monthly' });
    expect(summary).toContain('32\u00A0programmes');
    expect(carry(after, seedProgrammes, {}).plan.tabs).toEqual([]);
  });
});

describe('« Enregistrer un programme »', () => {
  test('a new one needs a code of its own; a wrong forecast or hour is refused with the cure', () => {
    const start = calendarOf({ programmes: [club] });
    const saved = carry(start, saveProgramme, { code: 'jury', name: 'Jury', start_time: '9h30', end_time: '12h' });
    expect(saved.programmes[1]).toMatchObject({ code: 'JURY', start_time: '09:30', end_time: '12:00' });
    const refused = (input: object) => carry(start, saveProgramme, input).refusal;
    expect(refused({ code: 'CLUB', name: 'Autre' })).toContain('est déjà celui de');
    expect(refused({ name: 'Sans code' })).toContain('Donnez un code');
    expect(refused({ id: 'PRG-0001', target_min: 15, target_max: 10 })).toContain('plus petit que le minimum');
    expect(refused({ id: 'PRG-0001', start_time: 'midi pile' })).toContain('n’est pas une heure');
    expect(refused({ id: 'PRG-0001', end_time: '17:00' })).toContain('doit venir après le début');
    expect(refused({ id: 'PRG-0009' })).toContain('n’est plus dans');
  });
});
