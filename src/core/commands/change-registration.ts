/** Takes someone off a session, or lets in someone who was to be checked; a seat that is freed goes to whoever waits. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { french, quoted } from '../french.ts';
import { mailTabs, mailsToAdd } from '../mails/wished.ts';
import { openTabs } from '../members/edits.ts';
import { memberId } from '../members/inputs.ts';
import { changeRun } from '../registrations/by-hand.ts';
import { deskObstacle, deskTabs, readDesk } from '../registrations/desk.ts';
import { instantOf } from '../registrations/instant.ts';
import { registrationMails } from '../registrations/mail-wishes.ts';
import { saveQueue } from '../registrations/save.ts';
import { sessionTitle } from '../sessions/read.ts';
import { registrationTable } from '../tables/registration.ts';

const input = z.object({
  id: z.string().max(20).meta({ prefix: 'INS' }),
  change: z.enum(['withdraw', 'accept']),
  /** The member that the person belongs to, when they were not recognised. */
  member: memberId.nullable().optional(),
  /** False to write nothing to that person; whoever has the seat that is freed is always told. */
  tell: z.boolean().default(true),
});

/** « Changer une inscription ». */
export const changeRegistration = defineCommand({
  name: 'change-registration',
  label: 'Changer une inscription',
  purpose: 'Retire une personne d’une séance, ou lui donne sa place ; la liste d’attente suit.',
  input,
  reads: () => [...mailTabs, ...deskTabs],
  changes: () => [registrationTable.tab],
  decide: (state, { id, change, member: number, tell }, moment) => {
    const edits = openTabs(state, [registrationTable]);
    const obstacle = deskObstacle(state) ?? edits.obstacle;
    if (obstacle !== null) return refuse(obstacle);
    const desk = readDesk(state, moment);
    const row = desk.registrations.find((one) => one.id === id);
    const session = desk.sessions.find((one) => one.id === row?.session);
    if (row === undefined || session === undefined)
      return refuse(
        french`L’inscription ${quoted(id)} n’est plus dans « Inscriptions », ou sa séance n’est plus dans « Séances ».`,
      );
    const member = desk.identities.member(number ?? null);
    if (number && member === null)
      return refuse(french`${quoted(number)} n’est pas le numéro d’un adhérent d’aujourd’hui.`);
    const run = changeRun(desk, session, { row, change, member, now: instantOf(moment) });
    if (run === null) return wish();
    const notices = run.notices.filter(({ registration }) => tell || registration?.id !== id);
    const mails = mailsToAdd(state, registrationMails(notices, desk, run.registrations), moment);
    if (mails.refusal !== null) return refuse(mails.refusal);
    saveQueue(edits, run, desk.registrations);
    const name = quoted(row.last_name ?? row.organisation ?? row.id);
    const after = run.registrations.find((one) => one.id === id);
    const others = run.changed.filter((one) => one.id !== id);
    return wish({
      ...edits.wished(),
      ...{ outbox: mails.outbox, effects: mails.effects, problems: mails.problems },
      summary: [
        change === 'withdraw'
          ? french`${name} est retiré·e de ${quoted(sessionTitle(session))}.`
          : after?.status === 'waiting'
            ? french`${name} entre sur la liste d’attente de ${quoted(sessionTitle(session))}, à son rang.`
            : french`${name} a une place à ${quoted(sessionTitle(session))}.`,
        ...others.map((one) =>
          one.status === 'offered'
            ? french`La place est proposée à ${quoted(one.last_name ?? one.id)}.`
            : french`La place va à ${quoted(one.last_name ?? one.id)}.`,
        ),
      ],
    });
  },
});
