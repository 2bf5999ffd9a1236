/** The reminders of sessions, prepared once a day by the clock; « Réglages » may stop them. */
import { remindSessions } from '../core/commands/remind-sessions.ts';
import { apply, drive, show } from '../core/shell.ts';
import { keep, kept, perform, report, withLock } from './google.ts';
import { parisTime } from './paris.ts';

const DAY_KEY = 'regie-reminders';
/** Nobody is reminded at night. */
const EARLIEST = '08:00';

/** Prepares today's reminders unless it is done; what goes wrong is left for the next run. */
export function remindQuietly(spreadsheetId: string): void {
  try {
    const [today = '', clock = ''] = parisTime(new Date().toISOString()).split(' ');
    const moment = { today, time: clock.slice(0, 5) };
    if (moment.time < EARLIEST || kept(DAY_KEY) === moment.today) return;
    const run = { command: remindSessions, input: { automatic: true }, moment, known: null };
    const { preview } = drive(show(run), (ask) => perform(spreadsheetId, ask));
    if (preview.state === 'ready') {
      const done = withLock(() =>
        drive(apply(run, null, 'Rappels automatiques'), (ask) => perform(spreadsheetId, ask)),
      );
      if (done === null) return;
    }
    keep(DAY_KEY, moment.today);
  } catch (error) {
    report(error);
  }
}
