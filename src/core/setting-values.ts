/** Values of settings as she types them: checked, and brought to the one form in which they are kept. */
import { frenchDay, isDay } from './day.ts';
import { readEmails } from './reading/values/email.ts';
import { readYesNo } from './reading/values/yes-no.ts';
import { euros, french, quoted } from './french.ts';
import { centsIn, feeLabel, feeOfKey } from './dues/rules.ts';
import { settingDefinitions } from './settings.ts';
import type { SettingKind } from './settings.ts';
import type { Setting } from './tables/setting.ts';

/** What may be typed for a setting; "money" is a fee of the grid. */
export type ValueKind = SettingKind | 'money' | 'text';

/** A setting that may be changed: one of Régie, a fee of the grid, or another row of « Réglages ». */
export interface Changeable {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly kind: ValueKind;
  readonly default: string;
}

/** The value in its one form (null: none, the default is in force), or the French reason why it cannot be. */
export type SettingReading =
  { readonly ok: true; readonly value: string | null } | { readonly ok: false; readonly why: string };

/** The setting of that key, or null when nothing is called so. */
export function changeableSetting(key: string, settings: readonly Setting[]): Changeable | null {
  const known = settingDefinitions.find((definition) => definition.key === key);
  if (known !== undefined) return { ...known, kind: known.accepts ?? 'text' };
  const fee = feeOfKey(key);
  if (fee !== null)
    return {
      key,
      label: feeLabel(fee.year, fee.affiliation),
      help: 'Le tarif de cette année pour ce statut ; repris les années suivantes tant qu’un autre n’est pas fixé.',
      kind: 'money',
      default: '',
    };
  const row = settings.find((setting) => setting.key === key);
  return row === undefined ? null : { key, label: row.label ?? key, help: row.help ?? '', kind: 'text', default: '' };
}

/** Reads what she typed for a setting. */
export function readSetting(kind: ValueKind, typed: string): SettingReading {
  const text = typed.trim();
  if (text === '') return { ok: true, value: null };
  if (typeof kind === 'object') return readChoice(kind, text);
  return readers[kind](text);
}

/** The value as she reads it. */
export function shownSetting(kind: ValueKind, value: string | null): string {
  if (value === null || value === '') return 'vide';
  if (typeof kind === 'object') return Object.hasOwn(kind, value) ? (kind[value] ?? value) : value;
  const cents = kind === 'money' ? centsIn(value) : null;
  return cents === null ? value : euros(cents);
}

const good = (value: string): SettingReading => ({ ok: true, value });
const bad = (why: string): SettingReading => ({ ok: false, why });

const readers: Readonly<Record<Exclude<ValueKind, object>, (text: string) => SettingReading>> = {
  text: good,
  whole: (text) => whole(text, { most: 9999, why: 'tapez un nombre entier, par exemple 30' }),
  percent: (text) => whole(text.replace(/\s*%$/u, ''), { most: 100, why: 'tapez un pourcentage de 0 à 100' }),
  month: (text) => whole(text, { least: 1, most: 12, why: 'tapez un mois de 1 à 12, ou laissez vide' }),
  yes_no: (text) => {
    const { value } = readYesNo(text);
    return value === null ? bad('tapez oui ou non') : good(value ? 'oui' : 'non');
  },
  day: readCivilDay,
  day_month: readDayMonth,
  email: (text) => {
    const [first, ...others] = readEmails(text);
    return typeof first?.value === 'string' && others.length === 0
      ? good(first.value)
      : bad('tapez une seule adresse e-mail');
  },
  money: (text) => {
    const cents = centsIn(text);
    return cents === null || cents > 100_000_000
      ? bad('tapez un montant, par exemple 180 ou 180,50')
      : good(String(cents / 100).replace('.', ','));
  },
};

/** « 24/12/2002 » and nothing else, so that it is kept as it is shown. */
function readCivilDay(text: string): SettingReading {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text) ?? [];
  const civil = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(civil) ? good(frenchDay(civil)) : bad('tapez une date, par exemple 24/12/2002');
}

function whole(text: string, { least = 0, most, why }: { least?: number; most: number; why: string }): SettingReading {
  const value = /^\d{1,6}$/u.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? good(String(value)) : bad(why);
}

function readDayMonth(text: string): SettingReading {
  const [, day, month] = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})$/u.exec(text) ?? [];
  const most = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  if (day === undefined || month === undefined || Number(day) < 1 || Number(day) > most)
    return bad('tapez un jour et un mois, par exemple 31/03');
  return good(`${day.padStart(2, '0')}/${month.padStart(2, '0')}`);
}

function readChoice(choices: Readonly<Record<string, string>>, text: string): SettingReading {
  const found = Object.entries(choices).find(([value, label]) => value === text || label === text);
  return found === undefined
    ? bad(french`choisissez parmi ${Object.values(choices).map(quoted).join(', ')}`)
    : good(found[0]);
}
