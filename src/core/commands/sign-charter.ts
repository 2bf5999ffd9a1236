/** Note that a member signed the charter. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { actingMember } from '../members/acting.ts';
import { openTabs } from '../members/edits.ts';
import { dayInput, line, memberId, tidy } from '../members/inputs.ts';
import { french, frenchDate, quoted } from '../french.ts';
import { memberTable } from '../tables/member.ts';

const input = z.object({
  id: memberId,
  /** Today when absent. */
  date: dayInput.optional(),
  /** Which text was signed, « 2023 ». */
  version: line.optional(),
});

/** Writes the day and the version in « Adhérents »; a day to come is refused. */
export const signCharter = defineCommand({
  name: 'sign-charter',
  label: 'Noter la signature de la charte',
  purpose: 'Note le jour où un adhérent a signé la charte, et quelle version.',
  input,
  reads: () => [memberTable.tab],
  changes: () => [memberTable.tab],
  decide: (state, { id, date, version }, { today }) => {
    const edits = openTabs(state, [memberTable]);
    if (edits.obstacle !== null) return refuse(edits.obstacle);
    const acting = actingMember(edits.find(memberTable, id), id);
    if (!acting.ok) return refuse(acting.message);
    const member = acting.value;
    const day = date ?? today;
    if (day > today) return refuse('Ce jour n’est pas encore venu : notez la signature quand elle aura eu lieu.');
    const named = tidy(version);
    edits.set(memberTable, id, { charter_signed_on: day, ...(named === null ? {} : { charter_version: named }) });
    const which = named === null ? '' : french` (version ${named})`;
    return wish({
      ...edits.wished(),
      summary: [french`${quoted(member.organisation)} a signé la charte${which} le ${frenchDate(day)}.`],
      details: { id },
    });
  },
});
