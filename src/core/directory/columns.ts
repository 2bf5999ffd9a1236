/** What is shown of an entry, column by column: the tab and the files of the site say the same. */
import type { DirectoryEntry } from './entries.ts';

/** A column of the directory; an entry gives it no line, one, or several. */
export interface DirectoryColumn {
  readonly header: string;
  readonly width: number;
  readonly lines: (entry: DirectoryEntry) => readonly string[];
}

const known = (texts: readonly (string | null)[]): readonly string[] => texts.filter((text) => text !== null);

/** The columns, the name first. */
export const directoryColumns: readonly DirectoryColumn[] = [
  { header: 'Structure', width: 190, lines: ({ name }) => [name] },
  { header: 'Activités', width: 140, lines: ({ activities }) => activities.map(({ label }) => label) },
  { header: 'Présentation', width: 250, lines: ({ presentation }) => known([presentation]) },
  {
    header: 'Personnes',
    width: 150,
    lines: ({ people }) => people.map(({ name, role }) => (role === null ? name : `${name} (${role})`)),
  },
  {
    header: 'E-mail',
    width: 240,
    lines: ({ email, people }) => unique(known([email, ...people.map((person) => person.email)])),
  },
  {
    header: 'Téléphone',
    width: 110,
    lines: ({ phone, people }) => unique(known([phone, ...people.map((person) => person.phone)])),
  },
  { header: 'Site web', width: 180, lines: ({ website }) => known([website]) },
];

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
