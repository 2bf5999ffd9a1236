/** « État des boutiques »: how far the survey is, the state of each premises, and what works would cost by item and premises. */
import { serialOf } from '../day.ts';
import { looks } from '../dress.ts';
import type { Look } from '../dress.ts';
import { formulaText, generated } from '../generated.ts';
import type { Generated, SheetRow } from '../generated.ts';
import { workStates } from '../tables/shop-survey.ts';
import { columnLetters, columnRange } from '../workbook.ts';
import type { Cell } from '../workbook.ts';
import { itemNames, surveyItems } from './surveys.ts';
import type { Surveyed } from './surveys.ts';

/** Title of the generated tab. */
export const SURVEY_SHEET = 'État des boutiques';

/** What the sheet is built from. */
export interface SurveySheetParts {
  readonly title: string;
  readonly stamp: string;
  readonly premises: readonly Surveyed[];
  /** Where the surveys are: the actual title of their tab and its columns by field; null while there is none. */
  readonly source: { readonly tab: string; readonly places: ReadonlyMap<string, number> } | null;
}

const FIXED = 3;
const TOTAL = FIXED + 2 * itemNames.length;
const WIDTH = TOTAL + 2;
const HEADER_ROW = 5;
const FIRST_ROW = HEADER_ROW + 1;
const stateLooks: Readonly<Record<keyof typeof workStates, Look>> = {
  good: { fill: '#d5eedd', color: '#0f4d2a' },
  repair: { fill: '#fde0a6', color: '#5c3d00' },
  replace: { fill: '#f4b6ae', color: '#6b120b' },
  missing: { fill: '#e6e8eb', color: '#4a4f55' },
};
const money: Look = { ...looks.euros, align: 'RIGHT' };

/** The whole tab; costs are live formulas over « Diagnostic des boutiques ». */
export function surveySheet(parts: SurveySheetParts): Generated {
  const { title, stamp, premises } = parts;
  const last = FIRST_ROW + premises.length;
  const rows: SheetRow[] = [
    { cells: [title], looks: [{ from: 0, to: WIDTH, look: looks.title }] },
    { cells: [stamp], looks: [{ from: 0, to: WIDTH, look: looks.subtitle }] },
    { cells: [] },
    {
      cells: [
        'Locaux relevés',
        { formula: `=COUNTIFS(C${String(FIRST_ROW + 1)}:C${String(last)};">0")` },
        `sur ${String(premises.length)}`,
        { formula: `=IFERROR(B4/${String(premises.length)};0)` },
      ],
      looks: [
        { from: 0, to: 3, look: { bold: true } },
        { from: 1, to: 2, look: { align: 'RIGHT', size: 14, color: '#188038' } },
        { from: 3, to: 4, look: { format: { type: 'PERCENT', pattern: '0%' }, bold: true } },
      ],
    },
    { cells: [] },
    headerRow(),
    ...premises.map((one, index) => premisesRow(one, FIRST_ROW + index + 1, parts)),
    totalRow(last),
    countRow('repair', last),
    countRow('replace', last),
  ];
  return generated(rows, {
    widths: [110, 190, 90, ...itemNames.flatMap(() => [92, 80]), 96, 320],
    frozenRows: FIRST_ROW,
    hideGridlines: true,
    tabColor: '#188038',
    protection: 'Cet onglet est reconstruit par Régie : modifiez plutôt « Diagnostic des boutiques ».',
  });
}

function headerRow(): SheetRow {
  return {
    cells: [
      'Local',
      'Occupant',
      'Relevé le',
      ...itemNames.flatMap((item) => [surveyItems[item], 'Estimation']),
      'Total',
      'Remarques',
    ],
    looks: [
      { from: 0, to: WIDTH, look: looks.header },
      ...itemNames.map((_, index) => ({
        from: FIXED + 2 * index + 1,
        to: FIXED + 2 * index + 2,
        look: { align: 'RIGHT' as const },
      })),
      { from: TOTAL, to: TOTAL + 1, look: { align: 'RIGHT' } },
    ],
  };
}

