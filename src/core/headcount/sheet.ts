/** « Effectifs »: members by affiliation at the end of each year and on a day, as live formulas over the list below them. */
import { plural } from '../adoption/labels.ts';
import { formula } from '../budget-formulas.ts';
import { frenchDay, serialOf } from '../day.ts';
import type { Day } from '../day.ts';
import { looks } from '../dress.ts';
import type { Chart, Look } from '../dress.ts';
import { enumeration, french, frenchDate } from '../french.ts';
import { generated } from '../generated.ts';
import type { Generated, SheetRow } from '../generated.ts';
import { columnLetters } from '../workbook.ts';
import type { Cell } from '../workbook.ts';
import { countedAs } from './counts.ts';
import type { CountedAs, Headcount, HeadcountRow } from './counts.ts';
import type { Milestone, Milestones } from './milestones.ts';

/** Title of the generated tab. */
export const HEADCOUNT_SHEET = 'Effectifs';

/** What the sheet is built from. */
export interface HeadcountSheetParts {
  readonly title: string;
  readonly stamp: string;
  readonly headcount: Headcount;
  readonly milestones: Milestones;
  /** « 24/12/2002 : 20 ans »; null when the day is not known. */
  readonly founded: { readonly day: Day; readonly years: number } | null;
}

/** How a member is counted, in few words: they stand in every cell of the list. */
export const kindLabels: Readonly<Record<CountedAs, string>> = {
  hosted: 'hébergé',
  coworking: 'coworking',
  shop_based: 'boutique',
  non_resident: 'bénéficiaire',
  unknown: 'inconnu',
};

/** The same in a sentence, « 12 membres hébergés ». */
export const kindNouns: Readonly<Record<CountedAs, readonly [one: string, many: string]>> = {
  hosted: ['membre hébergé', 'membres hébergés'],
  coworking: ['coworkeur·se', 'coworkeur·se·s'],
  shop_based: ['membre en boutique', 'membres en boutique'],
  non_resident: ['bénéficiaire', 'bénéficiaires'],
  unknown: ['au statut inconnu', 'au statut inconnu'],
};

/** Name, number, coming, leaving; then the days; then the share. */
const FIXED = 4;
const CHART_ROWS = 16;
const HEAD_ROWS = 5;
const UNKNOWN_DATE = 'inconnue';
const note: Look = { color: '#3c4043' };
const right: Look = { align: 'RIGHT' };
const day: Look = { ...looks.day, align: 'RIGHT' };

/** The whole tab: counts, movements, charts, milestones, definitions, then who was what on each day. */
export function headcountSheet(parts: HeadcountSheetParts): Generated {
  const { title, stamp, headcount } = parts;
  const { days, rows: members } = headcount;
  const kinds = countedAs.filter((kind) => kind !== 'unknown' || headcount.counts.some(({ unknown }) => unknown > 0));
  const below = [...milestoneRows(parts), { cells: [] }, ...definitionRows(headcount), { cells: [] }];
  const width = FIXED + days.length + 1;
  // Kinds, total, two parts of it, coming, leaving, what they make.
  const countRows = kinds.length + 6;
  const first = HEAD_ROWS + countRows + 1 + CHART_ROWS + below.length + 2;
  const place: Place = { first, last: first + members.length - 1, kinds: kinds.length, days: days.length };
  const rows: SheetRow[] = [
    { cells: [title], looks: [{ from: 0, to: width, look: looks.title }] },
    { cells: [stamp], looks: [{ from: 0, to: width, look: looks.subtitle }] },
    { cells: [] },
    headerRow('Adhérents, par statut', headcount, 'Part'),
    {
      cells: ['Dernier jour compté', null, null, null, ...days.map(serialOf)],
      looks: [
        { from: 0, to: width, look: looks.subtitle },
        { from: FIXED, to: width, look: day },
      ],
    },
    ...kinds.map((kind, index) => kindRow(kind, index, place)),
    ...totalRows(place),
    ...movementRows(place),
    ...Array.from({ length: CHART_ROWS + 1 }, () => ({ cells: [] })),
    ...below,
    headerRow('Qui était quoi', headcount, null),
    ...members.map((member) => memberRow(member, days.length)),
  ];
  return generated(rows, {
    widths: [190, 72, 80, 80, ...days.map(() => 82), 60],
    frozenRows: 2,
    hideGridlines: true,
    tabColor: '#188038',
    protection: 'Cet onglet est reconstruit par Régie : modifiez plutôt « Adhérents ».',
    charts: chartsOf(place, HEAD_ROWS + countRows + 1),
  });
}

