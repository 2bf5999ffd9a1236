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

/** The registrations of a session that hold a seat, in the order of the tab. */
export function seatedIn(registrations: readonly Registration[], session: string): Registration[] {
  return registrations.filter((registration) => registration.session === session && holdsSeat(registration));
}
