/** What a line of a statement may be: each proposal with its reasons and a score; she decides (domain: D3). */
import { daysBetween } from '../../day.ts';
import { euros, french } from '../../french.ts';
import { paymentMethod } from '../../reading/values/money.ts';
import { fold } from '../../reading/values/text.ts';
import { groupBy } from '../../group.ts';
import type { Payment } from '../../tables/payment.ts';
import { spread } from '../charges.ts';
import type { Charge } from '../charges.ts';
import { paymentName } from '../payment-fields.ts';
import type { NameFinder } from './names.ts';
import type { CreditLine } from './read.ts';

/** From this score on a proposal is chosen in advance, if no other is as likely. */
const SURE = 75;

/** A way to record a line: charges of one member, or payments that are recorded already. */
export interface Proposal {
  /** "pay:ADH-0001:COT-0001,RED-0004" or "known:PAI-0002,PAI-0003". */
  readonly value: string;
  /** French, with its reasons. */
  readonly label: string;
  readonly score: number;
  readonly member: string | null;
  readonly charges: readonly string[];
  readonly payments: readonly string[];
}

/** What lines are compared with; made once for a statement. */
export interface MatchIndex {
  readonly findNames: NameFinder;
  readonly nameOf: ReadonlyMap<string, string>;
  readonly byMember: ReadonlyMap<string, readonly Charge[]>;
  readonly byAmount: ReadonlyMap<string, readonly Charge[]>;
  readonly byId: ReadonlyMap<string, Charge>;
  /** Payments that no statement has shown yet. */
  readonly unseen: readonly Payment[];
}

const MOST = 30;
const NEAR_DAYS = 15;

/** The index of open charges and recorded payments. */
export function matchIndex(
  charges: readonly Charge[],
  payments: readonly Payment[],
  { findNames, nameOf }: Pick<MatchIndex, 'findNames' | 'nameOf'>,
): MatchIndex {
  const open = charges.filter((charge) => charge.open > 0 && charge.member !== null);
  return {
    findNames,
    nameOf,
    byMember: groupBy(open, ({ member }) => member),
    byAmount: groupBy(open, (charge) => String(charge.open)),
    byId: new Map(open.map((charge) => [charge.id, charge])),
    unseen: payments.filter(({ statement_key: key, amount }) => key === null && amount !== null),
  };
}

/** The proposals for a line, the likeliest first. */
export function proposalsFor(line: CreditLine, index: MatchIndex): readonly Proposal[] {
  const named = new Map(index.findNames(line.label).map((one) => [one.member, one]));
  const referred = referencesIn(line.label, index);
  const proposals = [...knownPayments(line, index, new Set(named.keys()))];
  const add = (member: string, charges: readonly Charge[]) => {
    const reasons: string[] = [];
    const name = named.get(member);
    const isReferred = charges.some(({ id }) => referred.has(id));
    const sum = charges.reduce((total, charge) => total + charge.open, 0);
    if (isReferred) reasons.push('référence dans le libellé');
    if (name !== undefined) reasons.push(name.why);
    let score = (isReferred ? 60 : 0) + (name?.score ?? 0);
    if (line.cents === sum) {
      score += 40;
      reasons.push('montant exact');
    } else if (score > 0) {
      score += line.cents < sum ? 15 : 5;
      reasons.push(line.cents < sum ? 'paiement d’une partie' : 'montant supérieur à ce qui est dû');
    }
    if (charges.every(({ kind }) => wordsOf(kind).test(fold(line.label)))) score += 5;
    proposals.push({
      value: `pay:${member}:${charges.map(({ id }) => id).join(',')}`,
      label: labelOf({ member, charges, cents: line.cents, reasons }, index),
      score,
      member,
      charges: charges.map(({ id }) => id),
      payments: [],
    });
  };
  const members = new Set([...named.keys(), ...[...referred].map((id) => index.byId.get(id)?.member ?? '')]);
  for (const member of members) {
    const own = index.byMember.get(member) ?? [];
    for (const charge of own.slice(0, 12)) add(member, [charge]);
    if (own.length > 1 && own.length <= 12) add(member, own);
    for (const pair of exactPairs(own, line.cents)) add(member, pair);
    if (own.length === 0 && named.get(member)?.score === 45) add(member, []);
  }
  for (const charge of index.byAmount.get(String(line.cents)) ?? []) {
    if (!members.has(charge.member ?? '')) add(charge.member ?? '', [charge]);
  }
  const distinct = [...new Map(proposals.map((one) => [one.value, one])).values()];
  return distinct.sort((a, b) => b.score - a.score || a.value.localeCompare(b.value)).slice(0, MOST);
}

