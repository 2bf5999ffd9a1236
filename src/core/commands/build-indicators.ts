/** Builds « Indicateurs »: what was planned and held, by programme, for a year; for one funder, the proof of what it pays. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, titleIn, wish } from '../command.ts';
import { frenchDay } from '../day.ts';
import { french, quoted } from '../french.ts';
import { STAMP, stamped } from '../generated.ts';
import { placesOf, readTable } from '../records.ts';
import { indicatorsOf } from '../sessions/indicators.ts';
import type { Indicators } from '../sessions/indicators.ts';
import { INDICATORS_SHEET, indicatorsSheet } from '../sessions/indicators-sheet.ts';
import { sessionDesk, sessionTabs } from '../sessions/read.ts';
import { yearInForce } from '../settings.ts';
import { memberTable } from '../tables/member.ts';
import { registrationTable } from '../tables/registration.ts';
import { sessionTable } from '../tables/session.ts';
import { settingTable } from '../tables/setting.ts';

const input = z.object({
  /** The year in force when absent. */
  year: z.number().int().min(1990).max(2100).optional(),
  /** Only the programmes that this funder pays. */
  funder: z.string().max(200).nullable().optional(),
});

/** « Construire les indicateurs ». */
export const buildIndicators = defineCommand({
  name: 'build-indicators',
  label: 'Construire les indicateurs',
  purpose:
    'Compte par programme les séances, structures, passages et heures d’une année, avec les lignes derrière chaque chiffre.',
  input,
  reads: () => [...sessionTabs, registrationTable.tab, memberTable.tab, settingTable.tab, INDICATORS_SHEET],
  changes: () => [INDICATORS_SHEET],
  decide: (state, { year: asked, funder = null }, { today }) => {
    const desk = sessionDesk(state);
    if (desk.obstacle !== null) return refuse(desk.obstacle);
    const read = <T extends typeof registrationTable | typeof memberTable | typeof settingTable>(table: T) =>
      readTable(table, state.workbook[table.tab], state.shown[table.tab]).records;
    const year = asked ?? yearInForce(read(settingTable), today);
    const found = indicatorsOf(
      {
        sessions: desk.sessions,
        programmes: desk.programmes,
        registrations: read(registrationTable),
        members: read(memberTable),
      },
      year,
      funder,
    );
    if (found.sessions.length === 0)
      return refuse(
        funder === null
          ? french`Aucune séance tenue ou à venir en ${year}.`
          : french`Aucune séance en ${year} dans les programmes de ${quoted(funder)} : vérifiez le financeur de chaque programme.`,
      );
    const source = (table: typeof sessionTable | typeof registrationTable) => ({
      tab: titleIn(state, table.tab),
      places: placesOf(table, state.workbook[table.tab] ?? []),
    });
    const title = funder === null ? `Indicateurs ${String(year)}` : french`Indicateurs ${year} – ${funder}`;
    const stamp = french`${STAMP}${frenchDay(today)} à partir des onglets « ${titleIn(state, sessionTable.tab)} » et « ${titleIn(state, registrationTable.tab)} ».`;
    const sheet = stamped(state.workbook[INDICATORS_SHEET], stamp, (at) =>
      indicatorsSheet({
        title,
        stamp: at,
        found,
        sessions: source(sessionTable),
        registrations: Object.hasOwn(state.workbook, registrationTable.tab) ? source(registrationTable) : null,
      }),
    );
    return wish({
      tabs: { [INDICATORS_SHEET]: sheet.grid },
      dress: { [INDICATORS_SHEET]: sheet.dress },
      summary: summaryOf(found, year),
      details: { sessions: found.sessions.length, houses: found.houses.filter(({ first }) => first).length },
    });
  },
});

function summaryOf({ sessions, houses }: Indicators, year: number): string[] {
  const held = sessions.filter(({ first, session }) => first && session.status === 'held');
  const coming = sessions.filter(({ first, session }) => first && session.status === 'planned');
  const visits = held.reduce((sum, { session }) => sum + (session.attended ?? 0), 0);
  const distinct = houses.filter(({ first }) => first).length;
  return [
    french`${year} : ${plural(held.length, 'séance tenue', 'séances tenues')}, ${plural(coming.length, 'séance')} à venir, ${plural(visits, 'passage')}.`,
    french`${plural(distinct, 'structure')} ${distinct < 2 ? 'nommée' : 'nommées'} parmi les présents, chacune comptée une fois.`,
  ];
}
