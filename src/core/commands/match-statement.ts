/** From a pasted bank statement to payments: each line with its proposals and their reasons; nothing is decided silently. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Question } from '../command.ts';
import { frenchDay } from '../day.ts';
import { chargesOf, spread } from '../dues/charges.ts';
import type { Charge } from '../dues/charges.ts';
import { moneyChanges, moneyProblems, moneyReads, moneyTabs } from '../dues/ledger.ts';
import type { NewPayment } from '../dues/ledger.ts';
import { chosenLines } from '../dues/statement/choose.ts';
import type { Line } from '../dues/statement/choose.ts';
import { nameFinder } from '../dues/statement/names.ts';
import { unreadDues } from '../dues/unread.ts';
import type { UnreadDues } from '../dues/unread.ts';
import { readStatement } from '../dues/statement/read.ts';
import type { CreditLine, Statement } from '../dues/statement/read.ts';
import { euros, french, quoted } from '../french.ts';
import type { Problem } from '../problem.ts';
import { paymentMethod } from '../reading/values/money.ts';
import { readRegister } from '../register.ts';
import type { Register } from '../register.ts';
import { contactTable } from '../tables/contact.ts';
import { paymentTable } from '../tables/payment.ts';
import type { Payment } from '../tables/payment.ts';

const input = z.object({
  /** The statement as it was pasted. */
  text: z.string().max(400_000),
  /** What each line is, by its key: a proposal's value, or "none". */
  answers: z.record(z.string(), z.string()).default({}),
});

const MOST_LINES = 120;
const NONE = 'none';

/** « Rapprocher un relevé »: payments and what they settle, all in one change; a line is recorded once, however often it is pasted. */
export const matchStatement = defineCommand({
  name: 'match-statement',
  label: 'Rapprocher un relevé de banque',
  purpose: 'Lit un relevé collé et propose, ligne par ligne, ce que chaque somme règle.',
  input,
  reads: () => [...moneyReads, contactTable.tab],
  changes: () => moneyChanges,
  decide: (state, { text, answers }, { today }) => {
    const register = readRegister(state);
    const broken = moneyProblems(register.problems);
    if (broken.length > 0)
      return refuse('Un onglet est abîmé : rien n’est enregistré tant qu’il n’est pas réparé.', { problems: broken });
    if (text.trim() === '') return refuse('Collez d’abord les lignes de votre relevé, avec leurs titres de colonnes.');
    const reading = readStatement(text, today);
    if (!reading.ok) return refuse(reading.why);
    const { credits } = reading.statement;
    const recorded = new Set(register.payments.map(({ statement_key: key }) => key));
    const fresh = credits.filter(({ key, day }) => !recorded.has(key) && day <= today);
    const unread = unreadDues(state, register);
    const lines = linesOf(register, fresh.slice(0, MOST_LINES), { answers, today, unread });
    const { add, set, problems } = moneyOf(register, lines, today);
    const { fees, rents } = unread;
    const summary = summaryOf(reading.statement, { fresh, lines, add, set });
    const parts = {
      summary,
      questions: lines.filter(({ proposals }) => proposals.length > 0).map(questionOf),
      problems: [
        ...problems,
        ...lineProblems(lines),
        ...unreadProblems(reading.statement),
        // What cannot be read is proposed to no line.
        ...fees.values(),
        ...rents.values(),
      ],
    };
    if (add.length + set.size === 0) return wish(parts);
    const { tabs, dress } = moneyTabs(state, register, { add, set }, today);
    return wish({ ...parts, tabs, dress });
  },
});

function linesOf(
  register: Register,
  credits: readonly CreditLine[],
  { answers, today, unread }: { answers: Readonly<Record<string, string>>; today: string; unread: UnreadDues },
): readonly Line[] {
  const merged = new Map(register.members.map(({ id, merged_into: into }) => [id, into]));
  const members = register.members.filter(({ merged_into: into }) => into === null);
  return chosenLines(credits, {
    charges: chargesOf(register, today).filter(
      ({ id, member }) => (merged.get(member ?? '') ?? null) === null && !unread.fees.has(id) && !unread.rents.has(id),
    ),
    payments: register.payments,
    findNames: nameFinder(members, register.contacts),
    nameOf: new Map(register.members.map(({ id, organisation }) => [id, organisation ?? id])),
    answerTo: (line) => (Object.hasOwn(answers, questionId(line)) ? answers[questionId(line)] : undefined),
  });
}

function questionId({ key }: CreditLine): string {
  return `line-${key}`;
}

function questionOf({ line, proposals, chosen }: Line): Question {
  return {
    id: questionId(line),
    tab: null,
    kind: 'statement',
    text: french`${frenchDay(line.day)}, ${euros(line.cents)} : ${quoted(line.label)}`,
    choices: [
      { value: NONE, label: 'Ne pas enregistrer cette ligne' },
      ...proposals.map(({ value, label }) => ({ value, label })),
    ],
    answer: chosen?.value ?? NONE,
  };
}

