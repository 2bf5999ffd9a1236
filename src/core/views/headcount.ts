/** « Effectifs »: how many members today, the movements of the year, the last milestone and the next. */
import { titleIn } from '../command.ts';
import { frenchDate } from '../french.ts';
import { countedAs, headcountOf, headcountReads, totalOf } from '../headcount/counts.ts';
import { milestonesOf } from '../headcount/milestones.ts';
import type { Milestone } from '../headcount/milestones.ts';
import { HEADCOUNT_SHEET, kindLabels } from '../headcount/sheet.ts';
import type { View } from '../view.ts';

/** The answer of the view « headcount ». */
export interface HeadcountView {
  readonly day: string;
  readonly total: number;
  /** How many of each affiliation, only those that there are. */
  readonly kinds: readonly { readonly label: string; readonly count: number }[];
  /** Offices, coworking and shops together. */
  readonly housed: number;
  /** How many count although nobody noted since when. */
  readonly undated: number;
  /** Since the end of the year before. */
  readonly joined: number;
  readonly left: number;
  /** The latest milestone; its member and date are null when it was reached before the first known date. */
  readonly latest: { readonly number: number; readonly member: string | null; readonly date: string | null } | null;
  readonly next: { readonly number: number; readonly missing: number };
  /** The title of « Effectifs », null while it is not built. */
  readonly tab: string | null;
}

/** The view « headcount ». */
export const headcountView: View = {
  name: 'headcount',
  reads: [...headcountReads, HEADCOUNT_SHEET],
  view: (state, _input, moment): HeadcountView => {
    const day = moment.today;
    const headcount = headcountOf(state, moment);
    const counts = headcount.counts.at(-1) ?? { hosted: 0, coworking: 0, shop_based: 0, non_resident: 0, unknown: 0 };
    const { reached, next } = milestonesOf(headcount.memberships, day);
    return {
      day,
      total: totalOf(counts),
      kinds: countedAs
        .map((kind) => ({ label: kindLabels[kind], count: counts[kind] }))
        .filter(({ count }) => count > 0),
      housed: counts.hosted + counts.coworking + counts.shop_based,
      undated: headcount.undated,
      joined: headcount.joined.at(-1) ?? 0,
      left: headcount.left.at(-1) ?? 0,
      latest: latestOf(reached.at(-1)),
      next,
      tab: Object.hasOwn(state.workbook, HEADCOUNT_SHEET) ? titleIn(state, HEADCOUNT_SHEET) : null,
    };
  },
};

function latestOf(milestone: Milestone | undefined): HeadcountView['latest'] {
  if (milestone === undefined) return null;
  const member = milestone.reached?.membership.member ?? null;
  const start = member?.start ?? null;
  return {
    number: milestone.number,
    member: member?.organisation ?? member?.id ?? null,
    date: start === null ? null : frenchDate(start),
  };
}
