/** The points to check that a reading gives: its problems, what remarks propose, the notes below its tables. */
import { isFilled, textOf } from '../reading/cells.ts';
import { frenchDate, quoted } from '../french.ts';
import type { SourceTab } from '../reading/source.ts';
import type { AdoptedKind, Column, Proposal, Reading, ReadingProblem, TabReading } from '../reading/types.ts';
import { fold } from '../reading/values/text.ts';
import { columnLetters } from '../workbook.ts';
import type { CheckDraft } from './check-drafts.ts';
import { sentenceParts } from './check-words.ts';
import type { Draft, Handle, Unit } from './draft.ts';
import { targetOf } from './field-map.ts';
import { propositionFor, remarkProposition } from './propositions.ts';

/** What points refer to: drafts by row, members by name, occupancies by member. */
export interface CheckContext {
  readonly draftsAt: (tab: string, row: number) => readonly Draft[];
  readonly memberNamed: (name: string) => Handle | null;
  readonly occupanciesOf: (member: Handle) => readonly Draft[];
}

/** The context of the units of a reading. */
export function checkContext(units: readonly Unit[]): CheckContext {
  const byRow = new Map<string, readonly Draft[]>();
  const members = new Map<string, Handle>();
  const occupancies = new Map<Handle, Draft[]>();
  for (const { tab, row, drafts } of units) {
    if (row !== null) byRow.set(`${tab}\u0000${String(row)}`, drafts);
  }
  for (const draft of units.flatMap(({ drafts }) => drafts)) {
    const name = draft.fields['organisation'];
    if (draft.part === 'member' && typeof name === 'string' && !members.has(fold(name))) {
      members.set(fold(name), draft.handle);
    }
    const member = draft.links['member'];
    if (member !== undefined && draft.part.includes(':occupancy:')) push(occupancies, member, draft);
  }
  return {
    draftsAt: (tab, row) => byRow.get(`${tab}\u0000${String(row)}`) ?? [],
    memberNamed: (name) => members.get(fold(name)) ?? null,
    occupanciesOf: (member) => occupancies.get(member) ?? [],
  };
}

/** All points of a reading: problems first, tab by tab, then remarks and notes. */
export function readingChecks(
  reading: Reading,
  sources: readonly SourceTab[],
  context: CheckContext,
): { readonly problems: readonly CheckDraft[]; readonly remarks: readonly CheckDraft[] } {
  const problems: CheckDraft[] = [];
  const remarks: CheckDraft[] = [];
  for (const tab of reading.tabs) {
    if (tab.kind === 'unknown' || tab.kind === 'empty') continue;
    const { kind } = tab;
    problems.push(...tab.problems.map((problem) => problemCheck(problem, { tab, kind, context })));
    remarks.push(...(tab.proposals ?? []).map((proposal) => remarkCheck(proposal, tab, context)));
    remarks.push(
      ...noteChecks(
        tab,
        sources.find(({ title }) => title === tab.name),
      ),
    );
  }
  return { problems, remarks };
}

interface ProblemParts {
  readonly tab: TabReading;
  readonly kind: AdoptedKind;
  readonly context: CheckContext;
}

function problemCheck(problem: ReadingProblem, { tab, kind, context }: ProblemParts): CheckDraft {
  const { row, column, raw } = problem;
  const source = column === null ? undefined : tab.columns.find((candidate) => candidate.column === column);
  const drafts = row === null ? [] : context.draftsAt(tab.name, row);
  const target = targetOf(kind, drafts, { field: source?.field ?? null, side: source?.side, raw });
  const draft = target === null ? null : holder(problem, target.draft, drafts);
  const field = target?.field ?? null;
  const proposal =
    draft === null
      ? null
      : propositionFor(problem, {
          tab,
          draft,
          field,
          ...context,
          draftOfRow: (other, part) => context.draftsAt(tab.name, other).find((one) => one.part === part) ?? null,
        });
  return {
    kind: problem.kind,
    severity: problem.severity,
    tab: tab.name,
    row,
    column,
    raw: raw === null ? null : String(raw),
    ...sentenceParts(problem),
    record: draft === null ? null : draft.handle,
    field: proposedField(proposal) ?? (draft === target?.draft ? field : null),
    proposal,
    identity: identityOf(problem, source, draft !== null),
  };
}

