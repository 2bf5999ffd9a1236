/** What commands on stays say before « oui », one French sentence at a time. */
import { euros, french, frenchDate, quoted, sinceDate, untilDate } from '../french.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { spaceTable } from '../tables/space.ts';
import type { Space } from '../tables/space.ts';
import { lastAllowed } from './deadline.ts';
import type { StayLimit } from './limit.ts';
import { plannedEnd } from './presence.ts';
import { spaceLabel } from './read.ts';
import type { StayRules } from './rules.ts';

const statusColumn = spaceTable.columns.find(({ field }) => field === 'status');
const statusLabels: Readonly<Record<string, string>> =
  statusColumn !== undefined && 'choices' in statusColumn ? statusColumn.choices : {};

/** Until when, and what the longest stay allows. */
export function limitSentence(stay: Occupancy, limit: StayLimit | undefined, { maxMonths }: StayRules): string[] {
  const agreed = plannedEnd(stay);
  const until = agreed === null ? [] : [french`Sortie prévue : ${frenchDate(agreed)}.`];
  const allowed = lastAllowed(stay, limit);
  if (limit === undefined || allowed === null) return until;
  const since = french`${sinceDate(limit.first)}${limit.gapDays > 0 ? ', absences déduites' : ''}`;
  return [
    ...until,
    allowed.cause === 'extension'
      ? french`Prolongation au-delà de ${String(maxMonths)} mois : jusqu’au ${frenchDate(allowed.day)}.`
      : french`Séjour le plus long permis : ${String(maxMonths)} mois ${since}, donc ${untilDate(limit.last)}.`,
  ];
}

/** What the occupant pays and to whom; the rent of a shop is never income of the association (domain: B5). */
export function feeSentence(stay: Occupancy, space: Space): string[] {
  if (space.paid_to_association === false)
    return [
      french`Le loyer est payé à ${space.paid_to ?? 'son propriétaire'} : il n’entre pas dans les recettes de l’association.`,
    ];
  if (stay.monthly_fee !== null) return [french`Redevance convenue : ${euros(stay.monthly_fee)} par mois.`];
  if (space.monthly_fee === null)
    return [french`La redevance de ${quoted(spaceLabel(space))} n’est pas connue : notez-la dans « Espaces ».`];
  const share = stay.share === null || stay.share === 100 ? '' : french` pour l’espace entier`;
  return [french`Redevance de l’espace : ${euros(space.monthly_fee)} par mois${share}.`];
}

/** How « Espaces » changes with it. */
export function stateSentence(space: Space, next: Pick<Space, 'status' | 'vacant_since'>): string[] {
  if (next.status === space.status || next.status === null) return [];
  const since =
    next.status === 'vacant' && next.vacant_since !== null
      ? french` (libre depuis le ${frenchDate(next.vacant_since)})`
      : '';
  return [
    french`Dans « Espaces », ${quoted(spaceLabel(space))} devient ${quoted(statusLabels[next.status] ?? next.status)}${since}.`,
  ];
}
