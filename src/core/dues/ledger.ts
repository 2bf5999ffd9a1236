/** Writing money: payments and what they settle, with « Cotisations » brought up to date in the same change. */
import { changedFields, editedGrid, emptyEdit, tableState } from '../adoption/table-edit.ts';
import type { TableEdit, TableState } from '../adoption/table-edit.ts';
import type { State, Wish } from '../command.ts';
import type { Day } from '../day.ts';
import type { Dress } from '../dress.ts';
import { freshIds } from '../numbers.ts';
import type { Problem } from '../problem.ts';
import { changeTable } from '../records.ts';
import type { Table } from '../table.ts';
import { tableDress } from '../table-dress.ts';
import { memberTable } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import type { MembershipFee } from '../tables/membership-fee.ts';
import { allocationTable, paymentTable } from '../tables/payment.ts';
import type { Allocation, Payment } from '../tables/payment.ts';
import { rentChargeTable } from '../tables/rent-charge.ts';
import { settingTable } from '../tables/setting.ts';
import type { Grid } from '../workbook.ts';
import { feeBalances } from './balance.ts';
import type { MoneyRegister, Share } from './charges.ts';

/** The tabs that must be read wherever money moves. */
export const moneyReads: readonly string[] = [
  membershipFeeTable.tab,
  paymentTable.tab,
  allocationTable.tab,
  rentChargeTable.tab,
  memberTable.tab,
  settingTable.tab,
];

/** The tabs that change where money moves. */
export const moneyChanges: readonly string[] = [membershipFeeTable.tab, paymentTable.tab, allocationTable.tab];

/** A payment to add, with what it settles. */
export interface NewPayment {
  readonly fields: Omit<Payment, 'id'>;
  readonly shares: readonly Share[];
}

/** What happens to the money: all of it in one change. */
export interface MoneyChange {
  readonly add?: readonly NewPayment[];
  /** Fields of known payments. */
  readonly set?: ReadonlyMap<string, Partial<Payment>>;
  /** What known payments settle from now on, instead of what they settled. */
  readonly settle?: ReadonlyMap<string, readonly Share[]>;
  readonly remove?: readonly string[];
}

/** Problems that keep money from being written: a column or a number that is missing or double. */
export function moneyProblems(problems: readonly Problem[]): Problem[] {
  const kinds = ['column_missing', 'id_missing', 'id_repeated'];
  return problems.filter(
    ({ kind, tab }) => kinds.includes(kind) && moneyReads.includes(tab) && tab !== settingTable.tab,
  );
}

/** The tabs after the change, « Payée », « Montant payé » and « Payée le » included. */
export function moneyTabs(
  state: State,
  register: MoneyRegister,
  change: MoneyChange,
  today: Day,
): Pick<Wish, 'tabs' | 'dress'> & { readonly ids: readonly string[] } {
  const complete = withFormerMoney(register, change, today);
  const payments = stateOf(state, paymentTable);
  const allocations = stateOf(state, allocationTable);
  const added = complete.add ?? [];
  const ids = freshIds(state, paymentTable, added.length);
  const shares = [
    ...added.flatMap(({ shares: own }, index) => own.map((share) => ({ ...share, payment: ids[index] ?? '' }))),
    ...[...(complete.settle ?? [])].flatMap(([payment, own]) => own.map((share) => ({ ...share, payment }))),
  ];
  const resettled = new Set([...(complete.settle?.keys() ?? []), ...(complete.remove ?? [])]);
  const before = register.allocations.filter(({ payment }) => resettled.has(payment ?? ''));
  const gone = before.filter((share) => !shares.some((wanted) => isSameShare(share, wanted)));
  const missing = shares.filter((wanted) => !before.some((share) => isSameShare(share, wanted)));
  const shareIds = freshIds(state, allocationTable, missing.length);
  const fresh = missing.map((share, index): Allocation => ({ id: shareIds[index] ?? '', ...share }));
  const goneIds = new Set(gone.map(({ id }) => id));
  const after = {
    ...register,
    payments: [
      ...register.payments
        .filter(({ id }) => complete.remove?.includes(id) !== true)
        .map((payment) => ({ ...payment, ...complete.set?.get(payment.id) })),
      ...added.map(({ fields }, index): Payment => ({ id: ids[index] ?? '', ...fields })),
    ],
    allocations: [...register.allocations.filter(({ id }) => !goneIds.has(id)), ...fresh],
  };
  const renamed = after.allocations.filter(({ payment }) => isRenamed(complete.set?.get(payment ?? '')));
  const touched = new Set([...gone, ...fresh, ...renamed].map(({ settles }) => settles ?? ''));
  const tabs: [Table, Grid][] = [
    [
      paymentTable,
      removed(paymentTable, editedGrid(payments, paymentEdit(payments, ids, complete)), complete.remove ?? []),
    ],
    [allocationTable, removed(allocationTable, editedGrid(allocations, addEdit(fresh)), goneIds)],
    [membershipFeeTable, feeGrid(stateOf(state, membershipFeeTable), after, touched, today)],
  ];
  const wanted = tabs.filter(([{ tab }, grid]) => Object.hasOwn(state.workbook, tab) || grid.length > 1);
  const dress = wanted
    .filter(([{ tab }]) => !Object.hasOwn(state.workbook, tab))
    .map(([table]): [string, Dress] => [table.tab, tableDress(table)]);
  return {
    tabs: Object.fromEntries(wanted.map(([{ tab }, grid]) => [tab, grid])),
    dress: Object.fromEntries(dress),
    ids: ids.slice(ids.length - (change.add?.length ?? 0)),
  };
}

