/** The kinds of problems that a reading may find, how much each matters, and what it means. */
import type { Severity } from '../problem.ts';

/** The kinds printed with every reading, found or not. */
export const USUAL_KINDS = {
  affiliation_conflict: {
    severity: 'warning',
    meaning: 'the row says one affiliation, its section another; the row wins',
  },
  affiliation_space_mismatch: {
    severity: 'info',
    meaning: 'cross-tab: the occupant is not listed with the affiliation this kind of space implies',
  },
  approximate_number: { severity: 'info', meaning: 'a number written as an estimate (~, env., ≈)' },
  category_missing: { severity: 'info', meaning: 'an entry without category' },
  category_unknown: { severity: 'warning', meaning: 'a category that matches no budget account' },
  combined_accounts: {
    severity: 'info',
    meaning: 'one budget line for several accounts, without components: kept whole',
  },
  derived_from_above: { severity: 'info', meaning: 'value copied from the row above (idem, id.)' },
  dot_thousands: {
    severity: 'info',
    meaning: 'a dot followed by three digits read as thousands; flagged once per tab',
  },
  duplicate_row: { severity: 'warning', meaning: 'probable duplicate of another row; proposed, never merged alone' },
  duration_mismatch: { severity: 'warning', meaning: 'typed duration differs from start/end; hours win' },
  end_of_stay: { severity: 'warning', meaning: 'the 36-month maximum falls within six months of the reference date' },
  error_cell: { severity: 'error', meaning: 'spreadsheet error value' },
  explicit_unknown: { severity: 'info', meaning: 'the cell says it is not known (?)' },
  implausible_date: { severity: 'warning', meaning: 'a valid date that cannot be true (far future)' },
  invalid_date: { severity: 'error', meaning: 'not a date; raw text kept' },
  invalid_email: { severity: 'error', meaning: 'not an address; raw text kept' },
  invalid_phone: { severity: 'error', meaning: 'not a phone number; raw text kept' },
  money_with_text: { severity: 'warning', meaning: 'an amount followed by words that change its meaning' },
  negative_amount: { severity: 'info', meaning: 'a negative amount in a debit or credit column' },
  non_member: { severity: 'info', meaning: 'a person from a partner network or unknown organisation' },
  note_to_check: { severity: 'info', meaning: 'a cell note that asks for a check' },
  number_in_words: { severity: 'info', meaning: 'a number written in words' },
  organisation_not_found: {
    severity: 'warning',
    meaning: 'a name that matches no member (with a proposal where there is one)',
  },
  over_36_months: { severity: 'warning', meaning: 'the 36-month maximum is past at the reference date' },
  people_to_confirm: { severity: 'info', meaning: 'one cell seems to name several people' },
  person_without_name: { severity: 'info', meaning: 'a head count without a name' },
  phone_incomplete: { severity: 'error', meaning: 'too few digits; raw text kept' },
  phone_lost_zero: { severity: 'warning', meaning: 'nine-digit number; leading zero proposed' },
  place_alias: { severity: 'info', meaning: 'other spelling of a known place; quoted text is not changed' },
  planned_end_after_max: { severity: 'warning', meaning: 'planned end later than start + 36 months' },
  range_expanded: { severity: 'info', meaning: 'one row stands for several spaces' },
  session_cancelled: { severity: 'info', meaning: 'session marked as cancelled' },
  session_moved: { severity: 'info', meaning: 'session moved; the old date goes to its history' },
  shared_space: { severity: 'info', meaning: 'one space, several occupants: equal shares proposed, fee kept once' },
  side_mismatch: { severity: 'warning', meaning: 'an income category in the debit column, or the reverse' },
  space_conflict: {
    severity: 'warning',
    meaning: 'cross-tab: two tabs place the same organisation in different spaces',
  },
  stray_amount: { severity: 'info', meaning: 'label and amount in a cell outside the table' },
  total_mismatch: { severity: 'warning', meaning: 'declared total differs from the computed one' },
  unreadable_yes_no: { severity: 'warning', meaning: 'neither yes, no nor an amount' },
  withdrawal: { severity: 'info', meaning: 'a registered person withdrew' },
} as const satisfies Record<string, { severity: Severity; meaning: string }>;

/** Rarer kinds, printed when found. */
export const RARE_KINDS = {
  affiliation_unknown: { severity: 'warning', meaning: 'a word that names no membership category; the section counts' },
  ambiguous_amount: { severity: 'warning', meaning: 'a comma followed by three digits read as thousands' },
  bare_serial: { severity: 'warning', meaning: 'a bare number read as a date' },
  organisation_missing: { severity: 'error', meaning: 'a member row without the name of its organisation' },
} as const satisfies Record<string, { severity: Severity; meaning: string }>;

/** Severity and meaning by kind. */
export const PROBLEM_KINDS = { ...USUAL_KINDS, ...RARE_KINDS };

/** An identifier of the tables above. */
export type ProblemKind = keyof typeof PROBLEM_KINDS;
