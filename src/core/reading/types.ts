/** What a reading of the coordinator's tabs is made of: the shape printed by `read --json` and used by adoption. */
import type { Day } from '../day.ts';
import type { Problem, Severity } from '../problem.ts';
import type { SourceCell, SourceTab } from './source.ts';
import type { ProblemKind } from './problem-kinds.ts';
import type { Affiliation, Json, PreciseDate, ReadingRecord, Side } from './records.ts';

export type * from './records.ts';

/** What a tab was recognised as. */
export type Kind = 'members' | 'spaces' | 'budget' | 'sessions' | 'attendance_sheet' | 'actuals' | 'unknown' | 'empty';

/** The kinds that become records. */
export type AdoptedKind = Exclude<Kind, 'unknown' | 'empty'>;

/** What a row of a tab is. */
export type RowClass =
  | 'title'
  | 'metadata'
  | 'header'
  | 'section'
  | 'data'
  | 'continuation'
  | 'total'
  | 'note'
  | 'repeated_header'
  | 'blank';

/** One column of a source tab and what it is read as; `custom` = kept as a column of hers. */
export interface Column {
  readonly column: string;
  readonly header: string | null;
  readonly field: string | null;
  readonly side?: Side;
  readonly custom?: string;
}

/** How a column was understood, for the person who decides. */
export interface ColumnExplanation {
  readonly column: string;
  readonly header: string | null;
  readonly field: string | null;
  readonly confidence: 'certain' | 'probable' | 'doubtful';
  /** Up to three values as shown in the tab. */
  readonly samples: readonly string[];
  /** Fields that the header could as well stand for; a question when not empty. */
  readonly alternatives: readonly string[];
  /** What the column is in a tab that is left alone, when that is an address or a number. */
  readonly contact?: 'email' | 'phone';
}

/** Why a tab was recognised as its kind, in French, and how sure it is. */
export interface TabExplanation {
  readonly tab: string;
  readonly kind: Kind;
  readonly reason: string;
  readonly confidence: 'certain' | 'probable' | 'doubtful';
  readonly columns: readonly ColumnExplanation[];
}

/** The coordinator's own decisions about a tab, which win over detection. */
export interface TabChoice {
  readonly kind?: Kind | 'skip';
  /** By column letters: a field of the kind, or "custom". */
  readonly columns?: Readonly<Record<string, string>>;
}

/** Decisions by tab title. */
export type Choices = Readonly<Record<string, TabChoice>>;

/** How many rows of each class a tab has. */
export type Counts = { readonly rows_used: number } & Readonly<Record<RowClass, number>>;

/** The numbers of the rows of each class but data, only the classes that occur. */
export type RowsByClass = Readonly<Partial<Record<Exclude<RowClass, 'data'>, readonly number[]>>>;

/** Non-empty cells, in all and by class of row: every one is accounted for once. */
export interface CellCounts {
  readonly non_empty: number;
  readonly by_row_class: Readonly<Partial<Record<RowClass, number>>>;
}

/** The look that carries meaning in a tab. */
export interface Formats {
  readonly colours: readonly { readonly colour: string; readonly argb: string; readonly cells: readonly string[] }[];
  readonly strikethrough: readonly string[];
  readonly notes: readonly { readonly cell: string; readonly text: string }[];
  readonly merges: readonly string[];
  readonly hidden_columns: readonly string[];
  readonly hidden_rows: readonly number[];
}

/** What was read above and around the table. */
export type Metadata = Readonly<Record<string, Json>>;

/** A section row: the text that speaks for the rows below, until the next section. */
export interface FrameSection {
  readonly row: number;
  readonly text: string;
}

/** A row with its cells by zero-based column; `row` is one-based. */
export interface FrameRow {
  readonly row: number;
  readonly cells: readonly (SourceCell | undefined)[];
  /** The section it stands in, `null` before the first one. */
  readonly section: FrameSection | null;
  /** The rows below without a key, which belong to this record. */
  readonly continuations: readonly FrameRow[];
}

/** All that is known of a tab before its records are read. */
export interface Frame {
  readonly source: SourceTab;
  readonly kind: Kind;
  readonly explanation: TabExplanation;
  /** `title`, `year` and `updated_on`, each only when found; readers add their own. */
  readonly metadata: Metadata;
  /** The texts of the title and metadata rows, in order. */
  readonly above: readonly FrameSection[];
  readonly header_rows: readonly number[];
  readonly columns: readonly Column[];
  readonly counts: Counts;
  readonly rows: RowsByClass;
  readonly data_rows: readonly number[];
  readonly cells: CellCounts;
  readonly formats: Formats;
  /** The records' rows in order, each with its section and continuations. */
  readonly data: readonly FrameRow[];
  readonly sections: readonly FrameSection[];
  readonly totals: readonly FrameRow[];
  readonly notes: readonly FrameRow[];
}

/** What to read against: the year and day of reference, who is known, what was decided. */
export interface ReadContext {
  readonly year: number;
  /** The day of reference. */
  readonly today: Day;
  /** Filled once members are read; empty before. */
  readonly directory: Directory;
}

