/** Thanks to those who came to a session, with the link of its replay when there is one. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { french, quoted } from '../french.ts';
import { mailsToAdd, mailTabs, mailWish } from '../mails/wished.ts';
import { audiences, audienceTabs } from '../sessions/audience.ts';
import { sessionId } from '../sessions/inputs.ts';
import { sessionThanks, sessionValues } from '../sessions/mails.ts';
import { sessionDesk, sessionName, sessionTabs } from '../sessions/read.ts';
import { signature, toldSentences } from '../sessions/told.ts';

/** « Remercier les présents »: only those who came, each once. */
export const thankSession = defineCommand({
  name: 'thank-session',
  label: 'Remercier les présents',
  purpose: 'Écrit aux personnes venues à une séance, avec le lien du replay quand il y en a un.',
  input: z.object({ session: sessionId }),
  reads: () => [...sessionTabs, ...audienceTabs, ...mailTabs],
  changes: () => [],
  decide: (state, { session: id }, moment) => {
    const desk = sessionDesk(state);
    if (desk.obstacle !== null) return refuse(desk.obstacle);
    const session = desk.sessions.find((one) => one.id === id);
    if (session === undefined) return refuse(french`La séance ${quoted(id)} n’est plus dans « Séances ».`);
    if (session.status !== 'held')
      return refuse(french`${sessionName(session)} : notez d’abord les présences, pour ne remercier que les présents.`);
    const audience = audiences(state)(id, 'present');
    if (audience.told.length === 0)
      return refuse(french`Personne de présent à ${sessionName(session)} n’a d’adresse e-mail connue.`);
    const replay =
      session.replay_link === null
        ? 'Nous espérons vous revoir à une prochaine séance.'
        : french`Le replay est en ligne : ${session.replay_link}`;
    const mails = mailsToAdd(
      state,
      audience.told.map(({ to, registration }) =>
        mailWish(
          sessionThanks,
          { ...sessionValues(session, signature(state)), replay },
          {
            key: `${sessionThanks.key}/${id}/${to}`,
            to,
            reason: french`Présence à ${sessionName(session)}.`,
            records: [id, registration.id],
          },
        ),
      ),
      moment,
    );
    if (mails.refusal !== null) return refuse(mails.refusal);
    return wish({
      outbox: mails.outbox,
      effects: mails.effects,
      problems: mails.problems,
      summary:
        mails.outbox.length === 0
          ? ['Ces remerciements sont déjà dans « Envois ».']
          : [french`Merci pour ${sessionName(session)}.`, ...toldSentences(audience, mails.drafts)],
    });
  },
});
