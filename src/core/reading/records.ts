/** The records that the coordinator's tabs become, with the values they are made of. */
import type { Day } from '../day.ts';

/** Anything that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A date as precisely as it was written: "2023-01-12", "2023-01" or "2023". */
export interface PreciseDate {
  readonly value: string;
  readonly precision: 'day' | 'month' | 'year';
}

/** A cell as quoted in records: text, number, true date or time, formula. */
export type RawCell =
  | string
  | number
  | boolean
  | { readonly date: Day; readonly time?: string }
  | { readonly time: string }
  | { readonly formula: string; readonly value: string | number | boolean | null }
  | { readonly formula: string; readonly error: string }
  | { readonly error: string };

/** The non-empty cells of a record's row, by column letters. */
export type SourceRaw = Readonly<Record<string, RawCell>>;

export type Affiliation = 'hosted' | 'coworking' | 'shop_based' | 'non_resident';
export type Activity =
  'label' | 'producer' | 'booker' | 'manager' | 'publisher' | 'press_officer' | 'innovation_expert' | 'other';
export type PaymentMethod = 'cheque' | 'bank_transfer' | 'card' | 'cash' | 'direct_debit';
export type SpaceKind = 'office' | 'studio' | 'desk' | 'shop_unit' | 'premises';
export type SpaceStatus = 'occupied' | 'vacant' | 'reserved' | 'rented_by_association' | 'unknown';
export type Side = 'expense' | 'income';
export type GrantStatus = 'requested' | 'awarded';
export type SessionStatus = 'held' | 'to_confirm' | 'planned' | 'cancelled' | 'unscheduled';
export type Period = 'month' | 'quarter' | 'year';

/** Where a record comes from; every record has it. */
export interface Sourced {
  readonly source_tab: string;
  readonly source_row: number;
  readonly source_raw: SourceRaw;
}

/** An address or number as read: `value` when it is one, `raw` when it is not. */
export interface ReadEmail {
  readonly value: string | null;
  readonly valid: boolean;
  readonly raw?: string;
}

export interface ReadPhone {
  readonly value: string | null;
  readonly valid: boolean;
  /** True when a lost leading zero was put back. */
  readonly proposed?: true;
  readonly raw?: string;
}

/** A row of the members' tab. */
export interface MemberRecord extends Sourced {
  readonly organisation_id: string;
  readonly organisation: string;
  readonly former_names: readonly string[];
  readonly people: readonly { readonly name: string }[];
  readonly emails: readonly ReadEmail[];
  readonly phones: readonly ReadPhone[];
  readonly affiliation: Affiliation | null;
  readonly affiliation_source: 'cell' | 'section' | null;
  readonly activities: readonly Activity[];
  readonly activity_other: string | null;
  readonly start: PreciseDate | null;
  readonly fee_paid: boolean | null;
  readonly fee_amount_cents: number | null;
  readonly payment_method: PaymentMethod | null;
  readonly space_hints: readonly string[];
  readonly notes: readonly string[];
  readonly custom: Readonly<Record<string, Json>>;
  readonly duplicate_of_row: number | null;
}

/** Recurring money; `monthly_cents` is it brought to a month. */
export interface Fee {
  readonly amount_cents: number;
  readonly period: Period;
  readonly monthly_cents: number;
  readonly per?: string;
  readonly extra?: string;
}

/** How long someone has been in a space, against the maximum of 36 months. */
export interface Stay {
  readonly max_end: PreciseDate;
  readonly months_completed: number | null;
  readonly alert: 'over' | 'near_end' | null;
}

export interface OccupancyReading {
  readonly organisation: string | null;
  readonly organisation_id: string | null;
  readonly organisation_raw: string | null;
  readonly person_raw: string | null;
  readonly share_percent: number;
  readonly share_proposed: boolean;
  readonly start: PreciseDate | null;
  readonly planned_end: PreciseDate | null;
  readonly stay: Stay | null;
}

