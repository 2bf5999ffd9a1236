/** Values that were read, but could as well mean something else: a bare number as a date, « 1,250 » as an amount. */
import { fieldCells, quoteOf, textOf } from './cells.ts';
import type { Finding, Frame } from './types.ts';
import { dateIn } from './values/date-parts.ts';
import { readMoney } from './values/money.ts';

const DATES = ['start', 'planned_end', 'date'];
const AMOUNTS = ['fee_paid', 'fee_amount', 'occupancy_fee', 'deposit', 'debit', 'credit', 'amount', 'balance'];

/** The doubtful dates and amounts of the tab's records. */
export function doubtFindings(frame: Frame): readonly Finding[] {
  const fields = new Set(frame.columns.flatMap(({ field }) => field ?? []));
  const dates = DATES.filter((field) => fields.has(field));
  const amounts = AMOUNTS.filter((field) => fields.has(field));
  return frame.data.flatMap((row) => [
    ...dates.flatMap((field) =>
      fieldCells(frame, row, field)
        .filter(({ cell }) => cell.temporal === undefined && isBareSerial(textOf(cell)))
        .map(({ row: line, column, cell }): Finding => ({
          row: line,
          column,
          kind: 'bare_serial',
          raw: quoteOf(cell),
        })),
    ),
    ...amounts.flatMap((field) =>
      fieldCells(frame, row, field)
        .filter(({ cell }) => typeof cell.shown === 'string' && isAmbiguous(cell.shown))
        .map(({ row: line, column, cell }): Finding => ({
          row: line,
          column,
          kind: 'ambiguous_amount',
          raw: quoteOf(cell),
        })),
    ),
  ]);
}

function isBareSerial(text: string): boolean {
  return /^\d{5}$/u.test(text) && dateIn(text)?.bareSerial === true;
}

function isAmbiguous(text: string): boolean {
  if (!/\d,\d{3}(?!\d)/u.test(text)) return false;
  const money = readMoney(text);
  return money.state === 'amount' && money.ambiguous;
}
