/** Texts that a bank's file lost to the wrong encoding, brought back as far as they tell. */

// Windows-1252 in the range that Unicode leaves to control characters.
const WINDOWS: ReadonlyMap<number, string> = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((letter, index) => [0x80 + index, letter]),
);
const BYTES: ReadonlyMap<string, number> = new Map([...WINDOWS].map(([byte, letter]) => [letter, byte]));

/** « Ã©chÃ©ance » and bytes of Windows-1252 become letters again; what cannot be brought back loses its odd characters. */
export function repairText(text: string): string {
  const joined = text.replace(/[\u00C2-\u00C5][\u0080-\u00BF\u0152-\u2122]/gu, (pair) => {
    const [lead = '', tail = ''] = [...pair];
    const second = BYTES.get(tail) ?? tail.charCodeAt(0);
    return second >= 0x80 && second <= 0xbf
      ? String.fromCharCode(((lead.charCodeAt(0) & 0x1f) << 6) | (second & 0x3f))
      : pair;
  });
  return joined
    .replace(/[\u0080-\u009F]/gu, (letter) => WINDOWS.get(letter.charCodeAt(0)) ?? '')
    .replace(/(?![\n\r\t])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD]/gu, '');
}