/** The proposal that is chosen in advance for each line, or null: sure, alone, and each charge once. */
export function preselected(lines: readonly (readonly Proposal[])[]): readonly (Proposal | null)[] {
  const taken = new Set<string>();
  const chosen: (Proposal | null)[] = lines.map(() => null);
  const order = lines
    .map((proposals, index) => ({ index, score: proposals[0]?.score ?? 0 }))
    .sort((a, b) => b.score - a.score);
  for (const { index } of order) {
    const [best, second] = lines[index] ?? [];
    if (best === undefined || best.score < SURE || best.score - (second?.score ?? 0) < 10) continue;
    const parts = [...best.charges, ...best.payments];
    if (parts.some((id) => taken.has(id))) continue;
    for (const id of parts) taken.add(id);
    chosen[index] = best;
  }
  return chosen;
}

function wordsOf(kind: Charge['kind']): RegExp {
  return kind === 'fee' ? /\b(?:cotis|cotisation|adhesion)/u : /\b(?:loyer|redevance|bureau|poste)/u;
}

/** Numbers of charges as members copy them: « COT-0012 », « cot 0012 ». */
function referencesIn(label: string, { byId }: MatchIndex): ReadonlySet<string> {
  const found = [...label.matchAll(/\b(COT|RED)[\s.-]?0*(\d{1,6})\b/giu)].map(
    ([, prefix = '', number = '']) => `${prefix.toUpperCase()}-${number.padStart(4, '0')}`,
  );
  return new Set(found.filter((id) => byId.has(id)));
}

function exactPairs(charges: readonly Charge[], cents: number): Charge[][] {
  if (charges.length < 3 || charges.length > 24) return [];
  const pairs: Charge[][] = [];
  charges.forEach((one, index) => {
    for (const other of charges.slice(index + 1)) if (one.open + other.open === cents) pairs.push([one, other]);
  });
  return pairs.slice(0, 3);
}

interface Said {
  readonly member: string;
  readonly charges: readonly Charge[];
  readonly cents: number;
  readonly reasons: readonly string[];
}

function labelOf({ member, charges, cents, reasons }: Said, { nameOf }: MatchIndex): string {
  const what =
    charges.length === 0
      ? 'tout en avance'
      : charges.map(({ label, open }) => french`${label} (${euros(open)})`).join(' et ');
  const { rest } = spread(cents, charges);
  const extra = rest > 0 && charges.length > 0 ? french`, ${euros(rest)} gardés en avance` : '';
  return french`${nameOf.get(member) ?? member} : ${what}${extra}${reasons.length === 0 ? '' : ` – ${reasons.join(', ')}`}`;
}

/** Money that she recorded before the bank showed it: the same amount within some days, or a deposit of several cheques. */
function knownPayments(line: CreditLine, { unseen }: MatchIndex, named: ReadonlySet<string>): Proposal[] {
  const near = unseen.filter(({ date, deposited_on: deposited }) => {
    const day = deposited ?? date;
    return day?.length === 10 && Math.abs(daysBetween(day, line.day)) <= NEAR_DAYS;
  });
  const number = /\b(\d{5,9})\b/u.exec(line.label)?.[1] ?? null;
  const same = near.filter(({ amount }) => amount === line.cents);
  const single = same.map((payment): Proposal => {
    const isNamed = named.has(payment.member ?? '');
    const isNumbered = number !== null && payment.reference !== null && payment.reference.includes(number);
    const reasons = [
      isNamed ? 'nom reconnu' : '',
      isNumbered ? 'même numéro' : '',
      'même montant, dates proches',
    ].filter((one) => one !== '');
    return known([payment], {
      score: 55 + (isNamed ? 45 : 0) + (isNumbered ? 40 : 0) + (same.length === 1 ? 5 : 0),
      reasons,
    });
  });
  const isDeposit = paymentMethod(line.label) === 'cheque' || /\bremise\b/u.test(fold(line.label));
  if (!isDeposit) return single;
  const deposits = groupBy(
    near.filter(({ method }) => method === 'cheque'),
    ({ deposited_on: day }) => day,
  );
  const sums = [...deposits.values()].filter(
    (cheques) => cheques.length > 1 && cheques.reduce((sum, { amount }) => sum + (amount ?? 0), 0) === line.cents,
  );
  return [
    ...single,
    ...sums.map((cheques) => known(cheques, { score: 95, reasons: ['remise de ces chèques, total exact'] })),
  ];
}

function known(
  payments: readonly Payment[],
  { score, reasons }: { score: number; reasons: readonly string[] },
): Proposal {
  const names = payments.map(
    (payment) => french`${payment.id}, ${payment.organisation ?? ''}, ${paymentName(payment)}`,
  );
  return {
    value: `known:${payments.map(({ id }) => id).join(',')}`,
    label: french`Déjà enregistré : ${names.join(' ; ')} – ${reasons.join(', ')}`,
    score,
    member: payments[0]?.member ?? null,
    charges: [],
    payments: payments.map(({ id }) => id),
  };
}
