/** What she decided about each tab, kept in a hidden tab so that it is asked once; columns are remembered by their header. */
import type { FieldValue } from '../cells.ts';
import { frameTab } from '../reading/frame.ts';
import type { SourceTab } from '../reading/source.ts';
import type { Choices, Column, Kind, TabChoice } from '../reading/types.ts';
import { fold } from '../reading/values/text.ts';
import { nextIds } from '../table.ts';
import { memoryTable } from '../tables/memory.ts';
import type { Memory } from '../tables/memory.ts';
import type { AdoptInput } from './details.ts';
import { emptyEdit } from './table-edit.ts';
import type { TableEdit, TableState } from './table-edit.ts';

const KINDS: readonly (Kind | 'skip')[] = [
  'members',
  'spaces',
  'budget',
  'sessions',
  'attendance_sheet',
  'actuals',
  'unknown',
  'empty',
  'skip',
];

/** The identifier of the question about a column. */
export function columnQuestionId(tab: string, letters: string): string {
  return `column:${tab}:${letters}`;
}

/** Her choices for a reading: what she remembers, then what she says now. */
export function choicesOf(sources: readonly SourceTab[], memories: readonly Memory[], input: AdoptInput): Choices {
  return Object.fromEntries(
    sources.flatMap((source): [string, TabChoice][] => {
      const { title } = source;
      const remembered = remember(
        source,
        memories.filter(({ tab }) => tab === title),
      );
      const said = input.tabs !== undefined && Object.hasOwn(input.tabs, title) ? input.tabs[title] : undefined;
      const kind = said?.kind ?? remembered.kind;
      const kindChanged = said?.kind !== undefined && said.kind !== remembered.kind;
      const columns = {
        ...(kindChanged ? {} : remembered.columns),
        ...said?.columns,
        ...answeredColumns(title, input.answers ?? {}),
      };
      const hasColumns = Object.keys(columns).length > 0;
      if (kind === undefined && !hasColumns) return [];
      return [[title, { ...(kind === undefined ? {} : { kind }), ...(hasColumns ? { columns } : {}) }]];
    }),
  );
}

/** The edit of the hidden tab for the choices in force. */
export function editMemory(
  choices: Choices,
  state: TableState,
  columnsOf: (tab: string) => readonly Column[],
): TableEdit {
  const edit = emptyEdit();
  // The tab holds what its table declares.
  const known = [...state.records.values()] as unknown as Memory[];
  const wanted = Object.entries(choices).flatMap(([tab, { kind, columns }]): Omit<Memory, 'id'>[] => [
    ...(kind === undefined ? [] : [{ tab, subject: 'kind', detail: null, value: kind }]),
    ...Object.entries(columns ?? {}).map(([letters, value]) => ({
      tab,
      subject: 'column',
      detail: columnName(columnsOf(tab), letters),
      value,
    })),
  ]);
  const fresh: Record<string, FieldValue>[] = [];
  for (const memory of wanted) {
    const before = known.find(
      (one) => one.tab === memory.tab && one.subject === memory.subject && one.detail === memory.detail,
    );
    if (before === undefined) fresh.push({ ...memory });
    else if (before.value !== memory.value) edit.set.set(before.id, { value: memory.value });
  }
  const ids = nextIds(memoryTable.prefix, state.records.keys(), fresh.length);
  fresh.forEach((fields, index) => edit.add.set(ids[index] ?? '', fields));
  return edit;
}

function remember(source: SourceTab, memories: readonly Memory[]): TabChoice {
  const kind = KINDS.find((known) => memories.some(({ subject, value }) => subject === 'kind' && value === known));
  const named = memories.filter(({ subject }) => subject === 'column');
  if (named.length === 0) return kind === undefined ? {} : { kind };
  const { columns } = frameTab(source, kind === undefined ? {} : { [source.title]: { kind } });
  const found = columns.flatMap(({ column }): [string, string][] => {
    const name = columnName(columns, column);
    const value = named.find(({ detail }) => detail === name)?.value ?? null;
    return value === null ? [] : [[column, value]];
  });
  return { ...(kind === undefined ? {} : { kind }), columns: Object.fromEntries(found) };
}

/** What a column is remembered by, wherever it moves: its title, numbered when several have it; else its letters. */
export function columnName(columns: readonly Column[], letters: string): string {
  const place = columns.findIndex(({ column }) => column === letters);
  const header = columns[place]?.header ?? null;
  if (header === null) return letters;
  const title = fold(header);
  const before = columns.slice(0, place).filter((other) => fold(other.header ?? '') === title).length;
  return before === 0 ? title : `${title} #${before + 1}`;
}

function answeredColumns(title: string, answers: Readonly<Record<string, string>>): Record<string, string> {
  const prefix = columnQuestionId(title, '');
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, value]): [string, string][] =>
      id.startsWith(prefix) && /^[A-Z]{1,3}$/u.test(id.slice(prefix.length)) ? [[id.slice(prefix.length), value]] : [],
    ),
  );
}
