/** The fields of a member that she types: parsed for the record, or refused with the first thing to correct. */
import * as z from 'zod';
import type { FieldValue } from '../cells.ts';
import { activities } from '../tables/member.ts';
import { typedEmails, typedPhones, typedSiret, typedWebsite } from './coordinates.ts';
import type { Typed } from './coordinates.ts';
import { emailsInput, line, longText, phonesInput, tidy, tidyLines, typedDate } from './inputs.ts';

const activityNames = Object.keys(activities) as [keyof typeof activities, ...(keyof typeof activities)[]];

/** What may be typed about a member; a field that is absent stays as it is, an empty one is emptied. */
export const memberFieldsInput = {
  activities: z.array(z.enum(activityNames)).max(20).optional(),
  activity_other: line.optional(),
  email: emailsInput.optional(),
  phone: phonesInput.optional(),
  siret: z.string().max(40).meta({ format: 'siret' }).optional(),
  legal_form: line.optional(),
  address: line.optional(),
  website: line.meta({ format: 'site' }).optional(),
  presentation: longText.optional(),
  /** « 12/05/2023 », « 05/2023 » or « 2023 ». */
  start: z.string().max(20).meta({ format: 'day' }).optional(),
  notes: longText.optional(),
};

type FieldsInput = z.infer<z.ZodObject<typeof memberFieldsInput>>;

/** The fields of the record that those texts give. */
export function memberFields(input: FieldsInput): Typed<Readonly<Record<string, FieldValue>>> {
  const emails = typedEmails(input.email ?? '');
  if (!emails.ok) return emails;
  const phones = typedPhones(input.phone ?? '');
  if (!phones.ok) return phones;
  const siret = typedSiret(input.siret ?? '');
  if (!siret.ok) return siret;
  const website = typedWebsite(input.website ?? '');
  if (!website.ok) return website;
  const start = typedDate(input.start ?? '', 'Adhérent depuis');
  if (!start.ok) return start;
  const [email = null, ...otherEmails] = emails.value;
  const [phone = null, ...otherPhones] = phones.value;
  return {
    ok: true,
    value: given(input, {
      activities: { activities: (input.activities ?? []).map((activity) => activities[activity]) },
      activity_other: { activity_other: tidy(input.activity_other) },
      email: { email, other_emails: otherEmails },
      phone: { phone, other_phones: otherPhones },
      siret: { siret: siret.value },
      legal_form: { legal_form: tidy(input.legal_form) },
      address: { address: tidy(input.address) },
      website: { website: website.value },
      presentation: { presentation: tidyLines(input.presentation) },
      start: { start: start.value },
      notes: { notes: tidyLines(input.notes) },
    }),
  };
}

/** Only the fields whose text was given. */
function given(
  input: FieldsInput,
  fields: Readonly<Record<keyof FieldsInput, Readonly<Record<string, FieldValue>>>>,
): Record<string, FieldValue> {
  const names = Object.keys(fields) as (keyof FieldsInput)[];
  return Object.assign({}, ...names.filter((name) => input[name] !== undefined).map((name) => fields[name])) as Record<
    string,
    FieldValue
  >;
}
