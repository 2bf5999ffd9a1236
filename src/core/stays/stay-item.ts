/** A stay as people read it: since when, until when, how near its end is, what is missing. */
import { daysBetween, lastDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import { plural } from '../adoption/labels.ts';
import { euros, french, frenchDate, onDate, sinceDate, untilDate } from '../french.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { stageOf } from './deadline.ts';
import type { Deadline, Stage } from './deadline.ts';
import { monthsUsed } from './limit.ts';
import { isUninsured, mustReturnDeposit } from './papers.ts';
import { isThere, presence } from './presence.ts';
import { occupantLabel } from './read.ts';
import type { Stays } from './read.ts';

/** A stay on a card. */
export interface StayItem {
  readonly id: string;
  /** « Label Marée Basse », with the person at a desk. */
  readonly name: string;
  readonly tone: 'late' | 'soon' | 'taken';
  /** French: « depuis le 01/09/2021 ». */
  readonly sinceText: string;
  /** French: until when, and why. */
  readonly untilText: string;
  /** French: months used, share, deposit, insurance… */
  readonly facts: readonly string[];
  /** The record, for forms. */
  readonly stay: Occupancy;
}

/** True for a stay that has not begun. */
export function isPlanned(stay: Occupancy, today: Day): boolean {
  return presence(stay).from > today;
}

/** The stay in words on a day. */
export function stayItem(stay: Occupancy, stays: Stays, today: Day): StayItem {
  const there = isThere(stay, today);
  const deadline = stays.deadlineOf(stay);
  const stage = there && deadline !== null ? stageOf(deadline.day, today) : null;
  const name = occupantLabel(stay);
  return {
    id: stay.id,
    name: stay.person !== null && stay.organisation !== null ? `${name} (${stay.person})` : name,
    tone: toneOf(stage),
    sinceText: stay.start === null ? 'entrée inconnue' : sinceDate(stay.start),
    untilText: untilText(stay, deadline, { stage, today }),
    facts: factsOf(stay, stays, today),
    stay,
  };
}

function toneOf(stage: Stage | null): StayItem['tone'] {
  if (stage === 'past' || stage === 'overdue') return 'late';
  return stage === null || stage === 'months_12' ? 'taken' : 'soon';
}

const causes = { planned: 'sortie prévue', limit: 'durée maximale', extension: 'prolongation décidée' } as const;

function untilText(
  stay: Occupancy,
  deadline: Deadline | null,
  { stage, today }: { stage: Stage | null; today: Day },
): string {
  if (stay.end !== null)
    return lastDayOf(stay.end) < today ? french`sorti ${onDate(stay.end)}` : french`sort ${onDate(stay.end)}`;
  if (deadline === null) {
    const vague = stay.planned_end ?? stay.max_end;
    return vague === null ? 'sans date de sortie' : untilDate(vague);
  }
  const day = frenchDate(deadline.day);
  const cause = causes[deadline.cause];
  switch (stage) {
    case 'overdue':
    case 'past':
      return french`dépassé de ${plural(daysBetween(deadline.day, today), 'jour')} (${cause} : ${day})`;
    case 'today':
      return french`jusqu’à aujourd’hui (${cause})`;
    case 'months_1':
    case 'months_3':
    case 'months_6':
      return french`jusqu’au ${day}, dans ${plural(daysBetween(today, deadline.day), 'jour')} (${cause})`;
    case 'months_12':
    case null:
      return french`jusqu’au ${day} (${cause})`;
  }
}

function factsOf(stay: Occupancy, stays: Stays, today: Day): string[] {
  const limit = stays.limitOf(stay);
  const used = limit === undefined || limit.first.length < 7 ? null : monthsUsed(limit, stay, today);
  const isExpired = isUninsured(stay, today);
  return [
    used === null ? null : french`${plural(used, 'mois', 'mois')} sur ${String(stays.rules.maxMonths)}`,
    stay.share === null || stay.share === 100 ? null : french`part : ${String(stay.share)} %`,
    stay.monthly_fee === null ? null : french`redevance convenue : ${euros(stay.monthly_fee)} par mois`,
    stay.deposit === null
      ? null
      : french`caution : ${euros(stay.deposit)}${mustReturnDeposit(stay, today) ? ', à rendre' : ''}`,
    stay.insurance_until === null
      ? null
      : french`assurance ${isExpired ? `expirée ${sinceDate(stay.insurance_until)}` : `valable ${untilDate(stay.insurance_until)}`}`,
    stay.storage_unit === null ? null : french`armoire ${stay.storage_unit}`,
    stay.keys === null || stay.keys_returned_on !== null ? null : french`clés : ${stay.keys}`,
    stay.extension_reason === null ? null : french`prolongé : ${stay.extension_reason}`,
    stay.notes,
  ].filter((text) => text !== null);
}
