/** « Adhérents »: one reading gives what search, the list and every card need. */
import { titleIn } from '../command.ts';
import { attendanceTabs } from '../members/attendance.ts';
import { memberCards } from '../members/card.ts';
import type { MemberCard } from '../members/card-types.ts';
import { outboxTable } from '../outbox.ts';
import { registerTabs } from '../register.ts';
import { checkTable } from '../tables/check.ts';
import { memberTable } from '../tables/member.ts';
import type { View } from '../view.ts';

/** The answer of the view « members ». */
export interface MembersView {
  readonly adopted: boolean;
  readonly today: string;
  /** The title that « Adhérents » bears. */
  readonly tab: string;
  /** By name. */
  readonly cards: readonly MemberCard[];
  /** Records that were merged, with the one that is kept. */
  readonly merged: Readonly<Record<string, string>>;
}

/** The view « members ». */
export const membersView: View = {
  name: 'members',
  reads: [...new Set([...registerTabs, ...attendanceTabs, checkTable.tab, outboxTable.tab])],
  view: (state, _input, moment): MembersView => ({
    adopted: Object.hasOwn(state.workbook, memberTable.tab),
    today: moment.today,
    tab: titleIn(state, memberTable.tab),
    ...memberCards(state, moment),
  }),
};
