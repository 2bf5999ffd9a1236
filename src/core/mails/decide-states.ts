/** The one way in which a person changes where mails stand: by their numbers, some states only, nothing else. */
import type { Moment, State, Wish } from '../command.ts';
import { refuse, wish } from '../command.ts';
import { outboxTable } from '../outbox.ts';
import type { MailStatus, OutboxRow } from '../outbox.ts';
import type { Problem } from '../problem.ts';
import { french } from '../french.ts';
import { changeTable, readTable } from '../records.ts';
import { missingColumns } from './wished.ts';

/** A change of state. */
export interface StateChange {
  readonly from: readonly MailStatus[];
  readonly to: MailStatus;
  /** Why that mail cannot be changed so, in French; null when it can. */
  readonly fault?: (row: OutboxRow) => string | null;
  /** French: what will happen to that many mails. */
  readonly sentence: (count: number, rows: readonly OutboxRow[]) => string;
  /** French: why nothing can be done when none of them stands where it must. */
  readonly none: string;
  /** True when they leave afterwards. */
  readonly sends?: true;
}

/** What becomes of those mails; those that stand elsewhere are left alone. */
export function decideStates(state: State, ids: readonly string[], change: StateChange, moment: Moment): Wish {
  const grid = state.workbook[outboxTable.tab];
  if (grid === undefined) return refuse('L’onglet « Envois » n’existe pas encore : aucun message n’a été préparé.');
  if (missingColumns(grid).length > 0) return refuse(brokenTab(missingColumns(grid)));
  const shown = state.shown[outboxTable.tab];
  const { records, rowOf } = readTable(outboxTable, grid, shown);
  const concerned = records.filter(
    (row) => ids.includes(row.id) && change.from.some((status) => status === row.status),
  );
  const faults = new Map(concerned.map((row) => [row.id, change.fault?.(row) ?? null]));
  const chosen = concerned.filter(({ id }) => (faults.get(id) ?? null) === null);
  const problems = concerned.flatMap(({ id }): Problem[] => {
    const message = faults.get(id) ?? null;
    const place = { tab: outboxTable.tab, row: (rowOf.get(id) ?? 0) + 1, column: null };
    return message === null
      ? []
      : [{ ...place, kind: 'mail_unsendable', raw: id, severity: 'error', message: french`${id} : ${message}` }];
  });
  if (chosen.length === 0) return refuse(problems[0]?.message ?? change.none, { problems });
  const put = chosen.map((row) => ({ ...row, status: change.to, changed_on: moment.today, error: null }));
  return wish({
    tabs: { [outboxTable.tab]: changeTable(outboxTable, grid, { put }, shown) },
    summary: [change.sentence(chosen.length, chosen)],
    problems,
    effects: change.sends
      ? chosen.map(({ to, subject }) => ({ kind: 'mail', to: to ?? '', summary: subject ?? '' }))
      : [],
  });
}

function brokenTab(missing: readonly string[]): string {
  return french`Onglet « Envois » : il manque en ligne 1 ${missing.join(', ')}. Remettez ce titre, ou annulez sa suppression (Ctrl+Z), puis recommencez.`;
}
