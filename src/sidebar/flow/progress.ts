/** What is shown while a call is under way. */
import { announce, h } from '../dom.ts';

const SLOW = 8000;

/** A turning mark with its text; after a while it says that this is longer than usual. */
export function progress(text: string): HTMLElement {
  const words = h('span', {}, text);
  const element = h('div', { class: 'progress' }, h('span', { class: 'spinner', 'aria-hidden': 'true' }), words);
  announce(text);
  setTimeout(() => {
    if (!element.isConnected) return;
    words.textContent = `${text} C’est un peu plus long que d’habitude, merci de patienter.`;
    announce(words.textContent);
  }, SLOW);
  return element;
}
