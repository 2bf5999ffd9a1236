/** The programmes of the example association, from its data files; nothing of them is in code. */
import { csvRows } from '../data/csv-rows.ts';
import programmesCsv from '../data/programmes-2023.csv';
import setupCsv from '../data/programmes-setup.csv';
import type { Programme } from '../tables/programme.ts';
import { emptyProgramme } from './blank.ts';

type Row = Readonly<Record<string, string>>;

/** Every programme of the list, without a number yet. */
export function listedProgrammes(): readonly Programme[] {
  const setups = new Map(csvRows(setupCsv).map((row) => [row['code'] ?? '', row] as const));
  return csvRows(programmesCsv).map((row) => programmeFrom(row, setups.get(row['code'] ?? '') ?? {}));
}

function programmeFrom(row: Row, setup: Row): Programme {
  const recurrence = row['recurrence'] ?? '';
  return {
    ...emptyProgramme(''),
    code: text(row['code']),
    name: text(row['name']),
    // The lists of the file are those of the table, which its reading checks.
    family: text(row['family']) as Programme['family'],
    mode: text(row['mode']) as Programme['mode'],
    audience: text(row['audience']) as Programme['audience'],
    target_min: number(row['target_structures_min']),
    target_max: number(row['target_structures_max']),
    sessions_min: number(row['target_sessions_min']),
    sessions_max: number(row['target_sessions_max']),
    unit_hours_min: number(row['unit_hours_min']),
    unit_hours_max: number(row['unit_hours_max']),
    ...rhythmOf(recurrence),
    first_month: number(setup['first_month']),
    start_time: text(setup['start']),
    end_time: text(setup['end']),
    place: text(setup['place']),
    capacity: number(setup['capacity']),
    one_per_organisation: setup['one_per_organisation'] === 'oui' ? true : null,
    networks: list(setup['networks']),
    variants: list(setup['variants']),
    alternate: recurrence.includes('X-ALTERNATE') ? true : null,
    funder: text(setup['funder']),
    charter_axes: list(setup['charter_axes']),
    holiday_policy: text(setup['holiday_policy']) as Programme['holiday_policy'],
  };
}

const WEEKDAYS: Readonly<Record<string, Programme['weekday']>> = {
  MO: 'monday',
  TU: 'tuesday',
  WE: 'wednesday',
  TH: 'thursday',
  FR: 'friday',
  SA: 'saturday',
  SU: 'sunday',
};
const RANKS: Readonly<Record<string, Programme['month_rank']>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '-1': 'last',
};

/** « FREQ=MONTHLY;BYDAY=1MO » (RFC 5545), and the words of the list for what has no calendar. */
function rhythmOf(recurrence: string): Pick<Programme, 'rhythm' | 'month_rank' | 'weekday'> {
  const [, rank = '', day = ''] = /BYDAY=(-?\d)([A-Z]{2})/u.exec(recurrence) ?? [];
  const named = { month_rank: RANKS[rank] ?? null, weekday: WEEKDAYS[day] ?? null };
  const every = Number(/INTERVAL=(\d+)/u.exec(recurrence)?.[1] ?? 1);
  if (recurrence.includes('FREQ=MONTHLY'))
    return { rhythm: every === 1 ? 'monthly' : every === 2 ? 'two_monthly' : 'quarterly', ...named };
  if (recurrence.includes('FREQ=YEARLY')) return { rhythm: 'yearly', ...named };
  if (recurrence === 'ON_REQUEST') return { rhythm: 'on_request', ...named };
  if (/^(?:ONCE|DATE=|MONTH=)/u.test(recurrence)) return { rhythm: 'once', ...named };
  return { rhythm: recurrence === '' || recurrence === 'CONTINUOUS' ? 'continuous' : null, ...named };
}

function text(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : cell;
}

function number(cell: string | undefined): number | null {
  return cell === undefined || cell === '' ? null : Number(cell);
}

function list(cell: string | undefined): readonly string[] {
  return (cell ?? '').split('|').filter((part) => part !== '');
}
