/** Builds « Effectifs »: how many members, of which affiliation, who came and who left, on a day and at the end of each year. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, titleIn, wish } from '../command.ts';
import { daysBetween, frenchDay } from '../day.ts';
import { french, quoted } from '../french.ts';
import { STAMP, stamped } from '../generated.ts';
import { countedAs, headcountOf, headcountReads, totalOf } from '../headcount/counts.ts';
import type { Headcount } from '../headcount/counts.ts';
import { foundedOn, milestonesOf } from '../headcount/milestones.ts';
import type { Milestones } from '../headcount/milestones.ts';
import { HEADCOUNT_SHEET, headcountSheet, kindNouns } from '../headcount/sheet.ts';
import { dayInput } from '../members/inputs.ts';
import { associationSetting, settingText } from '../settings.ts';
import { memberTable } from '../tables/member.ts';

const input = z.object({
  /** The day to count on; today when absent. */
  date: dayInput.optional(),
});

/** « Construire les effectifs ». */
export const buildHeadcount = defineCommand({
  name: 'build-headcount',
  label: 'Construire les effectifs',
  purpose:
    'Construit « Effectifs » : combien d’adhérents, de quel statut, à une date et à la fin de chaque année, les arrivées, les départs et les paliers.',
  input,
  reads: () => [...headcountReads, HEADCOUNT_SHEET],
  changes: () => [HEADCOUNT_SHEET],
  decide: (state, { date }, moment) => {
    const day = date ?? moment.today;
    if (day > moment.today)
      return refuse('Cette date n’est pas encore venue : choisissez un jour passé, ou aujourd’hui.');
    const headcount = headcountOf(state, moment, day);
    const problems = headcount.problems.filter(({ tab }) => headcountReads.includes(tab));
    const broken = problems.filter(({ kind, tab }) => kind === 'column_missing' && tab === memberTable.tab);
    if (broken.length > 0)
      return refuse('Il manque une colonne à « Adhérents » : remettez-la, puis recommencez.', { problems: broken });
    if (headcount.rows.length === 0)
      return refuse(french`Aucun adhérent n’est connu au ${frenchDay(day)} ni dans les dix ans d’avant.`, { problems });
    const milestones = milestonesOf(headcount.memberships, day);
    const association = settingText(headcount.settings, associationSetting);
    const title = french`Effectifs au ${frenchDay(day)}${association === '' ? '' : ` – ${association}`}`;
    const stamp = french`${STAMP}${frenchDay(moment.today)} à partir de l’onglet « ${titleIn(state, memberTable.tab)} ».`;
    const founded = foundedOn(headcount.settings, day);
    const sheet = stamped(state.workbook[HEADCOUNT_SHEET], stamp, (at) =>
      headcountSheet({ title, stamp: at, headcount, milestones, founded }),
    );
    return wish({
      tabs: { [HEADCOUNT_SHEET]: sheet.grid },
      dress: { [HEADCOUNT_SHEET]: sheet.dress },
      problems,
      summary: summaryOf(headcount, milestones),
      details: { day, counts: headcount.counts.at(-1), joined: headcount.joined.at(-1), left: headcount.left.at(-1) },
    });
  },
});

function summaryOf(headcount: Headcount, { reached }: Milestones): readonly string[] {
  const { day, counts, joined, left, undated } = headcount;
  const now = counts.at(-1);
  if (now === undefined) return [];
  const kinds = countedAs.filter((kind) => now[kind] > 0).map((kind) => plural(now[kind], ...kindNouns[kind]));
  const [came = 0, went = 0] = [joined.at(-1), left.at(-1)];
  const latest = reached.at(-1)?.reached ?? null;
  return [
    french`${plural(totalOf(now), 'adhérent')} au ${frenchDay(day)} : ${kinds.join(', ')}.`,
    french`Depuis le 1er janvier : ${plural(came, 'arrivée')} et ${plural(went, 'départ')}.`,
    ...(undated === 0
      ? []
      : [
          french`${plural(undated, 'adhérent')} sans date d’arrivée connue : compté${undated < 2 ? '' : 's'} depuis toujours.`,
        ]),
    ...(latest !== null && daysBetween(latest.day, day) <= 365
      ? [
          french`Dernier palier : ${reached.at(-1)?.number ?? 0} adhérents, avec ${quoted(latest.membership.member.organisation)}.`,
        ]
      : []),
  ];
}
