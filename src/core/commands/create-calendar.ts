/** Ask for the calendar of sessions: Google makes it, and only Régie's events go in it. */
import * as z from 'zod';
import { calendarTabs, wantedEvents } from '../calendar/wanted.ts';
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
  reads: () => calendarTabs,
  changes: () => [agendaTable.tab],
  decide: (state, asked, { today }) => {
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
    const coming = wantedEvents(state, today).filter(({ event }) => typeof event === 'object');
    const people = new Set(coming.flatMap(({ guests }) => [...guests.keys()])).size;
    return wish({
      ...edits.wished(),
      summary: [
        french`Un agenda ${quoted(title)} sera créé dans votre compte Google, à côté des vôtres.`,
        comingText(coming.length, people),
        'Ensuite, chaque séance confirmée y sera inscrite, et les personnes qui ont une place invitées, sans se voir entre elles. Vos autres agendas ne sont ni lus ni modifiés.',
      ],
      effects: [{ kind: 'calendar', to: title, summary: french`Création de l’agenda ${quoted(title)}` }],
    });
  },
});

/** What happens at once: mails of Google are not held back by « Mode brouillon ». */
function comingText(sessions: number, people: number): string {
  if (sessions === 0) return 'Aucune séance confirmée n’est à venir : il sera vide pour l’instant.';
  const first =
    sessions === 1 ? 'Une séance à venir y sera inscrite' : `${String(sessions)} séances à venir y seront inscrites`;
  if (people === 0) return `${first} ; personne n’a encore de place, personne ne sera invité.`;
  const told =
    people === 1 ? 'une personne recevra une invitation' : `${String(people)} personnes recevront une invitation`;
  return `${first} tout de suite, et ${told} de Google.`;
}
