/** What the forms of a space ask, and what must hold of it. */
import { firstDayOf, lastDayOf } from '../day.ts';
import * as z from 'zod';
import type { Day } from '../day.ts';
import { enumeration, french, frenchDate, quoted } from '../french.ts';
import { fold } from '../reading/values/text.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { periods, spaceTable } from '../tables/space.ts';
import type { Space } from '../tables/space.ts';
import { cents, dayText, longText, shortText } from './inputs.ts';
import { hold } from './presence.ts';
import { occupantLabel, spaceLabel } from './read.ts';

const period = z.enum(Object.keys(periods) as [keyof typeof periods, ...(keyof typeof periods)[]]);

/** The kinds of spaces. */
export const spaceKind = z.enum(['office', 'studio', 'desk', 'shop_unit', 'premises']);

/** The fields of a space that forms send, by field; null empties one, what is absent stays. */
export const spaceFields = {
  premises: shortText.optional(),
  area: z.number().min(0).max(100_000).nullable().optional(),
  fee: cents.optional(),
  fee_period: period.nullable().optional(),
  places: z.number().int().min(1).max(200).nullable().optional(),
  priority_district: z.boolean().nullable().optional(),
  paid_to: shortText.optional(),
  blocked_from: dayText.optional(),
  blocked_until: dayText.optional(),
  blocked_reason: shortText.optional(),
  lease_holder: shortText.optional(),
  lease_start: dayText.optional(),
  rent: cents.optional(),
  rent_period: period.nullable().optional(),
  notes: longText.optional(),
};

/** The dates among the fields, by the header that she sees. */
export function spaceDays(fields: Partial<Space>): Readonly<Record<string, string | null | undefined>> {
  const dates = spaceTable.columns.filter(({ type }) => type === 'date');
  return Object.fromEntries(
    dates.map(({ field, header }) => [header, fields[field as 'blocked_from' | 'blocked_until' | 'closed_on']]),
  );
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The fee for a month, rounded to the cent, and to whom it goes: rents of shops and premises never come to the association (domain: B5). */
export function withFee(space: Space): Space {
  const { fee, fee_period: every, kind } = space;
  const isOurs = kind !== 'shop_unit' && kind !== 'premises';
  return {
    ...space,
    fee_period: fee === null ? every : (every ?? 'month'),
    monthly_fee: fee === null ? null : Math.round(fee / MONTHS[every ?? 'month']),
    paid_to_association: kind === null ? space.paid_to_association : isOurs,
  };
}

/** Why a space of that name cannot be, or null: names tell spaces apart. */
export function wrongName(space: Space, spaces: readonly Space[]): string | null {
  const name = fold(space.name ?? '');
  if (name === '') return 'Donnez un nom à l’espace, par exemple « 12 » ou « CW7 ».';
  const same = spaces.find((other) => other.id !== space.id && fold(other.name ?? '') === name);
  return same === undefined
    ? null
    : french`${quoted(same.name ?? same.id)} existe déjà (${same.id}) : choisissez un autre nom, ou modifiez cet espace.`;
}

/** Why the days of works contradict each other, or null. */
export function wrongWorks({ blocked_from: from, blocked_until: until }: Space): string | null {
  return from !== null && until !== null && lastDayOf(until) < firstDayOf(from)
    ? french`Les travaux finissent (${frenchDate(until)}) avant de commencer (${frenchDate(from)}) : corrigez l’une des deux dates.`
    : null;
}

/** Why the space cannot be closed on its day, or null: someone is there afterwards. */
export function wrongClosing(space: Space, stays: readonly Occupancy[], today: Day): string | null {
  if (space.closed_on === null) return null;
  const closed = firstDayOf(space.closed_on);
  const after = stays.filter((stay) => hold(stay, today).to >= closed);
  return after.length === 0
    ? null
    : french`${quoted(spaceLabel(space))} est encore occupé par ${enumeration(after.map((stay) => quoted(occupantLabel(stay))))} : enregistrez d’abord la sortie, avant le ${frenchDate(closed)}.`;
}

/** Why fewer places than occupants is impossible, or null. */
export function tooFewPlaces(space: Space, crowded: readonly Occupancy[]): string | null {
  return crowded.length === 0
    ? null
    : french`${quoted(spaceLabel(space))} n’aurait plus de place pour ${enumeration(crowded.map((stay) => quoted(occupantLabel(stay))))} : enregistrez d’abord les sorties, ou laissez le nombre de places.`;
}