/** Some corrections are made in another record of the row than the one that the column fills. */
function holder(problem: ReadingProblem, draft: Draft, drafts: readonly Draft[]): Draft {
  if (problem.kind !== 'shared_space') return draft;
  return drafts.find(({ part }) => part.startsWith('space:') && !part.includes(':occupancy:')) ?? draft;
}

function proposedField(proposal: CheckDraft['proposal']): string | null {
  if (proposal === null) return null;
  return Object.keys({ ...proposal.values, ...proposal.links })[0] ?? null;
}

// A formula's text follows its row, and so does not tell the point apart; nor does the row itself.
function identityOf(problem: ReadingProblem, column: Column | undefined, hasRecord: boolean): string[] {
  const raw = String(problem.raw ?? '');
  return [
    column?.field ?? column?.custom ?? problem.column ?? '',
    raw.startsWith('=') ? '=' : raw,
    hasRecord ? '' : JSON.stringify(problem['declared'] ?? problem['declared_cents'] ?? null),
  ];
}

function remarkCheck(proposal: Proposal, tab: TabReading, context: CheckContext): CheckDraft {
  const drafts = context.draftsAt(tab.name, proposal.row);
  const main = drafts[0];
  const occupancies =
    main?.part === 'member'
      ? context.occupanciesOf(main.handle)
      : drafts.filter(({ part }) => part.includes(':occupancy:'));
  const found = remarkProposition(proposal, occupancies);
  return {
    ...remarkWords(proposal),
    severity: 'info',
    tab: tab.name,
    row: proposal.row,
    column: proposal.column,
    raw: proposal.text,
    record: (found === null ? main : found.draft)?.handle ?? null,
    field: proposedField(found?.proposition ?? null),
    proposal: found?.proposition ?? null,
    identity: [proposal.text],
  };
}

function remarkWords({ suggestion, text, value }: Proposal): Pick<CheckDraft, 'kind' | 'what' | 'cure'> {
  const day = value === undefined ? null : frenchDate(value.value);
  if (suggestion === 'task') {
    return {
      kind: 'remark_task',
      what: `La remarque ${quoted(text)} demande de faire quelque chose${day === null ? '' : ` (${day})`}.`,
      cure: 'Faites-le, puis marquez ce point comme réglé.',
    };
  }
  return {
    kind: 'remark_date',
    what: `La remarque ${quoted(text)} donne une date${day === null ? '' : `\u00A0: ${day}`}.`,
    cure: 'Appliquez la proposition s’il y en a une, ou notez cette date où elle sert.',
  };
}

function noteChecks(tab: TabReading, source: SourceTab | undefined): CheckDraft[] {
  return (tab.rows.note ?? []).flatMap((row): CheckDraft[] => {
    const cells = (source?.rows[row - 1] ?? []).flatMap((cell, column) =>
      isFilled(cell) ? [{ column: columnLetters(column), text: textOf(cell) }] : [],
    );
    const text = cells.map((cell) => cell.text).join(' · ');
    if (text === '') return [];
    return [
      {
        kind: 'sheet_note',
        severity: 'info',
        tab: tab.name,
        row,
        column: cells[0]?.column ?? null,
        raw: text,
        what: `Note écrite dans l’onglet, gardée ici\u00A0: ${quoted(text)}.`,
        cure: 'Lisez-la, reportez ce qu’elle dit où cela sert, puis marquez ce point comme réglé.',
        record: null,
        field: null,
        proposal: null,
        identity: [text],
      },
    ];
  });
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
