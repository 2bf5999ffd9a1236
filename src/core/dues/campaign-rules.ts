/** The rules of a campaign, one by one: who is a member, who owes, whether it is time. */
import { frenchDay, isDay, plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import { enumeration, euros, french, frenchDate, onDate } from '../french.ts';
import { outboxTable } from '../outbox.ts';
import type { OutboxRow } from '../outbox.ts';
import type { Problem } from '../problem.ts';
import type { Member } from '../tables/member.ts';
import type { FeeBalance } from './balance.ts';
import { campaignKey, campaignSteps, stepNames } from './campaign-mails.ts';
import type { CampaignStep } from './campaign-mails.ts';
import { outOfDues } from './out-of-dues.ts';
import type { UnreadDues } from './unread.ts';

/** Why a member gets no mail. */
export type Hold =
  | 'out'
  | 'unreadable'
  | 'duplicate'
  | 'no_fee'
  | 'doubled'
  | 'paid'
  | 'waived'
  | 'unknown'
  | 'known'
  | 'not_mailed'
  | 'too_soon'
  | 'no_address';

/** What a rule found; without a hold it lets the mail pass. */
export interface Verdict {
  readonly hold: Hold | null;
  /** French: what the rule is and what was found. */
  readonly text: string;
  /** The records that were looked at. */
  readonly records: readonly string[];
  /** The cell that cannot be read, when that is why. */
  readonly problem?: Problem;
}

/** What the rules look at, the same for all members. */
export interface Campaign {
  readonly year: number;
  readonly step: CampaignStep;
  readonly today: Day;
  /** The campaigns' mails of « Envois », by key. */
  readonly mails: ReadonlyMap<string, OutboxRow>;
  readonly duplicates: ReadonlySet<string>;
  readonly unread: UnreadDues;
  /** Fees of which an open point says that another one of the same year may be the same. */
  readonly doubled: ReadonlySet<string>;
  readonly reminderDays: number;
}

/** The facts that must still be true on the day when the mail leaves. */
export type CampaignFacts = Pick<Campaign, 'year' | 'today' | 'duplicates' | 'unread' | 'doubled'>;

/** Whether what decides can be read at all: an unreadable cell is not an empty one. */
export function canBeRead(member: Member, fees: readonly FeeBalance[], { unread }: CampaignFacts): Verdict {
  const unreadFee = fees.find(({ fee }) => unread.fees.has(fee.id));
  const problem = unread.members.get(member.id) ?? unread.fees.get(unreadFee?.fee.id ?? '');
  if (problem === undefined) return { hold: null, text: '', records: [] };
  const records = unread.members.has(member.id) ? [member.id] : [unreadFee?.fee.id ?? member.id];
  return { hold: 'unreadable', text: french`On n’écrit pas dans le doute. ${problem.message}`, records, problem };
}

/** Whether the record is one of a member to whom one writes. */
export function isMember(member: Member, { today, duplicates }: CampaignFacts): Verdict {
  const out = outOfDues(member, today);
  const records = [member.id];
  if (out !== null)
    return { hold: 'out', text: french`On n’écrit jamais à qui n’est plus adhérent (${out.why}).`, records };
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

/** The fees among those that are still owed, in part or in full. */
export function owingOf(fees: readonly FeeBalance[]): readonly FeeBalance[] {
  return fees.filter(({ state }) => state === 'partial' || state === 'unpaid');
}

/** Whether something is owed for the year: all its fees count, what is paid of one does not settle another. */
export function owes(fees: readonly FeeBalance[], { year, doubled }: CampaignFacts): Verdict {
  const [first] = fees;
  if (first === undefined)
    return {
      hold: 'no_fee',
      text: french`Aucune cotisation ${year} dans « Cotisations » : appelez d’abord les cotisations.`,
      records: [],
    };
  const owing = owingOf(fees);
  if (owing.length === 0) return nothingOwed(fees, year);
  const records = owing.map(({ fee }) => fee.id);
  if (owing.length > 1 && records.some((id) => doubled.has(id)))
    return {
      hold: 'doubled',
      text: french`Plusieurs cotisations ${year} restent dues après une fusion (${enumeration(records)}). Gardez celle qui est due, dispensez l’autre, puis réglez le point dans « À vérifier ».`,
      records,
    };
  if (owing.some(({ due, remaining }) => due === null || remaining <= 0))
    return {
      hold: 'no_fee',
      text: french`Le montant de la cotisation ${year} n’est pas connu : complétez le statut de l’adhérent.`,
      records,
    };
  return { hold: null, text: owingText(owing, year), records };
}

function owingText(owing: readonly FeeBalance[], year: number): string {
  const [only] = owing;
  const total = euros(remainingOf(owing));
  if (owing.length > 1 || only === undefined) {
    const parts = owing.map(({ fee, remaining }) => `${fee.id}, ${euros(remaining)}`);
    return french`Il reste ${total} sur ${owing.length} cotisations ${year} (${enumeration(parts)}).`;
  }
  return only.paid > 0
    ? french`Il reste ${total} sur ${euros(only.due ?? 0)}.`
    : french`La cotisation ${year} (${total}) n’est pas réglée.`;
}

/** What remains of those fees, in cents. */
export function remainingOf(owing: readonly FeeBalance[]): number {
  return owing.reduce((sum, { remaining }) => sum + remaining, 0);
}

function nothingOwed(fees: readonly FeeBalance[], year: number): Verdict {
  const unknown = fees.find(({ state }) => state === 'unknown');
  if (unknown !== undefined)
    return {
      hold: 'unknown',
      text: french`On ne sait pas si la cotisation ${year} est payée (« Payée » est vide) : on ne relance pas dans le doute.`,
      records: [unknown.fee.id],
    };
  const paid = fees.find(({ state }) => state === 'paid');
  if (paid !== undefined) {
    const on = paid.fee.paid_on;
    const when = on === null ? '' : ` ${onDate(on)}`;
    return {
      hold: 'paid',
      text: french`La cotisation ${year} est réglée${when} : la campagne s’arrête.`,
      records: [paid.fee.id],
    };
  }
  return {
    hold: 'waived',
    text: french`La cotisation ${year} n’est pas demandée : l’adhérent en est dispensé.`,
    records: fees.map(({ fee }) => fee.id),
  };
}

/** Whether this very mail is not in « Envois » yet. */
export function notYetMailed(member: Member, { year, step, mails }: Campaign): Verdict {
  const mail = mails.get(campaignKey(year, step, member.id));
  const { label } = campaignSteps[step];
  if (mail === undefined)
    return { hold: null, text: french`Ce message (${label}) n’a pas encore été préparé.`, records: [] };
  return {
    hold: 'known',
    text: french`Ce message est déjà dans « Envois » (${mail.id}, ${fateOf(mail)}) : il ne part pas deux fois.`,
    records: [mail.id],
  };
}

/** Whether the step before left, and long enough ago. */
export function previousStep(member: Member, { year, step, today, mails, reminderDays }: Campaign): Verdict {
  const before = stepNames[stepNames.indexOf(step) - 1];
  if (before === undefined) return { hold: null, text: '', records: [] };
  const { label } = campaignSteps[before];
  const mail = mails.get(campaignKey(year, before, member.id));
  if (mail?.status !== 'sent')
    return {
      hold: 'not_mailed',
      text:
        mail === undefined
          ? french`L’étape d’avant (${label}) n’a pas été envoyée : pas de relance sans elle.`
          : french`L’étape d’avant (${label}, ${mail.id}) n’est pas partie (${fateOf(mail)}).`,
      records: mail === undefined ? [] : [mail.id],
    };
  const sentOn = mail.changed_on;
  const free = sentOn !== null && isDay(sentOn) ? plusDays(sentOn, reminderDays) : null;
  if (free !== null && free > today)
    return {
      hold: 'too_soon',
      text: french`L’étape d’avant (${label}) est partie le ${frenchDay(sentOn ?? '')} : la relance attend ${reminderDays} jours, jusqu’au ${frenchDay(free)}.`,
      records: [mail.id],
    };
  return {
    hold: null,
    text: french`L’étape d’avant (${label}) est partie${sentOn === null ? '' : ` le ${frenchDate(sentOn)}`}, il y a au moins ${reminderDays} jours.`,
    records: [mail.id],
  };
}

const FATES = outboxTable.columns[1].choices;

function fateOf({ status, changed_on: on }: OutboxRow): string {
  const fate = status === null ? 'sans état' : FATES[status];
  return status === 'sent' && on !== null ? `${fate} le ${frenchDate(on)}` : fate;
}
