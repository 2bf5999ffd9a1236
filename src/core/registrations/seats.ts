/** Who holds a seat of a session: the one rule that lists, invitations and mails share. */
import type { Registration, RegistrationStatus } from '../tables/registration.ts';

const holding: readonly (RegistrationStatus | null)[] = ['registered', 'present', 'absent'];

/** True for whoever is expected or came; whoever excused themselves, waits or was only offered a seat holds none. */
export function holdsSeat({ status, repeats }: Pick<Registration, 'status' | 'repeats'>): boolean {
  return repeats === null && (status === null || holding.includes(status));
}

/** True for whoever waits for a seat, an offer at hand or not. */
export function isWaiting({ status }: Pick<Registration, 'status'>): boolean {
  return status === 'waiting' || status === 'offered';
}

/** The registrations of a session that wait, first come first. */
export function queueOf(registrations: readonly Registration[], session: string | null): Registration[] {
  return registrations
    .filter((row) => row.session === session && isWaiting(row))
    .sort((a, b) => (a.answered_at ?? '9').localeCompare(b.answered_at ?? '9') || a.id.localeCompare(b.id));
}

/** The place in the queue, 1 for the next to have a seat; null for whoever does not wait. */
export function rankOf({ id, session }: Registration, registrations: readonly Registration[]): number | null {
  const place = queueOf(registrations, session).findIndex((row) => row.id === id);
  return place < 0 ? null : place + 1;
}

/** The registrations of a session that hold a seat, in the order of the tab. */
export function seatedIn(registrations: readonly Registration[], session: string): Registration[] {
  return registrations.filter((registration) => registration.session === session && holdsSeat(registration));
}
