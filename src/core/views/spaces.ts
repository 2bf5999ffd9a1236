/** « Espaces »: by site and kind, who is in, until when, what is free and what it costs; one space's card on demand. */
import * as z from 'zod';
import { titleIn } from '../command.ts';
import type { State } from '../command.ts';
import { plural } from '../adoption/labels.ts';
import { enumeration, euros, french, frenchDate, frenchNumber } from '../french.ts';
import { readTable } from '../records.ts';
import { readRegister } from '../register.ts';
import { stayTabs } from '../stays/desk.ts';
import { isThere, presence } from '../stays/presence.ts';
import { occupantLabel, readStays, spaceLabel, vacancyCost } from '../stays/read.ts';
import type { Stays } from '../stays/read.ts';
import { blockedSpan, spaceState, vacantSince } from '../stays/space-state.ts';
import type { SpaceState } from '../stays/space-state.ts';
import { compareDays, FOREVER } from '../stays/dates.ts';
import { isPlanned, stayItem } from '../stays/stay-item.ts';
import type { StayItem } from '../stays/stay-item.ts';
import { spaceTable } from '../tables/space.ts';
import type { Space } from '../tables/space.ts';
import type { View } from '../view.ts';

/** How a space is to be looked at: its words are in `stateText`. */
export type SpaceTone = 'late' | 'soon' | 'free' | 'taken' | 'off';

/** A space in the list. */
export interface SpaceItem {
  readonly id: string;
  /** « bureau 3 ». */
  readonly label: string;
  readonly kind: string | null;
  readonly premises: string | null;
  readonly state: SpaceState;
  readonly tone: SpaceTone;
  /** French: who is in, or that nobody is. */
  readonly who: string;
  /** French: until when, or since when. */
  readonly stateText: string;
}

/** The spaces of one site and kind. */
export interface SpaceGroup {
  readonly title: string;
  readonly items: readonly SpaceItem[];
}

/** One space with all of its occupants, and what its forms start from. */
export interface SpaceCard {
  readonly item: SpaceItem;
  /** French: size, fee, places, works. */
  readonly facts: readonly string[];
  readonly space: Space;
  readonly now: readonly StayItem[];
  readonly coming: readonly StayItem[];
  readonly past: readonly StayItem[];
  /** Who may be given the space. */
  readonly members: readonly { readonly value: string; readonly label: string }[];
  /** Where its row is. */
  readonly tab: string;
  readonly cell: string | null;
}

/** The answer of the view « spaces »; input: {space?}. */
export interface SpacesView {
  readonly groups: readonly SpaceGroup[];
  readonly today: string;
  readonly counts: { readonly taken: number; readonly free: number; readonly soon: number; readonly late: number };
  /** French: what the free spaces cost in a month; null when none is free. */
  readonly vacancy: string | null;
  readonly card: SpaceCard | null;
}

const input = z.object({ space: z.string().max(20) });

/** The view « spaces ». */
export const spacesView: View = {
  name: 'spaces',
  reads: stayTabs,
  view: (state, asked, { today }): SpacesView => {
    const register = readRegister(state);
    const stays = readStays(register);
    const items = new Map(stays.spaces.map((space) => [space.id, itemOf(space, stays, today)]));
    const wanted = input.safeParse(asked);
    const space = wanted.success ? stays.spaces.find(({ id }) => id === wanted.data.space) : undefined;
    const item = space === undefined ? undefined : items.get(space.id);
    const tones = [...items.values()].map(({ tone }) => tone);
    const amount = (tone: SpaceTone) => tones.filter((one) => one === tone).length;
    return {
      groups: groupsOf(stays, items),
      today,
      counts: { taken: amount('taken'), free: amount('free'), soon: amount('soon'), late: amount('late') },
      vacancy: vacancyText(stays, today),
      card:
        space === undefined || item === undefined
          ? null
          : {
              ...cardOf(space, { stays, today, item }),
              members: choicesOf(register.members),
              ...placeOf(state, space),
            },
    };
  },
};

const kindTitles: Readonly<Record<string, string>> = {
  office: 'Bureaux',
  studio: 'Studio',
  desk: 'Postes de coworking',
  shop_unit: 'Boutiques',
  premises: 'Locaux loués par l’association',
};

/** What must end comes with its tone; several occupants are told apart by the most urgent one. */
function itemOf(space: Space, stays: Stays, today: string): SpaceItem {
  const inside = stays.inSpace(space);
  const there = inside.filter((stay) => isThere(stay, today)).map((stay) => stayItem(stay, stays, today));
  const state = spaceState(space, inside, today);
  const urgent = there.find(({ tone }) => tone === 'late') ?? there.find(({ tone }) => tone === 'soon') ?? there[0];
  return {
    id: space.id,
    label: spaceLabel(space),
    kind: space.kind,
    premises: space.premises,
    state,
    tone: toneOf(state, urgent),
    who: there.length === 0 ? nobody(state) : enumeration([...new Set(there.map(({ name }) => name))]),
    stateText: urgent === undefined ? freeText(space, { stays, today, state }) : urgent.untilText,
  };
}

function toneOf(state: SpaceState, urgent: StayItem | undefined): SpaceTone {
  if (state === 'vacant' || state === 'reserved') return 'free';
  if (state !== 'occupied') return 'off';
  return urgent?.tone ?? 'taken';
}