/** A space (a row may stand for several: one record each). */
export interface SpaceRecord extends Sourced {
  readonly space: string;
  readonly kind: SpaceKind;
  readonly number: number | null;
  readonly premises: string | null;
  readonly area_m2: number | null;
  readonly status: SpaceStatus;
  readonly occupancies: readonly OccupancyReading[];
  readonly occupancy_fee: Fee | null;
  readonly paid_to_association: boolean;
  readonly deposit: {
    readonly amount_cents: number | null;
    readonly derived_from?: string;
    readonly method?: PaymentMethod;
    readonly none?: true;
  } | null;
  readonly notes: readonly string[];
  readonly vacant_since?: PreciseDate;
  readonly paid_to?: string;
  readonly lease_holder?: string;
  readonly lease_start?: PreciseDate;
  readonly rent?: Fee;
  readonly custom?: Readonly<Record<string, Json>>;
}

/** A line of the budget; components of a combined line are records of their own. */
export interface BudgetRecord extends Sourced {
  readonly side: Side;
  readonly label: string;
  readonly amount_cents: number;
  readonly level: 'heading' | 'line' | 'component';
  readonly account_class: string | null;
  readonly account_codes: readonly string[];
  readonly parent_row: number | null;
  readonly subtotal_of?: readonly (number | string)[];
  readonly subtotal_matches?: boolean;
  readonly suggested_account?: string;
  readonly funder?: string;
  readonly desk?: string | null;
  readonly grant_status?: GrantStatus | null;
  readonly source_column?: string;
  readonly brought_forward?: true;
  readonly in_kind?: true;
  readonly hours?: number;
  readonly rate_cents?: number;
  readonly custom?: Readonly<Record<string, Json>>;
}

/** A session of a programme. */
export interface SessionRecord extends Sourced {
  readonly programme: string | null;
  readonly title: string | null;
  readonly provider: string | null;
  readonly date: PreciseDate | null;
  readonly date_end: PreciseDate | null;
  readonly date_derived: boolean;
  readonly previous_dates: readonly Day[];
  readonly start_time: string | null;
  readonly end_time: string | null;
  readonly time_derived: boolean;
  readonly time_approximate: boolean;
  readonly duration_min: number | null;
  readonly duration_source: 'hours' | 'typed' | null;
  readonly unit_count: number | null;
  readonly unit_duration_min: number | null;
  readonly registered_count: number | null;
  readonly registered_approximate: boolean;
  readonly attendance_count: number | null;
  readonly attendance_approximate: boolean;
  readonly women_count: number | null;
  readonly women_approximate: boolean;
  readonly organisations: readonly {
    readonly raw: string;
    readonly match: string | null;
    readonly organisation_id: string | null;
  }[];
  readonly organisations_unnamed: number;
  readonly organisations_open_list: boolean;
  readonly place: string | null;
  readonly status: SessionStatus;
  readonly notes: readonly string[];
  readonly custom: Readonly<Record<string, Json>>;
}

/** A person of an attendance sheet. */
export interface AttendanceRecord extends Sourced {
  readonly rank: number | null;
  readonly last_name: string | null;
  readonly first_name: string | null;
  readonly organisation: string | null;
  readonly organisation_id: string | null;
  readonly organisation_raw: string | null;
  readonly network: string | null;
  readonly role: string | null;
  readonly signature: string | null;
  readonly attendance_status: 'registered' | 'present' | 'excused' | 'absent';
  readonly named: boolean;
  readonly duplicate_of_rank: number | null;
  readonly custom?: Readonly<Record<string, Json>>;
}

/** An entry of the ledger. */
export interface EntryRecord extends Sourced {
  readonly date: PreciseDate | null;
  readonly date_derived: boolean;
  readonly label: string | null;
  readonly debit_cents: number | null;
  readonly credit_cents: number | null;
  readonly category: string | null;
  readonly account_code: string | null;
  readonly project: string | null;
  readonly balance_cents: number | null;
  readonly custom: Readonly<Record<string, Json>>;
  readonly duplicate_of_row?: number;
}

/** A record of any kind. */
export type ReadingRecord = MemberRecord | SpaceRecord | BudgetRecord | SessionRecord | AttendanceRecord | EntryRecord;
