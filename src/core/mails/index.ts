/** The list of mail templates: « Modèles », the view « Envois » and test mails are made from it. */
import { registrationMails } from '../registrations/mails.ts';
import { rentCallMail, rentCorrectionMail } from '../rents/mails.ts';
import { duesFirst, duesReceipt, duesReminder1, duesReminder2 } from './dues.ts';
import { sessionTemplates } from '../sessions/mails.ts';
import { freeMail } from './free.ts';
import type { MailTemplate } from './template.ts';

/** Every template, in the order in which she sees them. */
export const templates: readonly MailTemplate[] = [
  // One per line: capabilities add theirs without touching each other’s.
  duesFirst,
  duesReminder1,
  duesReminder2,
  duesReceipt,
  rentCallMail,
  rentCorrectionMail,
  ...sessionTemplates,
  ...registrationMails,
  freeMail,
];

/** The template of that key, or null. */
export function templateOf(key: string | null): MailTemplate | null {
  return templates.find((template) => template.key === key) ?? null;
}
