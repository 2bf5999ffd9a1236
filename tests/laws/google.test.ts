/** Law 4: what a plan sends to Google gives exactly the wish; and the shell's round trip, undo included. */
import fc from 'fast-check';
import { commands } from '../../src/core/commands/index.ts';
import { undo } from '../../src/core/commands/undo.ts';
import type { Command } from '../../src/core/command.ts';
import { journalTable, UNDO_TAB } from '../../src/core/journal.ts';
import { aliasOf } from '../../src/core/managed.ts';
import { outboxTable } from '../../src/core/outbox.ts';
import { decide } from '../../src/core/preview.ts';
import { apply, show } from '../../src/core/shell.ts';
import { sameCell } from '../../src/core/workbook.ts';
import type { Cell, Grid, Workbook } from '../../src/core/workbook.ts';
import { inputFor, managedWorkbook, readsOf, stateFor } from '../support/command-arbitrary.ts';
import { localHost } from '../support/local-host.ts';

const moment = { today: '2023-05-12', time: '10:00' };
// A tab of hers may bear one of these titles: ours then has another.
const trust = [journalTable.tab, UNDO_TAB, outboxTable.tab].flatMap((tab) => [tab, aliasOf(tab)]);

function differences(actual: Workbook, wanted: Workbook): unknown[] {
  const tabs = [...new Set([...Object.keys(actual), ...Object.keys(wanted)])].filter((tab) => !trust.includes(tab));
  return tabs.flatMap((tab): unknown[] => {
    const [a, b] = [actual[tab], wanted[tab]];
    if (!a || !b) return [{ tab, only: a ? 'actual' : 'wanted' }];
    return cellDifferences(a, b).map((difference) => ({ tab, ...difference }));
  });
}

function cellDifferences(a: Grid, b: Grid): { row: number; column: number; actual: Cell; wanted: Cell }[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, row) =>
    Array.from({ length: Math.max(a[row]?.length ?? 0, b[row]?.length ?? 0) }, (__, column) => ({
      row,
      column,
      actual: a[row]?.[column] ?? null,
      wanted: b[row]?.[column] ?? null,
    })),
  )
    .flat()
    .filter(({ actual, wanted }) => !sameCell(actual, wanted));
}

function situations(command: Command) {
  return managedWorkbook(readsOf(command))
    .filter((whole) => Object.keys(whole).length > 0)
    .chain((whole) => fc.tuple(fc.constant(whole), inputFor(command, whole)));
}

/** How many situations in which a command acts, and in which it does not, are carried out on local Google. */
const ACTING = 3;
const IDLE = 2;

describe.each(commands.map((command) => [command.name, command] as const))('%s', (_, command) => {
  test('4. the batch gives exactly the wish, and its undo every cell back where it has one', () => {
    const done = { acting: 0, idle: 0 };
    const property = fc.property(situations(command), ([whole, input]) => {
      // Google is slow to make: which situations are worth it is told by the pure decision.
      const kind = decide(command, stateFor(command, input, whole), { input, moment });
      const acts = kind.preview.state === 'ready';
      if (acts ? done.acting >= ACTING : done.idle >= IDLE) return;
      done[acts ? 'acting' : 'idle'] += 1;
      isCarriedOut(command, whole, input);
    });
    for (let rounds = 0; rounds < 25 && done.acting < ACTING; rounds += 1) fc.assert(property, { numRuns: 40 });
    expect(done.acting).toBe(ACTING);
  });
});

/** The command shown, applied and undone on local Google: what is there afterwards is what was wished, then what was before. */
function isCarriedOut(command: Command, whole: Workbook, input: unknown): void {
  const host = localHost(whole);
  const before = host.workbook();
  const run = { command, input, moment, known: null };
  const { preview } = host.run(show(run));
  const answer = host.run(apply(run, preview.digest, 'coordination@mila.example'));
  expect(answer.outcome).toBe(
    { ready: 'applied', nothing: 'nothing', question: 'waiting', refused: 'refused' }[preview.state],
  );
  if (answer.outcome !== 'applied') return expect(differences(host.workbook(), before)).toEqual([]);
  const again = host.run(show(run));
  expect(again.preview.changes).toEqual([]);
  expect(answer.undoable).toBe(command.undoable);
  const tabs = preview.changes.map(({ tab }) => tab);
  const back = host.run(apply({ ...run, command: undo, input: { id: answer.journalId, tabs } }, null, 'moi'));
  if (!command.undoable) return expect(back.outcome).toBe('refused');
  expect(back.outcome).toBe('applied');
  expect(differences(host.workbook(), before)).toEqual([]);
}
