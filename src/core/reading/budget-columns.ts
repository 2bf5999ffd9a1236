/** Which column of a budget holds labels and amounts, side by side or one below the other. */
import type { Assignment, RawColumn } from './columns.ts';
import { candidates, sideOfHeader } from './header.ts';
import type { Side } from './types.ts';
import { fold, words } from './values/text.ts';

/** Reads a budget's columns: within each side a label, an amount, perhaps an account, then details. */
export function assignBudgetColumns(columns: readonly RawColumn[], year: number | null): readonly Assignment[] {
  const twins = assignTwins(columns, year);
  if (twins !== null) return twins;
  const income = columns.find(({ header }) => sideOf(header) === 'income');
  const expense = columns.find(({ header }) => sideOf(header) === 'expense');
  if (income === undefined || expense === undefined) return assignSide(columns, null, year);
  if (isSharedLabel(columns, [expense, income])) return assignShared(columns, { expense, income });
  const [left, right] = income.index < expense.index ? [income, expense] : [expense, income];
  const before = columns.filter((column) => column.index < right.index);
  const after = columns.filter((column) => column.index >= right.index);
  const start = Math.min(left.index, right.index);
  const shared = before.filter((column) => column.index < start);
  const ownLeft = splitAccount(shared, before);
  return [...assignSide(ownLeft, sideOf(left.header), year), ...assignSide(after, sideOf(right.header), year)];
}

// « Compte | Nature | Montant » twice: charges stand on the left unless heads or accounts say else.
function assignTwins(columns: readonly RawColumn[], year: number | null): readonly Assignment[] | null {
  const headed = columns.filter((column) => ownHeader(column) !== '');
  const [first] = headed;
  const second = headed.slice(2).find((column) => first !== undefined && ownHeader(column) === ownHeader(first));
  if (first === undefined || second === undefined || sideOf(first.header) !== null) return null;
  const left = columns.filter(({ index }) => index < second.index);
  const right = columns.filter(({ index }) => index >= second.index);
  const isTable = (half: readonly RawColumn[]) => half.some(({ contents }) => contents.money >= 0.5);
  if (!isTable(left) || !isTable(right)) return null;
  const [before, after]: readonly [Side, Side] = isIncome(left) ? ['income', 'expense'] : ['expense', 'income'];
  return [...assignSide(left, before, year), ...assignSide(right, after, year)];
}

// The lower line of a header says what the column holds, the upper one on which side it stands.
function ownHeader({ header, lines }: RawColumn): string {
  return fold(lines.at(-1) ?? header ?? '');
}

function isIncome(half: readonly RawColumn[]): boolean {
  const said = half.map(({ header }) => sideOf(header)).find((side) => side !== null);
  if (said !== undefined) return said === 'income';
  return half.some(
    ({ contents }) => contents.account >= 0.3 && contents.samples.every((sample) => sample.startsWith('7')),
  );
}

// « Poste | Dépenses | Recettes »: one label for two amounts.
function isSharedLabel(columns: readonly RawColumn[], heads: readonly RawColumn[]): boolean {
  const first = Math.min(...heads.map(({ index }) => index));
  const isAmounts = heads.every(({ contents }) => contents.filled === 0 || contents.money >= 0.5);
  return isAmounts && columns.some(({ index, contents }) => index < first && contents.words >= 0.4);
}

function assignShared(columns: readonly RawColumn[], heads: Readonly<Record<Side, RawColumn>>): readonly Assignment[] {
  const others = columns.filter((column) => column !== heads.expense && column !== heads.income);
  const amounts = (['expense', 'income'] as const).map((side): Assignment => ({
    index: heads[side].index,
    field: 'amount',
    score: 1,
    alternatives: [],
    side,
  }));
  const texts = assignSide(others, null, null).map((one) => (one.field === 'amount' ? { ...one, field: null } : one));
  return [...texts, ...amounts].sort((a, b) => a.index - b.index);
}

function splitAccount(shared: readonly RawColumn[], before: readonly RawColumn[]): readonly RawColumn[] {
  return shared.length === 0 ? before : [...shared, ...before.filter((column) => !shared.includes(column))];
}

function assignSide(columns: readonly RawColumn[], side: Side | null, year: number | null): readonly Assignment[] {
  const account = columns.find((column) => isAccountColumn(column) && hasAmountAfter(columns, column));
  const label = labelColumn(columns.filter((column) => column !== account));
  const amount = amountColumn(
    columns.filter((column) => column !== account && column.index > (label?.index ?? -1)),
    year,
  );
  return columns.map((column) => ({
    index: column.index,
    field: fieldOf(column, { account, label, amount }),
    score: column.header === null && column !== amount ? 0.6 : 1,
    alternatives: [],
    ...(side === null ? {} : { side }),
  }));
}

function fieldOf(
  column: RawColumn,
  found: { account: RawColumn | undefined; label: RawColumn | undefined; amount: RawColumn | undefined },
): string | null {
  if (column === found.account) return 'account';
  if (column === found.label) return 'label';
  if (column === found.amount) return 'amount';
  const named = column.header === null ? undefined : candidates(column.header, 'budget')[0]?.field;
  if (named === 'notes' || named === 'side' || named === 'component') return named;
  return column.header === null && column.index > (found.label?.index ?? -1) ? 'component' : null;
}

// Amounts between 6 000 and 8 999 look like accounts: a table without another column of amounts has no accounts.
function hasAmountAfter(columns: readonly RawColumn[], account: RawColumn): boolean {
  return columns.some(({ index, contents }) => index > account.index && contents.money >= 0.5);
}

function isAccountColumn(column: RawColumn): boolean {
  const { contents, header } = column;
  const named = header === null ? null : candidates(header, 'budget')[0]?.field;
  if (contents.account >= 0.6 && contents.words < 0.3 && contents.number >= 0.5 && named !== 'amount') return true;
  return named === 'account' && contents.words < 0.5 && contents.filled > 0;
}

function labelColumn(columns: readonly RawColumn[]): RawColumn | undefined {
  const named = columns.find(
    ({ header, contents }) =>
      header !== null && candidates(header, 'budget')[0]?.field === 'label' && contents.words > 0.3,
  );
  return named ?? columns.find(({ contents }) => contents.words >= 0.4) ?? columns[0];
}

function amountColumn(columns: readonly RawColumn[], year: number | null): RawColumn | undefined {
  const numeric = columns.filter(({ contents }) => contents.money >= 0.5);
  const said = numeric.filter(({ header }) => header !== null && /\b(?:bp|prev\w*|budget|vote)\b/u.test(fold(header)));
  const ofYear = (list: readonly RawColumn[]) =>
    list.find(({ header }) => year !== null && header !== null && words(header).includes(String(year)));
  return ofYear(said) ?? said[0] ?? ofYear(numeric) ?? numeric[0];
}

function sideOf(header: string | null): Side | null {
  return header === null ? null : sideOfHeader(header);
}
