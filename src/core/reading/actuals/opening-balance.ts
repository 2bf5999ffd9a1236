/** The balance that a ledger starts from, written above its table. */
import type { Frame, Metadata } from '../types.ts';
import type { SourceCell } from '../source.ts';
import { readDateText } from '../values/date.ts';
import { readMoney } from '../values/money.ts';
import { fold, textOf } from '../values/text.ts';

const DATE = /\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2}(?:er)?\s+\p{L}+\.?(?:\s+\d{4})?/u;

/** The opening balance and its day, each only when found: « Solde au 31/12/2022 : 31 432,10 ». */
export function openingBalance(frame: Frame, year: number): Metadata {
  for (const { row } of frame.above) {
    const cells = frame.source.rows[row - 1] ?? [];
    const index = cells.findIndex((cell) => /^(?:solde|report|a nouveau|banque au)\b/u.test(fold(textIn(cell))));
    if (index < 0) continue;
    const label = textIn(cells[index]);
    const cents = amountIn(cells.slice(index + 1)) ?? amountAfter(label);
    if (cents !== null) return { opening_balance_cents: cents, ...openingDay(label, year) };
  }
  return {};
}

function openingDay(label: string, year: number): Metadata {
  const reading = readDateText(DATE.exec(label)?.[0] ?? '', year);
  return reading.state === 'date' ? { opening_date: reading.date.value } : {};
}

function amountIn(cells: readonly (SourceCell | undefined)[]): number | null {
  const amounts = cells.map((cell) => readMoney(cell?.shown ?? null)).filter((money) => money.state === 'amount');
  return amounts[0]?.cents ?? null;
}

function amountAfter(label: string): number | null {
  const money = readMoney(/:\s*(\S.*)$/u.exec(label)?.[1] ?? null);
  return money.state === 'amount' ? money.cents : null;
}

function textIn(cell: SourceCell | undefined): string {
  return textOf(cell?.shown ?? null);
}
