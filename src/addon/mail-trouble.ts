/** Why a mail did not leave, told apart by the words of either language; what nobody knows is never called a refusal. */
import type { Sent } from '../core/catch-up.ts';
import { foldMessage } from './trouble.ts';

const refused = (reason: string): Sent => ({ outcome: 'refused', reason });
const stopped = (stop: 'quota' | 'rights', reason: string): Sent => ({ outcome: 'untried', reason, stop });

// Without accents nor capitals; the first that fits wins.
const fates: readonly (readonly [RegExp, Sent])[] = [
  [
    /invoked too many times for one day|daily limit|trop de fois (?:en|par) (?:une )?jour|limite quotidienne/u,
    stopped('quota', 'Le nombre de messages permis aujourd’hui est atteint : celui-ci partira demain.'),
  ],
  [
    /invoked too many times in a short time|rate limit|trop de fois (?:en|dans) peu de temps|limite de debit/u,
    stopped('quota', 'Google limite les envois rapprochés : celui-ci partira au prochain passage.'),
  ],
  [
    /authorization is required|permission|autorisation|not sufficient|pas autorise/u,
    stopped('rights', 'Google n’autorise pas encore Régie à envoyer des messages : ouvrez Régie et acceptez.'),
  ],
  [
    /invalid email|adresse e-?mail (?:incorrecte|non valide|invalide)|no recipient|aucun destinataire/u,
    refused('Google ne reconnaît pas cette adresse. Corrigez « Destinataire », puis renvoyez ce message.'),
  ],
  [
    /body size|argument too large|taille du corps|argument trop (?:grand|volumineux)/u,
    refused('Google trouve ce message trop long. Raccourcissez-le, puis renvoyez-le.'),
  ],
];

const unknown: Sent = {
  outcome: 'uncertain',
  reason:
    'Google n’a pas confirmé l’envoi : ce message est peut-être parti. Regardez dans vos messages envoyés avant de décider.',
};

/** What became of the mail whose sending failed so. */
export function fateOf(error: unknown): Sent {
  const message = foldMessage(error instanceof Error ? error.message : String(error));
  return fates.find(([pattern]) => pattern.test(message))?.[1] ?? unknown;
}
