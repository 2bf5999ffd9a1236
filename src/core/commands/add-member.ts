/** Add a member: its record, its first contact, the beginning of its history. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Wish } from '../command.ts';
import { typedEmails, typedPhones } from '../members/coordinates.ts';
import { openTabs } from '../members/edits.ts';
import type { Edits } from '../members/edits.ts';
import { emailsInput, line, phonesInput, tidy } from '../members/inputs.ts';
import { memberFields, memberFieldsInput } from '../members/member-fields.ts';
import { editDistance, nameWords } from '../reading/organisation-name.ts';
import { french, frenchDate, quoted } from '../french.ts';
import { fold } from '../reading/values/text.ts';
import { affiliationPeriodTable } from '../tables/affiliation-period.ts';
import { contactTable } from '../tables/contact.ts';
import { affiliations, memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';

const affiliationNames = Object.keys(affiliations) as [keyof typeof affiliations, ...(keyof typeof affiliations)[]];

const input = z.object({
  organisation: z.string().max(200),
  affiliation: z.enum(affiliationNames).default('non_resident'),
  ...memberFieldsInput,
  contact_name: z.string().max(200).optional(),
  contact_role: line.optional(),
  contact_email: emailsInput.optional(),
  contact_phone: phonesInput.optional(),
});

type Input = z.infer<typeof input>;

const tables = [memberTable, contactTable, affiliationPeriodTable];
const tabs = tables.map(({ tab }) => tab);

/** Adds the record, the contact when one is named, and the first row of its history; a name that is taken is refused. */
export const addMember = defineCommand({
  name: 'add-member',
  label: 'Ajouter un adhérent',
  purpose: 'Ajoute une structure adhérente, son contact et le début de son parcours.',
  input,
  reads: () => tabs,
  changes: () => tabs,
  decide: (state, asked, { today }) => {
    const edits = openTabs(state, tables);
    if (edits.obstacle !== null) return refuse(edits.obstacle);
    const organisation = tidy(asked.organisation);
    if (organisation === null) return refuse('Donnez le nom de la structure.');
    const taken = edits.records(memberTable).find((member) => fold(member.organisation ?? '') === fold(organisation));
    if (taken !== undefined) return refuse(takenSentence(taken));
    const fields = memberFields({ ...asked, start: tidy(asked.start) === null ? frenchDate(today) : asked.start });
    if (!fields.ok) return refuse(fields.message);
    const near = nearNames(edits, organisation);
    const { affiliation } = asked;
    const start = fields.value['start'] ?? today;
    const id = edits.add(memberTable, { ...fields.value, organisation, affiliation, start });
    edits.add(affiliationPeriodTable, { member: id, organisation, affiliation, start });
    const refusal = addContact(edits, asked, { id, organisation });
    if (refusal !== null) return refuse(refusal);
    return added(edits, { id, organisation, affiliation, start: String(start), near });
  },
});

interface Added {
  readonly id: string;
  readonly organisation: string;
  readonly affiliation: keyof typeof affiliations;
  readonly start: string;
  readonly near: readonly Member[];
}

function added(edits: Edits, { id, organisation, affiliation, start, near }: Added): Wish {
  return wish({
    ...edits.wished(),
    summary: [
      french`${quoted(organisation)} devient ${affiliations[affiliation]} (${id}), à partir de : ${frenchDate(start)}.`,
      ...(edits.count(contactTable) > 0 ? ['Son contact est ajouté dans « Contacts ».'] : []),
      ...near.map(
        ({ id: other, organisation: name }) =>
          french`Attention : ${quoted(name)} (${other}) a un nom proche. Vérifiez que ce n’est pas la même structure.`,
      ),
    ],
    details: { id },
  });
}

function takenSentence({ id, organisation, left_on, merged_into }: Member): string {
  const where =
    merged_into !== null
      ? ` ; sa fiche est fusionnée dans ${merged_into}`
      : left_on !== null
        ? ` ; elle est notée partie (${frenchDate(left_on)})`
        : '';
  return french`Une structure porte déjà ce nom : ${quoted(organisation)} (${id})${where}. Ouvrez sa fiche, ou précisez le nom.`;
}

function addContact(edits: Edits, asked: Input, member: { id: string; organisation: string }): string | null {
  const email = typedEmails(asked.contact_email ?? '');
  if (!email.ok) return email.message;
  const phone = typedPhones(asked.contact_phone ?? '');
  if (!phone.ok) return phone.message;
  const name = tidy(asked.contact_name);
  const role = tidy(asked.contact_role);
  if (name === null && role === null && email.value.length + phone.value.length === 0) return null;
  edits.add(contactTable, {
    name,
    role,
    email: email.value.join(' ; '),
    phone: phone.value.join(' ; '),
    member: member.id,
    organisation: member.organisation,
    main: true,
  });
  return null;
}

/** Members whose name may be the same one written otherwise. */
function nearNames(edits: Edits, organisation: string): readonly Member[] {
  const { key } = nameWords(organisation);
  return edits
    .records(memberTable)
    .filter(({ organisation: name, merged_into }) => {
      if (name === null || merged_into !== null) return false;
      const other = nameWords(name).key;
      return other === key || (key.length > 5 && editDistance(other, key, 2) <= 2);
    })
    .slice(0, 3);
}
