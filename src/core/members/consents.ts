/** Consents in force: the latest row of a subject decides, a withdrawal closes it. */
import type { Consent, consentSubjects } from '../tables/consent.ts';

/** What one may agree to. */
export type ConsentSubject = keyof typeof consentSubjects;

/** True when the latest row about that subject is an agreement that was not taken back; the rows are of one member or person. */
export function consentInForce(log: readonly Consent[], subject: ConsentSubject): boolean {
  const latest = latestConsent(log, subject);
  return latest?.given === true && latest.withdrawn_on === null;
}

/** The row about that subject that was noted last, by its number: she may have sorted the tab; null when there is none. */
export function latestConsent(log: readonly Consent[], subject: ConsentSubject): Consent | null {
  return log
    .filter((row) => row.subject === subject)
    .reduce<Consent | null>(
      (latest, row) => (latest === null || numberOf(row) >= numberOf(latest) ? row : latest),
      null,
    );
}

function numberOf({ id }: Consent): number {
  return Number(/\d+$/u.exec(id)?.[0] ?? 0);
}
