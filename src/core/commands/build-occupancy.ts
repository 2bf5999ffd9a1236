/** Builds « Occupation des espaces » and « Taux d’occupation » from « Espaces » and « Occupations ». */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, titleIn, wish } from '../command.ts';
import type { State } from '../command.ts';
import { frenchDay } from '../day.ts';
import { STAMP, stamped } from '../generated.ts';
import { euros, french } from '../french.ts';
import { readRegister } from '../register.ts';
import { isMonth, monthName, monthSpans } from '../rooms/month.ts';
import type { MonthSpan } from '../rooms/month.ts';
import { overallPlacesCell, RATES_SHEET, ratesSheet } from '../rooms/rates-sheet.ts';
import { kindNames, roomKinds, roomsOf } from '../rooms/rooms.ts';
import type { Room } from '../rooms/rooms.ts';
import { OCCUPANCY_SHEET, timelineSheet } from '../rooms/timeline-sheet.ts';
import { turnOverOf } from '../rooms/turn-over.ts';
import { vacancyOf } from '../rooms/vacancy.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import { settingTable, settingValue } from '../tables/setting.ts';
import { spaceTable } from '../tables/space.ts';

const month = z.string().max(7).refine(isMonth, 'Un mois s’écrit 2023-05.');
const input = z.object({
  /** The first month; January of this year by default. */
  from: month.optional(),
  /** The last month; December of the year after the first by default. */
  to: month.optional(),
});

const LONGEST = 60;

/** « Construire le calendrier d’occupation »: the two generated tabs, rebuilt whole. */
export const buildOccupancy = defineCommand({
  name: 'build-occupancy',
  label: 'Construire le calendrier d’occupation',
  purpose:
    'Construit « Occupation des espaces » (une barre par séjour, mois par mois) et « Taux d’occupation » à partir de « Espaces » et « Occupations ».',
  input,
  reads: () => [spaceTable.tab, occupancyTable.tab, settingTable.tab, OCCUPANCY_SHEET, RATES_SHEET],
  changes: () => [OCCUPANCY_SHEET, RATES_SHEET],
  decide: (state, { from, to }, { today }) => {
    const register = readRegister(state);
    const rooms = roomsOf(register, today);
    if (rooms.length === 0) {
      return refuse(
        'L’onglet « Espaces » n’a encore aucun bureau, poste ou boutique : adoptez votre classeur, ou ajoutez un espace.',
        { problems: register.problems },
      );
    }
    const first = from ?? `${(to ?? today).slice(0, 4)}-01`;
    const last = to ?? `${String(Number(first.slice(0, 4)) + 1)}-12`;
    if (last < first)
      return refuse(french`Le dernier mois (${monthName(last)}) vient avant le premier (${monthName(first)}).`);
    const spans = monthSpans(first, last);
    if (spans.length > LONGEST)
      return refuse(french`La période demandée fait ${spans.length} mois : choisissez-en ${LONGEST} au plus.`);
    const sheets = sheetsOf(state, {
      rooms,
      spans,
      today,
      association: settingValue(register.settings, 'association'),
    });
    return wish({
      tabs: Object.fromEntries(sheets.map(([tab, { grid }]) => [tab, grid])),
      dress: Object.fromEntries(sheets.map(([tab, { dress }]) => [tab, dress])),
      problems: register.problems,
      summary: summaryOf(rooms, today),
      details: { from: first, to: last, rooms: rooms.length },
    });
  },
});

interface Parts {
  readonly rooms: readonly Room[];
  readonly spans: readonly MonthSpan[];
  readonly today: string;
  readonly association: string | null;
}

function sheetsOf(state: State, { rooms, spans, today, association }: Parts) {
  const of = association === null ? '' : ` – ${association}`;
  const period = `${monthName(spans[0]?.month ?? '')} à ${monthName(spans.at(-1)?.month ?? '')}`;
  const stamp = `${STAMP}${frenchDay(today)} à partir des onglets « ${titleIn(state, spaceTable.tab)} » et « ${titleIn(state, occupancyTable.tab)} », de ${period}.`;
  const common = { rooms, spans, today };
  // The rates come first: a formula over a tab that does not exist yet would stay an error.
  return [
    [
      RATES_SHEET,
      stamped(state.workbook[RATES_SHEET], stamp, (at) =>
        ratesSheet({ ...common, title: `Taux d’occupation${of}`, stamp: at }),
      ),
    ],
    [
      OCCUPANCY_SHEET,
      stamped(state.workbook[OCCUPANCY_SHEET], stamp, (at) =>
        timelineSheet({
          ...common,
          title: `Occupation des espaces${of}`,
          stamp: at,
          rates: { tab: titleIn(state, RATES_SHEET), ...overallPlacesCell },
        }),
      ),
    ],
  ] as const;
}

function summaryOf(rooms: readonly Room[], today: string): string[] {
  const kinds = roomKinds
    .map((kind) => turnOverOf(kind, rooms, today))
    .filter(({ places }) => places > 0)
    .map(({ kind, places, occupied }) => `${plural(occupied, ...kindNames[kind])} sur ${String(places)}`);
  const { free, monthly } = vacancyOf(rooms, today);
  return [
    french`Occupés le ${frenchDay(today)} : ${kinds.join(', ')}.`,
    ...(monthly > 0
      ? [
          french`${plural(free.length, 'espace libre', 'espaces libres')} : ${euros(monthly)} de redevances par mois qui ne rentrent pas.`,
        ]
      : []),
  ];
}
