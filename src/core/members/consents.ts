/** Consents in force: the latest row of a subject decides, a withdrawal closes it. */
import type { Consent, consentSubjects } from '../tables/consent.ts';

/** What one may agree to. */
export type ConsentSubject = keyof typeof consentSubjects;

/** True when the latest row about that subject is an agreement that was not taken back; the rows are of one member or person. */
export function consentInForce(log: readonly Consent[], subject: ConsentSubject): boolean {
  const latest = log.filter((row) => row.subject === subject).at(-1);
  return latest?.given === true && latest.withdrawn_on === null;
}
