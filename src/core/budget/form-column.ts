/** One column of the form as rows to write: classes, lines and what details them, summed so that what is shown adds up. */
import { classLabel, inKindClasses, sumOf } from '../budget.ts';
import type { BudgetSide, Side } from '../budget.ts';
import type { BudgetFormulas } from '../budget-formulas.ts';
import { groupBy } from '../group.ts';
import type { BudgetLine } from '../tables/budget-line.ts';
import { formLinesUnder } from './form.ts';
import { formPlaceOf } from './form-place.ts';
import type { Chart, FormPlace } from './form-place.ts';

/** One row of a column. A leaf has its exact amount as an expression; the others add up the rows at `parts`. */
export interface FormRow {
  readonly code: string;
  readonly label: string;
  readonly look: 'class' | 'line' | 'detail';
  readonly exact: string | null;
  /** Positions, in the column, of the rows that this one adds up. */
  readonly parts: readonly number[];
  /** The amount when the column is built, in cents: tells which leaf takes the rounding. */
  readonly cents: number;
}

/** What a column is made of. */
export interface ColumnParts {
  readonly side: BudgetSide;
  readonly name: Side;
  readonly formulas: BudgetFormulas;
  readonly chart: Chart;
  /** What a project adds to the column: indirect costs, own resources. */
  readonly more?: readonly Omit<FormRow, 'look' | 'parts'>[];
}

/** The classes of a side in the order of the form, then the result brought forward, then what nothing takes in. */
export function formColumn({ side, name, formulas, chart, more = [] }: ColumnParts): readonly FormRow[] {
  const rows: FormRow[] = [];
  const unsorted: BudgetLine[] = [...side.unclassified];
  for (const { code, lines } of side.classes) {
    const placed = placeLines(lines, chart);
    unsorted.push(...placed.unsorted);
    const kept = lines.filter((one) => !placed.unsorted.includes(one));
    addClass(rows, { side: name, code, label: classLabel(name, code), formulas, kept, byLine: placed.byLine });
  }
  for (const one of side.broughtForward)
    rows.push(leaf({ one, formulas, look: 'class', code: one.accounts.join(' ') }));
  if (unsorted.length > 0) addGroup(rows, { code: '', label: 'À classer', look: 'class', lines: unsorted, formulas });
  rows.push(...more.map((row) => ({ ...row, look: 'class' as const, parts: [] })));
  return rows;
}

/** The contributions in kind of a side, by line of the form; they are never part of the totals. */
export function inKindColumn({ side, name, formulas, chart }: ColumnParts): readonly FormRow[] {
  const { code, label } = inKindClasses[name];
  const rows: FormRow[] = [];
  const lines = side.inKind.map((one) => ({ ...one, account_class: code }));
  const placed = placeLines(lines, chart);
  const kept = lines.filter((one) => !placed.unsorted.includes(one));
  addClass(rows, { side: name, code, label, formulas, kept, byLine: placed.byLine });
  if (placed.unsorted.length > 0)
    addGroup(rows, { code: '', label: 'À classer', look: 'class', lines: placed.unsorted, formulas });
  return rows;
}

interface Placed {
  readonly byLine: ReadonlyMap<string, readonly BudgetLine[]>;
  readonly unsorted: readonly BudgetLine[];
}

function placeLines(lines: readonly BudgetLine[], chart: Chart): Placed {
  const codes = new Map(lines.map((one) => [one, codeOf(formPlaceOf(one, chart))] as const));
  return {
    byLine: groupBy(lines, (one) => codes.get(one) ?? null),
    unsorted: lines.filter((one) => codes.get(one) === null),
  };
}

/** The code of a line of the form, empty for the class by itself, null for what has no place. */
function codeOf(place: FormPlace): string | null {
  if (place.kind === 'line') return place.code;
  return place.kind === 'class' ? '' : null;
}

interface ClassParts {
  readonly side: Side;
  readonly code: string;
  readonly label: string;
  readonly formulas: BudgetFormulas;
  readonly kept: readonly BudgetLine[];
  readonly byLine: ReadonlyMap<string, readonly BudgetLine[]>;
}

function addClass(rows: FormRow[], { side, code, label, formulas, kept, byLine }: ClassParts): void {
  const lines = formLinesUnder(side, code);
  if (lines.length === 0) {
    rows.push({ code, label, look: 'class', exact: formulas.ofClass(side, code), parts: [], cents: sumOf(kept) });
    return;
  }
  const at = rows.length;
  const parts: number[] = [];
  rows.push({ code, label, look: 'class', exact: null, parts, cents: sumOf(kept) });
  for (const { code: lineCode, label: lineLabel } of lines) {
    parts.push(rows.length);
    const own = byLine.get(lineCode) ?? [];
    const shownCode = /^\d+$/u.test(lineCode) ? lineCode : '';
    if (code === '74' && own.length > 0)
      addGroup(rows, { code: shownCode, label: lineLabel, look: 'line', lines: own, formulas });
    else {
      const exact = own.length === 0 ? '0' : sumExpression(own, formulas);
      rows.push({ code: shownCode, label: lineLabel, look: 'line', exact, parts: [], cents: sumOf(own) });
    }
  }
  const bare = byLine.get('') ?? [];
  if (bare.length > 0) {
    parts.push(rows.length);
    const name = parts.length === 1 ? label : 'Sans détail';
    rows.push({
      code: '',
      label: name,
      look: 'line',
      exact: sumExpression(bare, formulas),
      parts: [],
      cents: sumOf(bare),
    });
  }
  rows[at] = { code, label, look: 'class', exact: null, parts, cents: sumOf(kept) };
}

interface GroupParts {
  readonly code: string;
  readonly label: string;
  readonly look: FormRow['look'];
  readonly lines: readonly BudgetLine[];
  readonly formulas: BudgetFormulas;
}

/** A row that adds up its lines, each on a row of its own: the form asks who gives, and what is not sorted must be seen. */
function addGroup(rows: FormRow[], { code, label, look, lines, formulas }: GroupParts): void {
  const parts = lines.map((_, index) => rows.length + 1 + index);
  rows.push({ code, label, look, exact: null, parts, cents: sumOf(lines) });
  for (const one of lines) rows.push(leaf({ one, formulas, look: 'detail', code: '' }));
}

interface LeafParts {
  readonly one: BudgetLine;
  readonly formulas: BudgetFormulas;
  readonly look: FormRow['look'];
  readonly code: string;
}

function leaf({ one, formulas, look, code }: LeafParts): FormRow {
  return { code, label: lineLabel(one), look, exact: formulas.ofLine(one), parts: [], cents: one.amount ?? 0 };
}

/** How a line is named where it stands by itself: who gives, for a grant; « sollicitée » as long as it is not awarded. */
export function lineLabel({ label, grant_status: status, funder, desk }: BudgetLine): string {
  const who = funder === null ? (label ?? '') : [funder, desk].filter(Boolean).join(' – ');
  return status === 'requested' ? `${who} (sollicitée)` : who;
}

function sumExpression(lines: readonly BudgetLine[], formulas: BudgetFormulas): string {
  return lines.map((one) => formulas.ofLine(one)).join('+');
}
