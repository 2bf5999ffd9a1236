/** What sessions and attendance sheets become: sessions, and who was there. */
import type { AttendanceRecord, SessionRecord } from '../reading/types.ts';
import { registrationTable } from '../tables/registration.ts';
import { sessionTable } from '../tables/session.ts';
import { frenchDay } from '../day.ts';
import { dateValue, handleOf, joined } from './draft.ts';
import type { Draft } from './draft.ts';
import { fold } from '../reading/values/text.ts';
import { sourceFields } from './tab-context.ts';
import type { TabContext } from './tab-context.ts';

/** The drafts of one session: the session, and one registration per organisation that is named. */
export function sessionDrafts(record: SessionRecord, context: TabContext): Draft[] {
  const { source_tab: tab, source_row: row } = record;
  const session: Draft = {
    tab,
    row,
    handle: handleOf(tab, row, 'session'),
    table: sessionTable,
    part: 'session',
    key: fold(`${record.title ?? ''} ${record.date?.value ?? ''}`),
    links: {},
    own: context.own(record.custom, row),
    fields: sessionFields(record, context),
  };
  return [session, ...record.organisations.map((_, index) => organisationDraft(record, index, context))];
}

/** The draft of one line of an attendance sheet, linked to its session when there is one. */
export function attendanceDraft(record: AttendanceRecord, context: TabContext): Draft {
  const { source_tab: tab, source_row: row } = record;
  const member = context.memberOf(record.organisation_id);
  const { link, title } = context.session;
  return {
    tab,
    row,
    handle: handleOf(tab, row, 'registration'),
    table: registrationTable,
    part: 'registration',
    key: fold(`${record.last_name ?? ''} ${record.first_name ?? ''} ${record.organisation ?? ''}`),
    links: { ...(link === null ? {} : { session: link }), ...(member === null ? {} : { member }) },
    own: context.own(record.custom, row),
    fields: {
      session_title: title,
      last_name: record.last_name,
      first_name: record.first_name,
      organisation: record.organisation ?? record.organisation_raw,
      network: record.network,
      role: record.role,
      status: record.attendance_status,
      signature: record.signature,
      rank: record.rank,
      notes: record.named ? null : context.text(row, 'last_name'),
      source_look: context.look(row),
      ...sourceFields(record),
    },
  };
}

function organisationDraft(record: SessionRecord, index: number, context: TabContext): Draft {
  const { source_tab: tab, source_row: row } = record;
  const organisation = record.organisations[index];
  const member = context.memberOf(organisation?.organisation_id ?? null);
  const name = organisation?.match ?? organisation?.raw ?? '';
  return {
    tab,
    row,
    handle: handleOf(tab, row, `organisation:${String(index)}`),
    table: registrationTable,
    part: `organisation:${String(index)}`,
    key: fold(name),
    links: { session: handleOf(tab, row, 'session'), ...(member === null ? {} : { member }) },
    own: {},
    fields: {
      session_title: sessionLabel(record),
      organisation: name,
      status: record.status === 'held' ? 'present' : 'registered',
      source_tab: tab,
      source_row: row,
    },
  };
}

/** The session's title with its day, as a registration names it. */
export function sessionLabel(record: SessionRecord): string {
  const { title, date } = record;
  const day = date?.precision === 'day' ? ` (${frenchDay(date.value)})` : '';
  return `${title ?? 'Séance'}${day}`;
}

function sessionFields(record: SessionRecord, context: TabContext): Draft['fields'] {
  const approximate = [
    record.registered_approximate ? 'inscrits' : null,
    record.attendance_approximate ? 'présents' : null,
    record.women_approximate ? 'femmes' : null,
    record.time_approximate ? 'horaire' : null,
  ].filter((word) => word !== null);
  return {
    date: dateValue(record.date),
    end_date: dateValue(record.date_end),
    start_time: record.start_time,
    end_time: record.end_time,
    title: record.title,
    programme: record.programme,
    provider: record.provider,
    place: record.place,
    status: record.status,
    registered: record.registered_count,
    attended: record.attendance_count,
    women: record.women_count,
    approximate,
    duration: record.duration_min,
    unit_count: record.unit_count,
    unit_duration: record.unit_duration_min,
    organisations: record.organisations.map(({ match, raw }) => match ?? raw),
    organisations_unnamed: record.organisations_unnamed > 0 ? record.organisations_unnamed : null,
    open_list: record.organisations_open_list ? true : null,
    previous_dates: record.previous_dates.map(frenchDay),
    notes: joined(record.notes),
    source_look: context.look(record.source_row),
    source_tab: record.source_tab,
    source_row: record.source_row,
  };
}
