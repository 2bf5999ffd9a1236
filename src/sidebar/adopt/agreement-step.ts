/** Step 4: the counts that must agree, what will be created, what is doubtful; then she says yes. */
import type { Accounting, AdoptDetails, TabDetails } from '../../core/adoption/details.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { changeList, notice, part, problemList, summaryList } from '../flow/preview.ts';
import { count, number } from '../french.ts';
import { icon } from '../icons.ts';
import { intro, table } from './parts.ts';
import type { StepParts } from './parts.ts';

/** The content of the step; `toQuestions` leads back to what waits for an answer. */
export function agreementStep({ preview, details }: StepParts, toQuestions: () => void): readonly Child[] {
  return [
    intro('Avant d’accepter', 'Rien n’est encore fait. Vos onglets d’origine resteront exactement comme ils sont.'),
    preview.refusal === null ? null : notice('alert', preview.refusal, 'warning'),
    preview.state === 'question' ? waitingNotice(toQuestions) : null,
    summaryList(preview.summary),
    refreshed(details),
    h(
      'div',
      { class: 'two-columns' },
      h('div', {}, changeList(preview.changes)),
      h('div', {}, problemList(preview.problems, details.checks)),
    ),
    accounts(details),
    controls(details.tabs),
  ];
}

function waitingNotice(toQuestions: () => void): HTMLElement {
  const box = notice('alert', 'Une réponse est attendue avant de pouvoir adopter.', 'warning');
  box.append(h('button', { type: 'button', class: 'link', onclick: toQuestions }, 'Voir la question'));
  return box;
}

function refreshed({ refresh }: AdoptDetails): Child {
  if (refresh === null) return null;
  const lines = [
    [refresh.added, 'nouvelle fiche', 'nouvelles fiches'],
    [refresh.updated, 'fiche mise à jour', 'fiches mises à jour'],
    [
      refresh.conflicts,
      'désaccord à trancher, laissé dans « À vérifier »',
      'désaccords à trancher, laissés dans « À vérifier »',
    ],
    [refresh.gone, 'fiche dont la ligne d’origine a disparu', 'fiches dont la ligne d’origine a disparu'],
  ] as const;
  const found = lines.filter(([amount]) => amount > 0);
  if (found.length === 0) return null;
  return part(
    'Depuis la dernière fois',
    h('ul', {}, ...found.map(([amount, one, many]) => h('li', {}, count(amount, one, many)))),
  );
}

function accounts({ tabs, accounting }: AdoptDetails): HTMLElement {
  const read = tabs.filter(({ leftAlone }) => !leftAlone);
  const row = (name: string, numbers: Accounting): (Node | string)[] => [
    name,
    number(numbers.mapped),
    number(numbers.kept),
    number(numbers.structure),
    number(numbers.mapped + numbers.kept + numbers.structure),
    number(numbers.total),
    agreement(numbers),
  ];
  return part(
    'Chaque cellule est comptée',
    h(
      'p',
      { class: 'quiet' },
      'Une cellule remplie devient une donnée, reste à vous (colonne ou note), ou fait partie de la mise en page (titre, section, total). La somme doit égaler ce que l’onglet contient.',
    ),
    table({
      label: 'Cellules comptées par onglet',
      kind: 'accounts',
      headings: ['Onglet', 'Données', 'Gardées à vous', 'Mise en page', 'Somme', 'Dans l’onglet', ''],
      rows: [...read.map((tab) => row(tab.title, tab.accounting)), row('Ensemble', accounting)],
    }),
  );
}

function agreement({ mapped, kept, structure, total }: Accounting): HTMLElement {
  const agree = mapped + kept + structure === total;
  return h(
    'span',
    { class: agree ? 'mark good' : 'mark error' },
    icon(agree ? 'check' : 'alert'),
    agree ? 'Exact' : 'Écart',
  );
}

function controls(tabs: readonly TabDetails[]): Child {
  const rows = tabs.flatMap((tab) => tab.controls.map((control) => ({ tab: tab.title, ...control })));
  const wrong = rows.filter(({ matches }) => !matches);
  if (rows.length === 0) return null;
  if (wrong.length === 0)
    return part(
      'Vos totaux',
      h('p', {}, `${count(rows.length, 'total écrit')} dans vos onglets : tout correspond au calcul.`),
    );
  return part(
    'Vos totaux',
    h(
      'p',
      { class: 'quiet' },
      `${rows.length - wrong.length} sur ${rows.length} correspondent au calcul. Les autres sont dans « À vérifier ».`,
    ),
    table({
      label: 'Totaux qui diffèrent',
      kind: 'controls',
      headings: ['Onglet', 'Total', 'Écrit', 'Calculé'],
      rows: wrong.map(({ tab, label, declared, computed }) => [tab, label, declared, computed]),
    }),
  );
}
