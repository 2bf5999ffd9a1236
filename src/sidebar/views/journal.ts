/** « Journal »: what was done, when, by whom, and « Annuler » where it is possible. */
import type { JournalItem, JournalView } from '../../core/views/journal.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { undoAction } from '../flow/flow.ts';
import { foot, quietButton, undoButton } from '../flow/panel.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

const PAGE = 25;

/** The view of what was done. */
export const journal = defineView<JournalView>({
  name: 'journal',
  label: 'Journal',
  load: async (server, input) =>
    answerWith<JournalView>(await server.look('journal', { offset: offsetOf(input), limit: PAGE }), 'items'),
  draw: (app, data) => [h('h2', { tabindex: '-1' }, 'Journal'), ...content(app, data)],
});

function content(app: App, { items, offset, total }: JournalView): readonly Child[] {
  if (total === 0)
    return [
      h(
        'p',
        { class: 'empty' },
        'Rien encore. Tout ce que Régie fera dans ce classeur sera noté ici et pourra être annulé.',
      ),
    ];
  return [
    h('ol', { class: 'journal' }, ...items.map((item) => h('li', {}, entry(app, item)))),
    total <= items.length
      ? null
      : foot(
          offset > 0
            ? quietButton('Plus récentes', () => app.go('journal', { offset: Math.max(0, offset - PAGE) }))
            : null,
          offset + items.length < total
            ? quietButton('Plus anciennes', () => app.go('journal', { offset: offset + PAGE }))
            : null,
        ),
  ];
}

function entry(app: App, item: JournalItem): HTMLElement {
  const when = [item.day, item.time].filter((part) => part !== null).join(' à ');
  const label = item.action ?? item.id;
  return h(
    'article',
    { class: item.undo === 'done' ? 'card entry undone' : 'card entry' },
    h('h3', {}, label),
    h('p', { class: 'quiet' }, [when, item.who].filter((part) => part !== null && part !== '').join(' · ')),
    item.summary === null || item.summary === '' ? null : h('p', { class: 'long' }, item.summary),
    item.undo === 'done' ? h('p', { class: 'state' }, 'Annulée') : null,
    item.undoInput === null ? null : undo(app, item.undoInput, label),
  );
}

function undo(app: App, { id, tabs }: { id: string; tabs: readonly string[] }, label: string): HTMLElement {
  const button = undoButton('Annuler', () => app.act(undoAction(id, tabs, label)));
  button.setAttribute('aria-label', `Annuler « ${label} »`);
  return button;
}

function offsetOf(input: Readonly<Record<string, unknown>>): number {
  const offset = input['offset'];
  return typeof offset === 'number' ? offset : 0;
}
