/** The renewal campaign: for each member and step, whether a mail leaves, to whom, and every rule that decided. */
import { frenchDay, isDay, plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import { euros, french, frenchDate } from '../french.ts';
import { duesFirst, duesReminder1, duesReminder2 } from '../mails/dues.ts';
import { mailWish } from '../mails/wished.ts';
import type { MailWish } from '../mails/wished.ts';
import type { OutboxRow } from '../outbox.ts';
import { groupBy } from '../group.ts';
import type { Register } from '../register.ts';
import { isEmail } from '../reading/values/email.ts';
import { settingText, associationSetting } from '../settings.ts';
import type { Contact } from '../tables/contact.ts';
import type { Member } from '../tables/member.ts';
import { feeBalances } from './balance.ts';
import type { FeeBalance } from './balance.ts';
import { outOfDues } from './call.ts';
import { duesRules } from './rules.ts';
import { howToPaySetting } from './settings.ts';

/** The steps of a campaign, in their order. */
export const campaignSteps = {
  first: { label: 'Appel de cotisation', template: duesFirst },
  reminder1: { label: 'Première relance', template: duesReminder1 },
  reminder2: { label: 'Seconde relance', template: duesReminder2 },
} as const;

/** A step of the campaign. */
export type CampaignStep = keyof typeof campaignSteps;

const ORDER: readonly CampaignStep[] = ['first', 'reminder1', 'reminder2'];

/** One rule looked at, with what was found; the last one decided. */
export interface Reason {
  /** True when the rule speaks for a mail, or lets it pass. */
  readonly pass: boolean;
  /** French: what the rule is and what was found. */
  readonly text: string;
  /** The records that were looked at. */
  readonly records: readonly string[];
}

/** Why a member gets no mail. */
export type Hold =
  'out' | 'duplicate' | 'no_fee' | 'paid' | 'waived' | 'unknown' | 'known' | 'not_mailed' | 'too_soon' | 'no_address';

/** What was decided for one member. */
export interface CampaignDecision {
  readonly member: Member;
  readonly balance: FeeBalance | null;
  /** Null when the mail is to be prepared. */
  readonly hold: Hold | null;
  readonly to: string | null;
  readonly reasons: readonly Reason[];
}

/** The parts of the register that a campaign looks at. */
export type CampaignRegister = Pick<Register, 'members' | 'contacts' | 'fees' | 'allocations' | 'settings'>;

/** What a campaign is about. */
export interface Campaign {
  readonly year: number;
  readonly step: CampaignStep;
  readonly today: Day;
  /** The rows of « Envois ». */
  readonly mails: readonly OutboxRow[];
  readonly duplicates: ReadonlySet<string>;
}

/** The key of a campaign's mail in « Envois ». */
export function campaignKey(year: number, step: CampaignStep, member: string): string {
  return `dues-${year}-${step}/${member}`;
}

/** The campaign, step and member of such a key, or null. */
export function campaignOfKey(
  key: string | null,
): { readonly year: number; readonly step: CampaignStep; readonly member: string } | null {
  const [, year, step, member] = /^dues-(\d{4})-([a-z0-9]+)\/(ADH-\d+)$/u.exec(key ?? '') ?? [];
  const known = ORDER.find((one) => one === step);
  return known === undefined || member === undefined ? null : { year: Number(year), step: known, member };
}

/** The decision for every member, in the order of « Adhérents ». */
export function campaignDecisions(register: CampaignRegister, campaign: Campaign): readonly CampaignDecision[] {
  const balances = groupBy(
    feeBalances(register, campaign.today).filter(({ fee }) => fee.year === campaign.year),
    ({ fee }) => fee.member,
  );
  const contacts = groupBy(register.contacts, ({ member }) => member);
  const mails = new Map(campaign.mails.map((mail) => [mail.key ?? '', mail]));
  const { reminderDays } = duesRules(register.settings);
  return register.members.map((member) =>
    decided(member, campaign, {
      balance: balances.get(member.id)?.[0] ?? null,
      contacts: contacts.get(member.id) ?? [],
      mails,
      reminderDays,
    }),
  );
}

interface Facts {
  readonly balance: FeeBalance | null;
  readonly contacts: readonly Contact[];
  readonly mails: ReadonlyMap<string, OutboxRow>;
  readonly reminderDays: number;
}

function decided(member: Member, campaign: Campaign, facts: Facts): CampaignDecision {
  const reasons: Reason[] = [];
  const { balance } = facts;
  const said = (hold: Hold | null, to: string | null = null): CampaignDecision => ({
    member,
    balance,
    hold,
    to,
    reasons,
  });
  const rules: readonly (() => Verdict)[] = [
    () => isMember(member, campaign),
    () => owes(balance, campaign.year),
    () => notYetMailed(member, campaign, facts),
    () => previousStep(member, campaign, facts),
  ];
  for (const rule of rules) {
    const { hold, ...reason } = rule();
    if (reason.text !== '') reasons.push({ pass: hold === null, ...reason });
    if (hold !== null) return said(hold);
  }
  const address = addressOf(member, facts.contacts);
  reasons.push({ pass: address.to !== null, text: address.text, records: address.records });
  return address.to === null ? said('no_address') : said(null, address.to);
}

interface Verdict {
  readonly hold: Hold | null;
  readonly text: string;
  readonly records: readonly string[];
}

function isMember(member: Member, { today, duplicates }: Campaign): Verdict {
  const out = outOfDues(member, today);
  const records = [member.id];
  if (out !== null)
    return { hold: 'out', text: french`On n’écrit jamais à qui n’est plus adhérent : ${out.why}.`, records };
  if (member.imposed_status === 'candidate')
    return { hold: 'out', text: 'Candidat, pas encore adhérent : rien ne lui est demandé.', records };
  if (duplicates.has(member.id))
    return {
      hold: 'duplicate',
      text: 'Doublon probable, pas encore réglé dans « À vérifier » : l’autre fiche reçoit le message.',
      records,
    };
  return { hold: null, text: 'La fiche est celle d’un adhérent.', records };
}

function owes(balance: FeeBalance | null, year: number): Verdict {
  if (balance === null)
    return {
      hold: 'no_fee',
      text: french`Aucune cotisation ${year} dans « Cotisations » : appelez d’abord les cotisations.`,
      records: [],
    };
  const { fee, state, due, paid, remaining } = balance;
  const records = [fee.id];
  switch (state) {
    case 'waived':
      return { hold: 'waived', text: french`La cotisation ${year} n’est pas demandée : dispensée.`, records };
    case 'unknown':
      return {
        hold: 'unknown',
        text: french`On ne sait pas si la cotisation ${year} est payée (« Payée » est vide) : on ne relance pas dans le doute.`,
        records,
      };
    case 'paid': {
      const when = fee.paid_on === null ? '' : ` le ${frenchDate(fee.paid_on)}`;
      return { hold: 'paid', text: french`La cotisation ${year} est réglée${when} : la campagne s’arrête.`, records };
    }
    case 'partial':
    case 'unpaid':
      if (due === null || remaining <= 0)
        return {
          hold: 'no_fee',
          text: french`Le montant de la cotisation ${year} n’est pas connu : complétez le statut de l’adhérent.`,
          records,
        };
      return {
        hold: null,
        text:
          paid > 0
            ? french`Il reste ${euros(remaining)} sur ${euros(due)}.`
            : french`La cotisation ${year} (${euros(due)}) n’est pas réglée.`,
        records,
      };
  }
}

function notYetMailed(member: Member, { year, step }: Campaign, { mails }: Facts): Verdict {
  const mail = mails.get(campaignKey(year, step, member.id));
  if (mail === undefined)
    return {
      hold: null,
      text: french`Ce message (${campaignSteps[step].label}) n’a pas encore été préparé.`,
      records: [],
    };
  return {
    hold: 'known',
    text: french`Ce message est déjà dans « Envois » (${mail.id}, ${fateOf(mail)}) : il ne part pas deux fois.`,
    records: [mail.id],
  };
}

function previousStep(member: Member, { year, step, today }: Campaign, { mails, reminderDays }: Facts): Verdict {
  const before = ORDER[ORDER.indexOf(step) - 1];
  if (before === undefined) return { hold: null, text: '', records: [] };
  const { label } = campaignSteps[before];
  const mail = mails.get(campaignKey(year, before, member.id));
  if (mail?.status !== 'sent')
    return {
      hold: 'not_mailed',
      text:
        mail === undefined
          ? french`L’étape d’avant (${label}) n’a pas été envoyée : pas de relance sans elle.`
          : french`L’étape d’avant (${label}, ${mail.id}) n’est pas partie : ${fateOf(mail)}.`,
      records: mail === undefined ? [] : [mail.id],
    };
  const sentOn = mail.changed_on;
  const free = sentOn !== null && isDay(sentOn) ? plusDays(sentOn, reminderDays) : null;
  if (free !== null && free > today)
    return {
      hold: 'too_soon',
      text: french`${label} est partie le ${frenchDay(sentOn ?? '')} : la relance attend ${reminderDays} jours, jusqu’au ${frenchDay(free)}.`,
      records: [mail.id],
    };
  return {
    hold: null,
    text: french`${label} est partie${sentOn === null ? '' : ` le ${frenchDate(sentOn)}`}, il y a au moins ${reminderDays} jours.`,
    records: [mail.id],
  };
}

const FATES = {
  draft: 'à relire',
  waiting: 'à envoyer',
  claimed: 'en cours d’envoi',
  sent: 'envoyé',
  uncertain: 'à vérifier',
  refused: 'refusé',
  cancelled: 'annulé',
} as const;

function fateOf({ status, changed_on: on }: OutboxRow): string {
  const fate = status === null ? 'sans état' : FATES[status];
  return status === 'sent' && on !== null ? `${fate} le ${frenchDate(on)}` : fate;
}

/** One address for a member: the main contact's, else the member's own, else that of a person. */
function addressOf(
  member: Member,
  contacts: readonly Contact[],
): { to: string | null; text: string; records: readonly string[] } {
  const present = contacts.filter(({ left_on: left }) => left === null);
  const valid = (email: string | null): string | null => {
    const address = (email ?? '').trim().toLowerCase();
    return isEmail(address) ? address : null;
  };
  const main = present.find(({ main: first, email }) => first === true && valid(email) !== null);
  if (main !== undefined)
    return {
      to: valid(main.email),
      text: french`On écrit au contact principal, ${main.name ?? main.id} (${main.email ?? ''}).`,
      records: [main.id],
    };
  const own = valid(member.email);
  if (own !== null)
    return { to: own, text: french`On écrit à l’adresse de la structure, ${own}.`, records: [member.id] };
  const someone = present.find(({ email }) => valid(email) !== null);
  if (someone !== undefined)
    return {
      to: valid(someone.email),
      text: french`On écrit à ${someone.name ?? someone.id} (${someone.email ?? ''}), faute d’adresse de la structure.`,
      records: [someone.id],
    };
  const typed = member.email ?? member.unreadable_contacts.join(', ');
  return {
    to: null,
    text:
      typed === ''
        ? 'Aucune adresse e-mail n’est connue : complétez la fiche, ou téléphonez.'
        : french`« ${typed} » n’est pas une adresse e-mail valable : corrigez-la.`,
    records: [member.id],
  };
}

/** The one address to which a member's mails go, or null. */
export function campaignRecipient(member: Member, contacts: readonly Contact[]): string | null {
  return addressOf(
    member,
    contacts.filter((contact) => contact.member === member.id),
  ).to;
}

/** The mail of a decision that is to be prepared. */
export function campaignMail(
  decision: CampaignDecision,
  { year, step }: Pick<Campaign, 'year' | 'step'>,
  settings: Register['settings'],
  mail: Pick<MailWish, 'key' | 'to'>,
): MailWish {
  const { member, balance, reasons } = decision;
  const due = balance?.due ?? 0;
  const dueOn = balance?.dueOn ?? null;
  return mailWish(
    campaignSteps[step].template,
    {
      organisation: member.organisation ?? member.id,
      year: String(year),
      amount: euros(due),
      open: euros(balance?.remaining ?? due),
      computation: balance?.fee.computation ?? euros(due),
      dueOn: dueOn === null ? french`31/12/${year}` : frenchDay(dueOn),
      reference: balance?.fee.id ?? member.id,
      howToPay: settingText(settings, howToPaySetting),
      association: settingText(settings, associationSetting) || 'L’association',
    },
    {
      ...mail,
      reason: reasons.map(({ text }) => text).join(' '),
      records: [member.id, ...(balance === null ? [] : [balance.fee.id])],
    },
  );
}
