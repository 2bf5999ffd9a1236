/** Why nothing may be asked of a member any more: from the first day on which they may have left, nobody writes to them. */
import { firstDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import { french, onDate } from '../french.ts';
import type { Member } from '../tables/member.ts';

/** Why nothing is asked, in French: « parti le 15/04/2023 ». */
export interface OutOfDues {
  readonly kind: 'left' | 'excluded' | 'merged';
  readonly why: string;
}

/** Why nothing may be asked of that member on that day; null when they are a member like the others. */
export function outOfDues(member: Member, day: Day): OutOfDues | null {
  const { merged_into: into, imposed_status: imposed, left_on: left } = member;
  if (into !== null) return { kind: 'merged', why: french`fiche fusionnée dans ${into}` };
  if (imposed === 'excluded') return { kind: 'excluded', why: 'exclu' };
  if (left !== null && firstDayOf(left) <= day) return { kind: 'left', why: french`parti ${onDate(left)}` };
  return imposed === 'left' ? { kind: 'left', why: 'parti' } : null;
}