interface Money {
  readonly add: readonly NewPayment[];
  readonly set: ReadonlyMap<string, Partial<Payment>>;
  readonly problems: readonly Problem[];
}

/** What the chosen proposals give; a charge that another line has settled already is not settled twice. */
function moneyOf(register: Register, lines: readonly Line[], today: string): Money {
  const open = new Map(chargesOf(register, today).map((charge) => [charge.id, charge.open]));
  const add: NewPayment[] = [];
  const set = new Map<string, Partial<Payment>>();
  const problems: Problem[] = [];
  const names = new Map(register.members.map(({ id, organisation }) => [id, organisation]));
  for (const { line, chosen } of lines) {
    if (chosen === null) continue;
    if (chosen.payments.length > 0) {
      if (chosen.payments.some((id) => set.has(id))) problems.push(taken(line));
      else for (const id of chosen.payments) set.set(id, { statement_line: line.label, statement_key: line.key });
      continue;
    }
    const targets = chosen.charges.map((id): Pick<Charge, 'id' | 'open'> => ({ id, open: open.get(id) ?? 0 }));
    if (targets.some((charge) => charge.open <= 0)) {
      problems.push(taken(line));
      continue;
    }
    const { shares } = spread(line.cents, targets);
    for (const { settles, amount } of shares) open.set(settles, (open.get(settles) ?? 0) - amount);
    add.push({ fields: paymentOf(line, chosen.member, names.get(chosen.member ?? '') ?? null), shares });
  }
  return { add, set, problems };
}

function paymentOf(line: CreditLine, member: string | null, organisation: string | null): Omit<Payment, 'id'> {
  const method = paymentMethod(line.label) ?? 'bank_transfer';
  return {
    date: line.day,
    member,
    organisation,
    amount: line.cents,
    method,
    reference: method === 'cheque' ? (/\b(\d{5,9})\b/u.exec(line.label)?.[1] ?? null) : null,
    bank: null,
    deposited_on: method === 'cheque' ? line.day : null,
    statement_line: line.label,
    statement_key: line.key,
    notes: null,
  };
}

function taken(line: CreditLine): Problem {
  return problem(
    'statement_conflict',
    line.label,
    french`${frenchDay(line.day)}, ${euros(line.cents)}, ${quoted(line.label)} : ce que vous avez choisi est déjà réglé par une autre ligne. Choisissez autre chose ; cette ligne n’est pas enregistrée.`,
  );
}

function lineProblems(lines: readonly Line[]): Problem[] {
  return lines
    .filter(({ proposals }) => proposals.length === 0)
    .map(({ line }) => ({
      ...problem(
        'statement_unmatched',
        line.label,
        french`${frenchDay(line.day)}, ${euros(line.cents)}, ${quoted(line.label)} : rien ne correspond. Si c’est une cotisation, enregistrez-la depuis la fiche de l’adhérent.`,
      ),
      severity: 'info' as const,
    }));
}

function unreadProblems({ unread }: Statement): Problem[] {
  return unread
    .slice(0, 50)
    .map(({ row, text, why }) =>
      problem(
        'statement_unread',
        text,
        french`Ligne ${row} du relevé, ${quoted(text)} : ${why}. Elle est laissée de côté.`,
      ),
    );
}

function problem(kind: string, raw: string, message: string): Problem {
  return { tab: paymentTable.tab, row: null, column: null, kind, raw, severity: 'warning', message };
}

function summaryOf(
  { credits, debits }: Statement,
  {
    fresh,
    lines,
    add,
    set,
  }: { fresh: readonly CreditLine[]; lines: readonly Line[]; add: Money['add']; set: Money['set'] },
): string[] {
  const known = credits.length - fresh.length;
  const total = add.reduce((sum, { fields }) => sum + (fields.amount ?? 0), 0);
  const left = lines.filter(({ chosen }) => chosen === null).length;
  return [
    french`${plural(credits.length, 'somme reçue', 'sommes reçues')} dans ce relevé ; ${plural(debits, 'dépense')} laissée${debits < 2 ? '' : 's'} de côté.`,
    ...(known > 0
      ? [
          french`${plural(known, 'ligne')} déjà enregistrée${known < 2 ? '' : 's'}, ou datée${known < 2 ? '' : 's'} d’un jour à venir : rien à refaire.`,
        ]
      : []),
    add.length === 0
      ? 'Aucun paiement à ajouter pour l’instant.'
      : french`${plural(add.length, 'paiement ajouté', 'paiements ajoutés')}, ${euros(total)}.`,
    ...(set.size > 0
      ? [
          french`${plural(set.size, 'paiement déjà enregistré est pointé', 'paiements déjà enregistrés sont pointés')} sur le relevé.`,
        ]
      : []),
    ...(left > 0
      ? [french`${plural(left, 'ligne')} sans choix : rien n’est enregistré pour elle${left < 2 ? '' : 's'}.`]
      : []),
    ...(fresh.length > lines.length
      ? [
          french`Seules les ${lines.length} premières lignes sont proposées : recommencez ensuite pour les ${fresh.length - lines.length} autres.`,
        ]
      : []),
  ];
}
