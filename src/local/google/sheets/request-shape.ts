/** Requests on rows, columns, merges and borders. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Dimension, Tab, Zone } from '../../engine/index.ts';
import { fieldsOf, wants } from '../fields.ts';
import { notEmulated } from '../refused.ts';
import { givenColor } from './look.ts';
import { checkSize, placeOf, tabOf, updateMask } from './requests.ts';
import type { Context, Handler } from './requests.ts';

/** Adds empty rows or columns at the end. */
export const appendDimension: Handler<'appendDimension'> = ({ sheetId, dimension, length }, context) => {
  const tab = tabOf(context, sheetId);
  const side = dimensionOf(context, dimension);
  const quantity = length ?? 0;
  if (quantity < 1) throw context.refuse('length must be greater than 0');
  checkSize(context, quantity * (side === 'ROW' ? tab.columns : tab.rows));
  const base = (side === 'ROW' ? tab.rows : tab.columns) - 1;
  context.write.insert(tab.id, side, { base, quantity, position: 'after' });
  return undefined;
};

/** Inserts empty rows or columns, with the look of those before or after. */
export const insertDimension: Handler<'insertDimension'> = ({ range, inheritFromBefore }, context) => {
  const { tab, side, start, end, count } = span(context, range, 'insert');
  if (inheritFromBefore === true && start === 0) {
    throw context.refuse('inheritFromBefore cannot be true if inserting at the beginning of the sheet.');
  }
  checkSize(context, (end - start) * (side === 'ROW' ? tab.columns : tab.rows));
  const before = inheritFromBefore !== true && start < count;
  context.write.insert(tab.id, side, {
    base: before ? start : start - 1,
    quantity: end - start,
    position: before ? 'before' : 'after',
  });
  return undefined;
};

/** Deletes rows or columns; one must remain. */
export const deleteDimension: Handler<'deleteDimension'> = ({ range }, context) => {
  const { tab, side, start, end, count } = span(context, range, 'delete');
  if (end - start >= count)
    throw context.refuse(`You can't delete all the ${side === 'ROW' ? 'rows' : 'columns'} on the sheet.`);
  const frozen = side === 'ROW' ? tab.frozenRows : tab.frozenColumns;
  if (start <= frozen && end === count)
    throw context.refuse('Sorry, it is not possible to delete all non-frozen rows.');
  context.write.remove(tab.id, side, indexes(start, end));
  return undefined;
};

/** Changes sizes, or hides and shows rows and columns. */
export const updateDimensionProperties: Handler<'updateDimensionProperties'> = (
  { range, properties = {}, fields },
  context,
) => {
  const mask = updateMask(context, fields);
  for (const field of fieldsOf(mask) ?? []) {
    if (!['pixelSize', 'hiddenByUser'].includes(field)) throw notEmulated(`DimensionProperties.${field}`);
  }
  const { tab, side, start, end } = span(context, range, 'update');
  if (wants(mask, 'pixelSize') && properties.pixelSize)
    context.write.resize(tab.id, side, indexes(start, end), properties.pixelSize);
  if (wants(mask, 'hiddenByUser')) {
    context.write.hide(tab.id, side, indexes(start, end), properties.hiddenByUser === true);
  }
  return undefined;
};

/** Fits columns to their longest text, by a count of characters: screens differ, widths are a guess on Google too. */
export const autoResizeDimensions: Handler<'autoResizeDimensions'> = ({ dimensions }, context) => {
  const { tab, side, start, end } = span(context, dimensions, 'update');
  if (side === 'ROW') return undefined;
  const { rows } = context.doc.read.extent(tab.id);
  for (let column = start; column < end; column += 1) {
    let longest = 0;
    for (let row = 0; row < rows; row += 1)
      longest = Math.max(longest, context.doc.read.shown(tab.id, row, column).text.length);
    if (longest > 0) context.write.resize(tab.id, side, [column], Math.min(600, 16 + longest * 7));
  }
  return undefined;
};

