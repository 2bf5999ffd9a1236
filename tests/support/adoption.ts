/** Adopting in tests: decide, carry out, and come back with what her tabs have become in between. */
import { adopt } from '../../src/core/commands/adopt.ts';
import type { AdoptDetails } from '../../src/core/adoption/details.ts';
import type { Command, State } from '../../src/core/command.ts';
import { afterPlan } from '../../src/core/plan.ts';
import { decide } from '../../src/core/preview.ts';
import type { Decision } from '../../src/core/preview.ts';
import { readTable } from '../../src/core/records.ts';
import type { SourceTab } from '../../src/core/reading/source.ts';
import type { RecordOf, Table } from '../../src/core/table.ts';
import type { Grid, Workbook } from '../../src/core/workbook.ts';
import { sourceOf, stateFrom } from './workbook-of.ts';

export const moment = { today: '2023-05-12', time: '10:00' };

/** A decision on a state, and the tabs that Régie has made once it is carried out. */
export interface Outcome extends Decision {
  readonly made: Workbook;
}

/** Runs a command on her tabs and the tabs that Régie made so far. */
export function run(
  command: Command,
  sources: readonly SourceTab[],
  { made = {}, input = {}, today = moment.today }: { made?: Workbook; input?: unknown; today?: string } = {},
): Outcome {
  const state: State = stateFrom(sources, made);
  const decision = decide(command, state, { input, moment: { ...moment, today } });
  const after = afterPlan(state.workbook, decision.plan);
  const titles = sources.map(({ title }) => title);
  const kept = Object.entries(after).filter(([title]) => !titles.includes(title));
  return { ...decision, made: Object.fromEntries(kept) };
}

/** Adopts her tabs. */
export function adopted(sources: readonly SourceTab[], options: Parameters<typeof run>[2] = {}): Outcome {
  return run(adopt, sources, options);
}

/** The records of a table in what Régie made. */
export function recordsIn<T extends Table>(table: T, made: Workbook): readonly RecordOf<T>[] {
  return readTable(table, made[table.tab]).records;
}

/** The details of a decision of adoption. */
export function detailsIn({ preview }: Decision): AdoptDetails {
  return preview.details as AdoptDetails;
}

/** A list of members with the header that people usually write. */
export function membersTab(rows: Grid, title = 'Adhérents 2023', header: Grid[number] = MEMBERS): SourceTab {
  return sourceOf(title, [header, ...rows]);
}

/** The header of `membersTab`. */
export const MEMBERS = ['Structure', 'Nom contact', 'Mail', 'Tél', 'Statut', 'Date adh.', 'Cotis payée ?', 'Remarques'];

/** A row for `membersTab`. */
export function memberRow(name: string, values: Partial<Record<string, string | number | null>> = {}): Grid[number] {
  const slug = name.toLowerCase().replace(/[^a-z]+/gu, '-');
  const plain: Record<string, string | number | null> = {
    Structure: name,
    'Nom contact': `Claude ${name}`,
    Mail: `contact@${slug}.example`,
    Tél: null,
    Statut: 'bénéficiaire',
    'Date adh.': '12/01/2023',
    'Cotis payée ?': 'oui',
    Remarques: null,
  };
  return MEMBERS.map((header) => values[header] ?? (header in values ? null : (plain[header] ?? null)));
}

/** The grid with one cell changed; one-based row, header of the column. */
export function edited(grid: Grid | undefined, row: number, header: string, value: Grid[number][number]): Grid {
  const column = (grid?.[0] ?? []).indexOf(header);
  return (grid ?? []).map((cells, index) => {
    if (index !== row - 1) return cells;
    const copy = [...cells];
    while (copy.length < column) copy.push(null);
    copy[column] = value;
    return copy;
  });
}
