/** One row of the members' tab, read field by field. */
import { readAffiliation } from './affiliation.ts';
import { customOf, type FieldCell, fieldCell, fieldCells, quoteOf, sourceRaw, textOf } from './cells.ts';
import { readOrganisationName } from './organisation-name.ts';
import type { ProblemKind } from './problem-kinds.ts';
import { spaceHints } from './space-hints.ts';
import { readRowDate, type Seasons } from './tab-year.ts';
import type { Affiliation, Finding, Frame, FrameRow, Json, MemberRecord, PreciseDate, ReadContext } from './types.ts';
import { readActivities } from './values/activity.ts';
import { isImplausible } from './values/date.ts';
import { readEmails } from './values/email.ts';
import { paymentMethod, readMoney } from './values/money.ts';
import { readPeople } from './values/people.ts';
import { readPhones } from './values/phone.ts';
import { placeAlias } from './values/place.ts';
import { clean, saysUnknown } from './values/text.ts';
import { readPaid } from './values/yes-no.ts';

/** What reading one row gives. */
export interface ReadMember {
  /** The record before organisations are told apart: without an id, a duplicate of nothing. */
  readonly draft: MemberRecord;
  readonly findings: readonly Finding[];
}

/** What a row is read against. */
export interface MemberContext extends ReadContext {
  readonly frame: Frame;
  readonly seasons: Seasons;
  /** The start of the record above, which « idem » repeats. */
  readonly above: PreciseDate | null;
}

// The start and the category tell by themselves when they are not known.
const UNKNOWABLE = ['contact_person', 'email', 'phone', 'activity', 'fee_paid', 'fee_amount', 'space'] as const;

type Part<K extends keyof MemberRecord> = Pick<MemberRecord, K> & { readonly findings: readonly Finding[] };

/** Reads a row: what cannot be read is kept as typed and listed. */
export function readMember(row: FrameRow, context: MemberContext): ReadMember {
  const { frame } = context;
  const name = readName(row, frame);
  const people = readContacts(row, frame);
  const contacts = readAddresses(row, frame);
  const belonging = readBelonging(row, frame);
  const activity = readActivities(fieldCell(frame, row, 'activity')?.cell.shown ?? null);
  const start = readStart(row, context);
  const fee = readFee(row, frame);
  const remarks = readRemarks(row, frame);
  const parts = [name, people, contacts, belonging, start, fee, remarks];
  return {
    draft: {
      source_tab: frame.source.title,
      source_row: row.row,
      organisation_id: '',
      organisation: name.organisation,
      former_names: name.former_names,
      people: people.people,
      emails: contacts.emails,
      phones: contacts.phones,
      affiliation: belonging.affiliation,
      affiliation_source: belonging.affiliation_source,
      activities: activity.activities,
      activity_other: activity.other,
      start: start.start,
      fee_paid: fee.fee_paid,
      fee_amount_cents: fee.fee_amount_cents,
      payment_method: fee.payment_method,
      space_hints: [...new Set([...belonging.space_hints, ...remarks.space_hints])],
      notes: remarks.notes,
      custom: customOf(frame, row),
      source_raw: sourceRaw(row),
      duplicate_of_row: null,
    },
    findings: [...parts.flatMap(({ findings }) => findings), ...unknowns(row, frame)],
  };
}

function unknowns(row: FrameRow, frame: Frame): readonly Finding[] {
  const findings: Finding[] = [];
  for (const field of UNKNOWABLE) {
    for (const cell of fieldCells(frame, row, field)) {
      if (saysUnknown(textOf(cell.cell))) findings.push(finding(cell, 'explicit_unknown'));
    }
  }
  return findings;
}

function finding(
  at: FieldCell,
  kind: ProblemKind,
  details?: Readonly<Record<string, Json>>,
  raw: Finding['raw'] = quoteOf(at.cell),
): Finding {
  return { row: at.row, column: at.column, kind, raw, ...(details === undefined ? {} : { details }) };
}

function readName(row: FrameRow, frame: Frame): Part<'organisation' | 'former_names'> {
  const cell = fieldCell(frame, row, 'organisation');
  const { name, former } = readOrganisationName(textOf(cell?.cell));
  return { organisation: name, former_names: former, findings: [] };
}

function readContacts(row: FrameRow, frame: Frame): Part<'people'> {
  const cells = fieldCells(frame, row, 'contact_person');
  const first = clean(textOf(fieldCell(frame, row, 'first_name')?.cell));
  const readings = cells.map((cell) => ({ cell, ...readPeople(cell.cell.shown) }));
  const named = readings.flatMap(({ people }) => people);
  const [only] = named;
  const people =
    first !== '' && named.length <= 1 ? [{ name: clean(`${first} ${only === undefined ? '' : only.name}`) }] : named;
  const findings = readings.filter(({ toConfirm }) => toConfirm).map(({ cell }) => finding(cell, 'people_to_confirm'));
  return { people, findings };
}

