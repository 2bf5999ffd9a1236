/** What Google refuses, with its own status, reason and words. */

const NAMES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  413: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
};

/** The JSON of a refusal: newer APIs name the status, Calendar the reason. */
interface RefusalBody {
  readonly error: {
    readonly code: number;
    readonly message: string;
    readonly status?: string;
    readonly errors?: readonly { readonly domain: string; readonly reason: string; readonly message: string }[];
  };
}

/** A call that Google answers with an error; `message` is Google's, `body()` the JSON that it sends. */
export class GoogleRefused extends Error {
  readonly status: number;
  /** Google's word for why ("duplicate"), where the API gives one. */
  readonly reason: string | null;

  constructor(status: number, message: string, reason: string | null = null) {
    super(message);
    this.name = 'GoogleRefused';
    this.status = status;
    this.reason = reason;
  }

  /** Google's name of the status, such as "INVALID_ARGUMENT". */
  get statusName(): string {
    return NAMES[this.status] ?? 'UNKNOWN';
  }

  /** The answer's body, as Google writes it. */
  body(): RefusalBody {
    const { status: code, message, reason } = this;
    if (reason !== null) return { error: { code, message, errors: [{ domain: 'global', reason, message }] } };
    return { error: { code, message, status: this.statusName } };
  }
}

/** A call that Google would take and that this workspace does not imitate: never a success that did nothing. */
export function notEmulated(what: string): GoogleRefused {
  return new GoogleRefused(501, `Régie's local Google does not emulate ${what}`);
}
