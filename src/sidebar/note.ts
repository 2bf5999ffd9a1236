/** The note at the foot of the sidebar: what was just done, with « Annuler »; it stays until the next one. */
import { announce, fill, h } from './dom.ts';
import type { Action } from './flow/flow.ts';
import { icon } from './icons.ts';
import type { Note } from './view.ts';

/** The note's place; `undo` opens the action that undoes. */
export function createNote(
  place: HTMLElement,
  undo: (action: Action) => void,
): { show: (note: Note) => void; clear: () => void } {
  const clear = (): void => {
    place.hidden = true;
    fill(place);
  };
  const show = ({ text, undo: action }: Note): void => {
    place.hidden = false;
    fill(
      place,
      h('p', {}, text),
      action === null ? null : h('button', { type: 'button', onclick: () => undo(action) }, 'Annuler'),
      h('button', { type: 'button', class: 'shut', 'aria-label': 'Fermer ce message', onclick: clear }, icon('close')),
    );
    announce(text);
  };
  return { show, clear };
}
