/** The spaces and stays of the register, found by each other, computed once for a day. */
import type { Day } from '../day.ts';
import { fold } from '../reading/values/text.ts';
import { groupBy } from '../group.ts';
import type { Register } from '../register.ts';
import type { Member } from '../tables/member.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import type { Space } from '../tables/space.ts';
import { compareDays } from './dates.ts';
import { deadlineOf, stageOf } from './deadline.ts';
import type { Deadline, Stage } from './deadline.ts';
import { isLimited, stayLimits } from './limit.ts';
import type { StayLimit } from './limit.ts';
import { isThere } from './presence.ts';
import { stayRules } from './rules.ts';
import type { StayRules } from './rules.ts';

/** A stay whose end is near or past, the occupant still being there. */
export interface StayAlert {
  readonly stay: Occupancy;
  readonly space: Space | null;
  readonly deadline: Deadline;
  readonly stage: Stage;
}

/** What is known of spaces and stays on a day. */
export interface Stays {
  readonly rules: StayRules;
  readonly spaces: readonly Space[];
  readonly occupancies: readonly Occupancy[];
  readonly memberOf: (stay: Occupancy) => Member | null;
  /** The space of a stay: by its number, else by its name. */
  readonly spaceOf: (stay: Occupancy) => Space | null;
  /** The stays of a space, in the order of their tab. */
  readonly inSpace: (space: Space) => readonly Occupancy[];
  readonly limitOf: (stay: Occupancy) => StayLimit | undefined;
  readonly deadlineOf: (stay: Occupancy) => Deadline | null;
  /** The stays that have to end, the most urgent first. */
  readonly alerts: (today: Day) => readonly StayAlert[];
}

/** The records from which stays are read. */
export type StayRegister = Pick<Register, 'spaces' | 'occupancies' | 'members' | 'settings'>;

/** Indexes spaces and stays; nothing is looked for twice. */
export function readStays(register: StayRegister): Stays {
  const { spaces, occupancies, members, settings } = register;
  const rules = stayRules(settings);
  const byId = new Map(spaces.map((space) => [space.id, space]));
  const byName = new Map(spaces.map((space) => [fold(space.name ?? ''), space]));
  const memberById = new Map(members.map((member) => [member.id, member]));
  const memberOf = ({ member }: Occupancy) => keptMember(memberById, member);
  const spaceOf = ({ space, space_name: name }: Occupancy) =>
    byId.get(space ?? '') ?? (space === null && name !== null ? byName.get(fold(name)) : undefined) ?? null;
  const bySpace = groupBy(occupancies, (stay) => spaceOf(stay)?.id ?? null);
  const kindOf = (stay: Occupancy) => spaceOf(stay)?.kind ?? null;
  const keyOf = (stay: Occupancy) => memberOf(stay)?.id ?? nameKey(stay);
  const limits = stayLimits(occupancies, { kindOf, keyOf, rules });
  const limitOf = (stay: Occupancy) => limits.get(stay.id);
  const dueOf = (stay: Occupancy) => deadlineOf(stay, limitOf(stay));
  return {
    rules,
    spaces,
    occupancies,
    memberOf,
    spaceOf,
    inSpace: ({ id }) => bySpace.get(id) ?? [],
    limitOf,
    deadlineOf: dueOf,
    alerts: (today) =>
      occupancies
        .flatMap((stay): StayAlert[] => {
          const deadline = isThere(stay, today) ? dueOf(stay) : null;
          const stage = deadline === null ? null : stageOf(deadline.day, today);
          return deadline === null || stage === null ? [] : [{ stay, space: spaceOf(stay), deadline, stage }];
        })
        .sort((a, b) => compareDays(a.deadline.day, b.deadline.day)),
  };
}

const MOST_MERGES = 5;

/** The member of that number, or the one that its record was merged into. */
function keptMember(byId: ReadonlyMap<string, Member>, id: string | null): Member | null {
  let member = byId.get(id ?? '') ?? null;
  for (let step = 0; step < MOST_MERGES && member !== null && member.merged_into !== null; step += 1)
    member = byId.get(member.merged_into) ?? member;
  return member;
}

function nameKey({ member, organisation }: Occupancy): string | null {
  const name = fold(organisation ?? '');
  return member ?? (name === '' ? null : `=${name}`);
}

/** What one month without an occupant costs the association, in cents; null when the fee is unknown, 0 when it is not its own. */
export function vacancyCost({ paid_to_association: paid, monthly_fee: fee, kind }: Space): number | null {
  return paid === false || kind === 'shop_unit' || kind === 'premises' ? 0 : fee;
}

/** How people name a space: « bureau 3 », « CW1 », « BT4 ». */
export function spaceLabel(space: Pick<Space, 'name' | 'kind'> | null, stay?: Occupancy): string {
  const name = space?.name ?? stay?.space_name ?? '';
  if (name === '') return 'espace sans nom';
  return /^\d+$/u.test(name) && isLimited(space?.kind ?? null) ? `bureau ${name}` : name;
}

/** How people name an occupant. */
export function occupantLabel({ organisation, person, id }: Occupancy): string {
  return organisation ?? person ?? id;
}
