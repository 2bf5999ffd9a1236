/** Prolong a stay, or shorten a prolongation: a decision, with its date and its reason. */
import { lastDayOf } from '../day.ts';
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { french, frenchDate, onDate, quoted } from '../french.ts';
import { deskOf, stayTabs, wishedTabs } from '../stays/desk.ts';
import type { Desk } from '../stays/desk.ts';
import { firstReason, idText, neededDay, wrongDay } from '../stays/inputs.ts';
import { isLimited } from '../stays/limit.ts';
import { noRoom, wantedOf, wrongOrder } from '../stays/permit.ts';
import { plannedEnd } from '../stays/presence.ts';
import { occupantLabel, spaceLabel } from '../stays/read.ts';
import { limitSentence } from '../stays/sentences.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import type { Space } from '../tables/space.ts';

const input = z.object({
  /** The stay, « OCC-0012 ». */
  id: idText('OCC'),
  /** The new last day. */
  until: neededDay,
  decidedOn: neededDay,
  reason: z.string().max(200),
});

type Input = z.infer<typeof input>;

/** Writes the prolongation and the new planned exit in « Occupations »; refused when someone else is expected by then. */
export const extendStay = defineCommand({
  name: 'extend-stay',
  label: 'Prolonger un séjour',
  purpose:
    'Repousse la sortie prévue d’un occupant, ou raccourcit une prolongation, par une décision datée et motivée.',
  input,
  reads: () => stayTabs,
  changes: () => [occupancyTable.tab],
  decide: (state, asked, { today }) => {
    const desk = deskOf(state);
    const before = desk.register.occupancies.find(({ id }) => id === asked.id);
    const early = firstReason(
      () => desk.obstacle,
      () => (before === undefined ? french`L’occupation ${quoted(asked.id)} n’est plus dans « Occupations ».` : null),
      () => wrongDay({ 'Prolongée jusqu’au': asked.until, 'Décidée le': asked.decidedOn }),
    );
    if (early !== null || before === undefined) return refuse(early ?? '');
    const fields = {
      planned_end: asked.until,
      extended_until: asked.until,
      extension_decided_on: asked.decidedOn,
      extension_reason: asked.reason.trim(),
    };
    const stay: Occupancy = { ...before, ...fields };
    const space = desk.stays.spaceOf(before);
    const reason = firstReason(
      () => undecided(asked, before, today),
      () => agreedAlready(asked.until, before, desk),
      () => wrongOrder(stay),
      () => (space === null ? null : noRoom(wantedOf(desk, { stay, space, today }))),
    );
    if (reason !== null) return refuse(reason);
    return wish({
      ...wishedTabs(desk, [{ table: occupancyTable, set: new Map([[stay.id, fields]]) }]),
      summary: [
        ...shortened(before, asked.until),
        french`${quoted(occupantLabel(stay))} reste dans ${quoted(spaceLabel(space, stay))} jusqu’au ${frenchDate(asked.until)}.`,
        french`Décision du ${frenchDate(asked.decidedOn)} : ${fields.extension_reason}`,
        ...limitSentence(
          { ...stay, planned_end: null, extended_until: null },
          desk.stays.limitOf(before),
          desk.stays.rules,
        ),
        ...warning(stay, space, desk),
      ],
      details: { id: stay.id },
    });
  },
});

function undecided({ until, decidedOn, reason }: Input, before: Occupancy, today: string): string | null {
  if (until.trim() === '') return 'Choisissez le nouveau dernier jour.';
  if (decidedOn.trim() === '') return 'Choisissez la date de la décision.';
  if (reason.trim() === '') return 'Écrivez le motif de la prolongation : elle doit pouvoir être expliquée.';
  if (decidedOn > today)
    return french`La décision est datée du ${frenchDate(decidedOn)}, dans l’avenir : attendez qu’elle soit prise.`;
  if (before.end !== null)
    return french`${quoted(occupantLabel(before))} est déjà sorti (${frenchDate(before.end)}) : attribuez-lui un espace de nouveau.`;
  return null;
}

/**
 * An exit that was agreed needs no prolongation, unless it was agreed beyond the longest stay and nobody decided so.
 * A prolongation may be taken back in part: that is a decision like the other.
 */
function agreedAlready(until: string, before: Occupancy, { stays }: Desk): string | null {
  const agreed = plannedEnd(before);
  if (agreed === null || before.extended_until !== null || until > lastDayOf(agreed)) return null;
  const limit = stays.limitOf(before);
  if (limit !== undefined && until > lastDayOf(limit.last)) return null;
  return french`La sortie est déjà prévue ${onDate(agreed)} : choisissez une date plus lointaine, ou modifiez l’occupation.`;
}

function shortened(before: Occupancy, until: string): string[] {
  const agreed = plannedEnd(before);
  if (agreed === null || until >= lastDayOf(agreed)) return [];
  const was = frenchDate(lastDayOf(agreed));
  return before.extended_until === null
    ? [french`La sortie prévue est avancée : elle l’était pour le ${was}.`]
    : [french`La prolongation est raccourcie : elle allait jusqu’au ${was}.`];
}

/** The law adds up derogatory leases: past three years and one month in place, a commercial lease may arise (domain: D1). */
function warning(stay: Occupancy, space: Space | null, { stays }: Desk): string[] {
  const limit = stays.limitOf(stay);
  if (limit === undefined || !isLimited(space?.kind ?? null) || (stay.extended_until ?? '') <= lastDayOf(limit.last))
    return [];
  return stay.agreement === 'short_lease'
    ? [
        french`Attention : au-delà de trois ans, un bail dérogatoire peut devenir un bail commercial. Faites relire cette prolongation.`,
      ]
    : [
        french`Cette prolongation dépasse la durée maximale de ${String(stays.rules.maxMonths)} mois : gardez la décision du CA avec la convention.`,
      ];
}
