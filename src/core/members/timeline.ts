/** A member's history as one list of dated sentences, latest first. */
import { euros, french, quoted } from '../french.ts';
import type { MemberCard } from './card-types.ts';

/** Something that happened, on a day, in a month or in a year. */
export interface Happening {
  readonly date: string;
  readonly text: string;
}

/** All that happened to a member and has a date. */
export function timelineOf(card: MemberCard): readonly Happening[] {
  const { record } = card;
  const dated = (date: string | null, text: string): Happening[] => (date === null ? [] : [{ date, text }]);
  const happenings = [
    ...card.history.flatMap(({ label, start, reason }, index) =>
      dated(start, `${index === 0 ? 'Adhésion' : 'Changement de statut'}\u00A0: ${label}${because(reason)}`),
    ),
    ...card.stays.flatMap(({ space, start, end }) => [
      ...dated(start, french`Entrée dans ${quoted(space)}`),
      ...dated(end, french`Sortie de ${quoted(space)}`),
    ]),
    ...card.fees.flatMap(({ year, paid_on: date, paid }) =>
      card.payments.length > 0
        ? []
        : dated(date, french`Cotisation ${year ?? ''} payée${paid > 0 ? french` : ${euros(paid)}` : ''}`),
    ),
    ...card.payments.flatMap(({ date, amount }) => dated(date, french`Paiement : ${euros(amount ?? 0)}`)),
    ...card.sessions.flatMap(({ date, title, status }) => dated(date, french`${quoted(title)}, ${status}`)),
    ...dated(record.charter_signed_on, 'Charte signée'),
    ...card.consents.flatMap(({ label, person, given, date, withdrawn_on: withdrawn }) => {
      const who = person === null ? '' : ` (${person})`;
      return [
        ...dated(date, french`${given ? 'Accord' : 'Refus'} : ${label}${who}`),
        ...dated(withdrawn, french`Accord retiré : ${label}${who}`),
      ];
    }),
    ...card.mails.flatMap(({ date, subject, status }) => dated(date, french`Message ${quoted(subject)}, ${status}`)),
    ...dated(record.left_on, `Départ${because(record.leaving_reason)}`),
  ];
  return happenings.sort((a, b) => b.date.localeCompare(a.date));
}

function because(reason: string | null): string {
  return reason === null ? '' : ` (${reason})`;
}
