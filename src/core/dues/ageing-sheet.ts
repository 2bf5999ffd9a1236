/** « Balance âgée »: all that is owed, by how long it is late. */
import { looks } from '../dress.ts';
import { daysBetween, serialOf } from '../day.ts';
import type { Day } from '../day.ts';
import { generated } from '../generated.ts';
import type { Generated, SheetRow } from '../generated.ts';
import type { Cell } from '../workbook.ts';
import { columnLetters } from '../workbook.ts';
import type { Charge } from './charges.ts';

/** The title of the generated tab. */
export const AGEING_SHEET = 'Balance âgée';

/** The columns of lateness, each up to that many days. */
const BUCKETS = [
  { header: 'Pas encore dû', most: 0 },
  { header: '1 à 30 jours', most: 30 },
  { header: '31 à 60 jours', most: 60 },
  { header: '61 à 90 jours', most: 90 },
  { header: 'Plus de 90 jours', most: Number.POSITIVE_INFINITY },
] as const;

const HEADERS = [
  'Adhérent',
  'Ce qui est dû',
  'N°',
  'À payer avant le',
  'Jours de retard',
  ...BUCKETS.map(({ header }) => header),
  'Total',
];
const FIRST = 5;
const LAST = FIRST + BUCKETS.length;

/** How many days late a charge is; 0 when it is not due yet, and for what is to be deducted. */
export function daysLate({ dueOn, open }: Pick<Charge, 'dueOn' | 'open'>, today: Day): number {
  return open > 0 && dueOn !== null && dueOn < today ? daysBetween(dueOn, today) : 0;
}

/** The tab of those open charges, the latest first; totals are formulas. */
export function ageingSheet(
  charges: readonly Charge[],
  { title, stamp, today }: { title: string; stamp: string; today: Day },
): Generated {
  const sorted = [...charges].sort(
    (a, b) =>
      daysLate(b, today) - daysLate(a, today) ||
      a.organisation.localeCompare(b.organisation, 'fr') ||
      a.id.localeCompare(b.id),
  );
  const head = 4;
  const lastRow = head + sorted.length;
  const rows: SheetRow[] = [
    { cells: [title], looks: [{ from: 0, to: 1, look: looks.title }] },
    { cells: [stamp], looks: [{ from: 0, to: 1, look: looks.subtitle }] },
    { cells: [] },
    { cells: HEADERS, looks: [{ from: 0, to: HEADERS.length, look: looks.header }] },
    ...sorted.map((charge, index) => chargeRow(charge, head + index + 1, today)),
    {
      cells: [
        'Total',
        null,
        null,
        null,
        null,
        ...Array.from({ length: BUCKETS.length + 1 }, (_, index): Cell => sum(FIRST + index, head, lastRow)),
      ],
      looks: [
        { from: 0, to: HEADERS.length, look: looks.total },
        { from: FIRST, to: HEADERS.length, look: looks.cents },
      ],
    },
  ];
  return generated(rows, {
    widths: [240, 190, 100, 110, 90, 110, 100, 100, 100, 120, 110],
    frozenRows: head,
    tabColor: '#188038',
    protection: 'Cet onglet est refait par Régie : ce que vous y écrivez sera perdu.',
  });
}

function chargeRow(charge: Charge, row: number, today: Day): SheetRow {
  const late = daysLate(charge, today);
  const bucket = BUCKETS.findIndex(({ most }) => late <= most);
  return {
    cells: [
      charge.organisation,
      charge.label,
      charge.id,
      charge.dueOn === null ? null : serialOf(charge.dueOn),
      late,
      ...BUCKETS.map((_, index): Cell => (index === bucket ? charge.open / 100 : null)),
      { formula: `=SUM(${columnLetters(FIRST)}${row}:${columnLetters(LAST - 1)}${row})` },
    ],
    looks: [
      { from: 3, to: 4, look: { ...looks.day, align: 'RIGHT' } },
      { from: 4, to: 5, look: looks.integer },
      { from: FIRST, to: HEADERS.length, look: looks.cents },
      ...(late > 90 ? [{ from: 4, to: 5, look: { bold: true, color: '#a50e0e' } as const }] : []),
    ],
  };
}

function sum(column: number, head: number, lastRow: number): Cell {
  const letters = columnLetters(column);
  return lastRow === head ? 0 : { formula: `=SUM(${letters}${head + 1}:${letters}${lastRow})` };
}
