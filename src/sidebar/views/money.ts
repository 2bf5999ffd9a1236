/** Sums as French people read them. */
import { number } from '../french.ts';

/** « 1 250 € », « 416,67 € », from cents. */
export function sum(cents: number): string {
  const rest = Math.abs(cents) % 100;
  const whole = number(Math.trunc(Math.abs(cents) / 100));
  return `${cents < 0 ? '−' : ''}${whole}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}\u00a0€`;
}
