/** What does not hold together about spaces and stays. */
import type { CheckDraft } from '../adoption/check-drafts.ts';
import { enumeration, euros, french, frenchDate, onDate, quoted, sinceDate, untilDate } from '../french.ts';
import { endsTooLate, isDecided, lastAllowed } from '../stays/deadline.ts';
import { isLimited } from '../stays/limit.ts';
import { wrongOrder } from '../stays/permit.ts';
import { isUninsured, mustReturnDeposit } from '../stays/papers.ts';
import { crowdings } from '../stays/places.ts';
import { isThere, plannedEnd } from '../stays/presence.ts';
import { occupantLabel, spaceLabel } from '../stays/read.ts';
import { followed } from '../stays/space-state.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { spaceTable } from '../tables/space.ts';
import type { Space } from '../tables/space.ts';
import { pointOf } from './ground.ts';
import type { Ground, Remark } from './ground.ts';

type StayRemark = Omit<Remark, 'table' | 'id'>;

/** The points about spaces and stays. */
export function stayChecks(ground: Ground): CheckDraft[] {
  const { stays } = ground;
  const ofStay = (stay: Occupancy) => (remark: StayRemark) =>
    pointOf(ground, { ...remark, table: occupancyTable, id: stay.id });
  return [
    ...stays.spaces.flatMap((space) => spaceChecks(ground, space)),
    ...stays.occupancies.flatMap((stay) =>
      [...orderChecks(stay), ...lengthChecks(ground, stay), ...paperChecks(ground, stay)].map(ofStay(stay)),
    ),
  ];
}

function spaceChecks(ground: Ground, space: Space): CheckDraft[] {
  const { stays, today } = ground;
  const inside = stays.inSpace(space);
  const overlaps = crowdings(space, inside, today).map(({ stay, others }) =>
    pointOf(ground, {
      kind: 'stay_overlap',
      severity: 'error',
      table: occupancyTable,
      id: stay.id,
      field: 'start',
      what: french`${quoted(occupantLabel(stay))} et ${enumeration(others.map((other) => quoted(occupantLabel(other))))} occupent ${quoted(spaceLabel(space))} en même temps, et il n’y a pas assez de place.`,
      cure: 'Corrigez une entrée ou une sortie, ou donnez à chacun sa part (100 % en tout).',
      identity: others.map(({ id }) => id),
    }),
  );
  return [...overlaps, ...statusCheck(ground, space, inside)];
}

/** « Espaces » may say otherwise than the stays: only where somebody is, or is no longer, there. */
function statusCheck(ground: Ground, space: Space, inside: readonly Occupancy[]): CheckDraft[] {
  const { status, vacant_since: since } = followed(space, inside, ground.today);
  const isTaken = status === 'occupied';
  if (space.closed_on !== null || (isTaken ? space.status === 'occupied' : space.status !== 'occupied')) return [];
  const values = isTaken ? { status, vacant_since: null } : { status, vacant_since: since };
  return [
    pointOf(ground, {
      kind: 'space_status',
      severity: 'warning',
      table: spaceTable,
      id: space.id,
      field: 'status',
      what: isTaken
        ? french`${quoted(spaceLabel(space))} a un occupant dans « Occupations », mais « Espaces » ne le dit pas occupé.`
        : french`${quoted(spaceLabel(space))} est dit occupé, mais personne n’y est dans « Occupations ».`,
      cure: 'Appliquez la proposition, ou corrigez « Occupations ».',
      proposal: { text: french`État : ${isTaken ? 'occupé' : status === 'reserved' ? 'en attente' : 'libre'}`, values },
      identity: [status],
    }),
  ];
}

function orderChecks(stay: Occupancy): StayRemark[] {
  const disorder = wrongOrder(stay);
  if (disorder === null) return [];
  const field = stay.end !== null && wrongOrder({ ...stay, planned_end: null }) !== null ? 'end' : 'planned_end';
  const [what = '', cure = ''] = disorder.split('\u00A0: ');
  return [
    {
      kind: 'end_before_start',
      severity: 'error',
      field,
      what: `${what}.`,
      cure: `${cure.charAt(0).toUpperCase()}${cure.slice(1)}`,
      identity: [stay.start, stay[field]],
    },
  ];
}

function lengthChecks({ stays, today }: Ground, stay: Occupancy): StayRemark[] {
  const limit = stays.limitOf(stay);
  const allowed = lastAllowed(stay, limit);
  const name = quoted(occupantLabel(stay));
  const found: StayRemark[] = [];
  if (stay.extended_until !== null && !isDecided(stay))
    found.push({
      kind: 'extension_undecided',
      severity: 'warning',
      field: 'extended_until',
      what: french`La prolongation de ${name} ${untilDate(stay.extended_until)} n’a pas de décision : elle ne compte pas.`,
      cure: 'Notez la date et le motif de la décision (bouton « Prolonger » de la fiche de l’espace).',
    });
  if (allowed !== null && allowed.day < today && isThere(stay, today))
    found.push({
      kind: 'over_36_months',
      severity: 'warning',
      field: 'start',
      what: french`${name} est au-delà de la durée permise (${String(stays.rules.maxMonths)} mois, jusqu’au ${frenchDate(allowed.day)}).`,
      cure: 'Organisez le départ, ou faites décider une prolongation.',
      identity: [allowed.day],
    });
  if (stay.end === null && endsTooLate(stay, limit) && allowed !== null)
    found.push({
      kind: 'planned_end_after_max',
      severity: 'warning',
      field: 'planned_end',
      raw: stay.planned_end,
      what: french`La sortie prévue de ${name} (${frenchDate(plannedEnd(stay) ?? '')}) dépasse la durée permise (jusqu’au ${frenchDate(allowed.day)}).`,
      cure: 'Avancez-la, ou faites décider une prolongation.',
      proposal:
        stay.extended_until === null
          ? { text: french`Sortie prévue : ${frenchDate(allowed.day)}`, values: { planned_end: allowed.day } }
          : null,
      identity: [plannedEnd(stay)],
    });
  return found;
}

function paperChecks({ stays, today }: Ground, stay: Occupancy): StayRemark[] {
  const space = stays.spaceOf(stay);
  const place = quoted(spaceLabel(space, stay));
  const name = quoted(occupantLabel(stay));
  const found: StayRemark[] = [];
  if (stay.start === null && isLimited(space?.kind ?? null))
    found.push({
      kind: 'stay_without_start',
      severity: 'info',
      field: 'start',
      what: french`L’entrée de ${name} dans ${place} n’est pas connue : la durée de son séjour ne peut pas être comptée.`,
      cure: 'Notez la date d’entrée, même approximative (05/2022 ou 2022).',
    });
  if (isUninsured(stay, today) && stay.insurance_until !== null)
    found.push({
      kind: 'insurance_expired',
      severity: 'warning',
      field: 'insurance_until',
      what: french`L’assurance de ${name} pour ${place} n’est plus valable ${sinceDate(stay.insurance_until)}.`,
      cure: 'Demandez la nouvelle attestation et notez sa date de fin.',
      identity: [stay.insurance_until],
    });
  if (mustReturnDeposit(stay, today))
    found.push({
      kind: 'deposit_to_return',
      severity: 'warning',
      field: 'deposit_returned_on',
      what: french`${name} est sorti de ${place} ${onDate(stay.end ?? '')} et sa caution (${euros(stay.deposit ?? 0)}) n’est pas notée comme rendue.`,
      cure: 'Rendez-la, puis notez la date dans « Caution rendue le ».',
      identity: [stay.end],
    });
  return found;
}
