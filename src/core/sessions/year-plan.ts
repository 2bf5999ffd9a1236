/** The sessions that a programme's rhythm gives for a year: one slot a month, every two months… each with its date, or why it has none. */
import { firstDayOf, lastDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import { french, frenchDate } from '../french.ts';
import { holidayName } from '../holidays.ts';
import type { Programme } from '../tables/programme.ts';
import { nextSameWeekday, nextWorkingDay, rankedDay, weekdayName } from './month-day.ts';
import type { Break } from './settings.ts';

/** One session that the rhythm asks for. */
export interface Slot {
  /** The span in which one session of the programme is enough. */
  readonly from: Day;
  readonly until: Day;
  /** What the rhythm says: a day, or « 2023-02 » or « 2023 » when it names no day. */
  readonly rule: string;
  /** The date to propose; null when there is no session then. */
  readonly date: string | null;
  /** French: why the date is another one, must be decided, or is none; null when the rhythm is followed. */
  readonly why: string | null;
}

const MONTHS_BETWEEN = { monthly: 1, two_monthly: 2, quarterly: 3, yearly: 12 } as const;

/** True for a programme whose sessions a calendar can propose; letters and bookings have a rhythm but no sessions. */
export function hasCalendar({ rhythm, mode }: Programme): boolean {
  return rhythm !== null && rhythm in MONTHS_BETWEEN && !['service', 'booking', 'continuous'].includes(mode ?? '');
}

/** The slots of a year, in order. */
export function slotsOf(programme: Programme, year: number, breaks: readonly Break[]): readonly Slot[] {
  if (!hasCalendar(programme)) return [];
  const step = MONTHS_BETWEEN[programme.rhythm as keyof typeof MONTHS_BETWEEN];
  const first = Math.min(Math.max(programme.first_month ?? 1, 1), 12);
  const named = programme.weekday !== null && programme.month_rank !== null;
  if (step === 12 && programme.first_month === null && !named) {
    const whole = String(year);
    return [{ from: firstDayOf(whole), until: lastDayOf(whole), rule: whole, date: whole, why: 'date à choisir' }];
  }
  const slots: Slot[] = [];
  for (let month = first; month <= 12; month += step) {
    const rule = monthText(year, month);
    const span = { from: firstDayOf(rule), until: lastDayOf(monthText(year, Math.min(month + step - 1, 12))) };
    slots.push({ ...span, ...dated(programme, rule, breaks) });
  }
  return slots;
}

function monthText(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

function dated(programme: Programme, month: string, breaks: readonly Break[]): Pick<Slot, 'rule' | 'date' | 'why'> {
  const { weekday, month_rank: rank } = programme;
  if (weekday === null || rank === null) {
    const whole = breaks.find(({ from, until }) => from <= firstDayOf(month) && lastDayOf(month) <= until);
    return whole === undefined
      ? { rule: month, date: month, why: 'jour à choisir' }
      : { rule: month, date: null, why: whole.name };
  }
  const rule = rankedDay(month, rank, weekday);
  const pause = breakOn(rule, breaks);
  if (pause !== null) return { rule, date: null, why: pause };
  const holiday = holidayName(rule);
  return holiday === null
    ? { rule, date: rule, why: null }
    : { rule, ...afterHoliday(programme, { rule, holiday, breaks }) };
}

interface Holiday {
  readonly rule: Day;
  readonly holiday: string;
  readonly breaks: readonly Break[];
}

function afterHoliday(
  { holiday_policy: policy }: Programme,
  { rule, holiday, breaks }: Holiday,
): Pick<Slot, 'date' | 'why'> {
  const said = french`${weekdayName(rule)} ${frenchDate(rule)} férié (${holiday})`;
  if (policy === 'skip') return { date: null, why: said };
  if (policy === 'ask' || policy === null) return { date: rule, why: french`${said} : date à choisir` };
  const date = policy === 'next_same_weekday' ? nextSameWeekday(rule) : nextWorkingDay(rule);
  const pause = breakOn(date, breaks);
  return pause === null ? { date, why: said } : { date: null, why: french`${said}, puis ${pause}` };
}

function breakOn(day: Day, breaks: readonly Break[]): string | null {
  return breaks.find(({ from, until }) => from <= day && day <= until)?.name ?? null;
}
