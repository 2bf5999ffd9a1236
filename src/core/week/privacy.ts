/** What personal data asks of her: those whose time is over, each January and whenever there are some. */
import { plural } from '../adoption/labels.ts';
import { french } from '../french.ts';
import { overdue, retentionTabs } from '../privacy/retention.ts';
import { memberTable } from '../tables/member.ts';
import { later } from './step.ts';
import type { Step, WeekPart } from './step.ts';

/** The yearly look at what is kept. */
export const privacyPart: WeekPart = {
  reads: retentionTabs,
  steps: (state, { today }): Step[] => {
    if (!Object.hasOwn(state.workbook, memberTable.tab)) return [];
    const past = overdue(state, today);
    if (past.length === 0) return [];
    const isJanuary = today.slice(5, 7) === '01';
    return [
      {
        id: 'personal-data',
        urgency: isJanuary ? later.soon : later.sometime,
        title: french`${plural(past.length, 'fiche')} à anonymiser`,
        text: french`Leur durée de conservation est passée. Rien n’est effacé sans vous : regardez-les une par une.`,
        tone: 'normal',
        button: 'Voir les fiches',
        action: { do: 'view', view: 'personal-data', input: {} },
      },
    ];
  },
};
