/** Add a person to a member, or edit one. */
import * as z from 'zod';
import type { FieldValue } from '../cells.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { actingMember } from '../members/acting.ts';
import { typedEmails, typedPhones } from '../members/coordinates.ts';
import { openTabs } from '../members/edits.ts';
import {
  contactId,
  emailsInput,
  line,
  longText,
  memberId,
  phonesInput,
  tidy,
  tidyLines,
  typedDate,
} from '../members/inputs.ts';
import { french, quoted } from '../french.ts';
import { fold } from '../reading/values/text.ts';
import { contactTable } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';

const input = z.object({
  member: memberId,
  /** The person to edit; a new one when absent. */
  contact: contactId.optional(),
  name: z.string().max(200),
  role: line.optional(),
  email: emailsInput.optional(),
  phone: phonesInput.optional(),
  main: z.boolean().optional(),
  left_on: z.string().max(20).meta({ format: 'day' }).optional(),
  notes: longText.optional(),
});

const tables = [contactTable, memberTable];
const tabs = tables.map(({ tab }) => tab);

/** Writes the person in « Contacts »; a person of that name is edited rather than added twice, and one is the main one. */
export const saveContact = defineCommand({
  name: 'save-contact',
  label: 'Enregistrer un contact',
  purpose: 'Ajoute une personne à une structure adhérente, ou modifie ses coordonnées.',
  input,
  reads: () => tabs,
  changes: () => [contactTable.tab],
  decide: (state, asked) => {
    const edits = openTabs(state, tables);
    if (edits.obstacle !== null) return refuse(edits.obstacle);
    const acting = actingMember(edits.find(memberTable, asked.member), asked.member);
    if (!acting.ok) return refuse(acting.message);
    const member = acting.value;
    const name = tidy(asked.name);
    if (name === null) return refuse('Donnez le nom de la personne.');
    const typed = fieldsOf(asked, name);
    if (typeof typed === 'string') return refuse(typed);
    const people = edits.records(contactTable).filter((person) => person.member === asked.member);
    const known = people.find(({ id, name: other }) =>
      asked.contact === undefined ? fold(other ?? '') === fold(name) : id === asked.contact,
    );
    if (asked.contact !== undefined && known === undefined)
      return refuse(french`Le contact ${asked.contact} n’est plus parmi ceux de cette structure.`);
    const organisation = member.organisation ?? null;
    if (known === undefined) edits.add(contactTable, { ...typed, member: member.id, organisation });
    else edits.set(contactTable, known.id, typed);
    if (asked.main === true)
      for (const other of people)
        if (other.id !== known?.id && other.main === true) edits.set(contactTable, other.id, { main: false });
    return wish({
      ...edits.wished(),
      summary: [
        known === undefined
          ? french`${quoted(name)} devient un contact de ${quoted(organisation)}.`
          : french`Les coordonnées de ${quoted(name)} (${quoted(organisation)}) sont mises à jour.`,
      ],
      details: { id: member.id },
    });
  },
});

/** The fields that were given, or what is wrong with them. */
function fieldsOf(asked: z.infer<typeof input>, name: string): Readonly<Record<string, FieldValue>> | string {
  const email = typedEmails(asked.email ?? '');
  if (!email.ok) return email.message;
  const phone = typedPhones(asked.phone ?? '');
  if (!phone.ok) return phone.message;
  const left = typedDate(asked.left_on ?? '', 'Parti le');
  if (!left.ok) return left.message;
  return {
    name,
    ...(asked.role === undefined ? {} : { role: tidy(asked.role) }),
    ...(asked.email === undefined ? {} : { email: email.value.join(' ; ') }),
    ...(asked.phone === undefined ? {} : { phone: phone.value.join(' ; ') }),
    ...(asked.main === undefined ? {} : { main: asked.main }),
    ...(asked.left_on === undefined ? {} : { left_on: left.value }),
    ...(asked.notes === undefined ? {} : { notes: tidyLines(asked.notes) }),
  };
}
