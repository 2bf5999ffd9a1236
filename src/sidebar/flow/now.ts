/** An action that its own card already explains: shown and carried out in one go, when nothing else must be said. */
import type { Server } from '../server.ts';
import { undoOf } from './flow.ts';
import type { Action } from './flow.ts';

/** What became of it, with how to undo it; null when she must read the preview first. */
export async function runNow(server: Server, action: Action): Promise<{ readonly undo: Action | null } | null> {
  const shown = await server.show(action.command, action.input);
  const { state, questions, effects } = shown.preview;
  if (state !== 'ready' || questions.length > 0 || effects.length > 0) return null;
  const applied = await server.apply(action.input, shown);
  return applied.outcome === 'applied' ? { undo: undoOf(applied) } : null;
}
