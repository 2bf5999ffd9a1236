/** « Annuaire »: the members who agreed to be in it, by activity, with the rule at its head; made to be printed. */
import { plural } from '../adoption/labels.ts';
import { looks } from '../dress.ts';
import { french } from '../french.ts';
import { generated } from '../generated.ts';
import type { Generated, SheetRow } from '../generated.ts';
import { activities } from '../tables/member.ts';
import type { Cell, Grid } from '../workbook.ts';
import { directoryColumns } from './columns.ts';
import type { ActivityCode, Directory, DirectoryEntry } from './entries.ts';

/** The title of the generated tab. */
export const DIRECTORY_SHEET = 'Annuaire';

const WIDTH = directoryColumns.length;
/** Title, stamp, four lines of rule, a blank, the headers. */
const HEAD = 8;

/** The sections, as their titles say them. */
const sectionTitles: Readonly<Record<ActivityCode, string>> = {
  label: 'Labels',
  producer: 'Producteurs',
  booker: 'Tourneurs',
  manager: 'Managers d’artistes',
  publisher: 'Éditeurs',
  press_officer: 'Attachés de presse',
  innovation_expert: 'Experts en innovation musicale',
  other: 'Autres activités',
};
const NO_ACTIVITY = 'Activité non précisée';
const NOBODY = 'Aucune structure n’a encore donné son accord.';

/** What the sheet is built from. */
export interface DirectorySheetParts {
  readonly title: string;
  readonly stamp: string;
  readonly directory: Pick<Directory, 'entries' | 'counted'>;
}

/** The whole tab; a member of several activities stands under each of them. */
export function directorySheet({ title, stamp, directory }: DirectorySheetParts): Generated {
  const sections = sectionsOf(directory.entries);
  const rows: SheetRow[] = [
    { cells: [title], looks: [{ from: 0, to: WIDTH, look: looks.title }] },
    { cells: [stamp], looks: [{ from: 0, to: WIDTH, look: looks.subtitle }] },
    ...rules(directory).map((text) => ({
      cells: [text],
      looks: [{ from: 0, to: WIDTH, look: { color: '#3c4043' } }],
    })),
    { cells: [] },
    { cells: directoryColumns.map(({ header }) => header), looks: [{ from: 0, to: WIDTH, look: looks.header }] },
    ...sections.flatMap(({ label, entries }) => [
      { cells: [label], looks: [{ from: 0, to: WIDTH, look: looks.section }] },
      ...entries.map(entryRow),
    ]),
    ...(sections.length > 0 ? [] : [{ cells: [NOBODY] }]),
  ];
  return generated(rows, {
    widths: directoryColumns.map(({ width }) => width),
    frozenRows: HEAD,
    hideGridlines: true,
    tabColor: '#188038',
    protection:
      'Cet onglet est reconstruit par Régie : modifiez plutôt « Adhérents », « Contacts » ou les consentements.',
  });
}

function rules({ entries, counted }: DirectorySheetParts['directory']): readonly string[] {
  const others = counted - entries.length;
  const rest =
    others === 0
      ? ''
      : others === 1
        ? ' L’autre structure n’a pas donné son accord, ou pas encore : elle n’est pas nommée.'
        : french` Les ${others} autres n’ont pas donné leur accord, ou pas encore : elles ne sont pas nommées.`;
  return [
    french`${plural(entries.length, 'structure')} sur ${plural(counted, 'adhérent')}, par activité ; qui en a plusieurs est sous chacune.${rest}`,
    'Nom, coordonnées, présentation : chaque mention n’est là que parce que la structure l’a acceptée. Une personne n’est nommée, et jointe, qu’avec son propre accord.',
    'L’adresse ou le numéro d’une personne demande l’accord de cette personne ; une adresse générique (contact@…) est celle de la structure.',
    'Un accord retiré disparaît à la construction suivante. Qui est parti, seulement candidat ou en double n’y est jamais.',
  ];
}

interface Section {
  readonly label: string;
  readonly entries: readonly DirectoryEntry[];
}

function sectionsOf(entries: readonly DirectoryEntry[]): readonly Section[] {
  const codes = (Object.keys(activities) as ActivityCode[]).filter((code) => code !== 'other');
  const of = (code: ActivityCode): Section => ({
    label: sectionTitles[code],
    entries: entries.filter((entry) => entry.activities.some((activity) => activity.code === code)),
  });
  const known = codes.map(of).sort((a, b) => a.label.localeCompare(b.label, 'fr'));
  const without = { label: NO_ACTIVITY, entries: entries.filter((entry) => entry.activities.length === 0) };
  return [...known, of('other'), without].filter((section) => section.entries.length > 0);
}

function entryRow(entry: DirectoryEntry): SheetRow {
  return {
    cells: directoryColumns.map(({ lines }): Cell => {
      const text = lines(entry).join('\n');
      return text === '' ? null : text;
    }),
    looks: [
      { from: 0, to: WIDTH, look: { ...looks.text, wrap: true, vertical: 'TOP', bottomLine: '#dadce0' } },
      { from: 0, to: 1, look: { bold: true } },
    ],
  };
}

/** The names in a tab built before of which it says more than it may now: they left, or took an agreement back. */
export function saidTooMuch(current: Grid, entries: readonly DirectoryEntry[]): readonly string[] {
  const allowed = new Map<string, Set<string>>();
  for (const entry of entries) {
    const lines = directoryColumns.flatMap(({ header, lines: of }) => of(entry).flatMap((text) => keys(header, text)));
    allowed.set(entry.name, new Set([...(allowed.get(entry.name) ?? []), ...lines]));
  }
  const titles = new Set([...Object.values(sectionTitles), NO_ACTIVITY, NOBODY]);
  const names = current.slice(HEAD).flatMap((row): string[] => {
    const texts = directoryColumns.map((_, column) => {
      const cell = row[column] ?? null;
      return cell === null || typeof cell === 'object' ? '' : String(cell);
    });
    const [name = '', ...others] = texts;
    if ((titles.has(name) || name === '') && others.every((text) => text === '')) return [];
    const mine = allowed.get(name);
    const isAllowed = directoryColumns.every(({ header }, column) =>
      keys(header, texts[column] ?? '').every((key) => mine?.has(key) === true),
    );
    return isAllowed ? [] : [name];
  });
  return [...new Set(names)];
}

function keys(header: string, text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${header}\u0000${line}`);
}
