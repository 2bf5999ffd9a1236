/** Recurring fees and deposits, as cells write them. */
import { quoteOf, textOf } from '../cells.ts';
import type { FieldCell } from '../cells.ts';
import { moneyFindings } from '../money-findings.ts';
import type { Fee, Finding, SpaceRecord } from '../types.ts';
import { monthlyCents, readMoney } from '../values/money.ts';
import { clean, fold, saysNothing } from '../values/text.ts';

/** What a cell of fees or deposits gives, with what is doubtful in it. */
export interface MoneyOf<T> {
  readonly value: T | null;
  readonly findings: readonly Finding[];
}

/** A fee with its period (a month when none is said) brought to a month. */
export function readFee(cell: FieldCell | undefined): MoneyOf<Fee> {
  if (cell === undefined) return { value: null, findings: [] };
  const money = readMoney(cell.cell.shown);
  const findings = moneyFindings(cell, money);
  if (money.state !== 'amount') return { value: null, findings };
  if (money.period === null && isOccasional(money.per))
    return { value: null, findings: [occasional(cell, money.cents)] };
  const period = money.period ?? 'month';
  const value: Fee = {
    amount_cents: money.cents,
    period,
    monthly_cents: monthlyCents(money.cents, period),
    ...(money.per === null ? {} : { per: payingUnit(money.per) }),
    ...(money.extra === null ? {} : { extra: money.extra }),
  };
  return { value, findings };
}

/** A deposit: an amount, some months of the fee, or none; « - » says nothing. */
export function readDeposit(
  cell: FieldCell | undefined,
  fee: Fee | null,
): MoneyOf<NonNullable<SpaceRecord['deposit']>> {
  if (cell === undefined || (typeof cell.cell.shown === 'string' && saysNothing(cell.cell.shown)))
    return { value: null, findings: [] };
  const money = readMoney(cell.cell.shown);
  const findings = moneyFindings(cell, money);
  if (money.state === 'none') return { value: { amount_cents: null, none: true }, findings };
  if (money.state === 'months') {
    const amount_cents = fee === null ? null : Math.round(money.months * fee.monthly_cents);
    return { value: { amount_cents, derived_from: clean(textOf(cell.cell)) }, findings };
  }
  if (money.state !== 'amount') return { value: null, findings };
  return { value: { amount_cents: money.cents, ...(money.method === null ? {} : { method: money.method }) }, findings };
}

// « 15 €/h » is the price of a use, not of an occupancy.
function isOccasional(per: string | null): boolean {
  return per !== null && /^(?:h|heures?|j|jours?|journees?|demi|semaines?|seances?|nuits?|week)$/u.test(fold(per));
}

function occasional({ row, column, cell }: FieldCell, amount_cents: number): Finding {
  return { row, column, kind: 'money_with_text', raw: quoteOf(cell), details: { amount_cents } };
}

function payingUnit(typed: string): string {
  const folded = fold(typed).replace(/s$/u, '');
  return ['poste', 'desk', 'place', 'coworkeur', 'coworker', 'personne', 'pers'].includes(folded) ? 'desk' : folded;
}
