/** Answers of the form, taken into account in their order; without any, the seats that are free are given or offered. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { mailTabs, mailsToAdd } from '../mails/wished.ts';
import { leavePoints } from '../members/points.ts';
import { openTabs } from '../members/edits.ts';
import { numberer } from '../numbers.ts';
import { answerInput } from '../registrations/answers.ts';
import { newAnswers } from '../registrations/arrivals.ts';
import { deskObstacle, deskTabs, readDesk } from '../registrations/desk.ts';
import { instantOf } from '../registrations/instant.ts';
import { registrationMails } from '../registrations/mail-wishes.ts';
import { registrationPoints } from '../registrations/points.ts';
import { runQueue } from '../registrations/queue.ts';
import { saveQueue } from '../registrations/save.ts';
import { answerTable } from '../tables/answer.ts';
import type { AnswerOutcome } from '../tables/answer.ts';
import { checkTable } from '../tables/check.ts';
import { registrationTable } from '../tables/registration.ts';

const MOST_ANSWERS = 5000;

const input = z.object({ responses: z.array(answerInput).max(MOST_ANSWERS).default([]) });

const tables = [registrationTable, answerTable, checkTable];

/** « Relever les réponses »: each answer counts once, however often it comes; seats go by the order of answers. */
export const recordAnswers = defineCommand({
  name: 'record-answers',
  label: 'Traiter les réponses au formulaire',
  purpose: 'Donne les places dans l’ordre des réponses, tient la liste d’attente et prépare les messages.',
  input,
  reads: () => [...mailTabs, ...deskTabs],
  changes: () => tables.map(({ tab }) => tab),
  decide: (state, { responses }, moment) => {
    const edits = openTabs(state, tables);
    const obstacle = deskObstacle(state) ?? edits.obstacle;
    if (obstacle !== null) return refuse(obstacle);
    const desk = readDesk(state, moment);
    const now = instantOf(moment);
    const run = runQueue({
      ...{ sessions: desk.sessions, registrations: desk.registrations, identities: desk.identities },
      ...{ rules: desk.rules, now, nextId: numberer(state, registrationTable) },
      answers: newAnswers(responses, desk.answers, { now, nextId: numberer(state, answerTable) }),
      outcomes: new Map(desk.answers.map(({ id, outcome }) => [id, outcome])),
    });
    const mails = mailsToAdd(state, registrationMails(run.notices, desk, run.registrations), moment);
    if (mails.refusal !== null) return refuse(mails.refusal);
    saveQueue(edits, run, desk.registrations);
    leavePoints(edits, registrationPoints(run, desk));
    return wish({
      ...edits.wished(),
      outbox: mails.outbox,
      effects: mails.effects,
      problems: mails.problems,
      summary: [...outcomeSentences(run.answers.map(({ outcome }) => outcome)), ...movedSentences(run.notices)],
    });
  },
});

const SAID: Readonly<Record<AnswerOutcome, readonly [string, string]>> = {
  seat: ['place donnée', 'places données'],
  accepted: ['place acceptée', 'places acceptées'],
  waiting: ['personne en liste d’attente', 'personnes en liste d’attente'],
  repeat: ['réponse répétée', 'réponses répétées'],
  withdrawn: ['désistement', 'désistements'],
  nothing: ['désistement sans inscription', 'désistements sans inscription'],
  unknown: ['adresse inconnue, à vérifier', 'adresses inconnues, à vérifier'],
  network_closed: ['réseau non invité', 'réseaux non invités'],
  same_organisation: ['structure déjà inscrite', 'structures déjà inscrites'],
  late: ['réponse arrivée trop tard', 'réponses arrivées trop tard'],
  cancelled: ['réponse à une séance annulée', 'réponses à une séance annulée'],
  gone: ['réponse à une séance introuvable', 'réponses à une séance introuvable'],
  unreadable: ['réponse illisible, à vérifier', 'réponses illisibles, à vérifier'],
};

function outcomeSentences(outcomes: readonly (AnswerOutcome | null)[]): string[] {
  if (outcomes.length === 0) return [];
  const parts = Object.entries(SAID).flatMap(([outcome, [one, many]]) => {
    const count = outcomes.filter((each) => each === outcome).length;
    return count === 0 ? [] : [plural(count, one, many)];
  });
  return [`${plural(outcomes.length, 'réponse')} : ${parts.join(', ')}.`.replace(' :', '\u00A0:')];
}

function movedSentences(notices: readonly { readonly kind: string }[]): string[] {
  const count = (kind: string) => notices.filter((notice) => notice.kind === kind).length;
  return [
    ...(count('freed') > 0 ? [`${plural(count('freed'), 'place libérée donnée', 'places libérées données')}.`] : []),
    ...(count('offer') > 0
      ? [`${plural(count('offer'), 'place libérée proposée', 'places libérées proposées')}.`]
      : []),
  ];
}
