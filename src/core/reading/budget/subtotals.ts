/** Subtotals written below their lines: « S/Total 61 » gives its class to the unnumbered lines above it. */
import { columnIndex } from '../../workbook.ts';
import { textOf } from '../cells.ts';
import type { Frame } from '../types.ts';
import { clean } from '../values/text.ts';
import { accountsIn } from './label.ts';
import { sideTables } from './lines.ts';
import type { Line } from './lines.ts';

/** The class that a subtotal's label names, « Sous-total 60 Achats » → « 60 », or `null`. */
export function subtotalClass(label: string): string | null {
  const bare = clean(label).replace(
    /^(?:sous[- ]?total|s\s*\/\s*t(?:otal)?|total)\s*(?:classe|compte|des?|du)?\s*/iu,
    '',
  );
  return accountsIn(bare).account_class;
}

/** The lines, with the class of the subtotal below them where they write none of their own. */
export function withSubtotalClasses(frame: Frame, lines: readonly Line[]): readonly Line[] {
  const blocks = sideTables(frame).flatMap(({ side, label }) => {
    let after = 0;
    return frame.totals.flatMap((total) => {
      const account_class = label === null ? null : subtotalClass(textOf(total.cells[columnIndex(label)]));
      const block = { side, after, before: total.row, account_class };
      after = total.row;
      return account_class === null ? [] : [block];
    });
  });
  if (blocks.length === 0) return lines;
  return lines.map((line) => {
    const { accounts, row, side, isInKind, isBroughtForward } = line;
    if (accounts.codes.length > 0 || isInKind || isBroughtForward) return line;
    const block = blocks.find(
      (one) => (one.side === null || one.side === side) && row.row > one.after && row.row < one.before,
    );
    return block === undefined ? line : { ...line, accounts: { ...accounts, account_class: block.account_class } };
  });
}
