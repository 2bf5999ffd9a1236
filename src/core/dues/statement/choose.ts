/** What becomes of each line of a statement: what she answered, else what is sure; one after another, as if pasted again. */
import type { Payment } from '../../tables/payment.ts';
import { spread } from '../charges.ts';
import type { Charge } from '../charges.ts';
import { matchIndex, preselected, proposalsFor } from './match.ts';
import type { MatchIndex, Proposal } from './match.ts';
import type { CreditLine } from './read.ts';

/** A line with its proposals, and the one that is recorded. */
export interface Line {
  readonly line: CreditLine;
  readonly proposals: readonly Proposal[];
  readonly chosen: Proposal | null;
}

/** What the lines are compared with. */
export interface Ground extends Pick<MatchIndex, 'findNames' | 'nameOf'> {
  readonly charges: readonly Charge[];
  readonly payments: readonly Payment[];
  /** What she said of a line; undefined where she said nothing. */
  readonly answerTo: (line: CreditLine) => string | undefined;
}

/**
 * The choices that hold once all are recorded: what a line settles leaves less open, and may make another line sure.
 * Pasted again, the statement has nothing to add.
 */
export function chosenLines(credits: readonly CreditLine[], ground: Ground): readonly Line[] {
  let { charges, payments } = ground;
  let lines: readonly Line[] = credits.map((line) => ({ line, proposals: [], chosen: null }));
  for (;;) {
    const index = matchIndex(charges, payments, ground);
    const compared = lines.map((one) =>
      one.chosen === null ? { ...one, proposals: proposalsFor(one.line, index) } : one,
    );
    const sure = preselected(compared.map(({ chosen, proposals }) => (chosen === null ? proposals : [])));
    lines = compared.map((one, at) =>
      one.chosen === null ? { ...one, chosen: choiceOf(one, sure[at] ?? null, ground) } : one,
    );
    const found = lines.filter(({ chosen }, at) => chosen !== null && compared[at]?.chosen === null);
    if (found.length === 0) return lines;
    for (const { line, chosen } of found) {
      charges = settled(charges, line, chosen);
      const seen = new Set(chosen?.payments);
      payments = payments.map((payment) => (seen.has(payment.id) ? { ...payment, statement_key: line.key } : payment));
    }
  }
}

function choiceOf({ line, proposals }: Line, sure: Proposal | null, { answerTo }: Ground): Proposal | null {
  const answer = answerTo(line);
  if (answer !== undefined) return proposals.find(({ value }) => value === answer) ?? null;
  // Two lines that say the same may be one: she decides.
  return line.repeated ? null : sure;
}

function settled(charges: readonly Charge[], line: CreditLine, chosen: Proposal | null): readonly Charge[] {
  const targets = charges.filter(({ id }) => chosen?.charges.includes(id));
  const shares = new Map(spread(line.cents, targets).shares.map(({ settles, amount }) => [settles, amount]));
  return charges.map((charge) => ({ ...charge, open: charge.open - (shares.get(charge.id) ?? 0) }));
}
