/** Registers someone by hand: whoever telephones, or comes without having answered. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { french, quoted } from '../french.ts';
import { mailAddress } from '../mails/text.ts';
import { mailTabs, mailsToAdd } from '../mails/wished.ts';
import { openTabs } from '../members/edits.ts';
import { line, memberId, tidy } from '../members/inputs.ts';
import { numberer } from '../numbers.ts';
import { handRun } from '../registrations/by-hand.ts';
import type { NewPerson } from '../registrations/by-hand.ts';
import { deskObstacle, deskTabs, readDesk } from '../registrations/desk.ts';
import type { Desk } from '../registrations/desk.ts';
import { instantOf } from '../registrations/instant.ts';
import { registrationMails } from '../registrations/mail-wishes.ts';
import { saveQueue } from '../registrations/save.ts';
import { saidDate } from '../registrations/sessions.ts';
import { sessionTitle } from '../sessions/read.ts';
import { registrationTable } from '../tables/registration.ts';

const input = z.object({
  session: z.string().max(20).meta({ prefix: 'SEA' }),
  name: z.string().min(1).max(200),
  email: z.string().max(254).nullable().optional(),
  member: memberId.nullable().optional(),
  organisation: line.nullable().optional(),
  network: z.string().max(100).nullable().optional(),
  /** True for a seat beyond those that are free. */
  force: z.boolean().default(false),
  /** False to write to nobody. */
  tell: z.boolean().default(true),
});

/** « Inscrire une personne »: a seat when one is free or when she insists, else the queue. */
export const addRegistration = defineCommand({
  name: 'add-registration',
  label: 'Inscrire une personne',
  purpose: 'Inscrit une personne à une séance sans passer par le formulaire.',
  input,
  reads: () => [...mailTabs, ...deskTabs],
  changes: () => [registrationTable.tab],
  decide: (state, asked, moment) => {
    const edits = openTabs(state, [registrationTable]);
    const obstacle = deskObstacle(state) ?? edits.obstacle;
    if (obstacle !== null) return refuse(obstacle);
    const desk = readDesk(state, moment);
    const session = desk.sessions.find(({ id }) => id === asked.session);
    if (session === undefined) return refuse(french`La séance ${quoted(asked.session)} n’est plus dans « Séances ».`);
    const person = personOf(asked, desk);
    if (typeof person === 'string') return refuse(person);
    const name = person.last_name ?? '';
    const now = instantOf(moment);
    const run = handRun(desk, session, {
      ...{ id: numberer(state, registrationTable)(), now, force: asked.force },
      person,
    });
    if (run === null)
      return refuse(
        french`${quoted(name)} est déjà dans la liste de cette séance : ouvrez la séance pour changer sa place.`,
      );
    const notices = run.notices.filter(({ registration }) => asked.tell || registration?.id !== run.row.id);
    const mails = mailsToAdd(state, registrationMails(notices, desk, run.registrations), moment);
    if (mails.refusal !== null) return refuse(mails.refusal);
    saveQueue(edits, run, desk.registrations);
    const where = french`${quoted(sessionTitle(session))}, ${saidDate(session)}`;
    return wish({
      ...edits.wished(),
      ...{ outbox: mails.outbox, effects: mails.effects, problems: mails.problems },
      summary: [
        run.row.status === 'waiting'
          ? french`${quoted(name)} entre sur la liste d’attente de ${where}.`
          : french`${quoted(name)} a une place à ${where}.`,
      ],
      details: { id: run.row.id },
    });
  },
});

/** Whom she registers, or the French reason why it cannot be. */
function personOf(asked: z.infer<typeof input>, { identities }: Desk): NewPerson['person'] | string {
  const name = tidy(asked.name);
  if (name === null) return 'Indiquez le nom de la personne.';
  const typed = tidy(asked.email);
  const email = typed === null ? null : mailAddress(typed);
  if (typed !== null && email === null) return french`${quoted(typed)} n’est pas une adresse e-mail.`;
  const member = identities.member(asked.member ?? null);
  if (asked.member && member === null)
    return french`${quoted(asked.member)} n’est pas le numéro d’un adhérent d’aujourd’hui.`;
  const organisation = member?.organisation ?? tidy(asked.organisation);
  return { last_name: name, email, member: member?.id ?? null, network: tidy(asked.network), organisation };
}
