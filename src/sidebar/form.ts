/** A small form in the sidebar: fields with their French errors, then the preview of what it asks for. */
import { announce, h } from './dom.ts';
import type { Action } from './flow/flow.ts';
import { foot, mainButton, quietButton } from './flow/panel.ts';
import { notice } from './flow/preview.ts';
import { formField } from './form-field.ts';
import type { LiveField } from './form-field.ts';
import type { Field } from './field-value.ts';

/** What she typed, read by the names of the fields; an empty field is null. */
export interface FormValues {
  readonly text: (name: string) => string | null;
  /** « YYYY-MM-DD ». */
  readonly day: (name: string) => string | null;
  readonly cents: (name: string) => number | null;
  readonly number: (name: string) => number | null;
  readonly flag: (name: string) => boolean;
  readonly list: (name: string) => readonly string[];
}

/** What does not go together, by field; shown beside the fields. */
export interface FormErrors {
  readonly errors: Readonly<Record<string, string>>;
}

/** A form to open with `app.ask`. */
export interface Form {
  readonly title: string;
  /** French: what happens then; above the fields. */
  readonly intro?: string;
  readonly fields: readonly Field[];
  /** The button that leads to the preview; « Voir ce qui va changer » when absent. */
  readonly next?: string;
  /** The action that the values ask for, or what is wrong with them. */
  readonly action: (values: FormValues) => Action | FormErrors;
}

interface FormMoves {
  readonly act: (action: Action) => void;
  readonly leave: () => void;
}

/** The form as elements of a panel; it keeps what was typed, so the same elements may come back after a preview. */
export function formBody(form: Form, { act, leave }: FormMoves): readonly HTMLElement[] {
  const fields = form.fields.map((field) => formField(field));
  const trouble = h('div', {});
  const refuse = (errors: Readonly<Record<string, string>>): void => {
    const wrong = fields.filter(({ name, complain }) => {
      complain(errors[name] ?? null);
      return errors[name] !== undefined;
    });
    const text = wrong.length === 1 ? 'Un champ est à corriger.' : 'Des champs sont à corriger.';
    trouble.replaceChildren(...(wrong.length === 0 ? [] : [notice('alert', text, 'warning')]));
    if (wrong.length > 0) announce(text);
    wrong[0]?.focus();
  };
  const submit = (): void => {
    const errors = errorsOf(fields);
    if (Object.keys(errors).length > 0) return refuse(errors);
    const asked = form.action(valuesOf(fields));
    if ('errors' in asked) return refuse(asked.errors);
    refuse({});
    act(asked);
  };
  const element = h(
    'form',
    { class: 'form', novalidate: true },
    form.intro === undefined ? null : h('p', { class: 'quiet' }, form.intro),
    trouble,
    ...fields.map((field) => field.element),
    foot(mainButton(form.next ?? 'Voir ce qui va changer', submit), quietButton('Ne rien faire', leave)),
  );
  element.addEventListener('submit', (event) => event.preventDefault());
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    submit();
  });
  return [h('h2', { tabindex: '-1', 'data-focus': '' }, form.title), element];
}

function errorsOf(fields: readonly LiveField[]): Record<string, string> {
  const pairs = fields.flatMap(({ name, read }): [string, string][] => {
    const reading = read();
    return reading.ok ? [] : [[name, reading.message]];
  });
  return Object.fromEntries(pairs);
}

function valuesOf(fields: readonly LiveField[]): FormValues {
  const values = new Map(
    fields.map(({ name, read }) => {
      const reading = read();
      return [name, reading.ok ? reading.value : null] as const;
    }),
  );
  const text = (name: string): string | null => {
    const value = values.get(name);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const number = (name: string): number | null => {
    const value = values.get(name);
    return typeof value === 'number' ? value : null;
  };
  return {
    text,
    day: text,
    cents: number,
    number,
    flag: (name) => values.get(name) === true,
    list: (name) => {
      const value = values.get(name) ?? [];
      return typeof value === 'object' ? value : [];
    },
  };
}
