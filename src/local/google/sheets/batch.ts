/** `spreadsheets.batchUpdate`: every request in order, all of them or none, as one revision. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Doc, Writer } from '../../engine/index.ts';
import { GoogleRefused, notEmulated } from '../refused.ts';
import * as cells from './request-cells.ts';
import * as objects from './request-objects.ts';
import { addConditionalFormatRule, deleteConditionalFormatRule, setDataValidation } from './request-rules.ts';
import * as shape from './request-shape.ts';
import * as tabs from './request-tabs.ts';
import type { Context } from './requests.ts';

type AnyHandler = (request: never, context: Context) => sheets_v4.Schema$Response | undefined;

const HANDLERS: Readonly<Record<string, AnyHandler>> = {
  ...cells,
  ...objects,
  ...shape,
  ...tabs,
  setDataValidation,
  addConditionalFormatRule,
  deleteConditionalFormatRule,
};

/** Carries out the requests; the first one that Google would refuse undoes all and is thrown. */
export function batchUpdate(
  doc: Doc,
  spreadsheetId: string,
  body: unknown,
): sheets_v4.Schema$BatchUpdateSpreadsheetResponse {
  const { requests = [] } = (body ?? {}) as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
  if (requests.length === 0) throw new GoogleRefused(400, 'Must specify at least one request.');
  // Named before anything is applied: what we do not imitate is never half done.
  const kinds = requests.map((request, index) => kindOf(request, index));
  const replies: sheets_v4.Schema$Response[] = [];
  doc.batch((write) => {
    requests.forEach((request, index) =>
      replies.push(apply({ doc, write }, request, { kind: kinds[index] ?? '', index })),
    );
  });
  return { spreadsheetId, replies };
}

function kindOf(request: sheets_v4.Schema$Request, index: number): string {
  const kinds = Object.entries(request).flatMap(([kind, value]) =>
    value === undefined || value === null ? [] : [kind],
  );
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    throw new GoogleRefused(
      400,
      `Invalid requests[${index}]: exactly one kind of request must be set, not ${kinds.length}`,
    );
  }
  if (!(kind in HANDLERS)) throw notEmulated(kind);
  return kind;
}

function apply(
  { doc, write }: { doc: Doc; write: Writer },
  request: sheets_v4.Schema$Request,
  { kind, index }: { kind: string; index: number },
): sheets_v4.Schema$Response {
  const refuse = (message: string): GoogleRefused =>
    new GoogleRefused(400, `Invalid requests[${index}].${kind}: ${message}`);
  const handler = HANDLERS[kind];
  // The kind is the request's only key, and names the handler of its type.
  return handler?.(request[kind as keyof sheets_v4.Schema$Request] as never, { doc, write, refuse }) ?? {};
}
