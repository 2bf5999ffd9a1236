/** Answers as they arrive: each version of each counts once, in the order of time. */
import type { Answer } from '../tables/answer.ts';
import { receivedOf } from './answers.ts';
import type { AnswerInput } from './answers.ts';
import type { Instant } from './instant.ts';

interface Arriving {
  readonly now: Instant;
  /** The next free number of « Régie · réponses reçues ». */
  readonly nextId: () => string;
}

/**
 * The answers that are not known yet. One that was edited takes back what it said before: whoever moves to another
 * session, or signs for someone else, leaves the first place.
 */
export function newAnswers(
  sent: readonly AnswerInput[],
  known: readonly Answer[],
  { now, nextId }: Arriving,
): readonly Answer[] {
  const seen = new Set(known.map(versionOf));
  const latest = new Map<string, Answer>();
  for (const answer of known) note(latest, answer);
  const received = sent
    .map((one) => receivedOf(one, now))
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '') || (a.response ?? '').localeCompare(b.response ?? ''));
  const answers: Answer[] = [];
  for (const one of received) {
    const version = versionOf(one);
    if (seen.has(version)) continue;
    seen.add(version);
    const before = latest.get(one.response ?? '');
    if (before !== undefined && before.wish === 'yes' && (before.session !== one.session || before.email !== one.email))
      answers.push({ ...before, ...fresh, id: nextId(), submitted_at: one.submitted_at, at: one.at, wish: 'no' });
    const answer = { ...one, ...fresh, id: nextId(), member: null };
    answers.push(answer);
    note(latest, answer);
  }
  return answers;
}

const fresh = { outcome: null, registration: null } as const;

function note(latest: Map<string, Answer>, answer: Answer): void {
  const before = latest.get(answer.response ?? '');
  if (before === undefined || (before.at ?? '') <= (answer.at ?? '')) latest.set(answer.response ?? '', answer);
}

function versionOf({ response, submitted_at }: Pick<Answer, 'response' | 'submitted_at'>): string {
  return `${response ?? ''} ${submitted_at ?? ''}`;
}
