/** Spaces that a member's own words name: « bureau 3 », « (B7) », « CW5 », « le studio ». */

const OFFICES =
  /\b(?:bureaux?|bur\.?|local|locaux)\s*(?:n[°o.]?\s*)?(\d{1,3}(?!\d|\s*m)(?:\s*(?:et|,|\/|&|\+)\s*\d{1,3}(?!\d|\s*m))*)/giu;
const LETTERED = /(?<![\p{L}\d.])(B|CW|BT|P)\s?0*(\d{1,3})(?![\p{L}\d/])/gu;
const STUDIO = /\b(?:le|au|du)\s+(?:petit\s+)?studio\b/iu;

/** The labels of the spaces named in a text, each once, in their order. */
export function spaceHints(text: string): readonly string[] {
  const found: { at: number; label: string }[] = [];
  for (const match of text.matchAll(OFFICES)) {
    for (const number of (match[1] ?? '').match(/\d+/gu) ?? []) {
      found.push({ at: match.index, label: String(Number(number)) });
    }
  }
  for (const match of text.matchAll(LETTERED)) {
    const [, letters = '', number = ''] = match;
    found.push({ at: match.index, label: letters === 'B' ? number : `${letters}${number}` });
  }
  const studio = STUDIO.exec(text);
  if (studio !== null) found.push({ at: studio.index, label: 'Studio' });
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ label }) => label))];
}
