/** « Redevances »: what each occupant owes for a month, called or not, paid or not, and what is to do. */
import * as z from 'zod';
import { titleIn } from '../command.ts';
import { euros, french, frenchDate } from '../french.ts';
import type { Charge } from '../dues/charges.ts';
import { rentCharges } from '../dues/rent-charges.ts';
import { readRegister } from '../register.ts';
import { duesOf } from '../rents/dues.ts';
import { chargedSpace } from '../rents/roll.ts';
import { isMonth, monthName, monthOf, ofMonth, plusMonth, spanOf } from '../rooms/month.ts';
import { roomsOf } from '../rooms/rooms.ts';
import { readTable } from '../records.ts';
import { stayTabs } from '../stays/desk.ts';
import { allocationTable } from '../tables/payment.ts';
import { rentChargeTable } from '../tables/rent-charge.ts';
import type { RentCharge } from '../tables/rent-charge.ts';
import type { View } from '../view.ts';

/** One row of a month. */
export interface RentItem {
  readonly id: string;
  /** « Label Marée Basse, 1 ». */
  readonly title: string;
  readonly amount: string;
  readonly computation: string;
  /** French: « à appeler », « appelée le 01/05/2023 », « payée ». */
  readonly state: string;
  readonly tone: 'todo' | 'waiting' | 'done';
  readonly cell: string | null;
}

/** The answer of the view « rents »; input: {month?}. */
export interface RentsView {
  readonly month: string;
  readonly monthName: string;
  readonly ofMonth: string;
  readonly before: string;
  readonly after: string;
  readonly items: readonly RentItem[];
  readonly total: string;
  readonly paid: string;
  readonly toCall: number;
  /** What the stays say for the month, while nothing is written; null otherwise. */
  readonly foreseen: string | null;
  readonly tab: string;
  readonly year: number;
}

const input = z.object({ month: z.string().max(7).refine(isMonth) });

/** The view « rents ». */
export const rentsView: View = {
  name: 'rents',
  reads: [...stayTabs, rentChargeTable.tab, allocationTable.tab],
  view: (state, asked, { today }): RentsView => {
    const wanted = input.safeParse(asked);
    const month = wanted.success ? wanted.data.month : monthOf(today);
    const register = readRegister(state);
    const paid = new Map<string, number>();
    for (const { settles, amount } of register.allocations)
      if (settles !== null) paid.set(settles, (paid.get(settles) ?? 0) + (amount ?? 0));
    const rows = register.rentCharges.filter((row) => row.month?.slice(0, 7) === month);
    const { rowOf } = readTable(rentChargeTable, state.workbook[rentChargeTable.tab]);
    const charges = new Map(rentCharges(register.rentCharges, paid).map((charge) => [charge.id, charge]));
    const items = rows.map((row) => itemOf(row, charges.get(row.id), rowOf.get(row.id)));
    const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
    const { dues } = rows.length > 0 ? { dues: [] } : duesOf(roomsOf(register, today), [spanOf(month)]);
    return {
      month,
      monthName: monthName(month),
      ofMonth: ofMonth(month),
      before: plusMonth(month, -1),
      after: plusMonth(month, 1),
      items,
      total: euros(sum(rows.map(({ amount }) => amount ?? 0))),
      paid: euros(sum(rows.map(({ id }) => paid.get(id) ?? 0))),
      toCall: rows.filter(({ called_on: on, amount }) => on === null && (amount ?? 0) !== 0).length,
      foreseen:
        rows.length > 0
          ? null
          : french`D’après les séjours, ${euros(sum(dues.map(({ amount }) => amount)))} seraient dus pour ce mois.`,
      tab: titleIn(state, rentChargeTable.tab),
      year: Number(month.slice(0, 4)),
    };
  },
};

function itemOf(row: RentCharge, charge: Charge | undefined, place: number | undefined): RentItem {
  const amount = row.amount ?? 0;
  const open = charge?.open ?? amount;
  const settled = amount !== 0 && open === 0;
  return {
    id: row.id,
    title: [row.organisation, row.space_name === null ? null : chargedSpace(row)]
      .filter((one) => one !== null)
      .join(', '),
    amount: euros(amount),
    computation: row.computation ?? row.notes ?? '',
    state: stateText(row, { amount, paid: charge?.paid ?? 0, open }),
    tone: row.called_on === null && !(settled && amount > 0) ? 'todo' : settled ? 'done' : 'waiting',
    cell: place === undefined ? null : `A${place + 1}`,
  };
}

/** A correction in the occupant's favour is deducted from what they owe, in part or in full. */
function stateText(
  { called_on: on }: RentCharge,
  { amount, paid, open }: { amount: number; paid: number; open: number },
): string {
  const deducted = Math.max(0, amount - paid - open);
  if (amount > 0 && open === 0) return deducted === 0 ? 'payée' : french`réglée, ${euros(deducted)} déduits`;
  const called = on === null ? 'à appeler' : `appelée le ${frenchDate(on)}`;
  if (amount < 0) return open === 0 ? `${called}, déduite` : french`${called}, reste ${euros(-open)} à déduire`;
  const parts = [paid > 0 ? french`${euros(paid)} payés` : '', deducted > 0 ? french`${euros(deducted)} déduits` : ''];
  return [called, ...parts].filter((part) => part !== '').join(', ');
}
