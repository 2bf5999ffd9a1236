/** The blocks of the guide as elements; text goes in as text, links only to the web or to another chapter. */
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { pictures } from './pictures.ts';
import type { Block, Inline } from './markdown.ts';

/** Elements of the blocks; a link to another chapter's file calls `open` with its name. */
export function renderBlocks(blocks: readonly Block[], open: (chapter: string) => void): readonly HTMLElement[] {
  return blocks.map((block) => renderBlock(block, (content) => content.map((piece) => renderInline(piece, open))));
}

function renderBlock(block: Block, inline: (content: readonly Inline[]) => readonly Child[]): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return h(
        HEADINGS[block.level - 1] ?? 'h4',
        block.level === 1 ? { tabindex: '-1' } : {},
        ...inline(block.content),
      );
    case 'paragraph':
      return h('p', {}, ...inline(block.content));
    case 'quote':
      return h('blockquote', {}, ...inline(block.content));
    case 'list':
      return h(block.ordered ? 'ol' : 'ul', {}, ...block.items.map((item) => h('li', {}, ...inline(item))));
    case 'table': {
      const [head = [], ...rows] = block.rows;
      return h(
        'table',
        {},
        h('thead', {}, h('tr', {}, ...head.map((cell) => h('th', { scope: 'col' }, ...inline(cell))))),
        h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map((cell) => h('td', {}, ...inline(cell)))))),
      );
    }
    case 'picture': {
      const source = pictures[block.file.replace(/^.*\//u, '')];
      if (source === undefined) return h('p', { class: 'quiet' }, block.text);
      return h('figure', {}, h('img', { src: source, alt: block.text }), h('figcaption', {}, block.text));
    }
  }
}

const HEADINGS = ['h2', 'h3', 'h4', 'h4'] as const;

function renderInline(piece: Inline, open: (chapter: string) => void): Child {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'strong':
      return h('strong', {}, piece.text);
    case 'emphasis':
      return h('em', {}, piece.text);
    case 'code':
      return h('code', {}, piece.text);
    case 'link': {
      const chapter = /^([a-z0-9-]+)\.md$/u.exec(piece.to)?.[1];
      if (chapter !== undefined)
        return h('button', { type: 'button', class: 'inline-link', onclick: () => open(chapter) }, piece.text);
      if (!piece.to.startsWith('https://')) return piece.text;
      return h('a', { href: piece.to, target: '_blank', rel: 'noopener' }, piece.text);
    }
  }
}
