/** Undoing an action holds back its mails that have not left; those that left are told, nothing brings them back. */
import type { Day } from '../day.ts';
import { outboxTable } from '../outbox.ts';
import { changeTable, readTable } from '../records.ts';
import type { Grid } from '../workbook.ts';

/** « Envois » once an action's mails are held back. */
export interface HeldBack {
  /** Null when nothing changes. */
  readonly grid: Grid | null;
  readonly held: number;
  /** French sentences for the preview. */
  readonly summary: readonly string[];
}

/** Cancels the mails of that journal action that wait; their key goes, so that doing the action again prepares them again. */
export function holdBack(grid: Grid | undefined, action: string, today: Day): HeldBack {
  const { records } = readTable(outboxTable, grid);
  const mine = records.filter((row) => row.action === action);
  const waiting = mine.filter(({ status }) => status === 'draft' || status === 'waiting');
  const gone = mine.filter(({ status }) => status === 'sent' || status === 'claimed' || status === 'uncertain').length;
  const put = waiting.map((row) => ({
    ...row,
    status: 'cancelled' as const,
    key: null,
    changed_on: today,
    error: `L’action ${action} a été annulée.`,
  }));
  const summary = [
    waiting.length === 0
      ? ''
      : waiting.length === 1
        ? 'Un message qui attendait dans « Envois » ne partira pas.'
        : `${waiting.length} messages qui attendaient dans « Envois » ne partiront pas.`,
    gone === 0
      ? ''
      : gone === 1
        ? 'Un message est déjà parti : il ne peut pas être rattrapé. Écrivez un mot de correction si c’est utile.'
        : `${gone} messages sont déjà partis : ils ne peuvent pas être rattrapés. Écrivez un mot de correction si c’est utile.`,
  ].filter((sentence) => sentence !== '');
  return { grid: put.length === 0 ? null : changeTable(outboxTable, grid, { put }), held: put.length, summary };
}
