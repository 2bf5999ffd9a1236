/** How a method of a Google API is called here, whichever way the call came. */

/** Parameters of a call, as the public client takes them. */
export type Params = Readonly<Record<string, unknown>>;

/** One method: parameters and body in, the resource out; it throws `GoogleRefused`. */
export type Method = (params: Params, body: unknown) => unknown;

/** A parameter that is one text, or undefined. */
export function textParam(params: Params, name: string): string | undefined {
  const value = params[name];
  return typeof value === 'string' ? value : undefined;
}

/** A parameter that may come once, several times or not at all. */
export function listParam(params: Params, name: string): readonly string[] {
  const value = params[name];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string');
}
