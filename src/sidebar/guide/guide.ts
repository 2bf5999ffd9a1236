/** « Guide de la coordinatrice »: its chapters on the left, one of them on the right. */
import { byId, fill, focusOn, h } from '../dom.ts';
import { icon } from '../icons.ts';
import { chapters } from './chapters.ts';
import type { Chapter } from './chapters.ts';
import { readMarkdown } from './markdown.ts';
import { renderBlocks } from './render.ts';

/** Opens the guide on its first chapter. */
export function startGuide(): void {
  document.body.classList.add('guide');
  const place = byId('main');
  const nav = byId('steps');
  nav.setAttribute('aria-label', 'Chapitres');
  byId('foot').hidden = true;

  const open = (name: string): void => {
    draw(name);
    place.scrollTop = 0;
    focusOn(place.querySelector('h2'));
  };
  const draw = (name: string): void => {
    const at = Math.max(
      0,
      chapters.findIndex((chapter) => chapter.name === name),
    );
    const chapter = chapters[at];
    if (chapter === undefined) return;
    fill(nav, chapterList(chapter, open));
    fill(place, h('article', {}, ...renderBlocks(readMarkdown(chapter.text), open), turns(at, open)));
  };
  draw('');
}

function chapterList(current: Chapter, open: (name: string) => void): HTMLElement {
  return h(
    'ol',
    {},
    ...chapters.map((chapter) =>
      h(
        'li',
        {},
        h(
          'button',
          { type: 'button', 'aria-current': chapter === current ? 'page' : null, onclick: () => open(chapter.name) },
          titleOf(chapter),
        ),
      ),
    ),
  );
}

/** The chapters before and after. */
function turns(at: number, open: (name: string) => void): HTMLElement {
  const [before, after] = [chapters[at - 1], chapters[at + 1]];
  const turn = (chapter: Chapter): HTMLElement =>
    h(
      'button',
      { type: 'button', class: 'plain', onclick: () => open(chapter.name) },
      chapter === before && icon('back'),
      titleOf(chapter),
      chapter === after && icon('arrow'),
    );
  return h(
    'div',
    { class: 'turns' },
    before === undefined ? h('span', {}) : turn(before),
    after === undefined ? null : turn(after),
  );
}

function titleOf({ name, text }: Chapter): string {
  return /^# (.+)$/mu.exec(text)?.[1] ?? name;
}
