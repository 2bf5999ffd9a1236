/** Where a member stands: candidate, up to date, fee expected or late, left, excluded (domain: D3). */
import { plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import { euros, french, frenchDate, onDate } from '../french.ts';
import type { FeeBalance } from '../dues/balance.ts';
import type { Member, memberStatuses } from '../tables/member.ts';
import { hasLeft } from './affiliation.ts';
import { firstDay } from './membership.ts';

/** A status of a member; « merged » for a record kept only to say which one replaced it. */
export type MemberStatus = keyof typeof memberStatuses | 'merged';

/** A status with the French sentence that says why. */
export interface Standing {
  readonly status: MemberStatus;
  readonly why: string;
  /** True when « État imposé » decides. */
  readonly imposed: boolean;
}

interface StandingParts {
  /** The accounts of this member's fees, of any year. */
  readonly fees: readonly FeeBalance[];
  readonly today: Day;
  /** How many days into a year a fee paid the year before still counts. */
  readonly graceDays: number;
}

/** The standing of a member: what is imposed wins, then dates, then what the fees say. */
export function standingOf(member: Member, parts: StandingParts): Standing {
  const computed = (status: MemberStatus, why: string): Standing => ({ status, why, imposed: false });
  if (member.merged_into !== null) return computed('merged', french`Fiche fusionnée dans ${member.merged_into}.`);
  if (member.imposed_status !== null) {
    const why =
      member.status_reason === null ? 'État imposé, sans raison notée.' : french`État imposé : ${member.status_reason}`;
    return { status: member.imposed_status, why, imposed: true };
  }
  if (hasLeft(member, parts.today)) return computed('left', leavingSentence(member));
  const years = parts.fees.flatMap(({ fee }) => fee.year ?? []);
  const first = firstDay(member, years, parts.today);
  if (first !== null && first > parts.today)
    return computed('candidate', french`Adhésion prévue ${onDate(member.start ?? '')}.`);
  return standingByFees(member, parts);
}

function leavingSentence({ left_on, leaving_reason }: Member): string {
  const reason = leaving_reason === null ? '' : french` : ${leaving_reason}`;
  return `Départ ${onDate(left_on ?? '')}${reason}.`;
}

function standingByFees(member: Member, { fees, today, graceDays }: StandingParts): Standing {
  const year = Number(today.slice(0, 4));
  const late = fees.find((account) => account.late);
  const byFee = (status: MemberStatus, why: string): Standing => ({ status, why, imposed: false });
  if (late !== undefined) return byFee('lapsed', lateSentence(late));
  const current = fees.filter(({ fee }) => fee.year === year);
  const settled = current.find(({ state }) => state === 'paid' || state === 'waived');
  if (settled !== undefined)
    return byFee(
      'active',
      settled.state === 'waived' ? `Dispensé de cotisation ${year}.` : `Cotisation ${year} réglée.`,
    );
  const [asked] = current;
  if (asked !== undefined) return byFee('due', askedSentence(asked, year));
  const lastPaid = fees.some(({ fee, state }) => fee.year === year - 1 && (state === 'paid' || state === 'waived'));
  if (lastPaid && today <= plusDays(`${year}-01-01`, graceDays))
    return byFee('active', `Cotisation ${year - 1} réglée, délai de renouvellement en cours.`);
  if (fees.length === 0 && member.start === null && member.affiliation === null)
    return byFee('candidate', 'Ni date d’adhésion, ni statut, ni cotisation.');
  return byFee('due', `Pas encore de cotisation ${year}.`);
}

function lateSentence({ fee, remaining, daysLate }: FeeBalance): string {
  const sum = remaining > 0 ? french` : ${euros(remaining)} à régler` : '';
  return french`Cotisation ${fee.year ?? ''} en retard de ${daysLate} jours${sum}.`;
}

function askedSentence({ state, remaining, dueOn }: FeeBalance, year: number): string {
  if (state === 'unknown') return `On ne sait pas si la cotisation ${year} est réglée.`;
  const sum = remaining > 0 ? french` : ${euros(remaining)} à régler` : '';
  const before = dueOn === null ? '' : ` avant le ${frenchDate(dueOn)}`;
  return `Cotisation ${year} attendue${sum}${before}.`;
}