function readAddresses(row: FrameRow, frame: Frame): Part<'emails' | 'phones'> {
  const findings: Finding[] = [];
  const emails = fieldCells(frame, row, 'email').flatMap((cell) => {
    const found = readEmails(cell.cell.shown);
    for (const { valid, raw } of found)
      if (!valid) findings.push(finding(cell, 'invalid_email', undefined, raw ?? null));
    return found;
  });
  const phones = fieldCells(frame, row, 'phone').flatMap((cell) => {
    const found = readPhones(cell.cell.shown);
    for (const { problem, raw } of found) if (problem !== null) findings.push(finding(cell, problem, undefined, raw));
    return found.map(({ phone }) => phone);
  });
  return { emails, phones, findings };
}

function readBelonging(row: FrameRow, frame: Frame): Part<'affiliation' | 'affiliation_source' | 'space_hints'> {
  const section = row.section === null ? null : readAffiliation(row.section.text);
  const cell = fieldCell(frame, row, 'affiliation');
  const said = cell === undefined ? null : readAffiliation(textOf(cell.cell));
  const space_hints = cell === undefined ? [] : spaceHints(textOf(cell.cell));
  if (said === null || cell === undefined) {
    const findings = cell === undefined ? [] : unreadAffiliation(cell, section);
    return { affiliation: section, affiliation_source: section === null ? null : 'section', space_hints, findings };
  }
  const isConflict = section !== null && section !== said;
  const findings = isConflict
    ? [finding(cell, 'affiliation_conflict', { section_affiliation: section, kept: said })]
    : [];
  return { affiliation: said, affiliation_source: 'cell', space_hints, findings };
}

function unreadAffiliation(cell: FieldCell, kept: Affiliation | null): readonly Finding[] {
  if (saysUnknown(textOf(cell.cell))) return [finding(cell, 'explicit_unknown')];
  return [finding(cell, 'affiliation_unknown', { kept })];
}

function readStart(row: FrameRow, context: MemberContext): Part<'start'> {
  const cell = fieldCell(context.frame, row, 'start');
  if (cell === undefined) return { start: null, findings: [] };
  const reading = readRowDate(cell.cell, row, context.seasons);
  switch (reading.state) {
    case 'empty':
      return { start: null, findings: [] };
    case 'unknown':
      return { start: null, findings: [finding(cell, 'explicit_unknown')] };
    case 'invalid':
      return { start: null, findings: [finding(cell, 'invalid_date')] };
    case 'same':
      return { start: context.above, findings: [finding(cell, 'derived_from_above')] };
    case 'date':
    case 'range':
    case 'moved': {
      const findings = isImplausible(reading.date, context.today) ? [finding(cell, 'implausible_date')] : [];
      return { start: reading.date, findings };
    }
  }
}

function readFee(row: FrameRow, frame: Frame): Part<'fee_paid' | 'fee_amount_cents' | 'payment_method'> {
  const cell = fieldCell(frame, row, 'fee_paid');
  const amount = readMoney(fieldCell(frame, row, 'fee_amount')?.cell.shown ?? null);
  const method = paymentMethod(textOf(fieldCell(frame, row, 'payment_method')?.cell));
  const paid = readPaid(cell?.cell.shown ?? null, cell?.cell.temporal);
  const known = {
    fee_paid: paid.value,
    fee_amount_cents: paid.cents ?? (amount.state === 'amount' ? amount.cents : null),
    payment_method: paid.method ?? method,
  };
  if (cell === undefined) return { ...known, findings: [] };
  if (saysUnknown(textOf(cell.cell))) return { ...known, findings: [finding(cell, 'explicit_unknown')] };
  const isError = typeof cell.cell.shown === 'object';
  return { ...known, findings: paid.readable || isError ? [] : [finding(cell, 'unreadable_yes_no')] };
}

function readRemarks(row: FrameRow, frame: Frame): Part<'notes' | 'space_hints'> {
  const cells = fieldCells(frame, row, 'notes').filter(({ cell }) => typeof cell.shown !== 'object');
  const typed = cells.map(({ cell }) => clean(textOf(cell)));
  const attached = row.cells.flatMap((cell) => (cell?.note === undefined ? [] : [clean(cell.note)]));
  const findings = cells.flatMap((cell) => {
    const canonical = placeAlias(textOf(cell.cell));
    return canonical === null ? [] : [finding(cell, 'place_alias', { canonical })];
  });
  const spaces = fieldCells(frame, row, 'space').map(({ cell }) => clean(textOf(cell)));
  return {
    notes: [...typed, ...attached].filter((text) => text !== ''),
    space_hints: [...spaces.flatMap(hintOfCell), ...typed.flatMap(spaceHints)],
    findings,
  };
}

function hintOfCell(text: string): readonly string[] {
  const found = spaceHints(text);
  return found.length === 0 && /^\d{1,3}$/u.test(text) ? [String(Number(text))] : found;
}
