/** « Cette semaine »: before adoption one call, afterwards what is left to check and what to do next. */
import type { CheckCounts, HomeView } from '../../core/views/home.ts';
import type { Step } from '../../core/week/step.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { notice, severityMark } from '../flow/preview.ts';
import { count, number } from '../french.ts';
import { icon } from '../icons.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

/** The view that the sidebar opens on. */
export const home = defineView<HomeView>({
  name: 'home',
  label: 'Cette semaine',
  load: async (server, input) => answerWith<HomeView>(await server.look('home', input), 'steps'),
  draw: (app, data) => {
    app.badge('checks', data.checks.total);
    return data.adopted ? adoptedHome(app, data) : firstHome(app);
  },
});

function firstHome(app: App): readonly Child[] {
  return [
    h('h2', { tabindex: '-1' }, 'Bienvenue dans Régie'),
    h(
      'div',
      { class: 'card call' },
      h('h3', {}, 'Adopter ce classeur'),
      h(
        'p',
        {},
        'Régie lit vos onglets tels qu’ils sont et prépare à côté des onglets propres : adhérents, espaces, séances, budget.',
      ),
      h(
        'p',
        {},
        'Vos onglets ne changent pas. Vous voyez tout avant d’accepter, et une seule annulation suffit pour revenir en arrière.',
      ),
      mainButton('Adopter ce classeur', () => app.openDialog('adopt')),
      quietButton('Lire d’abord le guide', () => app.openDialog('guide')),
    ),
  ];
}

function adoptedHome(
  app: App,
  { association, year, checks, news, figures, steps, moreSteps }: HomeView,
): readonly Child[] {
  const name = [association, year === null ? null : String(year)].filter((part) => part !== null).join(' · ');
  return [
    h('h2', { tabindex: '-1' }, 'Cette semaine'),
    name === '' ? null : h('p', { class: 'quiet under' }, name),
    ...news.map((sentence) => notice('check', sentence, 'success')),
    checks.total === 0 ? null : checkCard(app, checks),
    steps.length === 0
      ? h('p', {}, 'Rien d’urgent cette semaine.')
      : h('ul', { class: 'todo' }, ...steps.map((step) => h('li', {}, stepCard(app, step)))),
    moreSteps === 0
      ? null
      : quietButton(`Voir ${count(moreSteps, 'autre chose à faire', 'autres choses à faire')}`, () =>
          app.go('home', { all: true }),
        ),
    figures.length === 0
      ? null
      : h(
          'section',
          { class: 'part' },
          h('h3', {}, 'Votre classeur'),
          h('ul', { class: 'figures' }, ...figures.map((figure) => h('li', {}, figureButton(app, figure)))),
        ),
  ];
}

function checkCard(app: App, checks: CheckCounts): HTMLElement {
  const levels = (['error', 'warning', 'info'] as const).filter((level) => checks[level] > 0);
  return h(
    'div',
    { class: 'card' },
    h('h3', {}, count(checks.total, 'point à vérifier', 'points à vérifier')),
    h(
      'ul',
      { class: 'levels' },
      ...levels.map((level) =>
        h('li', {}, severityMark(level, checks[level]), h('span', { class: 'amount' }, number(checks[level]))),
      ),
    ),
    mainButton('Vérifier un par un', () => app.go('checks')),
  );
}

function stepCard(app: App, step: Step): HTMLElement {
  const done = step.tone === 'done';
  const name = done ? 'check' : step.tone === 'urgent' ? 'alert' : 'arrow';
  return h(
    'div',
    { class: `step ${step.tone}` },
    icon(name),
    h(
      'div',
      {},
      h('h4', {}, step.title, done && h('span', { class: 'hidden-text' }, ' (fait)')),
      step.text === '' ? null : h('p', {}, step.text),
      step.button === '' ? null : quietButton(step.button, () => doStep(app, step)),
    ),
  );
}

function doStep(app: App, { action, title, button }: Step): void {
  switch (action.do) {
    case 'dialog':
      app.openDialog(action.dialog);
      break;
    case 'command':
      app.act({ command: action.command, input: action.input, title, yes: button });
      break;
    case 'view':
      app.go(action.view, action.input);
      break;
    case 'goTo':
      app.goTo(action.tab, action.cell);
      break;
  }
}

function figureButton(app: App, { tab, noun, count: amount }: HomeView['figures'][number]): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'figure', onclick: () => app.goTo(tab, 'A1'), title: `Voir l’onglet « ${tab} »` },
    h('strong', {}, number(amount)),
    h('span', {}, noun),
  );
}
