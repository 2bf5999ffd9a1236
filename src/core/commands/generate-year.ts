/** The calendar of a year: for each programme with a rhythm, dates that she confirms, moves or sets aside. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { enumeration, french, frenchDate, quoted } from '../french.ts';
import { groupBy } from '../group.ts';
import { freshIds } from '../numbers.ts';
import { readTable } from '../records.ts';
import { undecided, yearProposals } from '../sessions/proposals.ts';
import type { YearProposals } from '../sessions/proposals.ts';
import { programmeName, sessionDesk, sessionTabs } from '../sessions/read.ts';
import { breaksOf } from '../sessions/settings.ts';
import { hasCalendar } from '../sessions/year-plan.ts';
import { wishedTabs } from '../stays/desk.ts';
import type { Programme } from '../tables/programme.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';
import { settingTable } from '../tables/setting.ts';

const input = z.object({
  year: z.number().int().min(2000).max(2100),
  /** The codes of the programmes; all of them when absent. */
  programmes: z.array(z.string().max(30)).max(100).optional(),
});

/** « Proposer le calendrier de l’année ». */
export const generateYear = defineCommand({
  name: 'generate-year',
  label: 'Proposer le calendrier de l’année',
  purpose: 'Propose les dates des séances d’après le rythme de chaque programme, sans les jours fériés ni les pauses.',
  input,
  reads: () => [...sessionTabs, settingTable.tab],
  changes: () => [sessionTable.tab],
  decide: (state, { year, programmes: codes }, { today }) => {
    const desk = sessionDesk(state);
    if (desk.obstacle !== null) return refuse(desk.obstacle);
    const chosen = uniqueCodes(desk.programmes).filter(
      (programme) => hasCalendar(programme) && (codes === undefined || codes.includes(programme.code ?? '')),
    );
    if (chosen.length === 0)
      return refuse(
        'Aucun programme n’a de rythme : ouvrez un programme, choisissez par exemple « chaque mois, 1er lundi », puis recommencez.',
      );
    const { records: settings } = readTable(
      settingTable,
      state.workbook[settingTable.tab],
      state.shown[settingTable.tab],
    );
    const found = yearProposals(chosen, { year, today, breaks: breaksOf(settings, year), sessions: desk.sessions });
    const ids = freshIds(state, sessionTable, found.fresh.length);
    const add = new Map(found.fresh.map((session, index) => [ids[index] ?? '', { ...session, id: ids[index] ?? '' }]));
    return wish({
      ...wishedTabs(desk, [{ table: sessionTable, add }]),
      summary: summaryOf(found, desk.programmes, year),
      details: { ids },
    });
  },
});

/** Two rows of one code would propose each date twice: the first one counts. */
function uniqueCodes(programmes: readonly Programme[]): Programme[] {
  const codes = new Set<string>();
  return programmes.filter(({ code }) => {
    if (code === null || codes.has(code)) return false;
    codes.add(code);
    return true;
  });
}

function summaryOf(found: YearProposals, programmes: readonly Programme[], year: number): string[] {
  const { fresh, unheld, known } = found;
  if (fresh.length === 0)
    return [
      french`Calendrier ${year} : rien à ajouter, ${plural(known, 'séance')} y ${known < 2 ? 'est' : 'sont'} déjà.`,
    ];
  const toDecide = fresh.filter((session) => undecided(session) !== null);
  return [
    french`${plural(fresh.length, 'date')} ${fresh.length < 2 ? 'proposée' : 'proposées'} pour ${year} ; personne n’est prévenu tant que vous ne les confirmez pas.`,
    ...[...groupBy(fresh, ({ programme }) => programme)].map(
      ([code, sessions]) => french`${programmeName(programmes, code) ?? ''} : ${enumeration(sessions.map(dateText))}.`,
    ),
    ...(toDecide.length === 0
      ? []
      : [french`${plural(toDecide.length, 'date')} à choisir vous-même avant de confirmer.`]),
    ...[...groupBy(unheld, ({ programme }) => programme.name)].map(
      ([name, ones]) =>
        french`Pas de séance de ${quoted(name)} : ${enumeration(ones.map(({ slot }) => `${ruleText(slot.rule)} (${slot.why ?? ''})`))}.`,
    ),
    ...(known === 0 ? [] : [french`${plural(known, 'séance')} déjà au calendrier : rien n’y change.`]),
  ];
}

function dateText({ date, reason }: Session): string {
  return `${ruleText(date ?? '')}${reason === null ? '' : ` (${reason})`}`;
}

function ruleText(date: string): string {
  return date.length === 10 ? frenchDate(date).slice(0, 5) : frenchDate(date);
}
