/** « Indicateurs »: forecast and held by programme, over the lines below, which are read live from « Séances » and « Inscriptions ». */
import { serialOf } from '../day.ts';
import { looks } from '../dress.ts';
import { french, frenchDate } from '../french.ts';
import { exactly, formulaText, generated } from '../generated.ts';
import type { Generated, SheetRow } from '../generated.ts';
import { attendanceStatuses } from '../tables/registration.ts';
import { sessionStatuses } from '../tables/session.ts';
import { columnLetters, columnRange } from '../workbook.ts';
import type { Cell } from '../workbook.ts';
import { isDated } from './indicators.ts';
import type { CountedSession, Indicators } from './indicators.ts';
import { sessionTitle } from './read.ts';

/** The title of the generated tab. */
export const INDICATORS_SHEET = 'Indicateurs';

/** A tab that the lines are read from: its actual title and its columns by field. */
export interface Source {
  readonly tab: string;
  readonly places: ReadonlyMap<string, number>;
}

/** What the tab is made of. */
export interface IndicatorParts {
  readonly title: string;
  readonly stamp: string;
  readonly found: Indicators;
  readonly sessions: Source;
  readonly registrations: Source | null;
}

const HEADERS = [
  'Programme',
  'Code',
  'Séances prévues (min.)',
  'Séances prévues (max.)',
  'Séances tenues',
  'Séances à venir',
  'Projection de l’année',
  'Écart à la prévision',
  'Structures prévues (min.)',
  'Structures prévues (max.)',
  'Structures accompagnées',
  'Passages',
  'Heures',
  'Heures-personnes',
  'Taux de présence',
  'Femmes',
  'Hommes',
  'Genre non précisé',
  'Réseaux partenaires',
];
const WIDTH = HEADERS.length;
const HEADER_ROW = 4;
/** The columns of the lines of sessions, by name. */
const LINE = [
  'id',
  'date',
  'title',
  'code',
  'first',
  'status',
  'registered',
  'attended',
  'women',
  'minutes',
  'guests',
] as const;
type LineColumn = (typeof LINE)[number];

/** The whole tab: figures, their lines, and how each is counted. */
export function indicatorsSheet(parts: IndicatorParts): Generated {
  const { title, stamp, found } = parts;
  const figures = found.programmes.length;
  const linesAt = HEADER_ROW + figures + 1 + 3;
  const housesAt = linesAt + found.sessions.length + 3;
  const place: Place = {
    lines: { from: linesAt + 1, to: Math.max(linesAt + found.sessions.length, linesAt + 1) },
    houses: { from: housesAt + 1, to: Math.max(housesAt + found.houses.length, housesAt + 1) },
  };
  const rows: SheetRow[] = [
    { cells: [title], looks: [{ from: 0, to: WIDTH, look: looks.title }] },
    { cells: [stamp], looks: [{ from: 0, to: WIDTH, look: looks.subtitle }] },
    { cells: [] },
    { cells: HEADERS, looks: [{ from: 0, to: WIDTH, look: looks.header }] },
    ...found.programmes.map((one, index) => figureRow(one, HEADER_ROW + index + 1, place)),
    totalRow(HEADER_ROW + figures + 1, place),
    { cells: [] },
    section('Les séances derrière ces chiffres'),
    header([
      'N°',
      'Date',
      'Séance',
      'Code',
      'Compte dans le total',
      'État',
      'Inscrits',
      'Présents',
      'Femmes',
      'Minutes',
      'Réseaux',
    ]),
    ...found.sessions.map((line) => sessionRow(line, parts)),
    { cells: [] },
    section('Les structures accompagnées'),
    header(['Structure', 'N° d’adhérent', 'Séances suivies', 'Code', 'Compte dans le total']),
    ...found.houses.map(({ name, member, visits, code, first }): SheetRow => ({
      cells: [name, member, visits, code, first ? 1 : 0],
    })),
    { cells: [] },
    section('Comment c’est compté'),
    ...DEFINITIONS.map((text): SheetRow => ({
      cells: [text],
      looks: [{ from: 0, to: 1, look: { color: '#5f6368' } }],
    })),
  ];
  return generated(rows, {
    widths: [230, 90, 200, ...Array.from({ length: WIDTH - 3 }, () => 92)],
    frozenRows: HEADER_ROW,
    hideGridlines: true,
    tabColor: '#188038',
    protection: 'Cet onglet est reconstruit par Régie : corrigez plutôt « Séances » ou « Inscriptions ».',
  });
}

