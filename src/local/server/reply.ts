import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Refusal } from '../page/protocol.ts';

/** A request that cannot be done, with the French sentence that the person reads. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** Sends a body with its type and the headers that every answer of ours carries. */
export function send(
  response: ServerResponse,
  {
    status = 200,
    type,
    body,
    headers = {},
  }: { status?: number; type: string; body: string | Buffer; headers?: Record<string, string> },
): void {
  response.writeHead(status, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}

/** Sends a value as JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  send(response, { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) });
}

/** Sends a refusal, to be shown as it is. */
export function sendRefusal(response: ServerResponse, status: number, refusal: string): void {
  const body: Refusal = { refusal };
  sendJson(response, body, status);
}

/** The whole body of a request; refused beyond the limit, without reading on. */
export async function bodyOf(request: IncomingMessage, limit: number, tooLarge: string): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new RequestRefused(413, tooLarge);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new RequestRefused(413, tooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
