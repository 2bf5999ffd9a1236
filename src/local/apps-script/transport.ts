/** What crosses `google.script.run`: JSON-like values only, a Date in a result loses all of it. */
import { types } from 'node:util';

/** The arguments as the server gets them; throws as the client does when one is illegal. */
export function crossArguments(args: readonly unknown[]): unknown[] {
  return args.map((arg, index) => {
    refuseIllegal(arg, String(index));
    return arg === undefined ? null : (JSON.parse(JSON.stringify(arg)) as unknown);
  });
}

/** The result as the success handler gets it. */
export function crossResult(result: unknown): unknown {
  if (result === undefined || holdsDate(result)) return null;
  refuseIllegal(result, '0');
  return JSON.parse(JSON.stringify(result)) as unknown;
}

function holdsDate(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return types.isDate(value) || Object.values(value).some(holdsDate);
}

function refuseIllegal(value: unknown, path: string): void {
  const illegal = typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint';
  if (illegal || types.isDate(value)) throw new TypeError(`Failed due to illegal value in property: ${path}`);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) refuseIllegal(inner, key);
}
