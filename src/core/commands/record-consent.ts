/** Note what a member or a person agrees to, refuses or takes back, with the day and the words. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Day } from '../day.ts';
import { actingMember } from '../members/acting.ts';
import { consentInForce, latestConsent } from '../members/consents.ts';
import { openTabs } from '../members/edits.ts';
import type { Edits } from '../members/edits.ts';
import { contactId, dayInput, line, longText, memberId, tidy, tidyLines } from '../members/inputs.ts';
import { french, frenchDate, quoted } from '../french.ts';
import { consentSubjects, consentTable } from '../tables/consent.ts';
import { contactTable } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';

const subjectNames = Object.keys(consentSubjects) as [
  keyof typeof consentSubjects,
  ...(keyof typeof consentSubjects)[],
];

const input = z.object({
  member: memberId,
  /** The person who agrees; the organisation itself when absent. */
  contact: contactId.optional(),
  subject: z.enum(subjectNames),
  /** What else has the same answer, given the same day in the same words. */
  others: z.array(z.enum(subjectNames)).max(subjectNames.length).optional(),
  /** False for a refusal, or to take back an agreement. */
  given: z.boolean(),
  date: dayInput.optional(),
  wording: longText.optional(),
  source: line.optional(),
});

type Input = z.infer<typeof input>;

const tables = [memberTable, contactTable, consentTable];
const tabs = tables.map(({ tab }) => tab);

/** Adds a row to « Consentements », or closes the one in force; nothing of the log is ever removed (domain: D9). */
export const recordConsent = defineCommand({
  name: 'record-consent',
  label: 'Noter un consentement',
  purpose: 'Note un accord, un refus ou un retrait, avec sa date et les mots employés.',
  input,
  reads: () => tabs,
  changes: () => [consentTable.tab],
  decide: (state, asked, { today }) => {
    const edits = openTabs(state, tables);
    if (edits.obstacle !== null) return refuse(edits.obstacle);
    const acting = actingMember(edits.find(memberTable, asked.member), asked.member);
    if (!acting.ok) return refuse(acting.message);
    const member = acting.value;
    const person = asked.contact === undefined ? null : edits.find(contactTable, asked.contact);
    if (asked.contact !== undefined && person?.member !== member.id)
      return refuse(french`Le contact ${asked.contact} n’est plus parmi ceux de cette structure.`);
    const day = asked.date ?? today;
    if (day > today) return refuse('Ce jour n’est pas encore venu : notez l’accord quand il sera donné.');
    const subjects = [...new Set([asked.subject, ...(asked.others ?? [])])];
    const noted = subjects.map((subject) => ({ subject, outcome: note(edits, { ...asked, subject }, day) }));
    if (noted.some(({ outcome }) => outcome === 'early'))
      return refuse('Le retrait ne peut pas être antérieur à l’accord : vérifiez la date.');
    return wish({
      ...edits.wished(),
      summary: noted.map(({ subject, outcome }) => {
        const verb = asked.given ? 'accepte' : outcome === 'withdrawn' ? 'retire son accord' : 'refuse';
        return french`${quoted(person?.name ?? member.organisation)} ${verb} : ${consentSubjects[subject]}, le ${frenchDate(day)}.`;
      }),
      details: { id: member.id },
    });
  },
});

/** Writes the consent; says whether one in force was closed, or why it cannot be. */
function note(edits: Edits, asked: Input, day: Day): 'added' | 'withdrawn' | 'same' | 'early' {
  const { member, subject, given } = asked;
  const contact = asked.contact ?? null;
  const log = edits.records(consentTable).filter((row) => row.member === member && row.contact === contact);
  const latest = latestConsent(log, subject);
  const now = consentInForce(log, subject);
  if (given ? now : latest !== null && !now) return 'same';
  if (!given && latest !== null) {
    if (latest.date !== null && latest.date.length === 10 && latest.date > day) return 'early';
    edits.set(consentTable, latest.id, { withdrawn_on: day });
    return 'withdrawn';
  }
  edits.add(consentTable, {
    member,
    contact,
    subject,
    given,
    date: day,
    wording: tidyLines(asked.wording),
    source: tidy(asked.source),
  });
  return 'added';
}
