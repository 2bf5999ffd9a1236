/** « Comparaison des budgets »: two versions side by side, what moved and why; live over both. */
import { classLabel } from '../budget.ts';
import type { Side } from '../budget.ts';
import { formula } from '../budget-formulas.ts';
import { looks } from '../dress.ts';
import type { Look } from '../dress.ts';
import { generated } from '../generated.ts';
import type { Generated, SheetRow } from '../generated.ts';
import { fold } from '../reading/values/text.ts';
import { euros, french } from '../french.ts';
import type { BudgetLine } from '../tables/budget-line.ts';

/** Title of the generated tab. */
export const COMPARISON_SHEET = 'Comparaison des budgets';

/** One of the two versions: its name, its counted lines, and the formula of a line's amount. */
export interface Compared {
  readonly name: string;
  readonly lines: readonly BudgetLine[];
  readonly amount: (line: BudgetLine) => string;
}

/** A line of one version beside its like in the other; one of them may be missing. */
export interface Pair {
  readonly side: Side;
  readonly account_class: string;
  readonly from: BudgetLine | null;
  readonly to: BudgetLine | null;
}

/** The lines two by two: by number, else by side, accounts and label; a line is used once. */
export function pairsOf(from: readonly BudgetLine[], to: readonly BudgetLine[]): readonly Pair[] {
  const left = [...from];
  const take = (match: (line: BudgetLine) => boolean): BudgetLine | null => {
    const index = left.findIndex(match);
    return index < 0 ? null : (left.splice(index, 1)[0] ?? null);
  };
  const byNumber = to.map((line) => take((other) => other.id === line.id && other.side === line.side));
  const pairs = to.map((line, index) =>
    pair(byNumber[index] ?? take((other) => likeness(other) === likeness(line)), line),
  );
  return [...pairs, ...left.map((line) => pair(line, null))];
}

function likeness({ side, accounts, label, funder, desk }: BudgetLine): string {
  return [side ?? '', accounts.join(' '), fold(label ?? ''), fold(funder ?? ''), fold(desk ?? '')].join('|');
}

function pair(from: BudgetLine | null, to: BudgetLine | null): Pair {
  const known = to ?? from;
  return { side: known?.side ?? 'expense', account_class: known?.account_class ?? '', from, to };
}

/** French: why the amount moved, as far as the lines tell; empty when it did not. */
export function reasonOf({ from, to }: Pair): string {
  if (from === null) return 'ligne ajoutée';
  if (to === null) return 'ligne retirée';
  const parts = [
    from.computation !== to.computation && from.amount !== to.amount
      ? french`calcul : ${from.computation ?? 'montant tapé'} → ${to.computation ?? 'montant tapé'}`
      : '',
    from.label !== to.label ? french`libellé : « ${from.label ?? ''} » → « ${to.label ?? ''} »` : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) return parts.join(' ; ');
  return from.amount === to.amount ? '' : french`montant : ${euros(from.amount ?? 0)} → ${euros(to.amount ?? 0)}`;
}

const WIDTH = 7;
const middle: Look = { wrap: true, vertical: 'MIDDLE' };
const noShare = 'n.s.';

/** The whole tab: both sides by class, each line with both amounts, the difference in euros and percent, and the reason. */
export function comparisonSheet(parts: { title: string; stamp: string; from: Compared; to: Compared }): Generated {
  const { from, to } = parts;
  const pairs = pairsOf(from.lines, to.lines);
  const rows: SheetRow[] = [
    { cells: [parts.title], looks: [{ from: 0, to: WIDTH, look: looks.title }] },
    { cells: [parts.stamp], looks: [{ from: 0, to: WIDTH, look: looks.subtitle }] },
    { cells: [] },
  ];
  for (const side of ['expense', 'income'] as const)
    rows.push(...sideRows(side, pairs, { from, to, first: rows.length + 1 }));
  return generated(rows, {
    widths: [70, 290, 110, 110, 100, 80, 330],
    frozenRows: 2,
    hideGridlines: true,
    tabColor: '#188038',
    protection: 'Cet onglet est reconstruit par Régie : relancez « Comparer deux budgets » pour le refaire.',
  });
}

interface SideParts {
  readonly from: Compared;
  readonly to: Compared;
  readonly first: number;
}

function sideRows(side: Side, pairs: readonly Pair[], { from, to, first }: SideParts): SheetRow[] {
  const own = pairs.filter((one) => one.side === side);
  const codes = [...new Set(own.map(({ account_class: code }) => code))].sort((a, b) => a.localeCompare(b, 'en'));
  const rows: SheetRow[] = [header(side === 'expense' ? 'CHARGES' : 'PRODUITS', from.name, to.name)];
  const classRows: number[] = [];
  for (const code of codes) {
    const lines = own.filter(({ account_class: one }) => one === code);
    const at = first + rows.length;
    classRows.push(at);
    const sum = (letter: string) => `SUM(${letter}${at + 1}:${letter}${at + lines.length})`;
    rows.push(
      amountRow({
        code,
        label: nameOfClass(side, code),
        left: sum('C'),
        right: sum('D'),
        at,
        reason: '',
        look: looks.section,
      }),
    );
    for (const one of lines) rows.push(pairRow(one, { from, to, at: first + rows.length }));
  }
  const at = first + rows.length;
  const total = (letter: string) => classRows.map((row) => `${letter}${row}`).join('+') || '0';
  const label = side === 'expense' ? 'TOTAL DES CHARGES' : 'TOTAL DES PRODUITS';
  return [
    ...rows,
    amountRow({ code: '', label, left: total('C'), right: total('D'), at, reason: '', look: looks.total }),
    { cells: [] },
  ];
}

function nameOfClass(side: Side, code: string): string {
  if (code === 'report') return 'Report du résultat antérieur';
  const label = classLabel(side, code);
  return label === '' ? 'À classer' : label;
}

function pairRow(one: Pair, { from, to, at }: { from: Compared; to: Compared; at: number }): SheetRow {
  const line = one.to ?? one.from;
  return amountRow({
    code: line?.accounts.join(' ') ?? '',
    label: line?.label ?? '',
    left: one.from === null ? '0' : from.amount(one.from),
    right: one.to === null ? '0' : to.amount(one.to),
    at,
    reason: reasonOf(one),
    look: one.from?.amount === one.to?.amount ? {} : { bold: true },
  });
}

interface AmountRow {
  readonly code: string;
  readonly label: string;
  readonly left: string;
  readonly right: string;
  readonly at: number;
  readonly reason: string;
  readonly look: Look;
}

function amountRow({ code, label, left, right, at, reason, look }: AmountRow): SheetRow {
  return {
    cells: [
      code === '' ? null : code,
      label,
      formula(left),
      formula(right),
      formula(`D${at}-C${at}`),
      formula(`IF(C${at}=0;IF(D${at}=0;"";"${noShare}");(D${at}-C${at})/C${at})`),
      reason === '' ? null : reason,
    ],
    looks: [
      { from: 0, to: WIDTH, look: { ...look, ...middle } },
      { from: 2, to: 5, look: { ...look, ...middle, ...looks.euros } },
      { from: 5, to: 6, look: { ...look, ...middle, ...looks.percent, align: 'RIGHT' } },
    ],
  };
}

function header(label: string, from: string, to: string): SheetRow {
  return {
    cells: ['Compte', label, from, to, 'Écart', 'Écart %', 'Ce qui a changé'],
    looks: [
      { from: 0, to: WIDTH, look: looks.header },
      { from: 2, to: 6, look: { align: 'RIGHT' } },
    ],
  };
}