/** Where the list of members stands (one-based), and how much there is above it. */
interface Place {
  readonly first: number;
  readonly last: number;
  readonly kinds: number;
  readonly days: number;
}

/** One-based rows of what is counted. */
const FIRST_KIND = HEAD_ROWS + 1;
const DATES = HEAD_ROWS;
const totalRowOf = ({ kinds }: Place): number => FIRST_KIND + kinds;

function headerRow(label: string, { days, day: last }: Headcount, share: string | null): SheetRow {
  const labels = days.map((one) => (one === last ? frenchDay(one) : `Fin ${one.slice(0, 4)}`));
  const titles = share === null ? ['N°', 'Arrivée', 'Départ'] : [null, null, null];
  const width = FIXED + days.length + 1;
  return {
    cells: [label, ...titles, ...labels, share],
    looks: [
      { from: 0, to: width, look: looks.header },
      { from: 2, to: width, look: right },
    ],
  };
}

/** The cells of a range of the list, in the column of a day or in another one that formulas keep. */
function list({ first, last }: Place, column: number, lock = ''): string {
  const letters = `${lock}${columnLetters(column)}`;
  return `${letters}$${first}:${letters}$${last}`;
}

function overDays({ days }: Place, expression: (column: number, letters: string) => string | null): Cell[] {
  return Array.from({ length: days }, (_, index): Cell => {
    const column = FIXED + index;
    const text = expression(column, columnLetters(column));
    return text === null ? null : formula(text);
  });
}

function kindRow(kind: CountedAs, index: number, place: Place): SheetRow {
  const row = FIRST_KIND + index;
  return {
    cells: [
      kindLabels[kind],
      null,
      null,
      null,
      ...overDays(place, (column) => `COUNTIFS(${list(place, column)};$A${row})`),
      share(row, place),
    ],
    looks: numberLooks(place),
  };
}

function share(row: number, place: Place): Cell {
  const letters = columnLetters(FIXED + place.days - 1);
  return formula(`IFERROR(${letters}${row}/${letters}$${totalRowOf(place)};"")`);
}

function numberLooks({ days }: Place): NonNullable<SheetRow['looks']> {
  return [
    { from: FIXED, to: FIXED + days, look: looks.integer },
    { from: FIXED + days, to: FIXED + days + 1, look: looks.percent },
  ];
}

function totalRows(place: Place): SheetRow[] {
  const total = totalRowOf(place);
  const last = FIXED + place.days;
  return [
    {
      cells: [
        'Total',
        null,
        null,
        'Adhérents',
        ...overDays(place, (_, letters) => `SUM(${letters}${FIRST_KIND}:${letters}${total - 1})`),
      ],
      looks: [
        { from: 0, to: last + 1, look: looks.total },
        { from: 3, to: 4, look: { ...looks.subtitle, ...right } },
        ...numberLooks(place),
      ],
    },
    {
      cells: [
        'dont hébergés au sens large',
        null,
        null,
        null,
        ...overDays(place, (_, letters) => `SUM(${letters}${FIRST_KIND}:${letters}${FIRST_KIND + 2})`),
        share(total + 1, place),
      ],
      looks: [{ from: 0, to: last + 1, look: { italic: true } }, ...numberLooks(place)],
    },
    {
      cells: [
        'dont arrivée inconnue',
        null,
        null,
        null,
        ...overDays(
          place,
          (column) => `COUNTIFS(${list(place, 2, '$')};"${UNKNOWN_DATE}";${list(place, column)};"<>")`,
        ),
        share(total + 2, place),
      ],
      looks: [{ from: 0, to: last + 1, look: { italic: true } }, ...numberLooks(place)],
    },
  ];
}

function movementRows(place: Place): SheetRow[] {
  const joined = totalRowOf(place) + 3;
  const moved = (dates: number) =>
    overDays(place, (column, letters) => {
      if (column === FIXED) return null;
      const range = list(place, dates, '$');
      return `COUNTIFS(${range};">"&${columnLetters(column - 1)}$${DATES};${range};"<="&${letters}$${DATES})`;
    });
  const row = (label: string, cells: readonly Cell[], look: Look): SheetRow => ({
    cells: [label, null, null, null, ...cells],
    looks: [{ from: 0, to: FIXED + place.days + 1, look }, ...numberLooks(place)],
  });
  return [
    row('Arrivées depuis la date d’avant', moved(2), { topLine: '#1f3a5f' }),
    row('Départs depuis la date d’avant', moved(3), {}),
    row(
      'Arrivées − départs',
      overDays(place, (column, letters) => (column === FIXED ? null : `${letters}${joined}-${letters}${joined + 1}`)),
      { bold: true },
    ),
  ];
}

