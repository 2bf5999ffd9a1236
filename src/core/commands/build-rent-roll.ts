/** « Redevances »: what each occupant owes for a month or a year, computed from the stays. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { State } from '../command.ts';
import { euros, french } from '../french.ts';
import { missingColumns } from '../missing-columns.ts';
import { changeTable } from '../records.ts';
import type { TableChange } from '../records.ts';
import { readRegister } from '../register.ts';
import type { Register } from '../register.ts';
import { duesOf } from '../rents/dues.ts';
import { rollOf } from '../rents/roll.ts';
import { isMonth, monthName, monthOf, monthSpans } from '../rooms/month.ts';
import { roomsOf } from '../rooms/rooms.ts';
import { rentDueDaySetting, settingNumber } from '../settings.ts';
import { tableDress } from '../table-dress.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import { allocationTable } from '../tables/payment.ts';
import { rentChargeTable } from '../tables/rent-charge.ts';
import { settingTable } from '../tables/setting.ts';
import { spaceTable } from '../tables/space.ts';
import { unreadCells } from '../unread-cells.ts';

const input = z.object({
  /** The month to compute, « 2023-05 »; this month by default. */
  month: z.string().max(7).refine(isMonth, 'Un mois s’écrit 2023-05.').optional(),
  /** A whole year instead. */
  year: z.number().int().min(1990).max(2100).optional(),
});

/** How many sentences about single rows the preview has room for. */
const MOST_SENTENCES = 12;

/** « Préparer les redevances »: rows of « Redevances » for a month or a year; run again, only what changed. */
export const buildRentRoll = defineCommand({
  name: 'build-rent-roll',
  label: 'Préparer les redevances',
  purpose: 'Calcule ce que chaque occupant doit pour un mois ou une année, au prorata des jours, dans « Redevances ».',
  input,
  reads: () => [spaceTable.tab, occupancyTable.tab, settingTable.tab, rentChargeTable.tab, allocationTable.tab],
  changes: () => [rentChargeTable.tab],
  decide: (state, { month, year }, { today }) => {
    const register = readRegister(state);
    // What would make the roll wrong as a whole: a missing column, or numbers that cannot be trusted.
    const obstacle =
      missingColumns(state, [rentChargeTable, occupancyTable, spaceTable]) ??
      register.problems.find(({ tab, kind }) => tab === rentChargeTable.tab && kind.startsWith('id_'))?.message;
    if (obstacle !== undefined) return refuse(obstacle, { problems: register.problems });
    const rooms = roomsOf(register, today);
    const [from, to] =
      year === undefined
        ? [month ?? monthOf(today), month ?? monthOf(today)]
        : [`${String(year)}-01`, `${String(year)}-12`];
    const spans = monthSpans(from, to);
    const held = unreadStays(state, register);
    const { dues: all, problems } = duesOf(rooms, spans);
    const dues = all.filter(({ occupancy }) => !held.has(occupancy.id));
    const roll = rollOf({
      dues,
      held,
      months: spans.map((span) => span.month),
      rows: register.rentCharges,
      settled: new Set(register.allocations.flatMap(({ settles }) => (settles === null ? [] : [settles]))),
      dueDay: settingNumber(register.settings, rentDueDaySetting),
      numbered: state,
    });
    const period = year === undefined ? monthName(from) : String(year);
    const total = dues.reduce((sum, { amount }) => sum + amount, 0);
    const nothing = roll.put.length === 0 && roll.remove.length === 0;
    return wish({
      ...(nothing ? {} : rentTab(state, { put: roll.put, remove: roll.remove })),
      problems: [...register.problems, ...problems],
      summary: [
        dues.length === 0
          ? french`Redevances ${ofPeriod(period)} : aucun occupant ne doit de redevance à l’association.`
          : french`Redevances ${ofPeriod(period)} : ${euros(total)} pour ${plural(new Set(dues.map(({ occupancy }) => occupancy.id)).size, 'occupation')}.`,
        ...(nothing ? ['« Redevances » est déjà à jour.'] : addedSentence(roll.added)),
        ...heldSentence(held.size),
        ...shortened(roll.sentences),
      ],
      details: { from, to, total, dues: dues.length },
    });
  },
});

const STAY_FIELDS = ['space', 'member', 'agreement', 'start', 'end', 'share', 'monthly_fee'];
const SPACE_FIELDS = ['kind', 'monthly_fee', 'fee', 'fee_period', 'paid_to_association'];

/** The occupancies whose rent depends on a cell that cannot be read, theirs or that of their space. */
function unreadStays(state: State, { occupancies, problems }: Register): ReadonlySet<string> {
  const stays = unreadCells(state, { table: occupancyTable, fields: STAY_FIELDS, problems });
  const spaces = unreadCells(state, { table: spaceTable, fields: SPACE_FIELDS, problems });
  return new Set(occupancies.filter(({ id, space }) => stays.has(id) || spaces.has(space ?? '')).map(({ id }) => id));
}

function heldSentence(count: number): string[] {
  if (count === 0) return [];
  return [
    count === 1
      ? 'Une occupation n’est pas calculée, car une cellule ne se lit pas (voyez ci-dessous). Ses lignes restent comme elles sont.'
      : french`${count} occupations ne sont pas calculées, car une cellule ne se lit pas (voyez ci-dessous). Leurs lignes restent comme elles sont.`,
  ];
}

function ofPeriod(period: string): string {
  return /^[ao]/u.test(period) ? `d’${period}` : `de ${period}`;
}

function addedSentence(added: number): string[] {
  return added === 0 ? [] : [`${plural(added, 'ligne ajoutée', 'lignes ajoutées')}.`];
}

function shortened(sentences: readonly string[]): string[] {
  if (sentences.length <= MOST_SENTENCES) return [...sentences];
  const rest = sentences.length - MOST_SENTENCES;
  return [
    ...sentences.slice(0, MOST_SENTENCES),
    french`Et ${plural(rest, 'autre ligne', 'autres lignes')} du même genre.`,
  ];
}

function rentTab({ workbook, shown }: State, rows: TableChange<typeof rentChargeTable>) {
  const grid = workbook[rentChargeTable.tab];
  return {
    tabs: { [rentChargeTable.tab]: changeTable(rentChargeTable, grid, rows, shown[rentChargeTable.tab]) },
    dress: grid === undefined ? { [rentChargeTable.tab]: tableDress(rentChargeTable) } : {},
  };
}
