/** A small pure hash, to tell whether two values are the same; not for secrets. */

/** A hash that is fed piece by piece, so that what is hashed need not be made into one text. */
export interface Hasher {
  /** The text, and that it ends here. */
  readonly text: (text: string) => void;
  /** A whole number below 2^32: a place, a tag. */
  readonly number: (number: number) => void;
  /** Fourteen hexadecimal digits that depend on all that was fed, in its order. */
  readonly digest: () => string;
}

/** A hasher to which nothing was fed yet (53-bit, after the public "cyrb53" construction). */
export function createHasher(): Hasher {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const number = (code: number): void => {
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  };
  return {
    text: (text) => {
      let [h, l] = [high, low];
      for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        h = Math.imul(h ^ code, 2654435761);
        l = Math.imul(l ^ code, 1597334677);
      }
      [high, low] = [h, l];
      number(0x10000);
    },
    number,
    digest: () => {
      const h = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
      const l = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(h ^ (h >>> 13), 3266489909);
      return (4294967296 * (2097151 & l) + (h >>> 0)).toString(16).padStart(14, '0');
    },
  };
}

/** The hash of a text. */
export function hashText(text: string): string {
  const hasher = createHasher();
  hasher.text(text);
  return hasher.digest();
}

/** The hash of a JSON value; keys count in the order they were written. */
export function digestOf(value: unknown): string {
  return hashText(JSON.stringify(value));
}