function memberRow({ member, name, from, until, at }: HeadcountRow, days: number): SheetRow {
  return {
    cells: [
      name,
      member.id,
      from === null ? UNKNOWN_DATE : serialOf(from),
      until === null ? null : serialOf(until),
      ...at.map((kind) => (kind === null ? null : kindLabels[kind])),
    ],
    looks: [
      { from: 2, to: 4, look: day },
      { from: FIXED, to: FIXED + days, look: right },
    ],
  };
}

function milestoneRows({ milestones, founded }: HeadcountSheetParts): SheetRow[] {
  const { reached, next } = milestones;
  const width = 8;
  return [
    {
      cells: ['Paliers', null, 'Atteint', null, 'Avec l’arrivée de'],
      looks: [
        { from: 0, to: width, look: looks.section },
        { from: 2, to: 3, look: right },
      ],
    },
    ...reached.map((milestone) => ({
      cells: [french`${milestone.number} adhérents à la fois`, null, ...madeBy(milestone)],
      looks: [{ from: 2, to: 3, look: day }],
    })),
    { cells: [french`Prochain : ${next.number} adhérents`, null, null, null, french`Encore ${next.missing}.`] },
    ...(founded === null
      ? []
      : [
          {
            cells: ['Création de l’association', null, serialOf(founded.day), null, plural(founded.years, 'an')],
            looks: [{ from: 2, to: 3, look: day }],
          },
        ]),
  ];
}

function madeBy({ reached }: Milestone): readonly Cell[] {
  if (reached === null) return [null, null, 'Avant la première date d’arrivée connue.'];
  const { member } = reached.membership;
  const start = member.start ?? reached.day;
  return [start.length === 10 ? serialOf(reached.day) : frenchDate(start), null, member.organisation ?? member.id];
}

function definitionRows({ leftOut }: Headcount): SheetRow[] {
  const not = [
    [leftOut.duplicate, 'doublon probable', 'doublons probables'],
    [leftOut.merged, 'fiche fusionnée', 'fiches fusionnées'],
    [leftOut.candidate, 'candidat', 'candidats'],
    [leftOut.excluded, 'exclu sans date', 'exclus sans date'],
    [leftOut.left, 'parti sans date', 'partis sans date'],
  ] as const;
  const listed = not.filter(([count]) => count > 0).map(([count, one, many]) => plural(count, one, many));
  const texts = [
    'Compte comme adhérent, un jour donné, qui est arrivé ce jour-là ou avant et n’est pas encore parti ce jour-là.',
    'Une arrivée dont on ne connaît que le mois ou l’année compte dès leur premier jour ; un départ, au dernier.',
    'Arrivée inconnue : compté depuis toujours, et dans aucune arrivée. De même si une cotisation contredit une arrivée à venir.',
    'Statut à une date : celui de « Parcours », sinon celui de la fiche. Hébergés au sens large : bureau, coworking ou boutique.',
    listed.length === 0
      ? 'Toutes les fiches sont comptées.'
      : french`Ne comptent à aucune date : ${enumeration(listed)}.`,
    'Palier : autant d’adhérents en même temps, pour la première fois. Les structures accompagnées par les programmes sont un autre nombre.',
  ];
  return [
    { cells: ['Définitions'], looks: [{ from: 0, to: 8, look: looks.section }] },
    ...texts.map((text) => ({ cells: [text], looks: [{ from: 0, to: 8, look: note }] })),
  ];
}

function chartsOf(place: Place, row: number): readonly Chart[] {
  const columns = { startColumn: FIXED - 1, endColumn: FIXED + place.days };
  const line = (at: number) => ({ startRow: at, endRow: at + 1, ...columns });
  const last = FIXED + place.days - 1;
  const kinds = { startRow: FIRST_KIND - 1, endRow: FIRST_KIND - 1 + place.kinds };
  return [
    {
      title: 'Adhérents à la fin de chaque année',
      kind: 'COLUMN',
      labels: line(HEAD_ROWS - 2),
      series: [line(totalRowOf(place) - 1)],
      anchor: { row, column: 0 },
      width: 560,
      height: 320,
    },
    {
      title: 'Par statut, à la dernière date',
      kind: 'PIE',
      labels: { ...kinds, startColumn: 0, endColumn: 1 },
      series: [{ ...kinds, startColumn: last, endColumn: last + 1 }],
      anchor: { row, column: FIXED + 2 },
      width: 460,
      height: 320,
    },
  ];
}
