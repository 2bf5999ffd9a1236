/** An .xlsx file as a document of local Google. */
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { columnIndex } from '../../core/workbook.ts';
import { openSeed } from '../engine/index.ts';
import type { Doc, SeedCell, SeedTab, Zone } from '../engine/index.ts';
import { batchUpdate } from '../google/sheets/batch.ts';
import { nameRequests } from './names.ts';
import { checkFile, damaged, XlsxRefused } from './check.ts';
import { colorReader } from './colors.ts';
import { readCell } from './read-cell.ts';
import type { Losses } from './read-cell.ts';
import { conditionRequests, tabsXml, validationRequests } from './read-rules.ts';

/** A workbook that was opened, and what the person should know about it, in French. */
export interface OpenedXlsx {
  readonly doc: Doc;
  readonly notices: readonly string[];
}

const MOST_CELLS = 10_000_000;

/** Opens the bytes of an .xlsx; throws `XlsxRefused` with a French message when they cannot be. */
export async function readXlsx(bytes: Uint8Array, options: { readonly title?: string } = {}): Promise<OpenedXlsx> {
  const parts = checkFile(bytes);
  const { workbook, xml } = await load(bytes);
  if (workbook.worksheets.length === 0) {
    throw new XlsxRefused(
      'Ce classeur ne contient aucun onglet de cellules. Ouvrez un classeur qui contient au moins une feuille de calcul.',
    );
  }
  const themes = (workbook as unknown as { _themes?: { theme1?: string } })._themes;
  const color = colorReader(themes?.theme1);
  const losses: Losses = { externalFormulas: 0, tableFormulas: 0 };
  const tabs = workbook.worksheets.map((sheet, index) => readTab(sheet, { id: index + 1, color, losses }));
  if (tabs.reduce((sum, tab) => sum + tab.rows * tab.columns, 0) > MOST_CELLS) {
    throw new XlsxRefused(
      'Ce classeur dépasse dix millions de cellules, la limite de Google Sheets. Retirez-en les onglets ou les lignes inutiles, puis réessayez.',
    );
  }
  const shown = tabs.some((tab) => !tab.hidden)
    ? tabs
    : tabs.map((tab, index) => (index === 0 ? { ...tab, hidden: false } : tab));
  const doc = openSeed({ title: options.title ?? 'Classeur', tabs: shown });
  let rulesLeft = 0;
  const requests = workbook.worksheets.flatMap((sheet, index) => {
    const tab = shown[index];
    if (!tab) return [];
    const validations = validationRequests(xml.get(sheet.name) ?? '', tab.id, tab);
    const conditions = conditionRequests(sheet, { sheetId: tab.id, size: tab, color });
    rulesLeft += validations.left + conditions.left;
    return [...validations.requests, ...conditions.requests];
  });
  if (requests.length > 0 && !tryRequests(doc, requests)) {
    for (const request of requests) if (!tryRequests(doc, [request])) rulesLeft += 1;
  }
  // One by one: a name that Google would not take keeps no other out.
  for (const request of nameRequests(workbook, shown)) tryRequests(doc, [request]);
  return { doc, notices: notices({ parts, workbook, losses, rulesLeft }) };
}

async function load(bytes: Uint8Array): Promise<{ workbook: ExcelJS.Workbook; xml: ReadonlyMap<string, string> }> {
  const workbook = new ExcelJS.Workbook();
  try {
    const file = Buffer.from(bytes);
    const xml = await tabsXml(await JSZip.loadAsync(file));
    // ExcelJS types its argument by an older Buffer.
    await workbook.xlsx.load(file as unknown as Parameters<typeof workbook.xlsx.load>[0], {
      ignoreNodes: ['dataValidations'],
    });
    return { workbook, xml };
  } catch (error) {
    throw damaged(error);
  }
}

function readTab(
  sheet: ExcelJS.Worksheet,
  { id, color, losses }: { id: number; color: (color: unknown) => string | undefined; losses: Losses },
): SeedTab {
  const cells: SeedCell[] = [];
  sheet.eachRow({ includeEmpty: false }, (row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      const read = readCell(cell, color, losses);
      if (read) cells.push(read);
    });
  });
  const merges = ((sheet.model as { merges?: string[] }).merges ?? []).flatMap(mergeZone);
  const last = (pick: (cell: SeedCell) => number, end: (zone: Zone) => number): number =>
    merges.reduce(
      (most, zone) => Math.max(most, end(zone) + 1),
      cells.reduce((most, cell) => Math.max(most, pick(cell) + 1), 0),
    );
  const rows = Math.max(
    1000,
    last(
      (cell) => cell.row,
      (zone) => zone.bottom,
    ),
  );
  const columns = Math.max(
    26,
    last(
      (cell) => cell.column,
      (zone) => zone.right,
    ),
  );
  const view = ((sheet.views as ExcelJS.WorksheetView[] | null) ?? []).find((one) => one.state === 'frozen');
  const tabColor = color(sheet.properties.tabColor);
  const size = { rows, columns };
  return {
    id,
    title: sheet.name,
    ...size,
    cells,
    merges,
    hidden: sheet.state !== 'visible',
    ...(tabColor === undefined ? {} : { color: tabColor }),
    frozenRows: Math.min(view?.ySplit ?? 0, rows - 1),
    frozenColumns: Math.min(view?.xSplit ?? 0, columns - 1),
    ...columnShape(sheet, size),
    ...rowShape(sheet, size),
  };
}

