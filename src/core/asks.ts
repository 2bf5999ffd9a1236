/** What the shell asks of a host, and how a host answers. */
import type { SheetsRequest } from './dress-requests.ts';

/** What a host must do: one call of Sheets v4 each. `ranges` null means the whole spreadsheet. */
export type Ask =
  | { readonly do: 'get'; readonly ranges: readonly string[] | null; readonly fields: string }
  | { readonly do: 'batchUpdate'; readonly requests: readonly SheetsRequest[] };

/** Steps towards an answer; each yields an ask and is resumed with Google's JSON answer. */
export type Steps<T> = Generator<Ask, T, unknown>;

/** Google refused a call; `status` is the HTTP status. Hosts throw it so that the shell can tell a refusal from a fault. */
export class GoogleRefused extends Error {
  override name = 'GoogleRefused';
  readonly status: number;
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}