function nobody(state: SpaceState): string {
  switch (state) {
    case 'closed':
      return 'Fermé';
    case 'rented':
      return 'Loué par l’association';
    case 'blocked':
      return 'Indisponible';
    case 'reserved':
      return 'En attente';
    case 'occupied':
    case 'vacant':
      return 'Libre';
  }
}

interface Free {
  readonly stays: Stays;
  readonly today: string;
  readonly state: SpaceState;
}

function freeText(space: Space, { stays, today, state }: Free): string {
  if (state === 'closed') return french`depuis le ${frenchDate(space.closed_on ?? '')}`;
  if (state === 'rented') return space.lease_holder === null ? '' : french`bail au nom de ${space.lease_holder}`;
  const blocked = blockedSpan(space);
  if (state === 'blocked' && blocked !== null) {
    const until = blocked.to === FOREVER ? 'sans date de fin' : french`jusqu’au ${frenchDate(blocked.to)}`;
    return space.blocked_reason === null ? until : `${space.blocked_reason}, ${until}`;
  }
  const next = stays.inSpace(space).find((stay) => isPlanned(stay, today));
  if (next !== undefined) return french`${occupantLabel(next)} à partir du ${frenchDate(next.start ?? '')}`;
  const since = vacantSince(space, stays.inSpace(space), today);
  return [since === null ? null : french`depuis le ${frenchDate(since)}`, costText(space)]
    .filter((text) => text !== null)
    .join(', ');
}

function costText(space: Space): string | null {
  const cost = vacancyCost(space);
  if (cost === 0) return null;
  return cost === null ? 'redevance inconnue' : french`${euros(cost)} par mois`;
}

function vacancyText(stays: Stays, today: string): string | null {
  const free = stays.spaces.filter((space) =>
    ['vacant', 'reserved'].includes(spaceState(space, stays.inSpace(space), today)),
  );
  if (free.length === 0) return null;
  const costs = free.map(vacancyCost);
  const total = costs.reduce((sum: number, cost) => sum + (cost ?? 0), 0);
  const unknown = costs.filter((cost) => cost === null).length;
  const more = unknown === 0 ? '' : french`, sans compter ${plural(unknown, 'espace')} dont la redevance est inconnue`;
  return french`${plural(free.length, 'espace libre', 'espaces libres')} : ${euros(total)} de redevances en moins par mois${more}.`;
}

function groupsOf(stays: Stays, items: ReadonlyMap<string, SpaceItem>): SpaceGroup[] {
  const groups = new Map<string, SpaceItem[]>();
  for (const kind of [...Object.keys(kindTitles), null]) {
    for (const space of stays.spaces.filter((one) => one.kind === kind)) {
      const title = [kindTitles[kind ?? ''] ?? 'Autres espaces', space.premises]
        .filter((part) => part !== null)
        .join(' · ');
      const item = items.get(space.id);
      if (item !== undefined) groups.set(title, [...(groups.get(title) ?? []), item]);
    }
  }
  return [...groups].map(([title, list]) => ({ title, items: list }));
}

interface Carded {
  readonly stays: Stays;
  readonly today: string;
  readonly item: SpaceItem;
}

function cardOf(space: Space, { stays, today, item }: Carded): Omit<SpaceCard, 'members' | 'tab' | 'cell'> {
  const all = [...stays.inSpace(space)].sort((a, b) => compareDays(presence(b).from, presence(a).from));
  const items = (filter: (stay: (typeof all)[number]) => boolean) =>
    all.filter(filter).map((stay) => stayItem(stay, stays, today));
  return {
    item,
    space,
    facts: factsOf(space),
    now: items((stay) => isThere(stay, today)),
    coming: items((stay) => isPlanned(stay, today)),
    past: items((stay) => !isThere(stay, today) && !isPlanned(stay, today)),
  };
}

function factsOf(space: Space): string[] {
  const fee = space.monthly_fee === null ? 'Redevance inconnue' : french`${euros(space.monthly_fee)} par mois`;
  const isElsewhere = space.paid_to_association === false;
  const blocked = blockedSpan(space);
  return [
    space.area === null ? 'Surface inconnue' : `${frenchNumber(space.area)}\u00A0m²`,
    isElsewhere ? french`${fee}, payés à ${space.paid_to ?? 'son propriétaire'} (hors recettes de l’association)` : fee,
    (space.places ?? 1) > 1 ? plural(space.places ?? 1, 'place') : null,
    space.priority_district === true ? 'En quartier prioritaire (QPV)' : null,
    space.lease_holder === null ? null : french`Bail : ${space.lease_holder}`,
    blocked === null
      ? null
      : french`Indisponible du ${space.blocked_from === null ? '…' : frenchDate(space.blocked_from)} au ${space.blocked_until === null ? '…' : frenchDate(space.blocked_until)}`,
    space.notes,
  ].filter((text) => text !== null);
}

function choicesOf(members: ReturnType<typeof readRegister>['members']): SpaceCard['members'] {
  return members
    .filter(({ merged_into: merged, left_on: left }) => merged === null && left === null)
    .map(({ id, organisation }) => ({ value: id, label: organisation ?? id }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'));
}

function placeOf(state: State, space: Space): Pick<SpaceCard, 'tab' | 'cell'> {
  const { rowOf } = readTable(spaceTable, state.workbook[spaceTable.tab], state.shown[spaceTable.tab]);
  const row = rowOf.get(space.id);
  return { tab: titleIn(state, spaceTable.tab), cell: row === undefined ? null : `A${row + 1}` };
}
