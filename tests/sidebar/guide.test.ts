import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readInline, readMarkdown } from '../../src/sidebar/guide/markdown.ts';
import type { Block, Inline } from '../../src/sidebar/guide/markdown.ts';

const FOLDER = 'src/guide';
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.md'));

test('readMarkdown() tells headings, paragraphs, lists, tables, quotes and pictures', () => {
  const text = [
    '# Titre\nSuite **en gras**\nsur deux lignes',
    '- un\n- deux\n  et la suite',
    '1. premier\n2. second',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '> À savoir',
    '![Le panneau](images/panneau.png)',
  ].join('\n\n');
  expect(readMarkdown(text).map(({ kind }) => kind)).toEqual([
    'heading',
    'paragraph',
    'list',
    'list',
    'table',
    'quote',
    'picture',
  ]);
  expect(readMarkdown(text)[1]).toEqual({
    kind: 'paragraph',
    content: [
      { kind: 'text', text: 'Suite ' },
      { kind: 'strong', text: 'en gras' },
      { kind: 'text', text: ' sur deux lignes' },
    ],
  });
  expect(readMarkdown(text)[2]).toMatchObject({
    ordered: false,
    items: [[{ text: 'un' }], [{ text: 'deux et la suite' }]],
  });
  expect(readMarkdown(text)[4]).toMatchObject({
    rows: [
      [[{ text: 'a' }], [{ text: 'b' }]],
      [[{ text: '1' }], [{ text: '2' }]],
    ],
  });
});

test('readInline() leaves HTML as the text that it is', () => {
  expect(readInline('<img src=x onerror=alert(1)>')).toEqual([{ kind: 'text', text: '<img src=x onerror=alert(1)>' }]);
});

test.each(files)('%s is read whole: no mark is left over, and every link and picture exists', (file) => {
  const pieces = readMarkdown(readFileSync(`${FOLDER}/${file}`, 'utf8')).flatMap(piecesOf);
  for (const { text } of pieces) expect(text).not.toMatch(/\*\*|\]\(|^#|^\||`/u);
  for (const piece of pieces) if (piece.kind === 'link') expect(existsSync(`${FOLDER}/${piece.to}`)).toBe(true);
});

test('every picture of a chapter shows in the guide that opens in the spreadsheet', () => {
  const shown = files.flatMap((file) =>
    readMarkdown(readFileSync(`${FOLDER}/${file}`, 'utf8')).flatMap((block) =>
      block.kind === 'picture' ? [block.file.replace('images/', '')] : [],
    ),
  );
  const list = readFileSync('src/sidebar/guide/pictures.ts', 'utf8');
  expect(shown.filter((file) => !list.includes(`  '${file}':`))).toEqual([]);
  expect(new Set(shown)).toEqual(new Set(readdirSync(`${FOLDER}/images`)));
});

test('every chapter is in the guide that opens in the spreadsheet and in the table of contents', () => {
  const chapters = files.filter((file) => file !== 'README.md');
  for (const list of ['src/sidebar/guide/chapters.ts', `${FOLDER}/README.md`])
    for (const chapter of chapters) expect(readFileSync(list, 'utf8')).toContain(chapter);
});

function piecesOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'quote':
      return block.content;
    case 'list':
      return block.items.flat();
    case 'table':
      return block.rows.flat(2);
    case 'picture':
      return existsSync(`${FOLDER}/${block.file}`) ? [] : [{ kind: 'text', text: '](' }];
  }
}
