/** What she reads before she says yes: the same value feeds the sidebar, the CLI and the journal. */
import { titleIn } from './command.ts';
import type { Command, Effect, Moment, Question, State, Wish } from './command.ts';
import { createHasher } from './digest.ts';
import { hashPlan, isEmptyPlan, planOf, rowCounts } from './plan.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';

/** How many rows of a tab change. */
export interface TabChange {
  readonly tab: string;
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly existence: 'kept' | 'created' | 'deleted';
}

/** What a command would do, in plain data; `digest` identifies exactly this and is given back to apply it. */
export interface Preview {
  readonly command: string;
  readonly label: string;
  readonly digest: string;
  /** "ready" can be applied; "nothing" changes nothing; "question" waits for an answer; "refused" says why. */
  readonly state: 'ready' | 'nothing' | 'question' | 'refused';
  readonly refusal: string | null;
  readonly summary: readonly string[];
  readonly changes: readonly TabChange[];
  readonly problems: readonly Problem[];
  readonly questions: readonly Question[];
  readonly effects: readonly Effect[];
  readonly details: unknown;
}

/** A decision ready to be shown or carried out. */
export interface Decision {
  readonly wish: Wish;
  readonly plan: Plan;
  readonly preview: Preview;
}

/** What the command decides on this state; a wish outside the tabs that the command names is a fault of ours and throws. */
export function decide(command: Command, state: State, request: { input: unknown; moment: Moment }): Decision {
  const wish = command.decide(state, request.input, request.moment);
  const waiting = wish.questions.some((question) => question.answer === null);
  const plan = wish.refusal !== null || waiting ? { tabs: [] } : planOf(state.workbook, wish.tabs);
  const allowed = command.changes(request.input);
  const outside = plan.tabs.find(({ tab }) => !allowed.includes(tab));
  if (outside)
    throw new Error(
      `Cannot run command "${command.name}": it wishes to change tab "${outside.tab}", which it does not name`,
    );
  const nothing = isEmptyPlan(plan) && wish.outbox.length === 0;
  return { wish, plan, preview: previewOf({ command, state, wish, plan, waiting, nothing }) };
}

interface Parts {
  readonly command: Command;
  readonly state: State;
  readonly wish: Wish;
  readonly plan: Plan;
  readonly waiting: boolean;
  readonly nothing: boolean;
}

function previewOf({ command, state, wish, plan, waiting, nothing }: Parts): Preview {
  const { refusal, summary, problems, questions, effects, details } = wish;
  return {
    command: command.name,
    label: command.label,
    digest: digestOfPromise(command, wish, plan),
    state: refusal !== null ? 'refused' : waiting ? 'question' : nothing ? 'nothing' : 'ready',
    refusal,
    summary: nothing && summary.length === 0 && refusal === null && !waiting ? ['Rien à changer.'] : summary,
    changes: plan.tabs.map((tabPlan) => ({
      tab: titleIn(state, tabPlan.tab),
      ...rowCounts(state.workbook[tabPlan.tab] ?? [], tabPlan, headersOf(wish, tabPlan.tab)),
      existence: tabPlan.existence,
    })),
    problems,
    questions,
    effects,
    details,
  };
}

function headersOf({ dress, headers }: Wish, tab: string): number {
  return dress[tab]?.frozenRows ?? headers[tab] ?? 0;
}

/** The hash of all that would be done and all that was asked: two previews with the same one promise the same. */
function digestOfPromise(command: Command, { outbox, effects, questions, refusal }: Wish, plan: Plan): string {
  const hasher = createHasher();
  const answered = questions.map(({ id, answer }) => [id, answer]);
  hasher.text(JSON.stringify([command.name, outbox, effects, answered, refusal]));
  hashPlan(plan, hasher);
  return hasher.digest();
}
