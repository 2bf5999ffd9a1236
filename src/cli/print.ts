/** A preview and its outcome as the runner prints them: one JSON value, or French lines. */
import type { Preview, TabChange } from '../core/preview.ts';
import type { ApplyAnswer, ShowAnswer } from '../core/shell.ts';

/** The JSON of a preview: first what scripts look for, then all the rest. */
export function previewJson({ preview, moment }: ShowAnswer): Readonly<Record<string, unknown>> {
  const { command, digest, changes, problems, questions, effects, ...rest } = preview;
  return { command, digest, changes, problems, questions, effects, ...rest, moment };
}

/** The JSON of an outcome: what became of it, then the preview. */
export function outcomeJson({ outcome, journalId, undoable, shown }: ApplyAnswer): Readonly<Record<string, unknown>> {
  return { ...previewJson(shown), outcome, journalId, undoable };
}

const states: Readonly<Record<Preview['state'], string>> = {
  ready: 'prêt',
  nothing: 'rien à changer',
  question: 'une réponse est attendue',
  refused: 'impossible',
};

/** The preview in French lines. */
export function previewText(preview: Preview): string {
  const { label, state, refusal, summary, changes, questions, problems, effects, digest } = preview;
  return [
    `${label} : ${states[state]}`,
    ...(refusal === null ? [] : [`  ${refusal}`]),
    ...summary.map((sentence) => `  ${sentence}`),
    ...section('Ce qui change', changes.map(changeText)),
    ...section('Questions', questions.flatMap(questionLines)),
    ...section(
      'Qui sera prévenu',
      effects.map(({ kind, to, summary: what }) => `${kind} ${to} : ${what}`),
    ),
    ...section(
      `À vérifier (${problems.length})`,
      problems.map(({ message }) => message),
    ),
    `Empreinte : ${digest}`,
  ].join('\n');
}

/** What became of an apply, in one French sentence. */
export function outcomeText({ outcome, journalId, undoable }: ApplyAnswer): string {
  switch (outcome) {
    case 'applied':
      return `C’est fait${journalId === null ? '' : `, et noté dans « Journal » (${journalId})`}${undoable ? ' ; cela peut être annulé' : ''}.`;
    case 'nothing':
      return 'Rien à changer.';
    case 'changed':
      return 'Le classeur ou la demande n’est plus celui de l’aperçu : rien n’a été fait. Voici ce qui se passerait maintenant.';
    case 'waiting':
      return 'Une réponse est attendue : rien n’a été fait. Donnez-la dans "answers" avec --input.';
    case 'refused':
      return 'Cette action n’est pas possible : rien n’a été fait.';
  }
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function changeText({ tab, added, updated, removed, existence }: TabChange): string {
  const words = { kept: '', created: ' (nouvel onglet)', deleted: ' (onglet supprimé)' } as const;
  const counts = [
    [added, 'ajoutée'],
    [updated, 'modifiée'],
    [removed, 'supprimée'],
  ] as const;
  const parts = counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ligne${count > 1 ? 's' : ''} ${word}${count > 1 ? 's' : ''}`);
  return `« ${tab} »${words[existence]} : ${parts.join(', ') || 'aucune ligne'}`;
}

function questionLines({ id, text, choices, answer }: Preview['questions'][number]): string[] {
  const list = choices.map(({ value, label }) => `${value} (${label})`).join(', ');
  return [text, `  "${id}" : ${answer ?? '— à répondre —'} ; choix : ${list}`];
}
