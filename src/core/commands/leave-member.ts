/** A member leaves: its record and history are closed, its stays end, and what is left to settle is listed. */
import { firstDayOf } from '../day.ts';
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Day } from '../day.ts';
import { feeBalances } from '../dues/balance.ts';
import { actingMember } from '../members/acting.ts';
import { openTabs } from '../members/edits.ts';
import type { Edits } from '../members/edits.ts';
import { exitPoints } from '../members/exit.ts';
import { staysLeft } from '../members/exit-stays.ts';
import { exitTasks } from '../members/exit-tasks.ts';
import { dayInput, line, memberId, tidy } from '../members/inputs.ts';
import { closePeriods } from '../members/periods.ts';
import { leavePoints } from '../members/points.ts';
import { french, frenchDate, quoted } from '../french.ts';
import { affiliationPeriodTable } from '../tables/affiliation-period.ts';
import { checkTable } from '../tables/check.ts';
import { memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import { allocationTable } from '../tables/payment.ts';
import { settingTable } from '../tables/setting.ts';
import { spaceTable } from '../tables/space.ts';
import type { StayRegister } from '../stays/read.ts';

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
  /** To « stay:OCC-0012 », for a stay that has not begun. */
  answers: z.record(z.string().max(40), z.string().max(20)).default({}),
});

const tables = [
  memberTable,
  affiliationPeriodTable,
  occupancyTable,
  spaceTable,
  membershipFeeTable,
  allocationTable,
  settingTable,
  checkTable,
];
const written = [memberTable, affiliationPeriodTable, occupancyTable, spaceTable, checkTable];

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
    const acting = actingMember(edits.find(memberTable, asked.id), asked.id);
    if (!acting.ok) return refuse(acting.message);
    const member = acting.value;
    const day = asked.date ?? today;
    const reason = tidy(asked.reason);
    const { done, answers } = asked;
    const leaving = { member, day, lastDay: asked.stays_end ?? day, reason, done, answers, today };
    const left = staysLeft(stayRegister(edits), leaving);
    const refusal = tooEarly(member, day) ?? closePeriods(edits, member, day) ?? left.refusal;
    if (refusal !== null) return refuse(refusal);
    if (left.questions.some(({ answer }) => answer === null)) return wish({ questions: left.questions });
    edits.set(memberTable, member.id, { left_on: day, ...(reason === null ? {} : { leaving_reason: reason }) });
    for (const [id, fields] of left.setStays) edits.set(occupancyTable, id, fields);
    for (const [id, fields] of left.setSpaces) edits.set(spaceTable, id, fields);
    for (const { id } of left.cancelled) edits.remove(occupancyTable, id);
    const fees = feesOf(edits, member, today);
    const points = leavePoints(edits, exitPoints({ member, stays: left.ending, fees, done }));
    return wish({
      ...edits.wished(),
      questions: left.questions,
      summary: [
        french`${quoted(member.organisation)} est noté parti le ${frenchDate(day)}.`,
        ...left.sentences,
        ...(points === 0
          ? []
          : [french`À régler, dans « À vérifier » : ${plural(points, 'nouveau point', 'nouveaux points')}.`]),
        'Sa fiche et son histoire restent ; aucun message ne lui sera plus proposé.',
      ],
      details: { id: member.id },
    });
  },
});

function tooEarly({ start }: Member, day: Day): string | null {
  const first = firstDayOf(start);
  return first !== null && first > day
    ? french`L’adhésion commence le ${frenchDate(first)} : le départ ne peut pas être antérieur.`
    : null;
}

function stayRegister(edits: Edits): StayRegister {
  return {
    members: edits.records(memberTable),
    spaces: edits.records(spaceTable),
    occupancies: edits.records(occupancyTable),
    settings: edits.records(settingTable),
  };
}

function feesOf(edits: Edits, member: Member, today: Day): ReturnType<typeof feeBalances> {
  const fees = edits.records(membershipFeeTable).filter((fee) => fee.member === member.id);
  const [allocations, settings] = [edits.records(allocationTable), edits.records(settingTable)];
  return feeBalances({ members: [member], fees, allocations, settings }, today);
}
