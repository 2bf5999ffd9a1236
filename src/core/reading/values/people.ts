/** People named in one cell. */
import type { Shown } from '../../workbook.ts';
import { clean, fold, saysNothing, saysUnknown, textOf } from './text.ts';

interface Person {
  readonly name: string;
}

/** The people of a cell; several in one cell are only a proposal, to be confirmed. */
export interface PeopleReading {
  readonly people: readonly Person[];
  readonly toConfirm: boolean;
}

const CIVILITIES = new Set(['m', 'mr', 'mme', 'mlle', 'me', 'dr', 'monsieur', 'madame', 'maitre']);

/** The people of a cell in their typed form; « ? », « - » and an empty cell give none. */
export function readPeople(shown: Shown): PeopleReading {
  const text = textOf(shown);
  if (text === '' || saysUnknown(text) || saysNothing(text)) return { people: [], toConfirm: false };
  const lines = typeof shown === 'string' ? shown : text;
  const names = lines
    .split(/[;/&+\n\r|]|\s(?:et|and)\s/iu)
    .flatMap(splitComma)
    .map(clean)
    .filter((name) => /\p{L}/u.test(name));
  const people = withFamilyName(names).map((name) => ({ name }));
  return { people, toConfirm: people.length > 1 };
}

function splitComma(text: string): readonly string[] {
  const parts = text.split(',');
  const [family = '', given = ''] = parts;
  const isFamilyFirst = parts.length === 2 && family === family.toUpperCase() && given !== given.toUpperCase();
  return isFamilyFirst ? [clean(text)] : parts;
}

function withFamilyName(names: readonly string[]): readonly string[] {
  const [first = '', second] = names;
  if (second === undefined || !CIVILITIES.has(fold(first))) return names;
  return [`${first} ${second.split(' ').at(-1) ?? ''}`, ...names.slice(1)];
}
