/** What the fields of a form are, and how what was typed in them is read. */

/** A value and its French label. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Common {
  readonly name: string;
  readonly label: string;
  /** French, below the label. */
  readonly help?: string;
  readonly required?: boolean;
}

/** A line or several lines of text. */
export type TextField = Common & {
  readonly kind: 'text' | 'email' | 'tel' | 'url' | 'long';
  readonly value?: string | null;
  /** 500 when absent, 5,000 for a long text. */
  readonly most?: number;
};

/** One among several. */
export type ChoiceField = Common & {
  readonly kind: 'select' | 'pick';
  readonly value?: string | null;
  readonly choices: readonly Choice[];
};

/** The kinds of fields. Sums are given and read in cents; « pick » chooses in a long list by typing. */
export type Field =
  | TextField
  | ChoiceField
  | (Common & { readonly kind: 'date'; readonly value?: string | null })
  | (Common & { readonly kind: 'money'; readonly value?: number | null })
  | (Common & { readonly kind: 'number'; readonly value?: number | null; readonly decimals?: boolean })
  | (Common & { readonly kind: 'tick'; readonly value?: boolean })
  | (Common & { readonly kind: 'ticks'; readonly value?: readonly string[]; readonly choices: readonly Choice[] });

/** What a field holds, or why it cannot be used. */
export type FieldReading =
  | { readonly ok: true; readonly value: string | number | boolean | readonly string[] | null }
  | { readonly ok: false; readonly message: string };

/** The fields of one control. */
export type SingleField = Exclude<Field, { readonly kind: 'ticks' }>;

/** What she types or chooses in. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A reading that says what is wrong. */
export const wrong = (message: string): FieldReading => ({ ok: false, message });

/** What the control of a field holds. */
export function readControl(field: SingleField, control: Control): FieldReading {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return { ok: true, value: control.checked };
  // A date that was only half typed has an empty value.
  if (control.validity.badInput) return wrong('Cette date n’existe pas : tapez le jour, le mois et l’année.');
  const text = control.value.trim();
  if (text === '') return field.required === true ? wrong('Ce champ est nécessaire.') : { ok: true, value: null };
  if (field.kind === 'money') return sumOf(text);
  if (field.kind === 'number') return numberOf(text, field.decimals === true);
  if (field.kind === 'pick') return pickOf(text, field.choices);
  if (field.kind === 'date' && !control.validity.valid)
    return wrong('Cette date est hors du calendrier : vérifiez l’année.');
  return { ok: true, value: text };
}

function pickOf(text: string, choices: readonly Choice[]): FieldReading {
  const found = choices.find(({ label }) => label.toLowerCase() === text.toLowerCase());
  return found === undefined
    ? wrong('Choisissez dans la liste : ce nom n’y est pas.')
    : { ok: true, value: found.value };
}

/** « 1 250,50 » in cents. */
function sumOf(text: string): FieldReading {
  const bare = text.replace(/[\s\u00a0\u202f€]/gu, '').replace(',', '.');
  return /^-?\d{1,9}(?:\.\d{1,2})?$/u.test(bare)
    ? { ok: true, value: Math.round(Number(bare) * 100) }
    : wrong('Ce n’est pas un montant : tapez par exemple 385 ou 385,50.');
}

function numberOf(text: string, decimals: boolean): FieldReading {
  const bare = text.replace(/[\s\u00a0\u202f]/gu, '').replace(',', '.');
  if (decimals ? /^-?\d{1,9}(?:\.\d{1,4})?$/u.test(bare) : /^-?\d{1,9}$/u.test(bare))
    return { ok: true, value: Number(bare) };
  return wrong(decimals ? 'Tapez un nombre, par exemple 12,5.' : 'Tapez un nombre entier, par exemple 12.');
}
