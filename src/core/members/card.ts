/** The card of each member: all that the workbook knows of it, gathered once from one reading. */
import { lastDayOf } from '../day.ts';
import type { Moment, State } from '../command.ts';
import { feeBalances } from '../dues/balance.ts';
import type { FeeBalance } from '../dues/balance.ts';
import { duesRules } from '../dues/rules.ts';
import { outboxTable } from '../outbox.ts';
import { readTable } from '../records.ts';
import { groupBy } from '../group.ts';
import { readRegister } from '../register.ts';
import type { Register } from '../register.ts';
import { readStays, spaceLabel } from '../stays/read.ts';
import type { Stays } from '../stays/read.ts';
import { stayItem } from '../stays/stay-item.ts';
import { checkTable } from '../tables/check.ts';
import type { Check } from '../tables/check.ts';
import { consentSubjects } from '../tables/consent.ts';
import { affiliations, memberStatuses, memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';
import { affiliationAt, historyOf } from './affiliation.ts';
import { attendanceOf } from './attendance.ts';
import type { Attended } from './attendance.ts';
import type { MemberCard } from './card-types.ts';
import { consentInForce } from './consents.ts';
import { duplicateMembers } from './duplicates.ts';
import { membersOn } from './membership.ts';
import { standingOf } from './status.ts';

/** The cards of all members, by name; duplicates that were merged have none and say where they went. */
export interface Cards {
  readonly cards: readonly MemberCard[];
  readonly merged: Readonly<Record<string, string>>;
}

/** Gathers the cards; every table is gone through once. */
export function memberCards(state: State, { today }: Moment): Cards {
  const register = readRegister(state);
  const { rowOf } = readTable(memberTable, state.workbook[memberTable.tab], state.shown[memberTable.tab]);
  const parts = partsOf(state, register, today);
  const kept = register.members.filter(({ merged_into }) => merged_into === null);
  const cards = kept.map((member) => cardOf(member, { ...parts, row: rowOf.get(member.id) ?? null, today }));
  const gone = register.members.flatMap(({ id, merged_into: into }) => (into === null ? [] : [[id, into] as const]));
  return {
    cards: cards.sort((a, b) => a.name.localeCompare(b.name, 'fr')),
    merged: Object.fromEntries(gone),
  };
}

type Group<R> = ReadonlyMap<string, readonly R[]>;

/** Two records that an open point takes for one member. */
interface Pair {
  readonly member: string;
  readonly other: string;
  /** True for the one that the point proposes to merge into the other. */
  readonly goes: boolean;
}

interface Parts {
  readonly people: Group<Register['contacts'][number]>;
  readonly periods: Group<Register['periods'][number]>;
  readonly stays: Group<Register['occupancies'][number]>;
  /** All stays: those of one organisation are counted together, and say how near their end is. */
  readonly housing: Stays;
  readonly fees: Group<FeeBalance>;
  readonly payments: Group<Register['payments'][number]>;
  readonly consents: Group<Register['consents'][number]>;
  readonly attended: Group<Attended>;
  readonly points: Group<Check>;
  readonly mails: Group<MemberCard['mails'][number]>;
  readonly losers: Group<Member>;
  readonly pairs: Group<Pair>;
  readonly counted: ReadonlySet<string>;
  readonly graceDays: number;
}

function partsOf(state: State, register: Register, today: string): Parts {
  const byMember = <R extends { readonly member: string | null }>(records: readonly R[]) =>
    groupBy(records, ({ member }) => member);
  const checks = readTable(checkTable, state.workbook[checkTable.tab], state.shown[checkTable.tab]).records;
  const balances = feeBalances(register, today);
  const stays = readStays(register);
  return {
    people: byMember(register.contacts),
    periods: byMember(register.periods),
    stays: groupBy(register.occupancies, (stay) => stays.memberOf(stay)?.id ?? stay.member),
    housing: stays,
    fees: groupBy(balances, ({ fee }) => fee.member),
    payments: byMember(register.payments),
    consents: byMember(register.consents),
    attended: attendanceOf(state, register.members),
    points: groupBy(
      checks.filter((check) => (check.state ?? 'open') === 'open'),
      ({ record }) => record,
    ),
    mails: mailsOf(state),
    pairs: groupBy(pairsIn(checks), ({ member }) => member),
    losers: groupBy(register.members, ({ merged_into }) => merged_into),
    counted: new Set(membersOn(register, { day: today, duplicates: duplicateMembers(state) }).map(({ id }) => id)),
    graceDays: duesRules(register.settings).graceDays,
  };
}

function mailsOf(state: State): Group<MemberCard['mails'][number]> {
  const { records } = readTable(outboxTable, state.workbook[outboxTable.tab], state.shown[outboxTable.tab]);
  const labels = outboxTable.columns[1].choices;
  const named = records.flatMap(({ records: about, subject, status, changed_on: date }) =>
    about.map((record) => ({
      record,
      mail: { date, subject: subject ?? '', status: status === null ? '' : labels[status] },
    })),
  );
  const groups = groupBy(named, ({ record }) => record);
  return new Map([...groups].map(([record, list]) => [record, list.map(({ mail }) => mail)]));
}

/** What a map holds for a member, or nothing. */
function of<R>(group: Group<R>, id: string): readonly R[] {
  return group.get(id) ?? [];
}

interface CardParts extends Parts {
  readonly row: number | null;
  readonly today: string;
}

function cardOf(member: Member, parts: CardParts): MemberCard {
  const { id } = member;
  const periods = of(parts.periods, id);
  const fees = of(parts.fees, id);
  const standing = standingOf(member, { fees, today: parts.today, graceDays: parts.graceDays });
  const affiliation = affiliationAt(member, periods, parts.today) ?? member.affiliation;
  const losers = of(parts.losers, id);
  const points = of(parts.points, id);
  const pairs = of(parts.pairs, id);
  return {
    id,
    name: member.organisation ?? id,
    cell: parts.row === null ? null : `A${parts.row + 1}`,
    affiliation,
    affiliationLabel: affiliation === null ? null : affiliations[affiliation],
    status: standing.status,
    statusLabel: standing.status === 'merged' ? '' : memberStatuses[standing.status],
    why: standing.why,
    imposed: standing.imposed,
    record: member,
    people: peopleOf(of(parts.people, id)),
    history: historyOf(member, periods).map((stretch) => ({
      label: stretch.affiliation === null ? 'statut inconnu' : affiliations[stretch.affiliation],
      start: stretch.start,
      end: stretch.end,
      reason: stretch.reason,
    })),
    stays: staysOf(of(parts.stays, id), parts.housing, parts.today),
    fees: fees.map(feeOf).sort((a, b) => (b.year ?? 0) - (a.year ?? 0)),
    payments: of(parts.payments, id).map(({ id: payment, date, amount }) => ({ id: payment, date, amount })),
    sessions: of(parts.attended, id),
    consents: consentsOf(of(parts.consents, id), of(parts.people, id)),
    mails: of(parts.mails, id),
    points: points.map(({ id: point, what, kind }) => ({ id: point, what: what ?? '', kind: kind ?? '' })),
    duplicates: pairs.map(({ other }) => other),
    isDuplicate: pairs.some(({ goes }) => goes),
    counted: parts.counted.has(id),
    formerRecords: losers.map((loser) => ({ id: loser.id, name: loser.organisation ?? loser.id })),
    rows: [...losers.map((loser) => loser.id), ...periods.map((period) => period.id)],
  };
}

function peopleOf(people: readonly Register['contacts'][number][]): MemberCard['people'] {
  const shown = people.map(({ id, name, role, email, phone, main, left_on, notes }) => ({
    id,
    name: name ?? email ?? id,
    role,
    email,
    phone,
    main: main === true,
    left_on,
    notes,
  }));
  return shown.sort((a, b) => Number(b.main) - Number(a.main));
}

function staysOf(own: readonly Register['occupancies'][number][], stays: Stays, today: string): MemberCard['stays'] {
  const shown = own.map((stay) => {
    const { tone, sinceText, untilText, facts } = stayItem(stay, stays, today);
    const isOver = (lastDayOf(stay.end) ?? today) < today;
    return {
      id: stay.id,
      space: spaceLabel(stays.spaceOf(stay), stay),
      start: stay.start,
      end: stay.end,
      current: !isOver,
      tone,
      dates: `${sinceText}, ${untilText}`,
      facts,
      record: isOver ? null : stay,
    };
  });
  return shown.sort((a, b) => (b.start ?? '').localeCompare(a.start ?? ''));
}

function feeOf({ fee, state, due, paid, remaining, late }: FeeBalance): MemberCard['fees'][number] {
  return { id: fee.id, year: fee.year, state, due, paid, remaining, late, paid_on: fee.paid_on };
}

function consentsOf(
  log: readonly Register['consents'][number][],
  people: readonly Register['contacts'][number][],
): MemberCard['consents'] {
  return log.map((row) => {
    const own = log.filter(({ contact }) => contact === row.contact);
    const isLatest = own.filter(({ subject }) => subject === row.subject).at(-1) === row;
    return {
      id: row.id,
      subject: row.subject,
      label: row.subject === null ? '' : consentSubjects[row.subject],
      contact: row.contact,
      person: people.find(({ id }) => id === row.contact)?.name ?? null,
      given: row.given === true,
      date: row.date,
      withdrawn_on: row.withdrawn_on,
      inForce: isLatest && row.subject !== null && consentInForce(own, row.subject),
    };
  });
}

/** What open points take for duplicates, from both sides. */
function pairsIn(checks: readonly Check[]): readonly Pair[] {
  return checks.flatMap(({ kind, state, record, proposed_value: value }) => {
    const other = kind === 'duplicate_row' ? /"(ADH-\d+)"/u.exec(value ?? '')?.[1] : undefined;
    if (other === undefined || record === null || (state ?? 'open') !== 'open') return [];
    return [
      { member: record, other, goes: true },
      { member: other, other: record, goes: false },
    ];
  });
}