function premisesRow(
  { space, label, occupant, survey }: Surveyed,
  row: number,
  { source }: SurveySheetParts,
): SheetRow {
  const on = survey?.surveyed_on ?? null;
  const costs = itemNames.map((_, index) => `${columnLetters(FIXED + 2 * index + 1)}${String(row)}`);
  return {
    cells: [
      label,
      occupant,
      on === null ? null : on.length === 10 ? serialOf(on) : on,
      ...itemNames.flatMap((item): Cell[] => {
        const state = survey?.[item] ?? null;
        return [
          state === null ? null : workStates[state],
          (survey?.[`${item}_cost`] ?? null) === null ? null : costCell(space.id, item, source),
        ];
      }),
      survey === null ? null : { formula: `=SUM(${costs.join(';')})` },
      notesOf(survey),
    ],
    looks: [
      { from: 0, to: WIDTH, look: { vertical: 'MIDDLE', topLine: '#dadce0' } },
      { from: 0, to: 1, look: { bold: true } },
      { from: 2, to: 3, look: { ...looks.day, align: 'RIGHT' } },
      ...itemNames.flatMap((item, index) => {
        const state = survey?.[item] ?? null;
        const at = FIXED + 2 * index;
        return [
          ...(state === null ? [] : [{ from: at, to: at + 1, look: stateLooks[state] }]),
          { from: at + 1, to: at + 2, look: money },
        ];
      }),
      { from: TOTAL, to: TOTAL + 1, look: { ...money, bold: true } },
      { from: WIDTH - 1, to: WIDTH, look: { wrap: true, size: 9 } },
    ],
  };
}

function costCell(space: string, item: string, source: SurveySheetParts['source']): Cell {
  const [amount, key] = [source?.places.get(`${item}_cost`), source?.places.get('space')];
  if (!source || amount === undefined || key === undefined) return null;
  const { tab } = source;
  return { formula: `=SUMIFS(${columnRange(tab, amount)};${columnRange(tab, key)};${formulaText(space)})` };
}

/** What the states do not say: the kind of glass, the meter, the shutter's faults, then her remarks. */
function notesOf(survey: Surveyed['survey']): string | null {
  if (survey === null) return null;
  const glass = { single: 'simple vitrage', double: 'double vitrage', mixed: 'vitrage mixte' };
  const parts = [
    ...(survey.glazing_kind === null ? [] : [glass[survey.glazing_kind]]),
    ...(survey.meter_power === null ? [] : [`compteur ${String(survey.meter_power).replace('.', ',')}\u00A0kVA`]),
    ...(survey.shutter_motorised === null ? [] : [survey.shutter_motorised ? 'rideau motorisé' : 'rideau manuel']),
    ...(survey.shutter_noisy === true ? ['rideau bruyant'] : []),
    ...(survey.shutter_stuck === true ? ['rideau bloqué'] : []),
    ...(survey.notes === null ? [] : [survey.notes]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

function totalRow(last: number): SheetRow {
  const sum = (column: number) => {
    const letters = columnLetters(column);
    return { formula: `=SUM(${letters}${String(FIRST_ROW + 1)}:${letters}${String(last)})` };
  };
  return {
    cells: ['Total', null, null, ...itemNames.flatMap((_, index) => [null, sum(FIXED + 2 * index + 1)]), sum(TOTAL)],
    looks: [{ from: 0, to: WIDTH, look: { ...looks.total, ...looks.euros } }],
  };
}

function countRow(state: 'repair' | 'replace', last: number): SheetRow {
  return {
    cells: [
      state === 'repair' ? 'À réparer' : 'À remplacer',
      null,
      null,
      ...itemNames.flatMap((_, index): Cell[] => {
        const letters = columnLetters(FIXED + 2 * index);
        return [
          {
            formula: `=COUNTIFS(${letters}${String(FIRST_ROW + 1)}:${letters}${String(last)};${formulaText(workStates[state])})`,
          },
          null,
        ];
      }),
    ],
    looks: [{ from: 0, to: WIDTH, look: { color: '#5f6368' } }],
  };
}