const DEFINITIONS: readonly string[] = [
  french`Une séance compte quand son état est « tenue ». Si elle fait partie de plusieurs programmes, elle est sur la ligne de chacun, et une seule fois dans le total.`,
  'Projection de l’année : les séances tenues et celles qui sont à venir, confirmées.',
  'Structures accompagnées : structures différentes dont quelqu’un est venu au moins une fois ; adhérentes ou non. Le total ne compte chacune qu’une fois : il est plus petit que la somme des programmes.',
  french`Passages : la somme des présents ; une personne venue trois fois compte trois fois.`,
  'Heures-personnes : la durée de chaque séance multipliée par ses présents. Une séance sans durée compte pour zéro.',
  'Taux de présence : présents rapportés aux inscrits, pour les seules séances dont les deux sont connus.',
  'Femmes et hommes : d’après le nombre noté pour chaque séance, jamais d’après un prénom ; le reste est « non précisé ».',
  'Réseaux partenaires : présents venus d’un réseau partenaire, d’après « Inscriptions ».',
];

interface Span {
  readonly from: number;
  readonly to: number;
}
interface Place {
  readonly lines: Span;
  readonly houses: Span;
}

const section = (text: string): SheetRow => ({ cells: [text], looks: [{ from: 0, to: WIDTH, look: looks.section }] });
const header = (cells: readonly string[]): SheetRow => ({
  cells,
  looks: [{ from: 0, to: cells.length, look: looks.header }],
});

function range({ from, to }: Span, column: number): string {
  const letters = columnLetters(column);
  return `$${letters}$${String(from)}:$${letters}$${String(to)}`;
}

const line = (place: Place, column: LineColumn): string => range(place.lines, LINE.indexOf(column));
const held = formulaText(exactly(sessionStatuses.held));
const coming = formulaText(exactly(sessionStatuses.planned));

/** The figures of some lines: those of one programme, or those that count in the total. */
function figures(
  place: Place,
  which: { readonly column: LineColumn; readonly value: string },
  houses: string,
): readonly Cell[] {
  const of = `${line(place, which.column)};${which.value}`;
  const state = line(place, 'status');
  const isHeld = `${state};${held}`;
  const sum = (column: LineColumn) => `SUMIFS(${line(place, column)};${of};${isHeld})`;
  // In products, a line counts when both of these are true.
  const both = `(${line(place, which.column)}=${which.value})*(${state}=${formulaText(sessionStatuses.held)})`;
  const product = (rest: string): Cell => ({ formula: `=SUMPRODUCT(${both}*${rest})` });
  const minutes = line(place, 'minutes');
  const attended = line(place, 'attended');
  const women = line(place, 'women');
  const known = `(${women}>=0)`;
  return [
    { formula: `=COUNTIFS(${of};${isHeld})` },
    { formula: `=COUNTIFS(${of};${state};${coming})` },
    null,
    null,
    { formula: houses },
    { formula: `=${sum('attended')}` },
    { formula: `=ROUND(${sum('minutes')}/60;1)` },
    { formula: `=ROUND(SUMPRODUCT(${both}*${minutes}*${attended})/60;1)` },
    {
      formula: `=IFERROR(SUMPRODUCT(${both}*(${line(place, 'registered')}>0)*${attended})/SUMPRODUCT(${both}*${line(place, 'registered')});0)`,
    },
    product(`${known}*${women}`),
    product(`${known}*(${attended}-${women})`),
    product(`(${women}<0)*${attended}`),
    { formula: `=${sum('guests')}` },
  ];
}

