/** Reading the coordinator's tabs: what each is, its records, its problems, what they say together. */
import type { Day } from '../day.ts';
import { readActuals } from './actuals.ts';
import { associationIn } from './association.ts';
import { readAttendanceSheet } from './attendance-sheet.ts';
import { readBudget } from './budget.ts';
import { errorFindings } from './controls.ts';
import { crossCheck, type ReadTab } from './cross-checks.ts';
import { EMPTY_DIRECTORY } from './directory.ts';
import { doubtFindings } from './doubts.ts';
import { ENUMS } from './enums.ts';
import { frameTab } from './frame.ts';
import { leftAloneReason } from './kind.ts';
import { readMemberTabs } from './members.ts';
import { describe } from './messages.ts';
import { PROBLEM_KINDS, RARE_KINDS, USUAL_KINDS } from './problem-kinds.ts';
import { readSessions } from './sessions.ts';
import type { SourceTab } from './source.ts';
import { readSpaces } from './spaces.ts';
import type {
  Choices,
  Content,
  Directory,
  Finding,
  Frame,
  Metadata,
  ReadContext,
  Reading,
  ReadingProblem,
  TabExplanation,
  TabReading,
} from './types.ts';
import { workbookTotals } from './workbook-totals.ts';

/** What a reading needs besides the tabs. */
export interface ReadingOptions {
  /** The name of the file or spreadsheet. */
  readonly workbook: string;
  readonly today: Day;
  readonly dateSystem?: 1900 | 1904;
  readonly choices?: Choices;
}

/** A reading with what the person who decides is shown beside it. */
export interface ExplainedReading {
  readonly reading: Reading;
  readonly explanations: readonly TabExplanation[];
  readonly frames: readonly Frame[];
}

const NO_CONTENT: Content = { records: [], findings: [], controls: [], totals: {} };

/** Reads all the tabs; whatever they hold, it never throws: what cannot be read becomes a problem. */
export function readWorkbook(tabs: readonly SourceTab[], options: ReadingOptions): ExplainedReading {
  const frames = tabs.map((tab) => frameTab(tab, options.choices ?? {}));
  const year = yearOfAll(frames, options.today);
  const read = readTabs(frames, { year, today: options.today, directory: EMPTY_DIRECTORY });
  const cross = crossCheck(read);
  const readings = read.map(({ frame, content }) => {
    const link = cross.links.get(frame.source.title);
    const linked: Content =
      link === undefined
        ? content
        : { ...content, session_link: link.session_link, controls: [...content.controls, ...link.controls] };
    const further = cross.findings.get(frame.source.title) ?? [];
    return tabReading(frame, { ...linked, findings: [...linked.findings, ...further] }, year);
  });
  const association = associationIn(options.workbook, [
    ...frames.flatMap(({ above, source }) => [above.at(0)?.text ?? '', source.title]),
  ]);
  return {
    reading: {
      schema: 1,
      workbook: options.workbook,
      synthetic: isSynthetic(readings),
      context: {
        association,
        year,
        locale: 'fr_FR',
        time_zone: 'Europe/Paris',
        reference_date: options.today,
        date_system: options.dateSystem ?? 1900,
      },
      enums: ENUMS,
      problem_kinds: kindsOf(readings),
      totals: workbookTotals(readings),
      cross_checks: cross.cross_checks,
      tabs: readings,
    },
    explanations: frames.map(({ explanation }) => explanation),
    frames,
  };
}

