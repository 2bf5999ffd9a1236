/** On what the sidebar opens when the menu asked for a command. */
import type { JournalView } from '../core/views/journal.ts';
import { undoAction } from './flow/flow.ts';
import type { Action } from './flow/flow.ts';
import type { Server } from './server.ts';
import { answerWith } from './view.ts';

/** The action to open, or null to open on the first view; undoing means the latest action that can be. */
export async function startingAction(server: Server, command: string): Promise<Action | null> {
  if (command === '') return null;
  if (command !== 'undo') return { command, input: {}, title: null, yes: null };
  const { items } = answerWith<JournalView>(await server.look('journal', { limit: 25 }), 'items');
  for (const { id, action, undoInput } of items)
    if (undoInput !== null) return undoAction(undoInput.id, undoInput.tabs, action ?? id);
  return { command, input: {}, title: null, yes: null };
}
