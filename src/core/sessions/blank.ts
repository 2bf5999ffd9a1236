/** Records with nothing in them yet. */
import { blank } from '../stays/desk.ts';
import { programmeTable } from '../tables/programme.ts';
import type { Programme } from '../tables/programme.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';

/** A session of which only the number is known. */
export function emptySession(id: string): Session {
  return blank(sessionTable, id);
}

/** A programme of which only the number is known. */
export function emptyProgramme(id: string): Programme {
  return blank(programmeTable, id);
}