/** The day and the way of a payment are also told by the fees that it settles. */
function isRenamed(fields: Partial<Payment> | undefined): boolean {
  return fields?.date !== undefined || fields?.method !== undefined;
}

/** A share that stays as it was keeps its row. */
function isSameShare(share: Allocation, wanted: Omit<Allocation, 'id'>): boolean {
  return share.payment === wanted.payment && share.settles === wanted.settles && share.amount === wanted.amount;
}

function stateOf(state: State, table: Table): TableState {
  return tableState(table, state.workbook[table.tab], state.shown[table.tab]);
}

function removed(table: Table, grid: Grid, ids: Iterable<string>): Grid {
  const list = [...ids];
  return list.length === 0 ? grid : changeTable(table, grid, { remove: list });
}

function addEdit(records: readonly Allocation[]): TableEdit {
  const edit = emptyEdit();
  for (const { id, ...fields } of records) edit.add.set(id, fields);
  return edit;
}

function paymentEdit(state: TableState, ids: readonly string[], { add = [], set = new Map() }: MoneyChange): TableEdit {
  const edit = emptyEdit();
  add.forEach(({ fields }, index) => edit.add.set(ids[index] ?? '', { ...fields }));
  for (const [id, fields] of set) {
    const changed = changedFields(state, id, fields);
    if (Object.keys(changed).length > 0) edit.set.set(id, changed);
  }
  return edit;
}

/** What a fee got before payments were recorded becomes a payment of its own, so that nothing paid is forgotten. */
function withFormerMoney(register: MoneyRegister, change: MoneyChange, today: Day): MoneyChange {
  const settled = new Set(register.allocations.map(({ settles }) => settles));
  const paid = [...(change.add ?? []).map(({ shares }) => shares), ...(change.settle?.values() ?? [])].flat();
  const first = new Set(paid.map(({ settles }) => settles).filter((id) => !settled.has(id)));
  const former = feeBalances(register, today).filter(({ fee, paid: cents }) => first.has(fee.id) && cents > 0);
  const payments = former.map(({ fee, paid: cents }): NewPayment => ({
    fields: {
      date: fee.paid_on,
      member: fee.member,
      organisation: fee.organisation,
      amount: cents,
      method: fee.method,
      reference: null,
      bank: null,
      deposited_on: null,
      statement_line: null,
      statement_key: null,
      notes: 'Déjà noté dans « Cotisations ».',
    },
    shares: [{ settles: fee.id, amount: cents }],
  }));
  return { ...change, add: [...payments, ...(change.add ?? [])] };
}

function feeGrid(fees: TableState, register: MoneyRegister, touched: ReadonlySet<string>, today: Day): Grid {
  const edit = emptyEdit();
  const payments = new Map(register.payments.map((payment) => [payment.id, payment]));
  for (const balance of feeBalances(register, today)) {
    if (!touched.has(balance.fee.id)) continue;
    const shares = register.allocations.filter(({ settles }) => settles === balance.fee.id);
    const by = shares.map(({ payment }) => payments.get(payment ?? '')).filter((payment) => payment !== undefined);
    const changed = changedFields(fees, balance.fee.id, paidFields(balance, by));
    if (Object.keys(changed).length > 0) edit.set.set(balance.fee.id, changed);
  }
  return editedGrid(fees, edit);
}

function paidFields(
  { fee, due, paid }: { fee: MembershipFee; due: number | null; paid: number },
  by: readonly Payment[],
): Partial<MembershipFee> {
  if (by.length === 0) return { paid: false, amount: null, paid_on: null, method: null };
  const isPaid = due !== null && paid >= due;
  const last = [...by].sort((a, b) => (a.date ?? '').localeCompare(b.date ?? '')).at(-1);
  return {
    paid: isPaid,
    amount: paid,
    paid_on: isPaid ? (last?.date ?? fee.paid_on) : null,
    method: last?.method ?? null,
  };
}
