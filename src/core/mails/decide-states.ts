/** The one way in which a person changes where mails stand: by their numbers, some states only, nothing else. */
import type { Moment, State, Wish } from '../command.ts';
import { refuse, wish } from '../command.ts';
import { outboxTable } from '../outbox.ts';
import type { MailStatus, OutboxRow } from '../outbox.ts';
import type { Problem } from '../problem.ts';
import { french } from '../french.ts';
import { changeTable, readTable } from '../records.ts';
import type { Lost } from './cause.ts';
import { lostMails, withdrawn } from './causes.ts';
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
  /** True when they leave afterwards: what rules made is asked again, and the command reads `causeTabs`. */
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
  const lost = change.sends === true ? lostMails(state, concerned, moment.today) : new Map<string, Lost>();
  const gone = concerned.filter(({ id }) => lost.get(id)?.fate === 'cancelled');
  const faultIn = (row: OutboxRow): string | null => {
    const doubt = lost.get(row.id);
    return doubt?.fate === 'draft' ? doubt.why : (change.fault?.(row) ?? null);
  };
  const faults = new Map(concerned.filter((row) => !gone.includes(row)).map((row) => [row.id, faultIn(row)]));
  const chosen = concerned.filter(({ id }) => faults.get(id) === null);
  const problems = [...faults].flatMap(([id, message]): Problem[] => {
    const place = { tab: outboxTable.tab, row: (rowOf.get(id) ?? 0) + 1, column: null };
    return message === null
      ? []
      : [{ ...place, kind: 'mail_unsendable', raw: id, severity: 'error', message: french`${id} : ${message}` }];
  });
  if (chosen.length + gone.length === 0) return refuse(problems[0]?.message ?? change.none, { problems });
  const put = [
    ...chosen.map((row) => ({ ...row, status: change.to, changed_on: moment.today, error: null })),
    ...gone.flatMap((row) => [lost.get(row.id)].flatMap((why) => (why ? [withdrawn(row, why, moment.today)] : []))),
  ];
  return wish({
    tabs: { [outboxTable.tab]: changeTable(outboxTable, grid, { put }, shown) },
    summary: [...(chosen.length === 0 ? [] : [change.sentence(chosen.length, chosen)]), ...goneSentences(gone, lost)],
    problems,
    effects: change.sends
      ? chosen.map(({ to, subject }) => ({ kind: 'mail', to: to ?? '', summary: subject ?? '' }))
      : [],
  });
}

const MOST_SENTENCES = 8;

/** Each mail whose reason went, with why; beyond some, how many. */
function goneSentences(gone: readonly OutboxRow[], lost: ReadonlyMap<string, Lost>): string[] {
  const told = gone
    .slice(0, MOST_SENTENCES)
    .map(({ id, to }) => french`Annulé, il ne part pas : ${id}, pour ${to ?? ''}. ${lost.get(id)?.why ?? ''}`);
  const rest = gone.length - told.length;
  if (rest === 0) return told;
  return [
    ...told,
    rest === 1
      ? 'Un autre message est annulé de même : sa raison est dans « Envois ».'
      : french`${rest} autres messages sont annulés de même : leur raison est dans « Envois ».`,
  ];
}

function brokenTab(missing: readonly string[]): string {
  return french`Onglet « Envois » : il manque en ligne 1 ${missing.join(', ')}. Remettez ce titre, ou annulez sa suppression (Ctrl+Z), puis recommencez.`;
}
