/** A bank statement as one pastes it: its header anywhere, French banks' usual columns, one amount or two. */
import type { Day } from '../../day.ts';
import { hashText } from '../../digest.ts';
import { fold } from '../../reading/values/text.ts';
import { readDateText } from '../../reading/values/date.ts';
import { csvRows } from './csv.ts';
import { FIRST_PAYMENT_DAY } from '../payment-fields.ts';
import { repairText } from './repair.ts';

/** Money that came in, as the bank tells it. */
export interface CreditLine {
  /** The same line gives the same key, in whichever statement it is pasted. */
  readonly key: string;
  /** The statement says just the same on a line above: a second payment, or the same one twice. */
  readonly repeated: boolean;
  readonly day: Day;
  readonly label: string;
  readonly cents: number;
}

/** A statement read; `unread` are the lines that could not be. */
export interface Statement {
  readonly credits: readonly CreditLine[];
  readonly debits: number;
  readonly unread: readonly { readonly row: number; readonly text: string; readonly why: string }[];
}

/** What a statement could not be read for, in French. */
export type StatementReading =
  { readonly ok: true; readonly statement: Statement } | { readonly ok: false; readonly why: string };

interface Columns {
  readonly date: number;
  readonly labels: readonly number[];
  readonly amount: number;
  readonly credit: number;
  readonly debit: number;
  readonly sense: number;
}

const SEARCHED = 40;

/** Reads the lines of a pasted statement; `today` gives the year where the bank leaves it out. */
export function readStatement(text: string, today: Day): StatementReading {
  const rows = csvRows(repairText(text));
  const head = rows.slice(0, SEARCHED).findIndex((row) => columnsOf(row) !== null);
  const columns = head < 0 ? null : columnsOf(rows[head] ?? []);
  if (columns === null)
    return {
      ok: false,
      why: 'Aucune ligne de titres n’a été reconnue. Il faut au moins une colonne « Date », une colonne « Libellé », et « Montant » ou « Crédit ».',
    };
  const credits: CreditLine[] = [];
  const unread: Statement['unread'][number][] = [];
  const seen = new Map<string, number>();
  let debits = 0;
  rows.slice(head + 1).forEach((row, index) => {
    const line = lineOf(row, columns, today);
    if (line === null) return;
    if (typeof line === 'string') {
      unread.push({ row: head + index + 2, text: glance(row), why: line });
    } else if (line.cents < 0) debits += 1;
    else if (line.cents > 0) {
      const same = `${line.day}|${String(line.cents)}|${fold(line.label)}`;
      const rank = (seen.get(same) ?? 0) + 1;
      seen.set(same, rank);
      credits.push({ key: hashText(`${same}|${String(rank)}`), repeated: rank > 1, ...line });
    }
  });
  return { ok: true, statement: { credits, debits, unread } };
}

/** A movement; null for a row that is none, or the reason why it cannot be read. */
function lineOf(
  row: readonly string[],
  columns: Columns,
  today: Day,
): Omit<CreditLine, 'key' | 'repeated'> | string | null {
  const cents = centsOf(row, columns);
  const day = dayOf(row[columns.date] ?? '', today);
  if (day === null) {
    // A balance or a total at the foot has no date: it is no movement.
    const isMovement = cents !== null && cents > 0 && !/\b(?:solde|total)\b/u.test(fold(row.join(' ')));
    return isMovement ? 'la date n’est pas lisible' : null;
  }
  if (cents === null) return 'le montant n’est pas lisible';
  if (day < FIRST_PAYMENT_DAY) return 'la date est trop ancienne, vérifiez l’année';
  const label = columns.labels
    .map((column) => row[column] ?? '')
    .filter((cell, at, all) => cell !== '' && all.indexOf(cell) === at)
    .join(' – ')
    .replace(/\s+/gu, ' ');
  return { day, label, cents };
}

function glance(row: readonly string[]): string {
  return row
    .filter((cell) => cell !== '')
    .join(' · ')
    .slice(0, 120);
}

function columnsOf(row: readonly string[]): Columns | null {
  const titles = row.map((cell) => fold(cell));
  const find = (...patterns: readonly RegExp[]): number => {
    for (const pattern of patterns) {
      const place = titles.findIndex((title) => title.length < 60 && pattern.test(title));
      if (place >= 0) return place;
    }
    return -1;
  };
  const date = find(
    /^date (?:d |de l )?(?:operation|comptable|de comptabilisation|comptabilisation)/u,
    /^date$/u,
    /^date\b/u,
  );
  const amount = find(
    /^montant(?: de l operation| eur| en euros| euros)?$/u,
    /^montant\b(?!.*(?:debit|credit))/u,
    /^valeur$/u,
    /^somme$/u,
  );
  const credit = find(/^credit\b/u, /\bcredit\b/u, /^recettes?$/u);
  const debit = find(/^debit\b/u, /\bdebit\b/u, /^depenses?$/u);
  const sense = find(/^sens\b/u, /^type d operation$/u);
  const labels = titles.flatMap((title, place) =>
    /^(?:libelle|intitule|detail|description|motif|nature|operation$|informations?|infos?|reference|communication|emetteur|nom)/u.test(
      title,
    ) && place !== date
      ? [place]
      : [],
  );
  if (date < 0 || labels.length === 0 || (amount < 0 && credit < 0)) return null;
  return { date, labels, amount, credit, debit, sense };
}

/** Positive for money that came in; null when there is no amount to read. */
function centsOf(row: readonly string[], { amount, credit, debit, sense }: Columns): number | null {
  const read = (place: number) => (place < 0 ? null : amountOf(row[place] ?? ''));
  const came = credit === amount ? null : read(credit);
  const went = debit === amount ? null : read(debit);
  if (came !== null && came !== 0) return Math.abs(came);
  if (went !== null && went !== 0) return -Math.abs(went);
  const one = read(amount);
  if (one === null) return came ?? went;
  const isDebit = sense >= 0 && /^(?:d|debit|-)/u.test(fold(row[sense] ?? ''));
  return isDebit ? -Math.abs(one) : one;
}

/** « 1 234,56 », « 1.234,56 », « +110,00 EUR », « (45,00) » in cents. */
export function amountOf(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f'’€]|eur(?:os?)?/giu, '').replace(/[−–]/gu, '-');
  const digits = /^\(?[+-]?(\d[\d.,]{0,14})\)?-?$/u.exec(bare)?.[1];
  if (digits === undefined) return null;
  const cents = centsIn(digits);
  return bare.startsWith('-') || bare.endsWith('-') || /^\(.*\)$/u.test(bare) ? -cents : cents;
}

/** The last separator is the decimal one when one or two digits follow it. */
function centsIn(digits: string): number {
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
  const decimals = last < 0 ? '' : digits.slice(last + 1);
  const isDecimal = last >= 0 && decimals.length <= 2;
  const whole = (isDecimal ? digits.slice(0, last) : digits).replace(/[.,]/gu, '');
  return Number(whole) * 100 + (isDecimal ? Number(decimals.padEnd(2, '0')) : 0);
}

function dayOf(text: string, today: Day): Day | null {
  const reading = readDateText(text, Number(today.slice(0, 4)));
  return reading.state === 'date' && reading.date.precision === 'day' ? reading.date.value : null;
}
