/** Her word on what was changed by hand in the calendar: « Séances » follows it, or it follows « Séances ». */
import * as z from 'zod';
import { SHEET_WINS } from '../calendar/decide.ts';
import { guestsIn } from '../calendar/known.ts';
import { agreedSlot, foundSlot, slotMark, slotOf } from '../calendar/slot.ts';
import type { Slot } from '../calendar/slot.ts';
import { eventRows } from '../calendar/wanted.ts';
import { guestsText, slotText } from '../calendar/words.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Wish } from '../command.ts';
import { frenchDay } from '../day.ts';
import { french, quoted } from '../french.ts';
import { openTabs } from '../members/edits.ts';
import type { Edits } from '../members/edits.ts';
import { sessionId } from '../sessions/inputs.ts';
import { agendaTable } from '../tables/agenda.ts';
import type { AgendaRow } from '../tables/agenda.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';

const input = z.object({ session: sessionId, keep: z.enum(['sheet', 'calendar']) });

/** « Choisir »: what was moved, deleted, or has lost its session. */
export const settleCalendarMove = defineCommand({
  name: 'settle-calendar-move',
  label: 'Choisir entre « Séances » et l’agenda',
  purpose: 'Dit quelle date est la bonne quand une séance a été déplacée ou supprimée à la main dans l’agenda.',
  input,
  reads: () => [agendaTable.tab, sessionTable.tab],
  changes: () => [agendaTable.tab, sessionTable.tab],
  decide: (state, { session: id, keep }) => {
    const edits = openTabs(state, [agendaTable, sessionTable]);
    if (edits.obstacle !== null) return refuse(edits.obstacle);
    const row = eventRows(edits.records(agendaTable)).get(id) ?? null;
    const session = edits.find(sessionTable, id);
    if (row === null || !['moved', 'deleted', 'orphan'].includes(row.state ?? ''))
      return refuse('Il n’y a rien à choisir pour cette séance : « Séances » et l’agenda disent la même chose.');
    const name = quoted(row.title ?? session?.title ?? id);
    if (row.state === 'orphan') return orphan(edits, { row, name, keep });
    if (session === null)
      return refuse(french`La séance ${name} n’est plus dans « Séances ». Actualisez ce panneau dans dix minutes.`);
    const found = foundSlot(row);
    if (row.state === 'deleted') return deleted(edits, { row, name, keep }, session);
    if (found === null) return refuse('L’agenda ne dit pas quand a lieu cette séance. Actualisez ce panneau.');
    return keep === 'sheet'
      ? movedBack(edits, { row, name, keep }, { session, found })
      : follow(edits, { row, name, keep }, { session, found });
  },
});

interface Choice {
  readonly row: AgendaRow;
  readonly name: string;
  readonly keep: 'sheet' | 'calendar';
}

function orphan(edits: Edits, { row, name, keep }: Choice): Wish {
  if (keep === 'calendar')
    return refuse(
      french`La séance ${name} n’est plus dans « Séances » : remettez sa ligne (Ctrl+Z), ou annulez l’événement.`,
    );
  edits.set(agendaTable, row.id, { chosen: SHEET_WINS });
  const told = guestsText(guestsIn(row));
  return wish({
    ...edits.wished(),
    summary: [french`L’événement ${name} sera retiré de l’agenda, et Google l’annoncera à ${told}.`],
    effects: [{ kind: 'calendar', to: told, summary: french`Annulation de ${name}` }],
  });
}

function deleted(edits: Edits, { row, name, keep }: Choice, session: Session): Wish {
  if (keep === 'sheet') {
    edits.set(agendaTable, row.id, { chosen: SHEET_WINS });
    return wish({
      ...edits.wished(),
      summary: [
        french`La séance ${name} sera remise dans l’agenda, et les personnes qui ont une place y seront invitées de nouveau.`,
      ],
      effects: [{ kind: 'calendar', to: name, summary: french`${name} revient dans l’agenda` }],
    });
  }
  edits.set(agendaTable, row.id, { state: 'cancelled', chosen: null });
  edits.set(sessionTable, session.id, { status: 'cancelled', reason: session.reason ?? 'Supprimée dans l’agenda' });
  return wish({
    ...edits.wished(),
    summary: [
      french`La séance ${name} devient « annulée » dans « Séances ».`,
      'Google a pu prévenir les invités quand l’événement a été supprimé ; Régie n’envoie pas de message.',
    ],
  });
}

interface Move {
  readonly session: Session;
  readonly found: Slot;
}

function movedBack(edits: Edits, { row, name }: Choice, { session, found }: Move): Wish {
  edits.set(agendaTable, row.id, { chosen: slotMark(found) });
  const slot = slotOf(session) ?? agreedSlot(row);
  const told = guestsText(guestsIn(row));
  return wish({
    ...edits.wished(),
    summary: [
      french`L’agenda reprend ce que dit « Séances » pour ${name} : ${slot === null ? 'date inconnue' : slotText(slot)}.`,
      french`Google l’annoncera à ${told}.`,
    ],
    effects: [{ kind: 'calendar', to: told, summary: french`${name} : ${slot === null ? '' : slotText(slot)}` }],
  });
}

function follow(edits: Edits, { row, name }: Choice, { session, found }: Move): Wish {
  const { date, until, start, end, place } = found;
  const former =
    session.date !== null && session.date !== date && session.date.length === 10 ? [frenchDay(session.date)] : [];
  const previous = [...session.previous_dates, ...former.filter((day) => !session.previous_dates.includes(day))];
  edits.set(sessionTable, session.id, {
    date,
    end_date: until > date ? until : null,
    start_time: start,
    end_time: end,
    place,
    previous_dates: previous,
  });
  // Whatever comes next in « Séances » starts from what both now say.
  edits.set(agendaTable, row.id, { chosen: slotMark(found) });
  const before = slotOf(session);
  return wish({
    ...edits.wished(),
    summary: [
      french`« Séances » reprend ce que dit l’agenda pour ${name} : ${slotText(found)}${before === null ? '' : french` (au lieu de : ${slotText(before)})`}.`,
      'Google a pu prévenir les invités quand l’événement a été déplacé ; Régie n’envoie pas de message.',
    ],
  });
}
