/** The rules of dues in force: the fee grid by year and affiliation, the due date, grace, the part-year rule. */
import { firstDayOf, isDay, plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import { euros, frenchDate, french } from '../french.ts';
import { readMoney } from '../reading/values/money.ts';
import { settingNumber, settingText } from '../settings.ts';
import { affiliations } from '../tables/member.ts';
import type { Setting } from '../tables/setting.ts';
import {
  dueDaySetting,
  graceDaysSetting,
  partYearMonthSetting,
  partYearPercentSetting,
  reminderDaysSetting,
} from './settings.ts';

/** How a member belongs to the association. */
export type Affiliation = keyof typeof affiliations;

/** The fee of an affiliation for a year; `year` is that of the grid it comes from, null for the fees of origin. */
export interface Tariff {
  readonly cents: number;
  readonly year: number | null;
}

/** The rules in force. */
export interface DuesRules {
  readonly graceDays: number;
  readonly reminderDays: number;
  /** The last day to pay a year's fee, for one who joined on `start` (null: before that year). */
  readonly dueOn: (year: number, start?: string | null) => Day;
  readonly partYear: { readonly month: number; readonly percent: number } | null;
  readonly tariff: (year: number, affiliation: Affiliation) => Tariff;
}

/** What a year's fee asks of a member, and why, in French. */
export interface AskedFee {
  readonly cents: number;
  readonly computation: string;
}

/** The fees of origin, in cents (domain: B2). */
const firstFees: Readonly<Record<Affiliation, number>> = {
  hosted: 18_000,
  coworking: 12_000,
  shop_based: 25_000,
  non_resident: 11_000,
};

/** The affiliations, in the order of the fee grid. */
export const affiliationNames = Object.keys(affiliations) as readonly Affiliation[];

const DAYS_TO_PAY = 30;

/** The key of « Réglages » that holds a fee. */
export function feeKey(year: number, affiliation: Affiliation): string {
  return `fee:${year}:${affiliation}`;
}

/** The year and affiliation of such a key, or null. */
export function feeOfKey(key: string): { readonly year: number; readonly affiliation: Affiliation } | null {
  const [, year, name] = /^fee:(\d{4}):([a-z_]+)$/u.exec(key) ?? [];
  const affiliation = affiliationNames.find((one) => one === name);
  return affiliation === undefined ? null : { year: Number(year), affiliation };
}

/** How such a setting is called in « Réglages ». */
export function feeLabel(year: number, affiliation: Affiliation): string {
  return french`Cotisation ${year} : ${affiliations[affiliation]}`;
}

/** The cents of an amount as people write it, « 180 » or « 180,50 € »; null when it is none, or negative. */
export function centsIn(text: string): number | null {
  const reading = readMoney(text);
  return reading.state === 'amount' && reading.cents >= 0 && reading.extra === null ? reading.cents : null;
}

/** The rules that « Réglages » holds; what cannot be read there counts as its default. */
export function duesRules(settings: readonly Setting[]): DuesRules {
  const month = settingNumber(settings, partYearMonthSetting);
  const percent = settingNumber(settings, partYearPercentSetting);
  return {
    graceDays: Math.floor(settingNumber(settings, graceDaysSetting)),
    reminderDays: Math.floor(settingNumber(settings, reminderDaysSetting)),
    dueOn: dueDays(settingText(settings, dueDaySetting)),
    partYear: Number.isInteger(month) && month >= 1 && month <= 12 ? { month, percent: Math.min(percent, 100) } : null,
    tariff: tariffs(settings),
  };
}

/** What the year's fee asks of a member of that affiliation who joined on `start`. */
export function askedFee(
  { tariff, partYear }: DuesRules,
  { year, affiliation, start }: { year: number; affiliation: Affiliation; start: string | null },
): AskedFee {
  const { cents, year: gridYear } = tariff(year, affiliation);
  const label = affiliations[affiliation];
  const from = gridYear === null || gridYear === year ? String(year) : french`${gridYear}, repris pour ${year}`;
  const whole = french`${label.charAt(0).toUpperCase()}${label.slice(1)}, tarif ${from} : ${euros(cents)}`;
  const isLate =
    partYear !== null && start?.startsWith(`${year}-`) === true && Number(start.slice(5, 7)) >= partYear.month;
  if (!isLate) return { cents, computation: whole };
  const reduced = Math.round((cents * partYear.percent) / 100);
  const joined = frenchDate(start.slice(0, 7));
  return {
    cents: reduced,
    computation: french`${whole} ; adhésion en ${joined} : ${partYear.percent} %, soit ${euros(reduced)}`,
  };
}

function dueDays(text: string): DuesRules['dueOn'] {
  const [, day = '31', month = '03'] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/u.exec(text) ?? [];
  const monthDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return (year, start = null) => {
    const civil = `${String(year).padStart(4, '0')}-${monthDay}`;
    const limit = isDay(civil) ? civil : `${String(year).padStart(4, '0')}-03-31`;
    const joined = start?.startsWith(`${year}-`) === true ? firstDayOf(start) : null;
    return joined === null ? limit : later(limit, plusDays(joined, DAYS_TO_PAY));
  };
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The fee of the year itself, else that of the latest year before it, else the fee of origin. */
function tariffs(settings: readonly Setting[]): DuesRules['tariff'] {
  const known = new Map<Affiliation, { year: number; cents: number }[]>();
  for (const { key, value } of settings) {
    const fee = feeOfKey(key ?? '');
    const cents = centsIn(value ?? '');
    if (fee === null || cents === null) continue;
    known.set(fee.affiliation, [...(known.get(fee.affiliation) ?? []), { year: fee.year, cents }]);
  }
  for (const list of known.values()) list.sort((a, b) => b.year - a.year);
  return (year, affiliation) =>
    known.get(affiliation)?.find((fee) => fee.year <= year) ?? { cents: firstFees[affiliation], year: null };
}
