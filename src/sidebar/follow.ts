/** Following her in the grid: the view in force is told when she stands on another row than the last time. */
import type { Selection } from '../core/rpc.ts';
import type { Server } from './server.ts';

/** What the frame does with it. */
export interface Follower {
  /** Tells this listener from now on, at once for a start. */
  readonly listen: (listener: (selection: Selection) => void) => void;
  /** Tells nobody any more. */
  readonly forget: () => void;
  /** Asks where she stands, unless it is being asked. */
  readonly check: () => void;
}

/** A follower that remembers the last row, whichever view was told of it. */
export function createFollower(server: Pick<Server, 'selection'>): Follower {
  let listener: ((selection: Selection) => void) | null = null;
  let last = '';
  let asking = false;
  const ask = async (): Promise<void> => {
    asking = true;
    try {
      const selection = await server.selection();
      const place = JSON.stringify(selection);
      if (place === last || listener === null) return;
      last = place;
      listener(selection);
    } catch {
      // Where she stands is a convenience: a view without it is whole.
    } finally {
      asking = false;
    }
  };
  const check = (): void => {
    if (listener !== null && !asking) void ask();
  };
  return {
    listen: (next) => {
      listener = next;
      check();
    },
    forget: () => {
      listener = null;
    },
    check,
  };
}
