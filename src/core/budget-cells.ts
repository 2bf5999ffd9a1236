/** Cells of « Budget » that people read one way and formulas another. */
import { readCell, writeCell } from './cells.ts';
import type { Problem } from './problem.ts';
import { french, quoted } from './french.ts';
import { placesOf, readTable } from './records.ts';
import type { Column } from './table.ts';
import { budgetTable } from './tables/budget-line.ts';
import type { BudgetLine } from './tables/budget-line.ts';
import { columnLetters, isFormula } from './workbook.ts';
import type { Cell, Grid, Shown, ShownGrid } from './workbook.ts';

/** The fields whose cells formulas sum or compare. */
const FIELDS = ['side', 'amount', 'counted', 'in_kind', 'brought_forward'];

/** The lines as the formulas take them: an amount typed as a text counts for nothing there, and is a problem here. */
export function linesAsFormulas(
  grid: Grid,
  shown: ShownGrid,
): { readonly lines: readonly BudgetLine[]; readonly problems: readonly Problem[] } {
  const reading = readTable(budgetTable, grid, shown);
  const places = placesOf(budgetTable, grid);
  const columns = budgetTable.columns.filter(({ field }) => FIELDS.includes(field));
  const problems: Problem[] = [...reading.problems];
  const lines = reading.records.map((line) => {
    const row = reading.rowOf.get(line.id) ?? -1;
    const unlike = columns.filter((column) => {
      const place = places.get(column.field) ?? -1;
      const problem = unlikeCell(column, {
        row,
        place,
        entered: grid[row]?.[place] ?? null,
        shown: shown[row]?.[place] ?? null,
      });
      if (problem) problems.push(problem);
      return problem !== null;
    });
    return unlike.some(({ field }) => field === 'amount') ? { ...line, amount: null } : line;
  });
  return { lines, problems };
}

interface Place {
  readonly row: number;
  readonly place: number;
  readonly entered: Cell;
  readonly shown: Shown;
}

function unlikeCell(column: Column, { row, place, entered, shown }: Place): Problem | null {
  const content = isFormula(entered) ? shown : entered;
  const reading = readCell(column, entered, shown);
  if (!reading.ok || reading.value === null || content === null || typeof content === 'object') return null;
  const wanted = writeCell(column, reading.value);
  if (typeof wanted !== 'number' && typeof wanted !== 'string') return null;
  if (typeof wanted === 'number' ? typeof content === 'number' : sameWord(content, wanted)) return null;
  const raw = String(content);
  const cure =
    typeof wanted === 'number'
      ? french`est un texte, que les formules ne comptent pas : tapez le nombre seul (${String(wanted).replace('.', ',')})`
      : french`n’est pas le mot que lisent les formules : choisissez « ${wanted} » dans le menu de la cellule`;
  return {
    tab: budgetTable.tab,
    row: row + 1,
    column: columnLetters(place),
    kind: 'typed_otherwise',
    raw,
    severity: 'error',
    message: french`Onglet « ${budgetTable.tab} », ligne ${String(row + 1)}, colonne « ${column.header} » : ${quoted(raw)} ${cure}.`,
  };
}

function sameWord(content: string | number | boolean, wanted: string): boolean {
  return typeof content === 'string' && content.toLowerCase() === wanted.toLowerCase();
}
