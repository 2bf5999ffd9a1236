/** The global functions of the add-on: esbuild makes each export one, for menus, triggers and `google.script.run`. */
import * as z from 'zod';
import { commands } from '../core/commands/index.ts';
import { typingAdvice } from '../core/typed-cells.ts';
import { addMenu, advise, currentPass, report, typedCells } from './google.ts';
import { answersArrived, tickOfClock } from './catch-up.ts';
import { menuLines } from './menu.ts';
import { openDialog, openPanel } from './pages.ts';
import { answer } from './run.ts';

// Apps Script may forbid code made from text: zod does without its compiled path.
z.config({ jitless: true });

/** Adds the menu when the file opens, before anything is authorised. */
export function onOpen(): void {
  addMenu('Régie', menuLines(commands));
}

/** The same when the add-on is installed in an open file. */
export function onInstall(): void {
  onOpen();
}

/** Reads what was just typed in a tab of Régie's; what cannot be read is said, nothing is blocked or changed. */
export function onEdit(event: unknown): void {
  try {
    const typed = typedCells(event);
    const advice = typed === null ? null : typingAdvice(typed);
    if (advice !== null) advise(advice);
  } catch (error) {
    // A remark that fails must not disturb her typing.
    report(error);
  }
}

/** Opens the sidebar on « Cette semaine ». */
export function openSidebar(): void {
  openPanel(currentPass());
}

/** Opens the adoption's dialog. */
export function openAdopt(): void {
  openDialog('adopt', currentPass());
}

/** Opens the sidebar on the budget's construction. */
export function openBudget(): void {
  openPanel(currentPass(), 'build-budget');
}

/** Opens the sidebar on the last action, to undo it. */
export function openUndo(): void {
  openPanel(currentPass(), 'undo');
}

/** Opens the guide. */
export function openGuide(): void {
  openDialog('guide', currentPass());
}

/** Sends what waits; run every ten minutes by the clock. */
export function tick(): void {
  tickOfClock();
}

/** An answer to the form came: run by the trigger of the form. */
export function formSubmitted(): void {
  answersArrived();
}

/** Answers a page of Régie; everything crosses as JSON text. */
export function rpc(method: unknown, json: unknown, pass?: unknown): string {
  return answer(method, json, pass);
}
