import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { RunRequest } from '../page/protocol.ts';
import { agendaShape } from './agenda.ts';
import { assetAt } from './assets.ts';
import { FRAME_POLICY, PAGE_POLICY } from './guard.ts';
import { bodyOf, RequestRefused, send, sendJson } from './reply.ts';
import type { Workspace } from './workspace.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILE_LIMIT = 50 * 1024 * 1024;
const CALL_LIMIT = 10_000_000;
const DAY = z.iso.date();

const selectionShape = z.object({ tab: z.string(), range: z.string() });
const runShape = z.object({
  functionName: z.string().regex(/^[A-Za-z][\w$]*$/u),
  args: z.array(z.unknown()),
  selection: selectionShape.nullable(),
}) satisfies z.ZodType<RunRequest>;
const clockShape = z.object({ day: DAY.nullable() });

type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** The routes of the workspace's own page: « METHOD /path ». */
export function pageRoutes(workspace: Workspace): Readonly<Record<string, Route>> {
  return {
    'GET /api/workbook': (_request, response) => sendJson(response, workspace.openWorkbook()),
    'GET /api/status': (_request, response) => sendJson(response, { ...workspace.status(), folder: workspace.folder }),
    'GET /api/places': (_request, response) => sendJson(response, workspace.places()),
    'POST /api/agenda': async (request, response) => {
      workspace.inAgenda(await jsonOf(request, agendaShape));
      sendJson(response, workspace.places());
    },
    'POST /api/run': async (request, response) => {
      sendJson(response, workspace.run(await jsonOf(request, runShape)));
    },
    'POST /api/clock': async (request, response) => {
      workspace.turnClock((await jsonOf(request, clockShape)).day);
      sendJson(response, workspace.status());
    },
    'POST /api/reset': async (request, response) => {
      await jsonOf(request, z.object({}));
      await workspace.startAgain();
      sendJson(response, workspace.status());
    },
    'POST /api/open': async (request, response) => {
      const tooLarge = 'Ce classeur est trop lourd : l’espace local ouvre des classeurs de 50 Mo au plus.';
      const bytes = await bodyOf(request, FILE_LIMIT, tooLarge);
      await workspace.openFile(fileNameOf(request), bytes);
      sendJson(response, workspace.status());
    },
    'GET /api/workbook.xlsx': async (_request, response) => {
      const body = await workspace.saveFile();
      const name = encodeURIComponent(`${workspace.status().name}.xlsx`);
      send(response, { type: XLSX, body, headers: { 'content-disposition': `attachment; filename*=UTF-8''${name}` } });
    },
  };
}

/** Serves a file of the page or the add-on's HTML; false when there is none at this address. */
export async function serveFile(workspace: Workspace, path: string, response: ServerResponse): Promise<boolean> {
  const asset = await assetAt(path);
  if (asset !== null) {
    const headers = { 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-cache' };
    send(response, { ...asset, headers });
    return true;
  }
  const frame = path.startsWith('/frame/') ? await workspace.frame(path) : null;
  if (frame === null) return false;
  send(response, {
    type: 'text/html; charset=utf-8',
    body: frame,
    headers: { 'content-security-policy': FRAME_POLICY },
  });
  return true;
}

function fileNameOf(request: IncomingMessage): string {
  const given = request.headers['x-file-name'];
  try {
    return decodeURIComponent(typeof given === 'string' ? given : '');
  } catch {
    return '';
  }
}

async function jsonOf<T>(request: IncomingMessage, shape: z.ZodType<T>): Promise<T> {
  const body = await bodyOf(request, CALL_LIMIT, 'Cette demande est trop longue pour l’espace local.');
  const unreadable = 'L’espace local n’a pas compris cette demande. Rechargez la page.';
  try {
    return shape.parse(JSON.parse(body.toString('utf8')));
  } catch (cause) {
    throw new RequestRefused(400, unreadable, { cause });
  }
}
