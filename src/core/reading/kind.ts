/** Recognising what a tab is about, by its header, its contents and its title. */
import type { Assignment, RawColumn } from './columns.ts';
import { assignColumns } from './columns.ts';
import { sideOfHeader } from './header.ts';
import { ADOPTED_KINDS, FIELDS } from './synonyms.ts';
import type { AdoptedKind, Kind } from './types.ts';
import { fold } from './values/text.ts';

/** A kind with the fields found for it; `score` compares kinds. */
export interface KindGuess {
  readonly kind: Kind;
  readonly score: number;
  readonly fields: readonly string[];
  /** True when the words of the title or of the tab's name say so too. */
  readonly titled: boolean;
}

const TITLES: Readonly<Record<AdoptedKind, RegExp>> = {
  members: /\badherent|\bmembre|\bannuaire|\bbeneficiaire|\bstructures\b|\bincube|\bcotis/u,
  spaces:
    /\blocaux|\bbureaux|\boccupation|\bespaces|\bboutiques|\bloyers|\bplateau|\bhebergement|\bpepiniere|\bredevance/u,
  budget: /\bbudget|\bbp\b|\bprevisionnel/u,
  sessions:
    /\batelier|\bseance|\baccompagnement|\brdv|\bplanning|\brencontre|\bformation|\bagenda|\bsuivi|\bprogrammation/u,
  attendance_sheet: /\bpresence|\bemargement|\bsignature/u,
  actuals: /\bcompta|\bbanque|\bjournal|\bgrand livre|\bcaisse|\brealise|\btresorerie|\becritures|\bdepenses|\bcompte/u,
};

/** What the tab most probably is; « unknown » when no kind has the columns that it needs. */
export function guessKind(columns: readonly RawColumn[], titles: string): KindGuess {
  const guesses = ADOPTED_KINDS.map((kind) => guessOne(kind, columns, fold(titles))).filter(({ score }) => score > 0);
  const best = guesses.reduce<KindGuess | null>(
    (top, guess) => (top === null || guess.score > top.score ? guess : top),
    null,
  );
  return best ?? { kind: 'unknown', score: 0, fields: [], titled: false };
}

/** Why the tab was recognised, in French. */
export function reasonFor(guess: KindGuess, chosen: boolean): string {
  const { kind, fields, titled } = guess;
  if (chosen) return 'Vous avez choisi ce type d’onglet.';
  if (kind === 'empty') return 'L’onglet est vide.';
  if (kind === 'unknown') {
    return 'Aucune colonne d’adhésion, de local, de budget, de séance ou de comptabilité n’a été reconnue.';
  }
  const labels = FIELDS[kind];
  const known = fields.map((field) => labels[field]?.label ?? field).slice(0, 6);
  const columns = known.length === 0 ? '' : `colonnes reconnues : ${known.map((label) => `« ${label} »`).join(', ')}`;
  const title = titled ? 'le titre le dit' : '';
  const text = [title, columns].filter((part) => part !== '').join(' ; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Why an unknown tab is left alone, as the reading prints it. */
export function leftAloneReason(fields: readonly string[]): string {
  const none = 'no membership, space, budget, session or ledger column';
  return fields.includes('email') || fields.includes('phone')
    ? `${none}; e-mail and phone columns alone do not make a list of members`
    : none;
}

function guessOne(kind: AdoptedKind, columns: readonly RawColumn[], titles: string): KindGuess {
  const titled = TITLES[kind].test(titles);
  if (kind === 'budget') return guessBudget(columns, titled);
  const found = assignColumns(columns, kind).filter((one): one is Assignment & { field: string } => one.field !== null);
  const scores = new Map<string, number>();
  for (const { field, score } of found) scores.set(field, Math.max(scores.get(field) ?? 0, Math.min(score, 1)));
  const fields = [...scores.keys()];
  const has = (...wanted: readonly string[]) => wanted.some((field) => scores.has(field));
  if (!NEEDS[kind](has, titled)) return { kind, score: 0, fields, titled };
  const sum = [...scores.values()].reduce((total, score) => total + score, 0);
  return { kind, score: sum + (titled ? 1.5 : 0) + extra(kind, has), fields, titled };
}

type Has = (...fields: readonly string[]) => boolean;

const NEEDS: Readonly<Record<Exclude<AdoptedKind, 'budget'>, (has: Has, titled: boolean) => boolean>> = {
  members: (has, titled) =>
    has('organisation') &&
    (has('affiliation', 'fee_paid') ||
      (titled && has('activity', 'start', 'email', 'phone')) ||
      (has('activity') && has('start'))),
  spaces: (has) =>
    (has('space') && has('occupant', 'area_m2') && has('occupant', 'occupancy_fee')) ||
    (has('occupant') && has('occupancy_fee', 'area_m2') && has('start', 'planned_end', 'area_m2')),
  sessions: (has) =>
    has('title', 'programme') &&
    has('date') &&
    (has('time', 'duration', 'provider', 'registered_count') ||
      has('attendance_count', 'organisations', 'place', 'start_time')),
  attendance_sheet: (has, titled) =>
    (has('last_name', 'person') && has('signature')) ||
    (titled && has('last_name', 'person', 'first_name') && has('organisation', 'first_name')),
  actuals: (has) =>
    has('date') &&
    has('label', 'category') &&
    (has('debit', 'credit') || (has('amount') && has('balance', 'category'))),
};

function extra(kind: AdoptedKind, has: (...fields: readonly string[]) => boolean): number {
  if (kind === 'attendance_sheet' && has('signature')) return 1.5;
  if (kind === 'actuals' && has('debit') && has('credit')) return 1;
  return 0;
}

function guessBudget(columns: readonly RawColumn[], titled: boolean): KindGuess {
  const guess = { kind: 'budget' as const, fields: ['label', 'amount'], titled };
  const hasDates = columns.some(({ contents }) => contents.date >= 0.6 && contents.filled >= 3);
  const sides = new Set(columns.flatMap(({ header }) => (header === null ? [] : (sideOfHeader(header) ?? []))));
  const codes = columns.some(({ contents }) => contents.account >= 0.3 && contents.filled >= 3);
  const hasAmounts = columns.some(({ contents }) => contents.money >= 0.5 && contents.filled >= 3);
  const hasLabels = columns.some(({ contents }) => contents.words >= 0.4 && contents.filled >= 3);
  const isForm =
    sides.size === 2 &&
    titled &&
    columns.every(({ header, contents }) => contents.filled < 3 && fold(header ?? '') !== 'date');
  if (!isForm && (hasDates || !hasAmounts || !hasLabels)) return { ...guess, score: 0 };
  if (sides.size === 2) return { ...guess, score: 5 + (titled ? 1.5 : 0) };
  const isBudget = titled || (codes && sides.size > 0);
  return { ...guess, score: isBudget ? 2.5 + (codes ? 1.5 : 0) + (titled ? 1.5 : 0) : 0 };
}

/** The columns of addresses and numbers in a tab of no known kind, by position. */
export function contactColumns(columns: readonly RawColumn[]): readonly ('email' | 'phone' | undefined)[] {
  return assignColumns(columns, 'members').map(({ field }) =>
    field === 'email' || field === 'phone' ? field : undefined,
  );
}
