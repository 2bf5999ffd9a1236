/** What the card of a member holds, as plain JSON: the sidebar draws it without another reading. */
import type { FeeState } from '../dues/balance.ts';
import type { Member } from '../tables/member.ts';
import type { StayItem } from '../stays/stay-item.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import type { Affiliation } from './affiliation.ts';
import type { Attended } from './attendance.ts';
import type { ConsentSubject } from './consents.ts';
import type { MemberStatus } from './status.ts';

/** A member with all that belongs to it. */
export interface MemberCard {
  readonly id: string;
  readonly name: string;
  /** Where its row stands in « Adhérents ». */
  readonly cell: string | null;
  readonly affiliation: Affiliation;
  readonly affiliationLabel: string | null;
  readonly status: MemberStatus;
  readonly statusLabel: string;
  /** French: why this status. */
  readonly why: string;
  readonly imposed: boolean;
  readonly record: Member;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string | null;
    readonly email: string | null;
    readonly phone: string | null;
    readonly main: boolean;
    readonly left_on: string | null;
    readonly notes: string | null;
  }[];
  /** Affiliations, oldest first. */
  readonly history: readonly {
    readonly label: string;
    readonly start: string | null;
    readonly end: string | null;
    readonly reason: string | null;
  }[];
  /** Stays, latest first, in the words of « Espaces ». */
  readonly stays: readonly {
    readonly id: string;
    /** « bureau 2 ». */
    readonly space: string;
    readonly start: string | null;
    readonly end: string | null;
    readonly current: boolean;
    readonly tone: StayItem['tone'];
    /** French: since when and until when, with the reason. */
    readonly dates: string;
    /** French: months used, share, deposit, insurance… */
    readonly facts: readonly string[];
    /** Its row, for the forms of a stay that goes on or is to come; null once it is over. */
    readonly record: Occupancy | null;
  }[];
  /** Fees, latest year first; sums in cents. */
  readonly fees: readonly {
    readonly id: string;
    readonly year: number | null;
    readonly state: FeeState;
    readonly due: number | null;
    readonly paid: number;
    readonly remaining: number;
    readonly late: boolean;
    readonly paid_on: string | null;
  }[];
  readonly payments: readonly { readonly id: string; readonly date: string | null; readonly amount: number | null }[];
  /** Sessions, latest first. */
  readonly sessions: readonly Attended[];
  readonly consents: readonly {
    readonly id: string;
    readonly subject: ConsentSubject | null;
    readonly label: string;
    readonly contact: string | null;
    readonly person: string | null;
    readonly given: boolean;
    readonly date: string | null;
    readonly withdrawn_on: string | null;
    readonly inForce: boolean;
  }[];
  readonly mails: readonly { readonly date: string | null; readonly subject: string; readonly status: string }[];
  /** Open points of « À vérifier » about its record. */
  readonly points: readonly { readonly id: string; readonly what: string; readonly kind: string }[];
  /** Members that are probably the same one. */
  readonly duplicates: readonly string[];
  /** True as long as a point proposes to merge this record into another: it is not counted. */
  readonly isDuplicate: boolean;
  /** True when it counts as a member today, by the one rule for all counts. */
  readonly counted: boolean;
  /** Records merged into this one. */
  readonly formerRecords: readonly { readonly id: string; readonly name: string }[];
  /** Numbers of other rows that belong to it. */
  readonly rows: readonly string[];
}
