/** What goes wrong with Google's services: told apart by code first, then by the words of either language. */
import { GoogleRefused } from '../core/shell.ts';

/** Google did not say whether the call took effect. */
export class GoogleSilent extends Error {
  override name = 'GoogleSilent';
}

/** The advanced Sheets service is not enabled in the script project. */
export class SheetsMissing extends Error {
  override name = 'SheetsMissing';
}

// French and English words of Google's services, without accents; the first that fits wins.
const words: readonly (readonly [RegExp, number])[] = [
  [/unable to parse range|impossible d.analyser la plage/u, 400],
  [/quota exceeded|rate limit|too many times|limit exceeded|quota depasse|trop de fois|limite de debit/u, 429],
  [/authorization is required|autorisation (?:est )?(?:requise|necessaire)/u, 401],
  [/permission|insufficient|not sufficient|pas autorise|autorisations? insuffisante/u, 403],
  [/not found|no item with the given id|introuvable/u, 404],
  [/protected cell|cellule ou (?:un )?objet protege/u, 403],
  [/server error|erreur est survenue sur le serveur|timed out|delai|unavailable|indisponible/u, 503],
  [/service error|internal error|backend error|empty response|erreur interne/u, 503],
];

/** The error as the shell knows it: a refusal with its status, a silence, or itself when it is nobody's we know. */
export function classify(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const status = codeOf(error) ?? codeOfFetch(error.message) ?? statusOfWords(error.message);
  if (status === null) return error;
  if (status >= 500) return new GoogleSilent(error.message, { cause: error });
  return new GoogleRefused(status, error.message, { cause: error });
}

const LIMITS = /"(?:userRateLimitExceeded|rateLimitExceeded|quotaExceeded|dailyLimitExceeded)"/u;

function codeOf(error: Error): number | null {
  const details: unknown = 'details' in error ? error.details : null;
  if (typeof details !== 'object' || details === null || !('code' in details)) return null;
  const { code } = details;
  // Calendar says so with 403.
  if (code === 403 && LIMITS.test(JSON.stringify(details))) return 429;
  return typeof code === 'number' && code >= 400 && code < 600 ? code : null;
}

/** « Request failed for https://forms.googleapis.com returned code 404. … » */
function codeOfFetch(message: string): number | null {
  const [, code] = /returned code (\d{3})\b/u.exec(message) ?? [];
  return code === undefined ? null : Number(code);
}

function statusOfWords(message: string): number | null {
  const text = foldMessage(message);
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** A message of Google without accents nor capitals. */
export function foldMessage(message: string): string {
  return message
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase();
}
