import type { AgendaAct, OpenWorkbook, Places, Refusal, RunAnswer, RunRequest, Status } from './protocol.ts';

/** A refusal of the server, with the French sentence to show. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T; // Our own server, typed by protocol.ts.
  const body = await response.text();
  throw new Refused(sentence(body) ?? `Le serveur local a répondu ${response.status}. Relancez « npm start ».`);
}

function sentence(body: string): string | null {
  try {
    return (JSON.parse(body) as Partial<Refusal>).refusal ?? null; // Checked by the fallback.
  } catch {
    return null;
  }
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init).catch(() => {
    throw new Refused('Le serveur local ne répond plus. Relancez « npm start », puis rechargez cette page.');
  });
  return answerOf<T>(response);
}

const post = <T>(path: string, body: unknown): Promise<T> =>
  ask<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** The open workbook, whole. */
export const readWorkbook = (): Promise<OpenWorkbook> => ask('/api/workbook');

/** Runs a function of the add-on; resolves with its error too. */
export const run = (request: RunRequest): Promise<RunAnswer> => post('/api/run', request);

/** Turns the workspace's clock to a day, or back to the real one. */
export const turnClock = (day: string | null): Promise<Status> => post('/api/clock', { day });

/** Goes back to the sample workbook; everything done since is forgotten. */
export const startAgain = (): Promise<Status> => post('/api/reset', {});

/** What the other places of the workspace list. */
export const readPlaces = (): Promise<Places> => ask('/api/places');

/** Does something in the calendar; answers what the places list then. */
export const actInAgenda = (act: AgendaAct): Promise<Places> => post('/api/agenda', act);

/** Sends a workbook of one's own; it becomes the open one. */
export const openFile = (file: File): Promise<Status> =>
  ask('/api/open', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    body: file,
  });

/** The open workbook as an .xlsx file. */
export async function saveFile(): Promise<Blob> {
  const response = await fetch('/api/workbook.xlsx');
  return response.ok ? response.blob() : answerOf<never>(response);
}