/** An organisation of the members' tab, duplicates joined. */
export interface DirectoryEntry {
  readonly organisation_id: string;
  readonly organisation: string;
  readonly affiliation: Affiliation | null;
  /** Row of the member that is kept, and its tab. */
  readonly tab: string;
  readonly row: number;
  readonly people: readonly string[];
}

/** Who is known, with indexes to find them by any way of writing a name (see directory.ts). */
export interface Directory {
  readonly entries: readonly DirectoryEntry[];
  readonly byKey: ReadonlyMap<string, readonly DirectoryEntry[]>;
  readonly byWord: ReadonlyMap<string, readonly DirectoryEntry[]>;
  readonly byPersonWord: ReadonlyMap<string, readonly DirectoryEntry[]>;
  /** The words of each name that count in a comparison. */
  readonly wordsOf: ReadonlyMap<DirectoryEntry, readonly string[]>;
}

/** What a name was found to be: one organisation, or a proposal to confirm, or nothing. */
export interface OrganisationMatch {
  readonly match: DirectoryEntry | null;
  readonly proposal: DirectoryEntry | null;
}

/** A problem as readers make it; its tab, severity and message are added by the assembly. */
export interface Finding {
  readonly row: number | null;
  readonly column: string | null;
  readonly kind: ProblemKind;
  readonly raw: string | number | boolean | null;
  /** Further keys, printed beside the others ("of_row", "evidence", "cross_tab"…). */
  readonly details?: Readonly<Record<string, Json>>;
}

/** A problem without its sentence: what `describe` (messages.ts) is given. */
export type BareProblem = Omit<Problem, 'message'> & { readonly [key: string]: Json | undefined };

/** A problem as printed: its place, kind and severity, the details of its kind, its French sentence. */
export type ReadingProblem = Problem & { readonly [key: string]: Json | undefined };

/** A total written in the sheet against the computed one. */
export interface Control {
  readonly row: number | null;
  readonly column: string | null;
  readonly label: string;
  readonly what: 'count' | 'amount_cents' | 'area_m2' | 'hours';
  readonly declared: number | null;
  readonly declared_raw?: string | number;
  readonly approximate?: true;
  readonly computed: number;
  readonly computed_rows?: number;
  readonly computed_occupied?: number;
  readonly block?: readonly [number, number];
  readonly matches: boolean;
  readonly why?: string;
}

/** Something that free text suggests; shown, never applied alone. */
export interface Proposal {
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly suggestion: 'task' | 'date';
  readonly value?: PreciseDate;
}

/** A colour found on data rows and what it may mean. */
export interface LegendEntry {
  readonly colour: string;
  readonly rows: readonly number[];
  readonly suggestion: string | null;
}

/** Two rows that look like the same organisation. */
export interface MergeProposal {
  readonly keep_row: number;
  readonly drop_row: number;
  readonly evidence: readonly string[];
}

/** Rows that resemble each other and are not the same. */
export interface NotDuplicates {
  readonly rows: readonly number[];
  readonly why: string;
}

/** What a reader makes of a frame; `metadata` and `sections` complete those of the frame. */
export interface Content<R extends ReadingRecord = ReadingRecord> {
  readonly records: readonly R[];
  readonly findings: readonly Finding[];
  readonly controls: readonly Control[];
  readonly totals: Readonly<Record<string, Json>>;
  readonly metadata?: Metadata;
  readonly sections?: readonly (FrameSection & { readonly [key: string]: Json })[];
  readonly proposals?: readonly Proposal[];
  readonly colour_legend?: readonly LegendEntry[];
  readonly merge_proposals?: readonly MergeProposal[];
  readonly not_duplicates?: readonly NotDuplicates[];
  readonly category_map?: Readonly<Record<string, string>>;
  readonly session_link?: { readonly tab: string; readonly row: number } | null;
}

/** A reader of one kind of tab. */
export type Reader<R extends ReadingRecord> = (frame: Frame, context: ReadContext) => Content<R>;

/** The reading of one tab, as printed. */
export interface TabReading<R extends ReadingRecord = ReadingRecord> extends Omit<Content<R>, 'findings'> {
  readonly name: string;
  readonly state: 'visible' | 'hidden';
  readonly kind: Kind;
  readonly metadata: Metadata;
  readonly header_rows: readonly number[];
  readonly columns: readonly Column[];
  readonly counts: Counts;
  readonly rows: RowsByClass;
  readonly data_rows: readonly number[];
  readonly cells: CellCounts;
  readonly formats: Formats;
  readonly problems: readonly ReadingProblem[];
  readonly left_alone?: true;
  readonly reason?: string;
}

/** The reading of a whole workbook, as printed. */
export interface Reading {
  readonly schema: 1;
  readonly workbook: string;
  readonly synthetic: boolean;
  readonly context: {
    readonly association: string | null;
    readonly year: number;
    readonly locale: string;
    readonly time_zone: string;
    readonly reference_date: Day;
    readonly date_system: 1900 | 1904;
  };
  readonly enums: Readonly<Record<string, Json>>;
  readonly problem_kinds: Readonly<Record<string, { readonly severity: Severity; readonly meaning: string }>>;
  readonly totals: Readonly<Record<string, Json>>;
  readonly cross_checks: Readonly<Record<string, Json>>;
  readonly tabs: readonly TabReading[];
}
