/** Where mails stand, changed by her: let go, held, cancelled, or decided when nobody knows whether they left. */
import * as z from 'zod';
import { defineCommand } from '../command.ts';
import type { Command } from '../command.ts';
import { causeTabs } from '../mails/causes.ts';
import { decideStates } from '../mails/decide-states.ts';
import type { StateChange } from '../mails/decide-states.ts';
import { faultOf } from '../mails/sending.ts';
import { outboxTable } from '../outbox.ts';

const mailId = z.string().max(20).meta({ prefix: outboxTable.prefix });
const input = z.object({
  /** Numbers of « Envois ». */
  ids: z.array(mailId).min(1).max(2000),
  answers: z.record(z.string(), z.string()).default({}),
});

const plural = (count: number, one: string, many: (count: number) => string) => (count === 1 ? one : many(count));

/** What leaves is judged again on what the workbook says now. */
function readsFor({ sends }: StateChange): readonly string[] {
  return sends === true ? [outboxTable.tab, ...causeTabs] : [outboxTable.tab];
}

function stateCommand(words: Pick<Command, 'name' | 'label' | 'purpose'>, change: StateChange): Command {
  return defineCommand({
    ...words,
    input,
    reads: () => readsFor(change),
    changes: () => [outboxTable.tab],
    decide: (state, { ids }, moment) => decideStates(state, ids, change, moment),
  });
}

/** Lets mails go that she has read; a refused one leaves again once its fault is mended. */
export const releaseMails = stateCommand(
  {
    name: 'release-mails',
    label: 'Envoyer les messages relus',
    purpose: 'Envoie les messages « à relire » que vous avez choisis.',
  },
  {
    from: ['draft', 'refused'],
    to: 'waiting',
    fault: faultOf,
    sends: true,
    sentence: (count) =>
      plural(
        count,
        'Ce message part tout de suite.',
        (many) => `${many} messages partent tout de suite, un par destinataire.`,
      ),
    none: 'Aucun de ces messages n’est à relire : ils sont déjà partis, ou annulés.',
  },
);

/** Takes mails back from those that will leave, or from the cancelled ones, to be read again. */
export const holdMails = stateCommand(
  {
    name: 'hold-mails',
    label: 'Remettre à relire',
    purpose:
      'Retient des messages qui allaient partir, ou reprend des messages annulés : ils attendent votre relecture.',
  },
  {
    from: ['waiting', 'cancelled', 'refused'],
    to: 'draft',
    sentence: (count) =>
      plural(
        count,
        'Ce message attendra que vous l’ayez relu.',
        (many) => `${many} messages attendront que vous les ayez relus.`,
      ),
    none: 'Aucun de ces messages ne peut être remis à relire : ils sont déjà partis, ou le sont peut-être.',
  },
);

/** Cancels mails that have not left. */
export const cancelMails = stateCommand(
  {
    name: 'cancel-mails',
    label: 'Annuler des messages',
    purpose: 'Annule des messages qui ne sont pas encore partis ; ils restent dans « Envois », « annulé ».',
  },
  {
    from: ['draft', 'waiting', 'refused'],
    to: 'cancelled',
    sentence: (count) => plural(count, 'Ce message ne partira pas.', (many) => `${many} messages ne partiront pas.`),
    none: 'Aucun de ces messages ne peut être annulé : ils sont déjà partis, ou le sont peut-être.',
  },
);

const decisions = {
  resend: {
    from: ['uncertain'],
    to: 'waiting',
    fault: faultOf,
    sends: true,
    sentence: (count) =>
      plural(
        count,
        'Ce message part de nouveau. S’il était déjà parti, la personne le recevra deux fois.',
        (many) => `${many} messages partent de nouveau. Ceux qui étaient déjà partis seront reçus deux fois.`,
      ),
    none: 'Aucun de ces messages n’est plus à vérifier.',
  },
  sent: {
    from: ['uncertain'],
    to: 'sent',
    sentence: (count) =>
      plural(
        count,
        'Ce message est noté comme envoyé ; il ne repartira pas.',
        (many) => `${many} messages sont notés comme envoyés ; ils ne repartiront pas.`,
      ),
    none: 'Aucun de ces messages n’est plus à vérifier.',
  },
} as const satisfies Record<string, StateChange>;

/** Decides on mails of which nobody knows whether they left. */
export const resolveMail = defineCommand({
  name: 'resolve-mail',
  label: 'Décider des messages à vérifier',
  purpose: 'Après une interruption : renvoie des messages, ou les note comme envoyés.',
  input: input.extend({
    decision: z.enum(['resend', 'sent']),
    answers: z.record(z.string(), z.string()).default({}),
  }),
  reads: ({ decision }) => readsFor(decisions[decision]),
  changes: () => [outboxTable.tab],
  decide: (state, { ids, decision }, moment) => decideStates(state, ids, decisions[decision], moment),
});
