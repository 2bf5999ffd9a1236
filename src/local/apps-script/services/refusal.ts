/** How an advanced service words what local Google refuses. */
import { ServiceError } from '../errors.ts';

interface Refusal {
  readonly code: number;
  readonly message: string;
  readonly reason: string;
}

/** The error that an advanced service throws for a refusal of Google; anything else is a fault of ours and stays as it is. */
export function wordedAsAppsScript(method: string, error: unknown): unknown {
  const refusal = refusalOf(error);
  if (refusal === null) return error;
  const { code, message, reason } = refusal;
  return new ServiceError(`API call to ${method} failed with error: ${message}`, {
    name: 'GoogleJsonResponseException',
    details: { code, message, errors: [{ domain: 'global', reason, message }] },
  });
}

const reasons: Readonly<Record<number, string>> = {
  401: 'authError',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  429: 'rateLimitExceeded',
  500: 'backendError',
  503: 'backendError',
};

function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  const given = 'reason' in error && typeof error.reason === 'string' ? error.reason : null;
  return { code: error.status, message: error.message, reason: given ?? reasons[error.status] ?? 'badRequest' };
}
