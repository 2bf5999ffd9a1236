/** Closing a dialog without losing work by a slip of the Escape key. */
import { h } from './dom.ts';
import { foot, mainButton, quietButton } from './flow/panel.ts';

interface Closing {
  readonly close: () => void;
  /** What would be lost, as a French question; null when nothing would. */
  readonly atStake: () => string | null;
}

/** Answers Escape; the function given back closes in the same careful way. */
export function guardClosing({ close, atStake }: Closing): () => void {
  const ask = (): void => {
    const question = atStake();
    if (question === null) close();
    else confirm(question, close);
  };
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // The host would close the dialog at once.
    event.preventDefault();
    if (document.querySelector('dialog[open]') === null) ask();
  });
  return ask;
}

function confirm(question: string, yes: () => void): void {
  const stay = mainButton('Continuer ici', () => box.remove());
  const box = h(
    'dialog',
    { class: 'confirm', 'aria-labelledby': 'confirm-text' },
    h('p', { id: 'confirm-text' }, question),
    foot(quietButton('Fermer', yes), stay),
  );
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    box.remove();
  });
  document.body.append(box);
  box.showModal();
  stay.focus();
}
