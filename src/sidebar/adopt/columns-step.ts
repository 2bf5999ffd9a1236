/** Step 2: for each tab, what every column becomes, with values read in it. */
import type { ColumnDetails, TabDetails } from '../../core/adoption/details.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { select } from '../flow/question.ts';
import { enumeration } from '../../core/french.ts';
import { chooseColumn, columnValue, CUSTOM, kindOf } from './choices.ts';
import { confidenceMark, intro, table } from './parts.ts';
import type { StepParts } from './parts.ts';

/** The content of the step. */
export function columnsStep(parts: StepParts): readonly Child[] {
  const tabs = parts.details.tabs.filter(({ leftAlone }) => !leftAlone);
  const current = tabs.find(({ title }) => title === parts.tab) ?? tabs[0];
  const head = intro(
    'Ce que devient chaque colonne',
    'Une colonne que Régie ne connaît pas reste à vous : elle est reprise à droite du nouvel onglet, avec son titre.',
  );
  if (current === undefined) return [head, h('p', { class: 'empty' }, 'Aucun onglet n’est repris pour l’instant.')];
  return [head, h('div', { class: 'two-panes' }, tabList(tabs, current, parts), columnTable(parts, current))];
}

function tabList(tabs: readonly TabDetails[], current: TabDetails, { lookAt }: StepParts): HTMLElement {
  return h(
    'nav',
    { class: 'tab-list', 'aria-label': 'Onglets repris' },
    ...tabs.map((tab, index) => {
      const doubtful = tab.columns.filter(({ confidence, chosen }) => confidence === 'doubtful' && !chosen).length;
      return h(
        'button',
        {
          type: 'button',
          id: `columns-of-${index}`,
          'aria-current': tab === current ? 'true' : null,
          onclick: () => lookAt(tab.title),
        },
        h('span', { class: 'tab-name' }, tab.title),
        h('span', { class: 'quiet' }, doubtful === 0 ? tab.kindLabel : `${doubtful} à confirmer`),
      );
    }),
  );
}

function columnTable(parts: StepParts, tab: TabDetails): HTMLElement {
  const rows = tab.columns.map((column) => [
    column.letters,
    h('span', { class: column.header === null ? 'quiet' : 'tab-name' }, column.header ?? 'sans titre'),
    samples(column),
    h('div', {}, fieldList(parts, tab, column), hint(column)),
    confidenceMark(column.confidence, column.chosen),
  ]);
  return h(
    'div',
    { class: 'columns' },
    table({
      label: `Colonnes de « ${tab.title} »`,
      kind: 'fields',
      headings: ['', 'Titre', 'Exemples', 'Devient', 'Confiance'],
      rows,
    }),
  );
}

function samples({ samples: values }: ColumnDetails): HTMLElement {
  if (values.length === 0) return h('span', { class: 'quiet' }, 'vide');
  const text = values.join(' · ');
  return h('span', { class: 'samples', title: text }, text);
}

function fieldList({ details, input, change }: StepParts, tab: TabDetails, column: ColumnDetails): HTMLElement {
  const fields = details.kinds.find(({ kind }) => kind === kindOf(tab))?.fields ?? [];
  const known = fields.map(({ field, label }) => ({ value: field, label }));
  const value = columnValue(column);
  const unlisted = value !== CUSTOM && !fields.some(({ field }) => field === value);
  return select({
    id: `column-${column.letters}`,
    label: `La colonne ${column.letters} devient`,
    value,
    choices: [
      ...(unlisted ? [{ value, label: column.fieldLabel }] : []),
      ...known,
      { value: CUSTOM, label: value === CUSTOM ? column.fieldLabel : 'Colonne à vous' },
    ],
    choose: (field) => change(chooseColumn(input, tab.title, { letters: column.letters, field })),
  });
}

function hint({ alternatives, chosen }: ColumnDetails): Child {
  if (chosen || alternatives.length === 0) return null;
  const names = enumeration(alternatives.map(({ label }) => `« ${label} »`));
  return h('p', { class: 'quiet hint' }, `Pourrait aussi être ${names}.`);
}
