/** Give a space to a member: refused when there is no place, when the space is not available, or beyond the longest stay. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { french, frenchDate, quoted } from '../french.ts';
import { actingMember } from '../members/acting.ts';
import { hasLeft } from '../members/affiliation.ts';
import { tidy, tidyLines } from '../members/inputs.ts';
import { blank, deskOf, nextId, stayTabs, wishedTabs, writtenTabs } from '../stays/desk.ts';
import type { Desk } from '../stays/desk.ts';
import {
  cents,
  dayText,
  firstReason,
  idText,
  longText,
  neededDay,
  shortText,
  wrongDay,
  tidyFields,
} from '../stays/inputs.ts';
import { noRoom, tooLong, wantedOf, wrongOrder } from '../stays/permit.ts';
import type { Wanted } from '../stays/permit.ts';
import { occupantLabel, readStays, spaceLabel } from '../stays/read.ts';
import { feeSentence, limitSentence, stateSentence } from '../stays/sentences.ts';
import { followed } from '../stays/space-state.ts';
import type { Member } from '../tables/member.ts';
import { agreements, occupancyTable } from '../tables/occupancy.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { spaceTable } from '../tables/space.ts';
import type { Space } from '../tables/space.ts';

const agreement = z.enum(Object.keys(agreements) as [keyof typeof agreements, ...(keyof typeof agreements)[]]);

const input = z.object({
  space: idText('ESP'),
  member: idText('ADH'),
  /** Who sits there, for a desk. */
  person: shortText.optional(),
  start: neededDay,
  plannedEnd: dayText.optional(),
  share: z.number().min(0).max(100).nullable().optional(),
  agreement: agreement.nullable().optional(),
  signedOn: dayText.optional(),
  monthlyFee: cents.optional(),
  deposit: cents.optional(),
  depositPaidOn: dayText.optional(),
  insuranceUntil: dayText.optional(),
  storageUnit: shortText.optional(),
  keys: shortText.optional(),
  inventoryIn: dayText.optional(),
  extendedUntil: dayText.optional(),
  extensionDecidedOn: dayText.optional(),
  extensionReason: shortText.optional(),
  notes: longText.optional(),
});

type Input = z.infer<typeof input>;

/** Adds a row to « Occupations », and says in « Espaces » that the space is taken. */
export const addStay = defineCommand({
  name: 'add-stay',
  label: 'Attribuer un espace',
  purpose: 'Ajoute un occupant dans un espace, avec son entrée, sa sortie prévue et sa convention.',
  input,
  reads: () => stayTabs,
  changes: () => writtenTabs,
  decide: (state, asked, { today }) => {
    const desk = deskOf(state);
    const space = desk.register.spaces.find(({ id }) => id === asked.space);
    const member = desk.register.members.find(({ id }) => id === asked.member);
    const early = firstReason(
      () => desk.obstacle,
      () => wrongDay(daysOf(asked)),
      () => missing(asked, space, member),
      () => alreadyThere(desk, asked),
    );
    if (early !== null || space === undefined || member === undefined) return refuse(early ?? '');
    const draft = draftOf(desk, asked, { space, member });
    const { stay, wanted } = weighed(desk, { draft, space, today });
    const reason = firstReason(
      () => wrongOrder(stay),
      () => noRoom(wanted),
      () => tooLong(wanted),
    );
    if (reason !== null) return refuse(reason);
    const next = followed(space, [...desk.stays.inSpace(space), stay], today);
    return wish({
      ...wishedTabs(desk, [
        { table: occupancyTable, add: new Map([[stay.id, stay]]) },
        { table: spaceTable, set: new Map([[space.id, next]]) },
      ]),
      summary: [
        french`${quoted(occupantLabel(stay))} entre dans ${quoted(spaceLabel(space))} le ${frenchDate(asked.start)}.`,
        ...limitSentence(stay, wanted.limit, desk.stays.rules),
        ...feeSentence(stay, space),
        ...stateSentence(space, next),
      ],
      details: { id: stay.id },
    });
  },
});

function daysOf(asked: Input): Readonly<Record<string, string | null | undefined>> {
  return {
    Entrée: asked.start,
    'Sortie prévue': asked.plannedEnd,
    'Convention signée le': asked.signedOn,
    'Caution reçue le': asked.depositPaidOn,
    'Assurance valable jusqu’au': asked.insuranceUntil,
    'État des lieux d’entrée': asked.inventoryIn,
    'Prolongée jusqu’au': asked.extendedUntil,
    'Prolongation décidée le': asked.extensionDecidedOn,
  };
}

function missing(asked: Input, space: Space | undefined, member: Member | undefined): string | null {
  if (space === undefined)
    return french`Choisissez un espace : ${quoted(asked.space)} n’est pas un numéro de l’onglet « Espaces ».`;
  const acting = actingMember(member, asked.member);
  if (!acting.ok) return acting.message;
  if (asked.start.trim() === '') return french`Choisissez une date d’entrée.`;
  if (space.kind === 'premises')
    return french`${quoted(spaceLabel(space))} est un local loué par l’association : choisissez un bureau, un poste ou une boutique.`;
  const { organisation, id, left_on: left } = acting.value;
  if (left !== null && hasLeft({ left_on: left }, asked.start))
    return french`${quoted(organisation ?? id)} a quitté l’association (${frenchDate(left)}) : effacez cette date dans « Adhérents » si la structure revient.`;
  return null;
}

/** The same stay is not added twice, even where there is a place left. */
function alreadyThere({ register }: Desk, { space, member, person, start }: Input): string | null {
  const known = register.occupancies.find(
    (one) => one.space === space && one.member === member && one.start === start && one.person === tidyLines(person),
  );
  if (known === undefined) return null;
  return french`${quoted(occupantLabel(known))} est déjà dans cet espace depuis le ${frenchDate(start)} (${known.id}).`;
}

function draftOf(desk: Desk, asked: Input, { space, member }: { space: Space; member: Member }): Occupancy {
  return {
    ...blank(occupancyTable, nextId(desk, occupancyTable)),
    space: space.id,
    space_name: space.name,
    member: member.id,
    organisation: member.organisation,
    start: asked.start,
    ...tidyFields<Occupancy>({
      person: asked.person,
      share: asked.share,
      planned_end: tidy(asked.plannedEnd) ?? asked.extendedUntil,
      agreement: asked.agreement,
      signed_on: asked.signedOn,
      monthly_fee: asked.monthlyFee,
      deposit: asked.deposit,
      deposit_paid_on: asked.depositPaidOn,
      insurance_until: asked.insuranceUntil,
      storage_unit: asked.storageUnit,
      keys: asked.keys,
      inventory_in: asked.inventoryIn,
      extended_until: asked.extendedUntil,
      extension_decided_on: asked.extensionDecidedOn,
      extension_reason: asked.extensionReason,
      notes: asked.notes,
    }),
  };
}

/** The stay with its longest end, counted with all the others of the organisation. */
function weighed(
  desk: Desk,
  { draft, space, today }: { draft: Occupancy; space: Space; today: string },
): { stay: Occupancy; wanted: Wanted } {
  const { register } = desk;
  const after = readStays({ ...register, occupancies: [...register.occupancies, draft] });
  const limit = after.limitOf(draft);
  const stay = { ...draft, max_end: limit?.last ?? null };
  return { stay, wanted: wantedOf(desk, { stay, space, today, limit }) };
}
