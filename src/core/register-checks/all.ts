/** Every check of the register, and which points of an adoption it takes over. */
import type { CheckDraft } from '../adoption/check-drafts.ts';
import { isThere } from '../stays/presence.ts';
import type { Check } from '../tables/check.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { cellChecks } from './cells.ts';
import type { Ground } from './ground.ts';
import { historyChecks } from './history.ts';
import { linkChecks } from './links.ts';
import { memberChecks } from './members.ts';
import { stayChecks } from './stays.ts';

/** The kinds of points that the check of the register finds and settles. */
export const registerKinds: readonly string[] = [
  'error_cell',
  'invalid_date',
  'invalid_time',
  'invalid_amount',
  'invalid_number',
  'unreadable_yes_no',
  'unknown_choice',
  'column_missing',
  'column_repeated',
  'column_moved',
  'id_missing',
  'id_repeated',
  'pasted_formula',
  'dead_link',
  'invalid_siret',
  'several_emails',
  'invalid_email',
  'member_without_contact',
  'charter_unsigned',
  'left_before_start',
  'period_inverted',
  'period_overlap',
  'period_gap',
  'period_after_leaving',
  'affiliation_differs',
  'stay_overlap',
  'space_status',
  'end_before_start',
  'extension_undecided',
  'over_36_months',
  'planned_end_after_max',
  'stay_without_start',
  'insurance_expired',
  'deposit_to_return',
];

/** What a check of the register finds. */
export interface Findings {
  /** All points of the register as it stands; what an adoption has already said of a record is not said again. */
  readonly drafts: readonly CheckDraft[];
  /** The open points of an adoption about stays that have been settled since: the exit or the prolongation is noted. */
  readonly mended: readonly Check[];
}

/** Every point of the register, beside those that « À vérifier » holds. */
export function registerChecks(ground: Ground, known: readonly Check[]): Findings {
  const ofStays = stayChecks(ground);
  const said = new Set(known.filter((check) => isOfAdoption(ground, check)).map(sameAs));
  const all = [
    ...cellChecks(ground),
    ...linkChecks(ground),
    ...memberChecks(ground),
    ...historyChecks(ground),
    ...ofStays,
  ];
  return {
    drafts: all.filter(({ kind, record }) => record === null || !said.has(`${kind} ${record}`)),
    mended: mendedStays(ground, known, ofStays),
  };
}

function sameAs({ kind, record }: Check): string {
  return `${kind ?? ''} ${record ?? ''}`;
}

/** Points whose place is one of her own tabs were left by an adoption. */
function isOfAdoption({ states }: Ground, { tab, record }: Check): boolean {
  return record !== null && (tab === null || !states.has(tab));
}

const stayKinds = ['over_36_months', 'planned_end_after_max', 'end_of_stay'];

function mendedStays(ground: Ground, known: readonly Check[], drafts: readonly CheckDraft[]): Check[] {
  const standing = new Set(drafts.map(({ kind, record }) => `${kind} ${record ?? ''}`));
  const alerts = new Set(ground.stays.alerts(ground.today).map(({ stay }) => stay.id));
  const stands = (kind: string, stay: Occupancy) =>
    kind === 'end_of_stay'
      ? alerts.has(stay.id) || (isThere(stay, ground.today) && ground.stays.deadlineOf(stay) === null)
      : standing.has(`${kind} ${stay.id}`);
  return known.filter((check) => {
    const { kind, state } = check;
    if (kind === null || !stayKinds.includes(kind) || (state ?? 'open') !== 'open' || !isOfAdoption(ground, check))
      return false;
    const stays = concerned(ground, check);
    return stays.length > 0 && !stays.some((stay) => stands(kind, stay));
  });
}

function concerned({ stays }: Ground, { record }: Check): readonly Occupancy[] {
  const space = stays.spaces.find(({ id }) => id === record);
  return space === undefined ? stays.occupancies.filter(({ id }) => id === record) : stays.inSpace(space);
}
