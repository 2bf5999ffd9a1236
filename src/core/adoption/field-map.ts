/** Which record and field hold what a source column was read as: where a problem is mended. */
import { fold } from '../reading/values/text.ts';
import type { AdoptedKind } from '../reading/types.ts';
import type { Draft } from './draft.ts';

interface Target {
  /** How the draft's part begins. */
  readonly part: string;
  readonly field: string;
}

const OF_OCCUPANCY = ':occupancy:';

const MAPS: Readonly<Record<AdoptedKind, Readonly<Record<string, Target>>>> = {
  members: {
    organisation: { part: 'member', field: 'organisation' },
    contact_person: { part: 'contact:', field: 'name' },
    first_name: { part: 'contact:', field: 'name' },
    email: { part: 'member', field: 'email' },
    phone: { part: 'member', field: 'phone' },
    affiliation: { part: 'member', field: 'affiliation' },
    activity: { part: 'member', field: 'activities' },
    start: { part: 'member', field: 'start' },
    fee_paid: { part: 'fee', field: 'paid' },
    notes: { part: 'member', field: 'notes' },
  },
  spaces: {
    space: { part: 'space:', field: 'name' },
    area_m2: { part: 'space:', field: 'area' },
    occupant: { part: OF_OCCUPANCY, field: 'organisation' },
    start: { part: OF_OCCUPANCY, field: 'start' },
    planned_end: { part: OF_OCCUPANCY, field: 'planned_end' },
    occupancy_fee: { part: 'space:', field: 'fee' },
    deposit: { part: 'space:', field: 'deposit' },
    notes: { part: 'space:', field: 'notes' },
  },
  budget: {
    label: { part: '', field: 'label' },
    amount: { part: '', field: 'amount' },
    component: { part: '', field: 'amount' },
  },
  sessions: {
    date: { part: 'session', field: 'date' },
    title: { part: 'session', field: 'title' },
    provider: { part: 'session', field: 'provider' },
    time: { part: 'session', field: 'start_time' },
    duration: { part: 'session', field: 'duration' },
    registered_count: { part: 'session', field: 'registered' },
    attendance_count: { part: 'session', field: 'attended' },
    women_count: { part: 'session', field: 'women' },
    organisations: { part: 'organisation:', field: 'organisation' },
    place: { part: 'session', field: 'place' },
  },
  attendance_sheet: {
    organisation: { part: 'registration', field: 'organisation' },
    last_name: { part: 'registration', field: 'last_name' },
    first_name: { part: 'registration', field: 'first_name' },
    role: { part: 'registration', field: 'role' },
    signature: { part: 'registration', field: 'status' },
  },
  actuals: {
    date: { part: 'entry', field: 'date' },
    label: { part: 'entry', field: 'label' },
    debit: { part: 'entry', field: 'debit' },
    credit: { part: 'entry', field: 'credit' },
    category: { part: 'entry', field: 'account' },
    balance: { part: 'entry', field: 'balance' },
  },
};

/** The draft among those of a row, and its field, that a problem in a column is about; the row's first draft when no field fits. */
export function targetOf(
  kind: AdoptedKind,
  drafts: readonly Draft[],
  place: { readonly field: string | null; readonly side?: string | undefined; readonly raw: unknown },
): { readonly draft: Draft; readonly field: string | null } | null {
  const ofSide =
    place.side === undefined ? drafts : drafts.filter(({ part }) => part.startsWith(`${place.side ?? ''}:`));
  const [main] = ofSide.length > 0 ? ofSide : drafts;
  if (main === undefined) return null;
  const target = place.field === null ? undefined : MAPS[kind][place.field];
  if (target === undefined) return { draft: main, field: null };
  const fitting = (ofSide.length > 0 ? ofSide : drafts).filter(
    ({ part, table }) =>
      (target.part === OF_OCCUPANCY ? part.includes(OF_OCCUPANCY) : part.startsWith(target.part)) &&
      table.columns.some(({ field }) => field === target.field),
  );
  const draft = named(fitting, target.field, place.raw) ?? fitting.at(place.field === 'component' ? -1 : 0);
  return draft === undefined ? { draft: main, field: null } : { draft, field: target.field };
}

/** Where a row holds several of a kind, the one that the problem quotes. */
function named(drafts: readonly Draft[], field: string, raw: unknown): Draft | undefined {
  if (typeof raw !== 'string') return undefined;
  const wanted = fold(raw);
  return drafts.find(({ fields }) => {
    const value = fields[field];
    return typeof value === 'string' && fold(value) === wanted;
  });
}