function yearOfAll(frames: readonly Frame[], today: Day): number {
  const counts = new Map<number, number>();
  for (const { metadata } of frames) {
    const year = metadata['year'];
    if (typeof year === 'number') counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best?.[0] ?? Number(today.slice(0, 4));
}

function readTabs(frames: readonly Frame[], context: ReadContext): readonly ReadTab[] {
  const contextOf = (frame: Frame, directory: Directory): ReadContext => ({
    ...context,
    year: typeof frame.metadata['year'] === 'number' ? frame.metadata['year'] : context.year,
    directory,
  });
  const memberFrames = frames.filter(({ kind }) => kind === 'members');
  const members = readMemberTabs(memberFrames, (frame) => contextOf(frame, EMPTY_DIRECTORY));
  return frames.map((frame) => {
    const position = memberFrames.indexOf(frame);
    const content =
      position >= 0 ? (members.contents[position] ?? NO_CONTENT) : readOne(frame, contextOf(frame, members.directory));
    return { frame, content };
  });
}

function readOne(frame: Frame, context: ReadContext): Content {
  switch (frame.kind) {
    case 'spaces':
      return readSpaces(frame, context);
    case 'budget':
      return readBudget(frame);
    case 'sessions':
      return readSessions(frame, context);
    case 'attendance_sheet':
      return readAttendanceSheet(frame, context);
    case 'actuals':
      return readActuals(frame, context);
    case 'members':
    case 'unknown':
    case 'empty':
      return NO_CONTENT;
  }
}

function tabReading(frame: Frame, content: Content, year: number): TabReading {
  const isAdopted = frame.kind !== 'unknown' && frame.kind !== 'empty';
  const { findings, metadata, ...read } = content;
  const all = isAdopted ? [...findings, ...errorFindings(frame), ...doubtFindings(frame)] : findings;
  return {
    name: frame.source.title,
    state: frame.source.hidden ? 'hidden' : 'visible',
    kind: frame.kind,
    metadata: metadataOf(frame, metadata, year),
    header_rows: frame.header_rows,
    columns: frame.columns,
    counts: frame.counts,
    rows: frame.rows,
    data_rows: frame.data_rows,
    cells: frame.cells,
    formats: frame.formats,
    ...read,
    problems: problemsOf(frame.source.title, all),
    ...(isAdopted ? {} : leftAlone(frame)),
  };
}

function metadataOf(frame: Frame, own: Metadata | undefined, year: number): Metadata {
  if (frame.kind === 'unknown' || frame.kind === 'empty') return { ...frame.metadata, ...own };
  if (frame.kind !== 'attendance_sheet') return { year, ...frame.metadata, ...own };
  // A sheet of one session says its day, not a year.
  const said = Object.entries(frame.metadata).filter(([key]) => key !== 'year');
  return { ...Object.fromEntries(said), ...own };
}

function leftAlone(frame: Frame): { left_alone: true; reason?: string } {
  if (frame.kind === 'empty') return { left_alone: true };
  if (frame.source.hidden) return { left_alone: true, reason: 'hidden tab' };
  const fields = frame.explanation.columns.flatMap(({ contact }) => (contact === undefined ? [] : [contact]));
  return { left_alone: true, reason: leftAloneReason(fields) };
}

function problemsOf(tab: string, findings: readonly Finding[]): readonly ReadingProblem[] {
  const seen = new Set<string>();
  return findings
    .flatMap((finding): ReadingProblem[] => {
      const { row, column, kind, raw, details } = finding;
      const key = JSON.stringify([row, column, kind, raw, details]);
      if (seen.has(key)) return [];
      seen.add(key);
      const { severity } = PROBLEM_KINDS[kind];
      const problem = { tab, row, column, kind, raw, ...details, severity, message: '' };
      problem.message = describe(problem);
      return [problem];
    })
    .sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || order(a.column) - order(b.column) || a.kind.localeCompare(b.kind));
}

function order(column: string | null): number {
  return column === null ? -1 : [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function kindsOf(readings: readonly TabReading[]): Reading['problem_kinds'] {
  const found = new Set(readings.flatMap(({ problems }) => problems.map(({ kind }) => kind)));
  return { ...USUAL_KINDS, ...Object.fromEntries(Object.entries(RARE_KINDS).filter(([kind]) => found.has(kind))) };
}

// Addresses that end in « .example » are reserved: nobody has one.
function isSynthetic(readings: readonly TabReading[]): boolean {
  const emails = readings.flatMap(({ records }) =>
    records.flatMap((record) => ('emails' in record ? record.emails.flatMap(({ value }) => value ?? []) : [])),
  );
  return (
    emails.length > 0 && emails.every((email) => /\.(?:example|invalid|test)$|@example\.(?:com|net|org)$/u.test(email))
  );
}
