/** The mails of campaigns among those of « Envois »: by year, step and member, whatever became of their record. */
import { duesFirst, duesReminder1, duesReminder2 } from '../mails/dues.ts';
import type { OutboxRow } from '../outbox.ts';
import type { Register } from '../register.ts';
import type { Member } from '../tables/member.ts';

/** The steps of a campaign, in their order. */
export const campaignSteps = {
  first: { label: 'Appel de cotisation', template: duesFirst },
  reminder1: { label: 'Première relance', template: duesReminder1 },
  reminder2: { label: 'Seconde relance', template: duesReminder2 },
} as const;

/** A step of the campaign. */
export type CampaignStep = keyof typeof campaignSteps;

/** The steps by name, in their order. */
export const stepNames: readonly CampaignStep[] = ['first', 'reminder1', 'reminder2'];

/** Which mail of a campaign it is. */
export interface CampaignMail {
  readonly year: number;
  readonly step: CampaignStep;
  readonly member: string;
}

/** The key of a campaign's mail in « Envois ». */
export function campaignKey(year: number, step: CampaignStep, member: string): string {
  return `dues-${year}-${step}/${member}`;
}

/** The campaign, step and member of such a key, or null. */
export function campaignOfKey(key: string | null): CampaignMail | null {
  const [, year, step, member] = /^dues-(\d{4})-([a-z0-9]+)\/(ADH-\d+)$/u.exec(key ?? '') ?? [];
  const known = stepNames.find((one) => one === step);
  return known === undefined || member === undefined ? null : { year: Number(year), step: known, member };
}

/** The same of a row of « Envois »: one whose key went, because its action was undone, is known by what it is about. */
export function campaignOfMail(row: OutboxRow, fees: Register['fees']): CampaignMail | null {
  if (row.key !== null) return campaignOfKey(row.key);
  const step = stepNames.find((one) => campaignSteps[one].template.key === row.template);
  const member = row.records.find((id) => id.startsWith('ADH-'));
  const year = fees.find(({ id }) => row.records.includes(id))?.year ?? null;
  return step === undefined || member === undefined || year === null ? null : { year, step, member };
}

/** The mails of campaigns by their key; what was written to a record that was merged counts for the one that is kept. */
export function campaignMails(
  rows: readonly OutboxRow[],
  { members, fees }: Pick<Register, 'members' | 'fees'>,
): ReadonlyMap<string, OutboxRow> {
  const keptOf = keptRecords(members);
  const mails = new Map<string, OutboxRow>();
  for (const row of rows) {
    const mail = campaignOfMail(row, fees);
    // Cancelled with its action, or because its reason went: it may be prepared again.
    if (mail === null || (row.key === null && row.status === 'cancelled')) continue;
    const key = campaignKey(mail.year, mail.step, keptOf(mail.member));
    const other = mails.get(key);
    if (other === undefined || rankOf(row) > rankOf(other)) mails.set(key, row);
  }
  return mails;
}

/** What left tells most; then what may have left, what will leave, what will not. */
function rankOf({ status }: OutboxRow): number {
  return ['cancelled', 'refused', 'draft', 'waiting', 'uncertain', 'claimed', 'sent'].indexOf(status ?? '');
}

/** From the number of a record to that of the one which is kept, however often it was merged. */
function keptRecords(members: readonly Member[]): (id: string) => string {
  const into = new Map(members.map(({ id, merged_into: kept }) => [id, kept]));
  return (id) => {
    const seen = new Set<string>();
    let kept = id;
    for (let next = into.get(kept) ?? null; next !== null && !seen.has(kept); next = into.get(kept) ?? null) {
      seen.add(kept);
      kept = next;
    }
    return kept;
  };
}
