/** The state of a space, in words, with a colour that says the same. */
import type { SpaceItem } from '../../core/views/spaces.ts';
import { h } from '../dom.ts';

/** Who is in, and until when. */
export function stateMark({ who, stateText, tone }: SpaceItem): HTMLElement {
  return h(
    'p',
    { class: `space-state ${tone}` },
    h('span', { class: 'who' }, who),
    stateText === '' ? null : h('span', { class: 'until' }, stateText),
  );
}
