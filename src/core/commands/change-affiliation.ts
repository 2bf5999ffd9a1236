/** Change how a member belongs to the association, from a day on, with the history kept. */
import { firstDayOf } from '../day.ts';
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Day } from '../day.ts';
import { actingMember } from '../members/acting.ts';
import { affiliationAt, dayBefore } from '../members/affiliation.ts';
import { openTabs } from '../members/edits.ts';
import type { Edits } from '../members/edits.ts';
import { dayInput, line, memberId, tidy } from '../members/inputs.ts';
import { french, frenchDate, quoted } from '../french.ts';
import { affiliationPeriodTable } from '../tables/affiliation-period.ts';
import { affiliations, memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';

const affiliationNames = Object.keys(affiliations) as [keyof typeof affiliations, ...(keyof typeof affiliations)[]];

const input = z.object({
  id: memberId,
  affiliation: z.enum(affiliationNames),
  /** The first day; today when absent. */
  date: dayInput.optional(),
  reason: line.optional(),
});

const tables = [memberTable, affiliationPeriodTable];
const tabs = tables.map(({ tab }) => tab);

/** Closes the period under way the day before and opens the new one; « Adhérents » says the new affiliation. */
export const changeAffiliation = defineCommand({
  name: 'change-affiliation',
  label: 'Changer de statut',
  purpose: 'Fait passer un adhérent d’un statut à un autre à une date, et garde son parcours.',
  input,
  reads: () => tabs,
  changes: () => tabs,
  decide: (state, { id, affiliation, date, reason }, { today }) => {
    const edits = openTabs(state, tables);
    if (edits.obstacle !== null) return refuse(edits.obstacle);
    const acting = actingMember(edits.find(memberTable, id), id);
    if (!acting.ok) return refuse(acting.message);
    const member = acting.value;
    const from = date ?? today;
    const refusal = whyNot(member, from, today);
    if (refusal !== null) return refuse(refusal);
    const periods = edits.records(affiliationPeriodTable).filter((period) => period.member === id);
    const later = periods.find(({ start }) => (firstDayOf(start) ?? '') > from);
    if (later !== undefined)
      return refuse(
        french`Un autre changement est déjà noté à partir de : ${frenchDate(later.start ?? '')}. Choisissez une date plus récente.`,
      );
    const before = affiliationAt(member, periods, from);
    if (before !== affiliation) openPeriod(edits, { member, from, affiliation, reason: tidy(reason) });
    edits.set(memberTable, id, { affiliation });
    return wish({
      ...edits.wished(),
      summary: [
        french`${quoted(member.organisation)} : ${before === null ? 'statut inconnu' : affiliations[before]} → ${affiliations[affiliation]}, à partir du ${frenchDate(from)}.`,
        ...(before === affiliation ? [] : ['Les cotisations déjà appelées ne changent pas.']),
      ],
      details: { id },
    });
  },
});

function whyNot(member: Member, from: Day, today: Day): string | null {
  if (from > today) return 'Ce jour n’est pas encore venu : notez le changement quand il aura lieu.';
  if (affiliationAt({ ...member, affiliation: 'hosted' }, [], from) === null)
    return french`${quoted(member.organisation)} n’était pas adhérent le ${frenchDate(from)} : choisissez une autre date.`;
  return null;
}

interface NewPeriod {
  readonly member: Member;
  readonly from: Day;
  readonly affiliation: keyof typeof affiliations;
  readonly reason: string | null;
}

function openPeriod(edits: Edits, { member, from, affiliation, reason }: NewPeriod): void {
  const { id, organisation } = member;
  const periods = edits.records(affiliationPeriodTable).filter((period) => period.member === id);
  if (periods.length === 0 && (firstDayOf(member.start) ?? '') < from)
    edits.add(affiliationPeriodTable, {
      member: id,
      organisation,
      affiliation: member.affiliation,
      start: member.start,
      end: dayBefore(from),
    });
  const sameDay = periods.find(({ start }) => start === from);
  for (const period of periods)
    if (period !== sameDay && (period.end === null || period.end >= from))
      edits.set(affiliationPeriodTable, period.id, { end: dayBefore(from) });
  if (sameDay === undefined)
    edits.add(affiliationPeriodTable, { member: id, organisation, affiliation, start: from, reason });
  else edits.set(affiliationPeriodTable, sameDay.id, { affiliation, reason, end: null });
}
