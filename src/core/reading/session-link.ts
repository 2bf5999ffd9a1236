/** Attendance sheets found again among the sessions that were written down. */
import type { Content, Control, Frame, SessionRecord } from './types.ts';

/** What an attendance sheet gains from the sessions' tabs. */
export interface SessionLink {
  readonly session_link: { readonly tab: string; readonly row: number } | null;
  readonly controls: readonly Control[];
}

type Tab = { readonly frame: Frame; readonly content: Content };

/** The session of each attendance sheet, by the sheet's title: same day and programme, or the only one of that day. */
export function linkSheets(tabs: readonly Tab[]): ReadonlyMap<string, SessionLink> {
  const sessions = tabs.flatMap(({ content }) => content.records.filter(isSession));
  const sheets = tabs.filter(({ frame }) => frame.kind === 'attendance_sheet');
  return new Map(sheets.map((sheet) => [sheet.frame.source.title, linkOf(sheet, sessions)]));
}

function linkOf({ content }: Tab, sessions: readonly SessionRecord[]): SessionLink {
  const session = sessionOf(content, sessions);
  if (session === null) return { session_link: null, controls: [] };
  const { source_tab, source_row, registered_count } = session;
  const computed = content.totals['registered'];
  const control: readonly Control[] =
    registered_count === null || typeof computed !== 'number'
      ? []
      : [
          {
            row: null,
            column: null,
            label: `Inscrits (${source_tab}, ligne ${String(source_row)})`,
            what: 'count',
            declared: registered_count,
            declared_raw: registered_count,
            ...(session.registered_approximate ? { approximate: true as const } : {}),
            computed,
            matches: registered_count === computed,
          },
        ];
  return { session_link: { tab: source_tab, row: source_row }, controls: control };
}

function sessionOf({ metadata }: Content, sessions: readonly SessionRecord[]): SessionRecord | null {
  const date = metadata?.['date'];
  const day = typeof date === 'object' && date !== null && 'value' in date ? date['value'] : undefined;
  const programme = metadata?.['programme'];
  if (typeof day !== 'string') return null;
  const sameDay = sessions.filter((session) => session.date?.value === day);
  const same = sameDay.filter((session) => session.programme !== null && session.programme === programme);
  const [found, other] = same.length > 0 ? same : sameDay;
  return found !== undefined && (other === undefined || same.length > 0) ? found : null;
}

function isSession(record: Content['records'][number]): record is SessionRecord {
  return 'registered_count' in record;
}
