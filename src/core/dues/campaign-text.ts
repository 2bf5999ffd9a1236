/** The mail of a step of the campaign, filled with what the member owes. */
import { frenchDay } from '../day.ts';
import { enumeration, euros, french } from '../french.ts';
import { mailWish } from '../mails/wished.ts';
import type { MailWish } from '../mails/wished.ts';
import type { Register } from '../register.ts';
import { associationSetting, settingText } from '../settings.ts';
import { campaignSteps } from './campaign-mails.ts';
import type { Campaign } from './campaign-rules.ts';
import type { CampaignDecision } from './campaign.ts';
import { howToPaySetting } from './settings.ts';

/** The mail of a decision that is to be prepared; several fees of the year are asked for together, each with its number. */
export function campaignMail(
  { member, owing, remaining, reasons }: CampaignDecision,
  { year, step }: Pick<Campaign, 'year' | 'step'>,
  settings: Register['settings'],
  mail: Pick<MailWish, 'key' | 'to'>,
): MailWish {
  const due = euros(owing.reduce((sum, one) => sum + (one.due ?? 0), 0));
  const [firstDay] = owing.flatMap(({ dueOn }) => dueOn ?? []).sort();
  const computations = owing.map(({ fee, due: cents }) => fee.computation ?? euros(cents ?? 0));
  return mailWish(
    campaignSteps[step].template,
    {
      organisation: member.organisation ?? member.id,
      year: String(year),
      amount: due,
      open: euros(remaining),
      computation: computations.length === 0 ? due : computations.join('\u00A0; '),
      dueOn: firstDay === undefined ? french`31/12/${year}` : frenchDay(firstDay),
      reference: owing.length === 0 ? member.id : enumeration(owing.map(({ fee }) => fee.id)),
      howToPay: settingText(settings, howToPaySetting),
      association: settingText(settings, associationSetting) || 'L’association',
    },
    {
      ...mail,
      reason: reasons.map(({ text }) => text).join(' '),
      records: [member.id, ...owing.map(({ fee }) => fee.id)],
    },
  );
}
