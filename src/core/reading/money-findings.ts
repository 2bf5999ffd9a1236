/** What is doubtful in a cell of money. */
import { quoteOf, textOf } from './cells.ts';
import type { FieldCell } from './cells.ts';
import type { Finding } from './types.ts';
import type { MoneyReading } from './values/money.ts';

/** What is doubtful in a cell of money; thousands after a dot are told once per tab, by `firstThousands`. */
export function moneyFindings({ row, column, cell }: FieldCell, money: MoneyReading): readonly Finding[] {
  const at = { row, column, raw: quoteOf(cell) };
  if (money.state === 'unknown') return [{ ...at, kind: 'explicit_unknown' }];
  if (money.state === 'unreadable') return [{ ...at, kind: 'money_with_text' }];
  if (money.state !== 'amount') return [];
  const details = { amount_cents: money.cents };
  return [
    ...(money.extra === null ? [] : [{ ...at, kind: 'money_with_text', details } as const]),
    ...(readsThousands(textOf(cell), money.dotThousands)
      ? [{ ...at, kind: 'dot_thousands', details: { ...details, once_per_tab: true } } as const]
      : []),
  ];
}

/** The findings with only the first one about thousands after a dot: one tab writes its numbers one way. */
export function firstThousands(findings: readonly Finding[]): readonly Finding[] {
  const first = findings.find(({ kind }) => kind === 'dot_thousands');
  return findings.filter((finding) => finding.kind !== 'dot_thousands' || finding === first);
}

// « 45.430,00 » leaves no doubt: its comma tells what the dot is.
function readsThousands(text: string, dotThousands: boolean): boolean {
  return dotThousands && !/\d,\d/u.test(text);
}