/** Merges cells; a merge that is only partly inside is refused. */
export const mergeCells: Handler<'mergeCells'> = ({ range, mergeType }, context) => {
  const { tab, zone } = placeOf(context, range);
  checkMerges(context, tab, zone);
  for (const part of mergeZones(zone, mergeType ?? 'MERGE_ALL')) {
    if (part.left === part.right && part.top === part.bottom) continue;
    for (const held of context.doc.read.merges(tab.id).filter((one) => overlaps(one, part)))
      context.write.unmerge(tab.id, held);
    context.write.merge(tab.id, part);
  }
  return undefined;
};

/** Undoes the merges inside a range; one that is only partly inside is refused. */
export const unmergeCells: Handler<'unmergeCells'> = ({ range }, context) => {
  const { tab, zone } = placeOf(context, range);
  checkMerges(context, tab, zone);
  for (const held of context.doc.read.merges(tab.id).filter((one) => overlaps(one, zone)))
    context.write.unmerge(tab.id, held);
  return undefined;
};

/** Draws or clears borders of a range. */
export const updateBorders: Handler<'updateBorders'> = (request, context) => {
  const { tab, zone } = placeOf(context, request.range);
  for (const [field, position] of BORDERS) {
    const border = request[field];
    if (!border) continue;
    const color = border.style === 'NONE' ? '' : (givenColor(border.colorStyle, border.color) ?? '#000000');
    context.write.setBorder(tab.id, zone, { position, color, style: BORDER_STYLES[border.style ?? 'SOLID'] ?? 'thin' });
  }
  return undefined;
};

const BORDERS = [
  ['top', 'top'],
  ['bottom', 'bottom'],
  ['left', 'left'],
  ['right', 'right'],
  ['innerHorizontal', 'h'],
  ['innerVertical', 'v'],
] as const;
const BORDER_STYLES: Readonly<Record<string, string>> = {
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOUBLE: 'thick',
  DASHED: 'dashed',
  DOTTED: 'dotted',
};

interface Span {
  readonly tab: Tab;
  readonly side: Dimension;
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

function span(
  context: Context,
  range: sheets_v4.Schema$DimensionRange | null | undefined,
  use: 'insert' | 'delete' | 'update',
): Span {
  if (!range) throw context.refuse('A range must be specified.');
  const tab = tabOf(context, range.sheetId);
  const side = dimensionOf(context, range.dimension);
  const count = side === 'ROW' ? tab.rows : tab.columns;
  const start = range.startIndex ?? 0;
  const end = range.endIndex ?? count;
  const beyond = use === 'insert' ? start > count : end > count;
  if (start < 0 || end <= start || beyond) {
    throw context.refuse(
      `Cannot ${use} ${side === 'ROW' ? 'rows' : 'columns'} [${start}, ${end}): the sheet has ${count}.`,
    );
  }
  return { tab, side, start, end, count };
}

function dimensionOf({ refuse }: Context, dimension: string | null | undefined): Dimension {
  if (dimension === 'ROWS') return 'ROW';
  if (dimension === 'COLUMNS') return 'COL';
  throw refuse('dimension must be ROWS or COLUMNS');
}

function checkMerges({ doc, refuse }: Context, tab: Tab, zone: Zone): void {
  const partly = doc.read.merges(tab.id).some((one) => overlaps(one, zone) && !contains(zone, one));
  if (partly) throw refuse('You must select all cells in a merged range to merge or unmerge them.');
}

function mergeZones(zone: Zone, type: string): Zone[] {
  const { left, right, top, bottom } = zone;
  if (type === 'MERGE_ROWS') return indexes(top, bottom + 1).map((row) => ({ left, right, top: row, bottom: row }));
  if (type === 'MERGE_COLUMNS')
    return indexes(left, right + 1).map((column) => ({ left: column, right: column, top, bottom }));
  return [zone];
}

function overlaps(a: Zone, b: Zone): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

function contains(outer: Zone, inner: Zone): boolean {
  return (
    outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom
  );
}

function indexes(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
