/** A member leaves: its record and history are closed, its stays end, and what is left to settle is listed. */
import { firstDayOf } from '../day.ts';
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import type { FieldValue } from '../cells.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Day } from '../day.ts';
import { feeBalances } from '../dues/balance.ts';
import { openTabs } from '../members/edits.ts';
import type { Edits } from '../members/edits.ts';
import { exitPoints, staysAt } from '../members/exit.ts';
import { exitTasks } from '../members/exit-tasks.ts';
import { dayInput, line, memberId, tidy } from '../members/inputs.ts';
import { leavePoints } from '../members/points.ts';
import { french, frenchDate, quoted } from '../french.ts';
import { affiliationPeriodTable } from '../tables/affiliation-period.ts';
import { checkTable } from '../tables/check.ts';
import { memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { allocationTable } from '../tables/payment.ts';
import { settingTable } from '../tables/setting.ts';

const taskNames = Object.keys(exitTasks) as [keyof typeof exitTasks, ...(keyof typeof exitTasks)[]];

const input = z.object({
  id: memberId,
  /** The day of leaving; today when absent. */
  date: dayInput.optional(),
  reason: line.optional(),
  /** The last day in its spaces; the day of leaving when absent. */
  stays_end: dayInput.optional(),
  /** What is done already; the rest becomes points to check. */
  done: z.array(z.enum(taskNames)).max(10).default([]),
});

const tables = [
  memberTable,
  affiliationPeriodTable,
  occupancyTable,
  membershipFeeTable,
  allocationTable,
  settingTable,
  checkTable,
];
const written = [memberTable, affiliationPeriodTable, occupancyTable, checkTable];

/** Notes the departure; nothing is removed, and what is not ticked is left in « À vérifier ». */
export const leaveMember = defineCommand({
  name: 'leave-member',
  label: 'Noter un départ',
  purpose: 'Note le départ d’un adhérent, termine ses occupations et liste ce qui reste à régler.',
  input,
  reads: () => tables.map(({ tab }) => tab),
  changes: () => written.map(({ tab }) => tab),
  decide: (state, asked, { today }) => {
    const edits = openTabs(state, tables);
    if (edits.obstacle !== null) return refuse(edits.obstacle);
    const member = edits.find(memberTable, asked.id);
    if (member === null) return refuse(french`La fiche ${asked.id} n’est plus dans « Adhérents ».`);
    const day = asked.date ?? today;
    const lastDay = asked.stays_end ?? day;
    const stays = staysAt(edits.records(occupancyTable), member.id, lastDay);
    const refusal = tooEarly(member, stays, { day, lastDay });
    if (refusal !== null) return refuse(refusal);
    const reason = tidy(asked.reason);
    edits.set(memberTable, member.id, { left_on: day, ...(reason === null ? {} : { leaving_reason: reason }) });
    for (const period of edits.records(affiliationPeriodTable))
      if (period.member === member.id && (period.end === null || period.end > day))
        edits.set(affiliationPeriodTable, period.id, { end: day });
    for (const stay of stays)
      edits.set(occupancyTable, stay.id, endOf(stay, { day, lastDay, reason, done: asked.done }));
    const fees = feesOf(edits, member, today);
    const points = leavePoints(edits, exitPoints({ member, stays, fees, done: asked.done }));
    return wish({
      ...edits.wished(),
      summary: [
        french`${quoted(member.organisation)} est noté parti le ${frenchDate(day)}.`,
        ...stays.map(
          ({ space_name: space }) =>
            french`Sa présence dans ${quoted(space ?? 'un espace')} se termine le ${frenchDate(lastDay)}.`,
        ),
        ...(points === 0
          ? []
          : [french`À régler, dans « À vérifier » : ${plural(points, 'nouveau point', 'nouveaux points')}.`]),
        'Sa fiche et son histoire restent ; aucun message ne lui sera plus proposé.',
      ],
      details: { id: member.id },
    });
  },
});

interface Days {
  readonly day: Day;
  readonly lastDay: Day;
}

function tooEarly(member: Member, stays: readonly Occupancy[], { day, lastDay }: Days): string | null {
  const first = firstDayOf(member.start);
  if (first !== null && first > day)
    return french`L’adhésion commence le ${frenchDate(first)} : le départ ne peut pas être antérieur.`;
  const later = stays.find(({ start }) => (firstDayOf(start) ?? '') > lastDay);
  if (later === undefined) return null;
  return french`L’occupation ${later.id} commence après le ${frenchDate(lastDay)} : choisissez une autre date de sortie.`;
}

interface End extends Days {
  readonly reason: string | null;
  readonly done: readonly (keyof typeof exitTasks)[];
}

/** The fields that end a stay; what was noted before stays. */
function endOf(stay: Occupancy, { day, lastDay, reason, done }: End): Readonly<Record<string, FieldValue>> {
  return {
    end: lastDay,
    exit_reason: stay.exit_reason ?? reason,
    keys_returned_on: stay.keys_returned_on ?? (done.includes('keys') ? day : null),
    deposit_returned_on: stay.deposit_returned_on ?? (done.includes('deposit') ? day : null),
    inventory_out: stay.inventory_out ?? (done.includes('inventory') ? lastDay : null),
    storage_unit: done.includes('storage') ? null : stay.storage_unit,
  };
}

function feesOf(edits: Edits, member: Member, today: Day): ReturnType<typeof feeBalances> {
  const fees = edits.records(membershipFeeTable).filter((fee) => fee.member === member.id);
  const [allocations, settings] = [edits.records(allocationTable), edits.records(settingTable)];
  return feeBalances({ members: [member], fees, allocations, settings }, today);
}
