/** From a reading to units: every source row with the drafts of the records that it becomes. */
import { digestOf } from '../digest.ts';
import { fold } from '../reading/values/text.ts';
import type { SourceTab } from '../reading/source.ts';
import type {
  AttendanceRecord,
  BudgetRecord,
  EntryRecord,
  MemberRecord,
  Reading,
  ReadingRecord,
  SessionRecord,
  SpaceRecord,
  TabReading,
} from '../reading/types.ts';
import { budgetDrafts } from './draft-budget.ts';
import { entryDraft } from './draft-entries.ts';
import { memberDrafts } from './draft-members.ts';
import { programmeDrafts } from './draft-programmes.ts';
import { attendanceDraft, sessionDrafts, sessionLabel } from './draft-sessions.ts';
import { spaceDrafts } from './draft-spaces.ts';
import { handleOf, rawText } from './draft.ts';
import type { Draft, Handle, Unit } from './draft.ts';
import { tabContext } from './tab-context.ts';
import type { TabContext } from './tab-context.ts';

/** The units of a reading, tab by tab, in the order of their rows; programmes come last, as one unit per programme. */
export function unitsOf(reading: Reading, sources: readonly SourceTab[]): Unit[] {
  const members = memberHandles(reading);
  const sessions = sessionTitles(reading);
  const tabs = reading.tabs.flatMap((tab) => {
    const link = tab.session_link ? handleOf(tab.session_link.tab, tab.session_link.row, 'session') : null;
    const context = tabContext({
      reading: tab,
      source: sources.find(({ title }) => title === tab.name),
      year: reading.context.year,
      memberOf: (organisation) => (organisation === null ? null : (members.get(organisation) ?? null)),
      session: { link, title: link === null ? titleOf(tab) : (sessions.get(link) ?? titleOf(tab)) },
    });
    return unitsOfTab(tab, draftsOf(tab, context));
  });
  const programmes = programmeDrafts(reading).map((draft): Unit => ({
    tab: draft.tab,
    row: null,
    raw: draft.key,
    setting: '',
    key: draft.key,
    drafts: [draft],
  }));
  return [...tabs, ...programmes];
}

/** The member that is kept for each organisation's label. */
export function memberHandles(reading: Reading): ReadonlyMap<string, Handle> {
  const handles = new Map<string, Handle>();
  for (const tab of reading.tabs) {
    if (tab.kind !== 'members') continue;
    for (const record of tab.records as readonly MemberRecord[]) {
      const isKept = record.duplicate_of_row === null;
      if (isKept || !handles.has(record.organisation_id)) {
        handles.set(record.organisation_id, handleOf(record.source_tab, record.source_row, 'member'));
      }
    }
  }
  return handles;
}

// The readers give each kind its own records: what a tab's kind says holds for all of them.
function draftsOf(tab: TabReading, context: TabContext): Draft[] {
  switch (tab.kind) {
    case 'members':
      return (tab.records as readonly MemberRecord[]).flatMap((record) => memberDrafts(record, context));
    case 'spaces':
      return (tab.records as readonly SpaceRecord[]).flatMap((record) => spaceDrafts(record, context));
    case 'budget':
      return budgetDrafts(tab.records as readonly BudgetRecord[], context);
    case 'sessions':
      return (tab.records as readonly SessionRecord[]).flatMap((record) => sessionDrafts(record, context));
    case 'attendance_sheet':
      return (tab.records as readonly AttendanceRecord[]).map((record) => attendanceDraft(record, context));
    case 'actuals':
      return (tab.records as readonly EntryRecord[]).map((record) => entryDraft(record, context));
    case 'unknown':
    case 'empty':
      return [];
  }
}

function unitsOfTab(tab: TabReading, drafts: readonly Draft[]): Unit[] {
  const raws = new Map<number, ReadingRecord>();
  for (const record of tab.records) if (!raws.has(record.source_row)) raws.set(record.source_row, record);
  const byRow = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const row = draft.row ?? 0;
    const list = byRow.get(row);
    if (list) list.push(draft);
    else byRow.set(row, [draft]);
  }
  const columns = tab.columns.map(({ column, field, custom }) => [column, field, custom]);
  const sections = [...(tab.sections ?? [])].sort((a, b) => a.row - b.row);
  const settingOf = (section: string | null) => digestOf([tab.kind, section, columns]).slice(-8);
  let section = 0;
  let setting = settingOf(null);
  return [...byRow.entries()]
    .sort(([a], [b]) => a - b)
    .map(([row, list]) => {
      for (let next = sections[section]; next !== undefined && next.row < row; next = sections[section]) {
        setting = settingOf(next.text);
        section += 1;
      }
      const raw = raws.get(row)?.source_raw ?? {};
      return {
        tab: tab.name,
        row,
        raw: rawText(raw),
        setting,
        key: list[0]?.key ?? '',
        drafts: list,
      };
    });
}

function sessionTitles(reading: Reading): ReadonlyMap<Handle, string> {
  return new Map(
    reading.tabs.flatMap((tab) =>
      tab.kind === 'sessions'
        ? (tab.records as readonly SessionRecord[]).map(
            (record) => [handleOf(record.source_tab, record.source_row, 'session'), sessionLabel(record)] as const,
          )
        : [],
    ),
  );
}

function titleOf(tab: TabReading): string | null {
  const title = tab.metadata['title'];
  return tab.kind !== 'attendance_sheet'
    ? null
    : typeof title === 'string'
      ? title
      : fold(tab.name) === ''
        ? null
        : tab.name;
}