function columnShape(
  sheet: ExcelJS.Worksheet,
  { columns }: { readonly columns: number },
): Pick<SeedTab, 'columnSizes' | 'hiddenColumns'> {
  const columnSizes: Record<number, number> = {};
  const hiddenColumns: number[] = [];
  ((sheet.columns as (ExcelJS.Column | undefined)[] | null) ?? []).forEach((column, index) => {
    if (!column || index >= columns) return;
    // A character of the default font is 7 pixels wide, with 5 of margin.
    if (column.width !== undefined && column.width > 0) columnSizes[index] = Math.trunc(column.width * 7 + 5);
    if (column.hidden) hiddenColumns.push(index);
  });
  return { columnSizes, hiddenColumns: hiddenColumns.length < columns ? hiddenColumns : [] };
}

function rowShape(
  sheet: ExcelJS.Worksheet,
  { rows }: { readonly rows: number },
): Pick<SeedTab, 'rowSizes' | 'hiddenRows'> {
  const rowSizes: Record<number, number> = {};
  const hiddenRows: number[] = [];
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    if (number > rows) return;
    // Heights are in points; a row that is hidden by a height of zero is hidden too.
    if (row.height > 0 && (row as unknown as { model?: { customHeight?: boolean } }).model)
      rowSizes[number - 1] = Math.round((row.height * 4) / 3);
    if (row.hidden) hiddenRows.push(number - 1);
  });
  return { rowSizes, hiddenRows: hiddenRows.length < rows ? hiddenRows : [] };
}

function mergeZone(reference: string): Zone[] {
  const parts = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(reference.replaceAll('$', ''));
  if (!parts) return [];
  const [, left = '', top = '', right = '', bottom = ''] = parts;
  return [{ left: columnIndex(left), top: Number(top) - 1, right: columnIndex(right), bottom: Number(bottom) - 1 }];
}

// A rule that cannot be carried over is no reason to refuse the workbook: it is counted, and said.
function tryRequests(doc: Doc, requests: readonly object[]): boolean {
  try {
    batchUpdate(doc, '', { requests });
    return true;
  } catch {
    return false;
  }
}

function notices({
  parts,
  workbook,
  losses,
  rulesLeft,
}: {
  parts: readonly string[];
  workbook: ExcelJS.Workbook;
  losses: Losses;
  rulesLeft: number;
}): string[] {
  const said: string[] = [];
  if (parts.includes('xl/vbaProject.bin'))
    said.push('Les macros de ce classeur n’ont pas été reprises : les valeurs et les formules, si.');
  if (losses.externalFormulas > 0) {
    said.push(
      `${cellCount(losses.externalFormulas)} un autre classeur : la dernière valeur connue a été gardée, sans le lien.`,
    );
  } else if (parts.some((name) => name.startsWith('xl/externalLinks/'))) {
    said.push('Ce classeur contenait des liens vers d’autres classeurs ; aucune cellule n’en dépend.');
  }
  if (losses.tableFormulas > 0) {
    said.push(
      `${cellCount(losses.tableFormulas)} un tableau Excel par son nom : la dernière valeur connue a été gardée, sans la formule.`,
    );
  }
  if (workbook.properties.date1904)
    said.push('Les dates de ce classeur comptaient à partir de 1904 : elles ont été converties.');
  if (parts.some((name) => name.startsWith('xl/charts/') || name.startsWith('xl/media/'))) {
    said.push('Les graphiques et les images de ce classeur n’ont pas été repris.');
  }
  if (rulesLeft > 0) {
    const many = rulesLeft > 1;
    said.push(
      `${rulesLeft} règle${many ? 's' : ''} de validation ou de mise en forme conditionnelle n’${many ? 'ont' : 'a'} pas d’équivalent et n’${many ? 'ont' : 'a'} pas été reprise${many ? 's' : ''}.`,
    );
  }
  return said;
}

function cellCount(count: number): string {
  return count === 1 ? '1 cellule lisait' : `${count} cellules lisaient`;
}
