/** Ask for the calendar of sessions: Google makes it, and only Régie's events go in it. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { french, quoted } from '../french.ts';
import { tidy } from '../members/inputs.ts';
import { openTabs } from '../members/edits.ts';
import { readTable } from '../records.ts';
import { associationSetting, settingText } from '../settings.ts';
import { agendaTable, calendarRow } from '../tables/agenda.ts';
import { settingTable } from '../tables/setting.ts';

const input = z.object({
  /** Its name in Google Calendar; « Séances – » and the association's when absent. */
  title: z.string().max(100).nullable().optional(),
});

/** « Créer l’agenda »: written down here, made outside the lock by whoever keeps the calendar (calendar/create.ts). */
export const createCalendar = defineCommand({
  name: 'create-calendar',
  label: 'Créer l’agenda',
  purpose: 'Crée dans Google Agenda un agenda à part, où Régie inscrit les séances et invite les personnes inscrites.',
  input,
  reads: () => [agendaTable.tab, settingTable.tab],
  changes: () => [agendaTable.tab],
  decide: (state, asked) => {
    const edits = openTabs(state, [agendaTable]);
    if (edits.obstacle !== null) return refuse(edits.obstacle);
    const before = calendarRow(edits.records(agendaTable));
    if (before !== null && before.state !== 'lost')
      return refuse(french`L’agenda ${quoted(before.title ?? 'Séances')} est déjà là, ou en cours de création.`);
    const settings = readTable(settingTable, state.workbook[settingTable.tab], state.shown[settingTable.tab]).records;
    const association = settingText(settings, associationSetting).trim().slice(0, 80);
    const title = tidy(asked.title) ?? (association === '' ? 'Séances' : `Séances – ${association}`);
    // Nothing of a calendar that was deleted is in the next one.
    for (const row of edits.records(agendaTable)) if (row.kind === 'event') edits.remove(agendaTable, row.id);
    const fresh = { kind: 'calendar', state: 'wanted', title, event: null, token: null, trouble: null };
    if (before === null) edits.add(agendaTable, fresh);
    else edits.set(agendaTable, before.id, fresh);
    return wish({
      ...edits.wished(),
      summary: [
        french`Un agenda ${quoted(title)} sera créé dans votre compte Google, à côté des vôtres.`,
        'Chaque séance confirmée et à venir y sera inscrite ; les personnes qui ont une place y seront invitées par Google, sans se voir entre elles.',
        'Vos autres agendas ne sont ni lus ni modifiés.',
      ],
      effects: [{ kind: 'calendar', to: title, summary: french`Création de l’agenda ${quoted(title)}` }],
    });
  },
});
