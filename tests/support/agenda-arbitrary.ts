/** A calendar that is in place, with sessions moved, deleted or lost in it. */
import fc from 'fast-check';
import { changeTable } from '../../src/core/records.ts';
import { agendaTable } from '../../src/core/tables/agenda.ts';
import { sessionTable } from '../../src/core/tables/session.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { blank } from './blank.ts';

const dates = fc.constantFrom('2023-06-05', '2023-06-12', '2023-07-03');
const entry = fc.record({
  state: fc.constantFrom('moved', 'moved', 'deleted', 'orphan', 'sent', 'cancelled'),
  agreed: dates,
  found: dates,
  listed: fc.integer({ min: 0, max: 4 }).map((one) => one > 0),
});

/** « Séances » and « Régie · agenda » of an office that keeps its calendar. */
export const keptAgenda: fc.Arbitrary<Workbook> = fc.array(entry, { minLength: 1, maxLength: 3 }).map((entries) => {
  const id = (index: number) => `SEA-${String(index + 1).padStart(4, '0')}`;
  const calendar = blank(agendaTable, { id: 'AGD-0001', kind: 'calendar', state: 'ready', event: 'agenda-1@exemple' });
  const rows = entries.map(({ state, agreed, found }, index) =>
    blank(agendaTable, {
      id: `AGD-${String(index + 2).padStart(4, '0')}`,
      kind: 'event',
      session: id(index),
      event: `regie${index}`,
      state,
      title: `Club ${index}`,
      date: agreed,
      until: agreed,
      start_time: '18:30',
      end_time: '20:30',
      guests: ['needsAction anna@maree.example'],
      ...(state === 'moved' ? { found_date: found, found_until: found, found_start: '10:00', found_end: '12:00' } : {}),
    }),
  );
  const sessions = entries.flatMap(({ agreed, listed, state }, index) =>
    listed && state !== 'orphan'
      ? [blank(sessionTable, { id: id(index), date: agreed, title: `Club ${index}`, status: 'planned' })]
      : [],
  );
  return {
    [sessionTable.tab]: changeTable(sessionTable, undefined, { put: sessions }),
    [agendaTable.tab]: changeTable(agendaTable, undefined, { put: [calendar, ...rows] }),
  };
});
