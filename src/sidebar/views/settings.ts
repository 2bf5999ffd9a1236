/** « Réglages »: the fee grid of a year and every setting by group, each with its button. */
import type { SettingItem, SettingsView } from '../../core/views/settings.ts';
import { h } from '../dom.ts';
import { quietButton } from '../flow/panel.ts';
import { select } from '../flow/question.ts';
import type { Field } from '../field-value.ts';
import type { Form } from '../form.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

/** The view of settings. */
export const settings = defineView<SettingsView>({
  name: 'settings',
  label: 'Réglages',
  load: async (server, input) => answerWith<SettingsView>(await server.look('settings', input), 'groups'),
  draw: (app, { groups, fees }) => [
    h('h2', { tabindex: '-1' }, 'Réglages'),
    feeTable(app, fees),
    ...groups.map(({ group, items }) =>
      h(
        'section',
        { class: 'part' },
        h('h3', {}, group),
        h('ul', { class: 'settings' }, ...items.map((item) => h('li', {}, settingLine(item)))),
        quietButton(`Modifier « ${group} »`, () => app.ask(groupForm(group, items))),
      ),
    ),
  ],
});

function feeTable(app: App, fees: SettingsView['fees']): HTMLElement {
  const rows = fees.items.map(({ label, value, from }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, label, from === null ? null : h('span', { class: 'quiet' }, ` (${from})`)),
      h('td', { class: 'amount' }, `${value} €`),
    ),
  );
  return h(
    'section',
    { class: 'part' },
    h('h3', {}, 'Tarifs des cotisations'),
    select({
      id: 'fees-year',
      label: 'Année des tarifs',
      value: String(fees.year),
      choices: fees.years.map((year) => ({ value: String(year), label: `Année ${year}` })),
      choose: (year) => app.go('settings', { year: Number(year) }),
    }),
    h('table', { class: 'fees' }, h('tbody', {}, ...rows)),
    quietButton(`Modifier les tarifs ${fees.year}`, () => app.ask(feesForm(fees))),
  );
}

function settingLine({ label, help, shown, isDefault }: SettingItem): HTMLElement {
  return h(
    'div',
    {},
    h('h4', {}, label),
    h(
      'p',
      {},
      h('strong', {}, shown),
      isDefault && shown !== 'vide' ? h('span', { class: 'quiet' }, ' (d’origine)') : null,
    ),
    h('p', { class: 'quiet' }, help),
  );
}

function feesForm({ year, items }: SettingsView['fees']): Form {
  return {
    title: `Tarifs ${year}`,
    intro: 'Les cotisations déjà appelées gardent leur montant.',
    fields: items.map(({ key, label, value }): Field => ({
      kind: 'money',
      name: key,
      label: `${label.charAt(0).toUpperCase()}${label.slice(1)} (€)`,
      value: Math.round(Number(value.replace(',', '.')) * 100),
      required: true,
    })),
    action: (values) => ({
      command: 'edit-settings',
      input: {
        values: items.map(({ key }) => ({ key, value: String((values.cents(key) ?? 0) / 100).replace('.', ',') })),
      },
      title: `Tarifs ${year}`,
      yes: 'Enregistrer ces tarifs',
    }),
  };
}

function groupForm(group: string, items: readonly SettingItem[]): Form {
  return {
    title: `Réglages : ${group}`,
    intro: 'Un champ vidé reprend sa valeur d’origine.',
    fields: items.map(settingField),
    action: (values) => {
      const changed = items
        .map((item) => ({ key: item.key, value: values.text(item.key) ?? '', before: item.value }))
        .filter(({ value, before }) => value !== before);
      if (changed.length === 0) return { errors: { [items[0]?.key ?? '']: 'Rien n’est changé.' } };
      return {
        command: 'edit-settings',
        input: { values: changed.map(({ key, value }) => ({ key, value })) },
        title: `Réglages : ${group}`,
        yes: 'Enregistrer ces réglages',
      };
    },
  };
}

function settingField({ key, label, help, kind, value }: SettingItem): Field {
  if (kind === 'yes_no')
    return {
      kind: 'select',
      name: key,
      label,
      help,
      value,
      choices: ['oui', 'non'].map((one) => ({ value: one, label: one })),
    };
  if (typeof kind === 'object')
    return {
      kind: 'select',
      name: key,
      label,
      help,
      value,
      choices: Object.entries(kind).map(([one, text]) => ({ value: one, label: text })),
    };
  return { kind: 'text', name: key, label, help, value, most: 1000 };
}
