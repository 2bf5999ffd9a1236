/** What must stay true of every command in the list, on random workbooks, with no extra work for its author. */
import fc from 'fast-check';
import { commands } from '../../src/core/commands/index.ts';
import type { Command } from '../../src/core/command.ts';
import { outboxTable } from '../../src/core/outbox.ts';
import { afterPlan, isEmptyPlan, reversePlan } from '../../src/core/plan.ts';
import { decide } from '../../src/core/preview.ts';
import { changeTable } from '../../src/core/records.ts';
import { isFormula, sameGrid } from '../../src/core/workbook.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { inputFor, managedWorkbook, readsOf, stateFor } from '../support/command-arbitrary.ts';

const moment = { today: '2023-05-12', time: '10:00' };

type Situation = [whole: Workbook, input: unknown];

function situations(command: Command): fc.Arbitrary<Situation> {
  return managedWorkbook(readsOf(command)).chain((whole) => fc.tuple(fc.constant(whole), inputFor(command, whole)));
}

function decided(command: Command, whole: Workbook, input: unknown) {
  const state = stateFor(command, input, whole);
  const decision = decide(command, state, { input, moment });
  return { ...decision, before: state.workbook, after: afterPlan(state.workbook, decision.plan) };
}

/** A formula's own words: the texts that it quotes are only data. */
function withoutTexts(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"/gu, '""');
}

describe.each(commands.map((command) => [command.name, command] as const))('%s', (_, command) => {
  // One situation is costly to make: it serves all four laws.
  test('1, 2, 3, 9: exact and reversible, granted once, in the tabs that it names, and no text becomes a formula', () => {
    let ready = 0;
    const holds = ([whole, input]: Situation): void => {
      const first = decided(command, whole, input);
      if (first.preview.state === 'ready') ready += 1;
      isGranted(first);
      isGrantedOnce(command, { whole, input, first });
      staysInItsTabs(command, { whole, input, first });
      keepsTextsAsTexts(first);
    };
    fc.assert(fc.property(situations(command), holds), { numRuns: 40 });
    // Some commands need much to be there at once: they are given more situations before they are said to refuse always.
    for (let more = 0; more < 24 && ready <= 5; more += 1)
      fc.assert(fc.property(situations(command), holds), { numRuns: 40 });
    expect(ready).toBeGreaterThan(5);
  });
});

type Decided = ReturnType<typeof decided>;
interface Case {
  readonly whole: Workbook;
  readonly input: unknown;
  readonly first: Decided;
}

/** 1. It grants its wish exactly, and its reverse leads back. */
function isGranted({ wish, plan, before, after, preview }: Decided): void {
  if (preview.state === 'ready') {
    for (const [tab, wanted] of Object.entries(wish.tabs)) {
      if (wanted === null) expect(Object.hasOwn(after, tab)).toBe(false);
      else expect(sameGrid(after[tab] ?? [], wanted)).toBe(true);
    }
  } else expect(isEmptyPlan(plan)).toBe(true);
  const back = afterPlan(after, reversePlan(plan));
  expect(Object.keys(back).sort()).toEqual(Object.keys(before).sort());
  for (const tab of Object.keys(before)) expect(sameGrid(back[tab] ?? [], before[tab] ?? [])).toBe(true);
}

/** 2. Granted once, it wishes nothing more. */
function isGrantedOnce(command: Command, { whole, input, first }: Case): void {
  const next = { ...whole, ...first.after };
  for (const { tab, existence } of first.plan.tabs) if (existence === 'deleted') Reflect.deleteProperty(next, tab);
  const mails = first.preview.state === 'ready' ? first.wish.outbox : [];
  const told = { ...next, [outboxTable.tab]: changeTable(outboxTable, next[outboxTable.tab], { put: mails }) };
  const again = decided(command, mails.length > 0 ? told : next, input);
  expect(again.wish.outbox).toEqual(mails.length > 0 ? [] : again.wish.outbox);
  expect(again.plan.tabs.map(({ tab, cells }) => [tab, cells.slice(0, 3)])).toEqual([]);
}

/** 3. It touches only the tabs that it names, and decides the same from the same state. */
function staysInItsTabs(command: Command, { whole, input, first: { plan, preview } }: Case): void {
  const named = command.changes(input);
  for (const { tab } of plan.tabs) expect(named).toContain(tab);
  expect(decided(command, whole, input).preview.digest).toBe(preview.digest);
}

/** 9. It never turns a text into a formula. */
function keepsTextsAsTexts({ plan }: Decided): void {
  for (const { cells } of plan.tabs)
    for (const { to } of cells)
      if (isFormula(to)) expect(withoutTexts(to.formula)).not.toMatch(/IMPORTXML|evil|^=\+33|^=-1\+1|^=@/u);
}