function figureRow({ code, name, programme }: Indicators['programmes'][number], row: number, place: Place): SheetRow {
  const own = figures(
    place,
    { column: 'code', value: formulaText(code) },
    `=COUNTIFS(${range(place.houses, 3)};${formulaText(exactly(code))})`,
  );
  return {
    cells: withForecast([name, code], row, own, [
      programme?.sessions_min ?? null,
      programme?.sessions_max ?? null,
      programme?.target_min ?? null,
      programme?.target_max ?? null,
    ]),
    looks: numberLooks(false),
  };
}

function totalRow(row: number, place: Place): SheetRow {
  const own = figures(place, { column: 'first', value: '1' }, `=SUM(${range(place.houses, 4)})`);
  return { cells: withForecast(['Total, chaque séance une fois', null], row, own, null), looks: numberLooks(true) };
}

function withForecast(
  names: readonly Cell[],
  row: number,
  own: readonly Cell[],
  forecast: readonly [number | null, number | null, number | null, number | null] | null,
): readonly Cell[] {
  const [heldCell = null, comingCell = null, , , houses = null, ...rest] = own;
  const [few, many, least, most] = forecast ?? [null, null, null, null];
  const at = String(row);
  const goal = (few ?? many) === null;
  return [
    ...names,
    few,
    many,
    heldCell,
    comingCell,
    { formula: `=E${at}+F${at}` },
    goal ? null : { formula: `=G${at}-${String(few ?? many ?? 0)}` },
    least,
    most,
    houses,
    ...rest,
  ];
}

function numberLooks(total: boolean): NonNullable<SheetRow['looks']> {
  return [
    { from: 0, to: WIDTH, look: total ? looks.total : { topLine: '#dadce0' } },
    { from: 0, to: 1, look: { bold: true, wrap: true } },
    { from: 14, to: 15, look: looks.percent },
  ];
}

/** A session's line: its numbers are read from « Séances » by its own number, so that a correction there is seen here. */
function sessionRow({ session, code, first }: CountedSession, { sessions, registrations }: IndicatorParts): SheetRow {
  const live = (field: string, otherwise: string): Cell => {
    const [value, key] = [sessions.places.get(field), sessions.places.get('id')];
    if (value === undefined || key === undefined) return otherwise === '""' ? null : Number(otherwise);
    const found = `INDEX(${columnRange(sessions.tab, value)};MATCH(${formulaText(session.id)};${columnRange(sessions.tab, key)};0))`;
    // An empty cell is not zero: unknown is told from none.
    return { formula: `=IFERROR(IF(${found}="";${otherwise};${found});${otherwise})` };
  };
  return {
    cells: [
      session.id,
      isDated(session) && session.date !== null ? serialOf(session.date) : frenchDate(session.date ?? ''),
      sessionTitle(session),
      code,
      first ? 1 : 0,
      live('status', '""'),
      live('registered', '0'),
      live('attended', '0'),
      live('women', '-1'),
      live('duration', '0'),
      guestsOf(session.id, registrations),
    ],
    looks: [{ from: 1, to: 2, look: { ...looks.day, align: 'RIGHT' } }],
  };
}

function guestsOf(session: string, source: Source | null): Cell {
  const column = (field: string) => {
    const place = source?.places.get(field);
    return source === null || place === undefined ? null : columnRange(source.tab, place);
  };
  const [key, status, network] = [column('session'), column('status'), column('network')];
  if (key === null || status === null || network === null) return 0;
  const present = formulaText(exactly(attendanceStatuses.present));
  return { formula: `=COUNTIFS(${key};${formulaText(exactly(session))};${status};${present};${network};"?*")` };
}
