/** The one way an action goes, whatever the command: show, read, say yes, done, undo. Knows no page. */
import type { ApplyAnswer, ShowAnswer } from '../../core/shell.ts';
import { failureText } from '../server.ts';
import type { Server } from '../server.ts';

/** What an action is given: the command's own fields, and the answers to its questions. */
export type ActionInput = Readonly<Record<string, unknown>>;

/** An action that a person may ask for. */
export interface Action {
  readonly command: string;
  readonly input: ActionInput;
  /** The title of its panel; the command's own label when null. */
  readonly title: string | null;
  /** The words on the button that carries it out; the command's own label when null. */
  readonly yes: string | null;
}

/** Where an action is. */
export type FlowState =
  | { readonly at: 'reading'; readonly shown: ShowAnswer | null }
  | { readonly at: 'shown'; readonly shown: ShowAnswer; readonly note: string | null }
  | { readonly at: 'applying'; readonly shown: ShowAnswer }
  | { readonly at: 'done'; readonly applied: ApplyAnswer }
  | { readonly at: 'failed'; readonly message: string; readonly writing: boolean };

/** An action under way. */
export interface Flow {
  /** Shows again with the input in force. */
  readonly show: () => Promise<void>;
  /** Shows again with another input. */
  readonly change: (input: ActionInput) => Promise<void>;
  /** Shows again with an answer to one question. */
  readonly answer: (question: string, value: string) => Promise<void>;
  /** Carries out exactly what is shown. */
  readonly apply: () => Promise<void>;
  readonly input: () => ActionInput;
}

/** What the panel says when the workbook moved between the preview and the yes. */
export const MOVED =
  'Le classeur a changé depuis l’aperçu : rien n’a été fait. Voici ce qui se passerait maintenant ; relisez, puis confirmez.';

/** Starts nothing by itself: call `show`. Each new state is told; answers that come too late are dropped. */
export function createFlow(server: Server, action: Action, tell: (state: FlowState) => void): Flow {
  let input = action.input;
  let shown: ShowAnswer | null = null;
  let turn = 0;

  const show = async (note: string | null = null): Promise<void> => {
    const mine = ++turn;
    tell({ at: 'reading', shown: shown === null ? null : withAnswers(shown, answersOf(input)) });
    try {
      const answer = await server.show(action.command, input);
      if (mine !== turn) return;
      shown = answer;
      tell({ at: 'shown', shown: answer, note });
    } catch (error) {
      if (mine === turn) tell({ at: 'failed', message: failureText(error), writing: false });
    }
  };
  const change = (next: ActionInput): Promise<void> => {
    input = next;
    return show();
  };
  const apply = async (): Promise<void> => {
    if (shown?.preview.state !== 'ready') return;
    const mine = ++turn;
    tell({ at: 'applying', shown });
    try {
      const applied = await server.apply(input, shown);
      if (mine !== turn) return;
      shown = applied.shown;
      tell(outcome(applied));
    } catch (error) {
      if (mine === turn) tell({ at: 'failed', message: failureText(error), writing: true });
    }
  };
  return {
    show: () => show(),
    change,
    answer: (question, value) => change({ ...input, answers: { ...answersOf(input), [question]: value } }),
    apply,
    input: () => input,
  };
}

/** What is on screen holds her latest answers until the new preview comes. */
function withAnswers(shown: ShowAnswer, answers: Readonly<Record<string, unknown>>): ShowAnswer {
  const questions = shown.preview.questions.map((question) => {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    return typeof answer === 'string' ? { ...question, answer } : question;
  });
  return { ...shown, preview: { ...shown.preview, questions } };
}

function outcome(applied: ApplyAnswer): FlowState {
  switch (applied.outcome) {
    case 'applied':
      return { at: 'done', applied };
    case 'changed':
      return { at: 'shown', shown: applied.shown, note: MOVED };
    case 'nothing':
    case 'waiting':
    case 'refused':
      return { at: 'shown', shown: applied.shown, note: null };
  }
}

/** The answers given so far. */
export function answersOf(input: ActionInput): Readonly<Record<string, string>> {
  const answers = input['answers'];
  if (typeof answers !== 'object' || answers === null) return {};
  return Object.fromEntries(
    Object.entries(answers).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

/** The action that undoes what was just applied, or null when it cannot be undone. */
export function undoOf({ journalId, undoable, shown }: ApplyAnswer): Action | null {
  if (journalId === null || !undoable) return null;
  const tabs = shown.preview.changes.map(({ tab }) => tab);
  return undoAction(journalId, tabs, shown.preview.label);
}

/** The action that undoes a row of the journal. */
export function undoAction(id: string, tabs: readonly string[], label: string): Action {
  return { command: 'undo', input: { id, tabs }, title: `Annuler «\u00a0${label}\u00a0»`, yes: 'Annuler cette action' };
}
