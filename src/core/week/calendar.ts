/** What the calendar asks of her: changes made in it by hand, and trouble with Google. */
import { plural } from '../adoption/labels.ts';
import { readTable } from '../records.ts';
import { agendaTable } from '../tables/agenda.ts';
import { later } from './step.ts';
import type { WeekPart } from './step.ts';

/** Sessions that « Séances » and the calendar say differently, until she chose. */
export const calendarPart: WeekPart = {
  reads: [agendaTable.tab],
  steps: (state) => {
    const { records } = readTable(agendaTable, state.workbook[agendaTable.tab], state.shown[agendaTable.tab]);
    const open = records.filter(
      ({ state: is, chosen }) => chosen === null && (is === 'moved' || is === 'deleted' || is === 'orphan'),
    );
    if (open.length === 0) return [];
    return [
      {
        id: 'calendar-moves',
        urgency: later.mend,
        title: `${plural(open.length, 'séance')} à accorder avec l’agenda`,
        text: 'Une date a été changée à la main dans Google Agenda ou dans « Séances ». Dites laquelle est la bonne.',
        tone: 'normal',
        button: 'Choisir',
        action: { do: 'view', view: 'calendar', input: {} },
      },
    ];
  },
};
