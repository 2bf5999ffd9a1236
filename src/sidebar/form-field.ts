/** One field of a form: how it is drawn, and where its error is shown. */
import { h } from './dom.ts';
import type { Attributes } from './dom.ts';
import { readControl, wrong } from './field-value.ts';
import type { Choice, ChoiceField, Control, Field, FieldReading, SingleField, TextField } from './field-value.ts';

/** A field on the page. */
export interface LiveField {
  readonly name: string;
  readonly element: HTMLElement;
  readonly read: () => FieldReading;
  /** Shows an error under the field, or takes it away. */
  readonly complain: (message: string | null) => void;
  readonly focus: () => void;
}

/** The field with its label, help and error. */
export function formField(field: Field): LiveField {
  if (field.kind === 'ticks') return tickList(field);
  const id = `field-${field.name}`;
  const error = h('p', { class: 'field-error', id: `${id}-error`, hidden: true });
  const control = controlOf(field, id);
  control.setAttribute('aria-describedby', `${id}-error${field.help === undefined ? '' : ` ${id}-help`}`);
  if (field.required === true) control.setAttribute('aria-required', 'true');
  const help = field.help === undefined ? null : h('p', { class: 'quiet', id: `${id}-help` }, field.help);
  const label = h('label', { for: id }, field.label);
  const suggestions = field.kind === 'pick' ? suggestionsOf(field.choices, `${id}-list`) : null;
  const element =
    field.kind === 'tick'
      ? h('div', { class: 'field' }, h('div', { class: 'choice' }, control, label), help, error)
      : h('div', { class: 'field' }, label, help, control, suggestions, error);
  return {
    name: field.name,
    element,
    read: () => readControl(field, control),
    complain: (message) => {
      error.hidden = message === null;
      error.textContent = message;
      if (message === null) control.removeAttribute('aria-invalid');
      else control.setAttribute('aria-invalid', 'true');
    },
    focus: () => control.focus(),
  };
}

function controlOf(field: SingleField, id: string): Control {
  const common: Attributes = { id, name: field.name, autocomplete: 'off' };
  const line = (value: string, inputmode: string): HTMLInputElement =>
    h('input', { ...common, type: 'text', inputmode, value });
  switch (field.kind) {
    case 'select':
      return chosen(field, common);
    case 'pick': {
      const label = field.choices.find(({ value }) => value === field.value)?.label ?? '';
      return h('input', { ...common, type: 'text', list: `${id}-list`, value: label });
    }
    case 'tick':
      return h('input', { ...common, type: 'checkbox', checked: field.value === true });
    case 'date':
      return h('input', { ...common, type: 'date', value: field.value ?? null, min: '1900-01-01', max: '2199-12-31' });
    case 'money':
      return line(sumText(field.value ?? null), 'decimal');
    case 'number':
      return line(String(field.value ?? '').replace('.', ','), field.decimals === true ? 'decimal' : 'numeric');
    default:
      return textControl(field, common, line);
  }
}

function textControl(
  field: TextField,
  common: Attributes,
  line: (value: string, inputmode: string) => HTMLInputElement,
): Control {
  const element = field.kind === 'long' ? h('textarea', { ...common, rows: 4 }) : line(field.value ?? '', field.kind);
  element.maxLength = field.most ?? (field.kind === 'long' ? 5000 : 500);
  element.value = field.value ?? '';
  return element;
}

function chosen(field: ChoiceField, common: Attributes): HTMLSelectElement {
  const mustChoose = field.required === true && Boolean(field.value);
  const choices = mustChoose ? field.choices : [{ value: '', label: 'Choisir…' }, ...field.choices];
  const option = ({ value, label }: Choice): HTMLElement =>
    h('option', { value, selected: value === (field.value ?? '') }, label);
  return h('select', common, ...choices.map(option));
}

function suggestionsOf(choices: readonly Choice[], id: string): HTMLElement {
  return h('datalist', { id }, ...choices.map(({ label }) => h('option', { value: label })));
}

function sumText(cents: number | null): string {
  if (cents === null) return '';
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace('.', ',');
}

function tickList(field: Extract<Field, { readonly kind: 'ticks' }>): LiveField {
  const id = `field-${field.name}`;
  const error = h('p', { class: 'field-error', id: `${id}-error`, hidden: true });
  const boxes = field.choices.map(({ value, label }, index) => {
    const box = h('input', {
      type: 'checkbox',
      id: `${id}-${index}`,
      value,
      checked: field.value?.includes(value) === true,
    });
    return { box, row: h('div', { class: 'choice' }, box, h('label', { for: `${id}-${index}` }, label)) };
  });
  return {
    name: field.name,
    element: h(
      'fieldset',
      { class: 'field', 'aria-describedby': `${id}-error` },
      h('legend', {}, field.label),
      field.help === undefined ? null : h('p', { class: 'quiet' }, field.help),
      ...boxes.map(({ row }) => row),
      error,
    ),
    read: () => {
      const value = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
      return field.required === true && value.length === 0 ? wrong('Cochez au moins une case.') : { ok: true, value };
    },
    complain: (message) => {
      error.hidden = message === null;
      error.textContent = message;
    },
    focus: () => boxes[0]?.box.focus(),
  };
}
