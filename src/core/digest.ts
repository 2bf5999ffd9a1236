/** A small pure hash, to tell whether two values are the same; not for secrets. */

/** Fourteen hexadecimal digits that depend on the whole text (53-bit, after the public "cyrb53" construction). */
export function hashText(text: string): string {
  return hashTexts([text]);
}

/** The hash of texts one after the other; where one ends and the next begins counts too. */
export function hashTexts(texts: Iterable<string>): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const text of texts) {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
    high = Math.imul(high ^ 0x10000, 2654435761);
    low = Math.imul(low ^ 0x10000, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const value = 4294967296 * (2097151 & low) + (high >>> 0);
  return value.toString(16).padStart(14, '0');
}

/** The hash of a JSON value; keys count in the order they were written. */
export function digestOf(value: unknown): string {
  return hashText(JSON.stringify(value));
}
