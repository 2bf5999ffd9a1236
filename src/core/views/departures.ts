/** « Départs »: exits ahead by month, what empty rooms cost, who could come, and what a prolongation would change. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { titleIn } from '../command.ts';
import { euros, french, frenchDate } from '../french.ts';
import { readRegister } from '../register.ts';
import { exitsAhead, prolonged } from '../rooms/departures.ts';
import type { Exit, Prolongation } from '../rooms/departures.ts';
import { monthName } from '../rooms/month.ts';
import { occupantName } from '../rooms/room-stay.ts';
import { kindNames, roomsOf } from '../rooms/rooms.ts';
import type { Room } from '../rooms/rooms.ts';
import { OCCUPANCY_SHEET } from '../rooms/timeline-sheet.ts';
import { vacancyOf } from '../rooms/vacancy.ts';
import { stayTabs } from '../stays/desk.ts';
import { spaceLabel } from '../stays/read.ts';
import type { View } from '../view.ts';

/** One exit, in French. */
export interface DepartureItem {
  readonly occupancy: string;
  /** The number of its room, for its card. */
  readonly space: string;
  /** « Sirocco Tour, bureau 7 ». */
  readonly title: string;
  /** « le 31/05/2023, sortie prévue ; 385 € par mois ». */
  readonly text: string;
}

/** The answer of the view « departures »; input: {prolong?: {occupancy, months}}. */
export interface DeparturesView {
  readonly months: readonly {
    readonly title: string;
    readonly exits: readonly DepartureItem[];
    /** French: what stands empty once they have left; null when nothing does. */
    readonly vacancy: string | null;
  }[];
  /** French: what is free today; null when nothing is. */
  readonly free: string | null;
  readonly freeRooms: readonly { readonly space: string; readonly label: string; readonly cost: string | null }[];
  readonly simulation: Simulation | null;
  readonly missing: string | null;
  /** The title of « Occupation des espaces », when it is built. */
  readonly sheet: string | null;
}

/** « Si on prolonge… », in French; nothing is written. */
export interface Simulation {
  readonly occupancy: string;
  readonly space: string;
  readonly months: number;
  readonly title: string;
  readonly sentences: readonly string[];
}

const AHEAD_MONTHS = 12;
const input = z.object({
  prolong: z.object({ occupancy: z.string().max(20), months: z.number().int().min(1).max(36) }),
});

/** The view « departures ». */
export const departuresView: View = {
  name: 'departures',
  reads: [...stayTabs, OCCUPANCY_SHEET],
  view: (state, asked, { today }): DeparturesView => {
    const rooms = roomsOf(readRegister(state), today);
    const wanted = input.safeParse(asked);
    const own = rooms.filter(({ kind }) => kind !== 'shop_unit');
    const { free, monthly } = vacancyOf(own, today);
    return {
      months: exitsAhead(rooms, today, AHEAD_MONTHS)
        .filter(({ exits }) => exits.length > 0)
        .map(({ month, exits, vacancy }) => ({
          title: monthName(month),
          exits: exits.map(itemOf),
          vacancy:
            vacancy === 0
              ? null
              : french`Après ces sorties, les espaces vides feront ${euros(vacancy)} de redevances en moins par mois.`,
        })),
      free:
        free.length === 0
          ? null
          : french`${plural(free.length, 'espace libre', 'espaces libres')} aujourd’hui : ${euros(monthly)} par mois.`,
      freeRooms: free.map((room) => ({ space: room.space.id, label: spaceLabel(room.space), cost: costOf(room) })),
      simulation: wanted.success ? simulationOf(rooms, wanted.data.prolong, today) : null,
      missing: rooms.length === 0 ? 'L’onglet « Espaces » n’a encore aucun bureau ni poste.' : null,
      sheet: Object.hasOwn(state.workbook, OCCUPANCY_SHEET) ? titleIn(state, OCCUPANCY_SHEET) : null,
    };
  },
};

function costOf({ space }: Room): string | null {
  return space.monthly_fee === null ? null : french`${euros(space.monthly_fee)} par mois`;
}

function itemOf({ room, stay, day, monthly, next }: Exit): DepartureItem {
  const why = { left: 'sortie notée', planned: 'sortie prévue', limit: 'fin du séjour le plus long', open: '' }[
    stay.reason
  ];
  const parts = [
    `le ${frenchDate(day)}, ${why}`,
    ...(monthly === null ? [] : [french`${euros(monthly)} par mois`]),
    next === null ? 'personne après' : `${occupantName(next.occupancy)} ensuite`,
  ];
  return {
    occupancy: stay.occupancy.id,
    space: room.space.id,
    title: `${occupantName(stay.occupancy)}, ${spaceLabel(room.space)}`,
    text: parts.join('\u00A0; '),
  };
}

function simulationOf(
  rooms: readonly Room[],
  { occupancy, months }: { readonly occupancy: string; readonly months: number },
  today: string,
): Simulation | null {
  const found = prolonged(rooms, occupancy, months, today);
  const room = rooms.find(({ stays }) => stays.some((stay) => stay.occupancy.id === occupancy));
  const stay = room?.stays.find((one) => one.occupancy.id === occupancy);
  if (!found || !room || !stay) return null;
  return {
    occupancy,
    space: room.space.id,
    months,
    title: french`Si on prolonge ${occupantName(stay.occupancy)} de ${months} mois`,
    sentences: sentencesOf(found, room),
  };
}

function sentencesOf(found: Prolongation, room: Room): string[] {
  const { from, until, income, isBeyondLimit, limit, clash, nextFree, nextFreeThen } = found;
  const kind = kindNames[room.kind][0];
  return [
    french`La sortie passe du ${frenchDate(from)} au ${frenchDate(until)}.`,
    income === 0
      ? 'Les redevances de l’association n’en changent pas.'
      : french`${euros(income)} de redevances en plus sur cette période.`,
    ...(clash === null
      ? []
      : [french`Attention : ${occupantName(clash.occupancy)} doit entrer dans cet espace avant cette date.`]),
    ...(isBeyondLimit && limit !== null
      ? [french`C’est au-delà de la limite du ${frenchDate(limit)} : il faut une décision datée et motivée.`]
      : []),
    nextFree === nextFreeThen
      ? french`Le prochain ${kind} libre ne change pas${nextFree === null ? '' : ` (${freeWords(nextFree)})`}.`
      : french`Le prochain ${kind} libre le serait le ${freeWords(nextFreeThen)} au lieu du ${freeWords(nextFree)}.`,
  ];
}

function freeWords(day: string | null): string {
  return day === null ? 'date inconnue' : frenchDate(day);
}
