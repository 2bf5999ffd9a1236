/** The reminders of sessions that are due: prepared by the clock each day, or at her request. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { enumeration, french } from '../french.ts';
import { mailsToAdd, mailTabs } from '../mails/wished.ts';
import { readTable } from '../records.ts';
import { audiences, audienceTabs } from '../sessions/audience.ts';
import { sessionDesk, sessionName, sessionTabs } from '../sessions/read.ts';
import { dueReminders, reminderMails } from '../sessions/reminders.ts';
import { remindersSetting } from '../sessions/settings.ts';
import { signature } from '../sessions/told.ts';
import { settingValue, settingTable } from '../tables/setting.ts';

/** « Préparer les rappels ». */
export const remindSessions = defineCommand({
  name: 'remind-sessions',
  label: 'Préparer les rappels',
  purpose: 'Rappelle les séances aux personnes inscrites, une semaine avant et la veille.',
  input: z.object({
    /** True from the clock, where « Réglages » may say no. */
    automatic: z.boolean().optional(),
  }),
  reads: () => [...sessionTabs, ...audienceTabs, ...mailTabs],
  changes: () => [],
  decide: (state, { automatic }, moment) => {
    const desk = sessionDesk(state);
    if (desk.obstacle !== null) return refuse(desk.obstacle);
    const { records: settings } = readTable(
      settingTable,
      state.workbook[settingTable.tab],
      state.shown[settingTable.tab],
    );
    const wanted = settingValue(settings, remindersSetting.key) ?? remindersSetting.default;
    if (automatic === true && wanted === 'non') return wish({ summary: ['Les rappels automatiques sont arrêtés.'] });
    const due = dueReminders(desk.sessions, moment.today);
    const find = audiences(state);
    const asked = due.flatMap((reminder) =>
      reminderMails(reminder, find(reminder.session.id, 'seated'), signature(state)),
    );
    const mails = mailsToAdd(state, asked, moment);
    if (mails.refusal !== null) return refuse(mails.refusal);
    return wish({
      outbox: mails.outbox,
      effects: mails.effects,
      problems: mails.problems,
      summary:
        mails.outbox.length === 0
          ? [
              due.length === 0
                ? 'Aucune séance dans les sept jours : rien à rappeler.'
                : 'Les rappels des sept jours à venir sont déjà prêts ou partis.',
            ]
          : [
              french`${plural(mails.outbox.length, 'rappel')} pour ${enumeration(due.map(({ session }) => sessionName(session)))}.`,
              ...(mails.drafts ? ['Ils attendent votre relecture dans « Envois ».'] : []),
            ],
    });
  },
});
