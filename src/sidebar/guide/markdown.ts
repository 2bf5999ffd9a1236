/** The little Markdown that the guide is written in, read into plain values: headings, lists, tables, quotes, pictures. */

/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'emphasis' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

/** A block of a text. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph' | 'quote'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: 'picture'; readonly text: string; readonly file: string };

/** The blocks of a text, in order. */
export function readMarkdown(text: string): readonly Block[] {
  const paragraphs = text
    .replaceAll('\r', '')
    .replace(/<!--.*?-->/gsu, '')
    .split(/\n(?:[ \t]*\n)+/u);
  return paragraphs
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap(readParagraph);
}

function readParagraph(text: string): readonly Block[] {
  const heading = /^(#{1,4}) ([^\n]+)(?:\n([\s\S]+))?$/u.exec(text);
  if (heading !== null) {
    const [, marks = '#', title = '', rest = ''] = heading;
    const block: Block = { kind: 'heading', level: marks.length, content: readInline(title) };
    return rest.trim() === '' ? [block] : [block, ...readParagraph(rest.trim())];
  }
  const picture = /^!\[([^\]]*)\]\(([^)\s]+)\)$/u.exec(text);
  if (picture !== null) return [{ kind: 'picture', text: picture[1] ?? '', file: picture[2] ?? '' }];
  const lines = text.split('\n');
  if (lines.every((line) => line.startsWith('>')))
    return [{ kind: 'quote', content: readInline(joined(lines.map((line) => line.replace(/^>\s?/u, '')))) }];
  if (lines.every((line) => line.startsWith('|'))) return [{ kind: 'table', rows: readTable(lines) }];
  const mark = /^(?:[-*]|\d+\.) /u;
  if (mark.test(text)) return [readList(lines, mark)];
  return [{ kind: 'paragraph', content: readInline(joined(lines)) }];
}

function readList(lines: readonly string[], mark: RegExp): Block {
  const items: string[][] = [];
  for (const line of lines) {
    if (mark.test(line)) items.push([line.replace(mark, '')]);
    else items.at(-1)?.push(line);
  }
  return { kind: 'list', ordered: /^\d/u.test(lines[0] ?? ''), items: items.map((item) => readInline(joined(item))) };
}

function readTable(lines: readonly string[]): readonly (readonly (readonly Inline[])[])[] {
  const isRule = (line: string): boolean => /^[|:\s-]+$/u.test(line);
  return lines
    .filter((line) => !isRule(line))
    .map((line) =>
      line
        .replace(/^\||\|\s*$/gu, '')
        .split('|')
        .map((cell) => readInline(cell.trim())),
    );
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).join(' ');
}

const INLINE =
  /\*\*(?<strong>[^*]+)\*\*|\*(?<emphasis>[^*]+)\*|`(?<code>[^`]+)`|\[(?<text>[^\]]+)\]\((?<to>[^)\s]+)\)/gu;

/** The pieces of a line: bold, italic, code and links; the rest is text. */
export function readInline(text: string): readonly Inline[] {
  const pieces: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) });
    end = match.index + match[0].length;
    const { strong, emphasis, code, text: words = '', to = '' } = match.groups ?? {};
    if (strong !== undefined) pieces.push({ kind: 'strong', text: strong });
    else if (emphasis !== undefined) pieces.push({ kind: 'emphasis', text: emphasis });
    else if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else pieces.push({ kind: 'link', text: words, to });
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}
