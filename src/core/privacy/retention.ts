/** How long data is kept, from « Réglages », and who is past it; nothing is erased by itself. */
import type { State } from '../command.ts';
import { isDay, lastDayOf, plusMonths } from '../day.ts';
import type { Day } from '../day.ts';
import { french, frenchDate } from '../french.ts';
import { readTable } from '../records.ts';
import type { SettingDefinition } from '../settings.ts';
import { contactTable } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';
import { receiptTable } from '../tables/receipt.ts';
import type { Receipt } from '../tables/receipt.ts';
import { settingTable, settingValue } from '../tables/setting.ts';
import type { Setting } from '../tables/setting.ts';
import {
  accountingYearsSetting,
  candidateYearsSetting,
  contactYearsSetting,
  memberYearsSetting,
  privacySettings,
} from './settings.ts';
import { isErased } from './erased.ts';

/** Someone whose data is past its time. */
export interface Overdue {
  readonly id: string;
  readonly name: string;
  /** French: « départ le 31/12/2019, gardé 3 ans ». */
  readonly why: string;
  /** The day on which its time was over. */
  readonly since: Day;
  /** False when only receipts are left to make nameless. */
  readonly whole: boolean;
}

/** The tabs that are needed to know who is past retention. */
export const retentionTabs: readonly string[] = [memberTable.tab, contactTable.tab, receiptTable.tab, settingTable.tab];

/** Until when a receipt must be kept: so many years from the end of the year that it was issued in (code de commerce, art. L123-22). */
export function receiptKeptUntil({ issued_on: issued, year }: Receipt, settings: readonly Setting[]): Day {
  const from = issued === null ? year : Number(issued.slice(0, 4));
  // A receipt without any date cannot be shown to be old enough.
  return from === null ? '9999-12-31' : `${from + yearsOf(settings, accountingYearsSetting)}-12-31`;
}

/** Who is past retention, the longest overdue first. */
export function overdue(state: State, today: Day): readonly Overdue[] {
  const read = <T extends typeof memberTable | typeof contactTable | typeof receiptTable | typeof settingTable>(
    table: T,
  ) => readTable<T>(table, state.workbook[table.tab], state.shown[table.tab]).records;
  const settings = read(settingTable);
  const members = read(memberTable);
  const gone = new Map(
    members.flatMap((member) => (leftOn(member) === null ? [] : [[member.id, leftOn(member)] as const])),
  );
  const found = [
    ...members.flatMap((member) => overdueMember(member, settings)),
    ...read(contactTable).flatMap((contact): Overdue[] => {
      if (isErased(contact.name) || contact.name === null || gone.has(contact.member ?? '')) return [];
      const left = lastDayOf(contact.left_on);
      return left === null
        ? []
        : [
            candidate(
              { id: contact.id, name: contact.name },
              { left, settings, setting: contactYearsSetting, what: 'départ' },
            ),
          ];
    }),
    ...receiptsPast(read(receiptTable), members, settings),
  ];
  return found.filter(({ since }) => isDay(since) && since < today).sort((a, b) => a.since.localeCompare(b.since));
}

function leftOn(member: Member): Day | null {
  const left = lastDayOf(member.left_on);
  return left !== null && isDay(left) ? left : null;
}

function overdueMember(member: Member, settings: readonly Setting[]): Overdue[] {
  const { id, organisation: name } = member;
  if (name === null || isErased(name) || member.merged_into !== null) return [];
  const left = leftOn(member);
  if (left !== null) return [candidate({ id, name }, { left, settings, setting: memberYearsSetting, what: 'départ' })];
  // Never a member, and a day that went by long ago: a candidate who did not come.
  const asked = lastDayOf(member.start);
  if (member.imposed_status !== 'candidate' || asked === null || !isDay(asked)) return [];
  return [candidate({ id, name }, { left: asked, settings, setting: candidateYearsSetting, what: 'candidature' })];
}

interface Since {
  readonly left: Day;
  readonly settings: readonly Setting[];
  readonly setting: SettingDefinition;
  readonly what: string;
}

function candidate(
  who: { readonly id: string; readonly name: string },
  { left, settings, setting, what }: Since,
): Overdue {
  const years = yearsOf(settings, setting);
  return {
    ...who,
    why: french`${what} le ${frenchDate(left)}, gardé ${years} ${years > 1 ? 'ans' : 'an'} après`,
    since: plusMonths(left, years * 12),
    whole: true,
  };
}

/** Receipts of erased members that no law asks to keep any more. */
function receiptsPast(
  receipts: readonly Receipt[],
  members: readonly Member[],
  settings: readonly Setting[],
): Overdue[] {
  const erased = new Set(members.filter(({ organisation }) => isErased(organisation)).map(({ id }) => id));
  const found = new Map<string, Overdue>();
  for (const receipt of receipts) {
    const { member, organisation } = receipt;
    if (member === null || !erased.has(member) || organisation === null || isErased(organisation)) continue;
    const until = receiptKeptUntil(receipt, settings);
    const known = found.get(member);
    if (known !== undefined && known.since <= until) continue;
    found.set(member, {
      id: member,
      name: organisation,
      why: french`fiche déjà effacée ; reçu ${receipt.number ?? receipt.id} gardé pour les comptes jusqu’au ${frenchDate(until)}`,
      since: until,
      whole: false,
    });
  }
  return [...found.values()];
}

const MOST_YEARS = 100;

/** A number of years from « Réglages », else the default. */
function yearsOf(settings: readonly Setting[], definition: SettingDefinition): number {
  const typed = Number((settingValue(settings, definition.key) ?? '').trim() || Number.NaN);
  const years = Number.isInteger(typed) && typed >= 0 ? typed : Number(definition.default);
  return Math.min(MOST_YEARS, years);
}

/** One of the times in force, as the view shows it. */
export interface RetentionTime {
  readonly key: string;
  readonly label: string;
  readonly years: number;
}

/** The times that « Réglages » gives. */
export function retentionTimes(state: State): readonly RetentionTime[] {
  const settings = readTable(settingTable, state.workbook[settingTable.tab], state.shown[settingTable.tab]).records;
  return privacySettings.map((definition) => ({
    key: definition.key,
    label: definition.label,
    years: yearsOf(settings, definition),
  }));
}
