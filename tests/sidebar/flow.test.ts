import type { ApplyAnswer, ShowAnswer } from '../../src/core/shell.ts';
import { createFlow, MOVED, undoOf } from '../../src/sidebar/flow/flow.ts';
import type { FlowState } from '../../src/sidebar/flow/flow.ts';
import { runNow } from '../../src/sidebar/flow/now.ts';
import { ServerFailure } from '../../src/sidebar/server.ts';
import type { Server } from '../../src/sidebar/server.ts';
import { appliedOf, previewOf, questions, shownOf } from './harness/samples.ts';

const action = { command: 'build-budget', input: { year: 2023 }, title: null, yes: null };

interface Answers {
  readonly show?: (input: unknown) => Promise<ShowAnswer>;
  readonly apply?: () => Promise<ApplyAnswer>;
}

/** A server that shows and applies as told, and keeps the inputs it was given. */
function serverWith({ show, apply }: Answers) {
  const inputs: unknown[] = [];
  const never = () => Promise.reject(new Error('not asked for in this test'));
  const server: Server = {
    look: never,
    catchUp: never,
    forms: never,
    keepCalendar: never,
    goTo: never,
    selection: never,
    open: never,
    forget: () => undefined,
    show: (_command, input) => {
      inputs.push(input);
      return (show ?? (() => Promise.resolve(shownOf(previewOf({})))))(input);
    },
    apply: (input) => {
      inputs.push(input);
      return (apply ?? (() => Promise.resolve(appliedOf(previewOf({})))))();
    },
  };
  return { server, inputs };
}

function flowOver(answers: Answers) {
  const states: FlowState[] = [];
  const { server, inputs } = serverWith(answers);
  return { flow: createFlow(server, action, (state) => states.push(state)), states, inputs };
}

test('an action is read, shown, applied and done', async () => {
  const { flow, states } = flowOver({});
  await flow.show();
  await flow.apply();
  expect(states.map(({ at }) => at)).toEqual(['reading', 'shown', 'applying', 'done']);
});

test('answer() shows again with all answers so far and the fields of the action', async () => {
  const { flow, inputs } = flowOver({});
  await flow.answer('a', 'oui');
  await flow.answer('b', 'non');
  expect(inputs).toEqual([
    { year: 2023, answers: { a: 'oui' } },
    { year: 2023, answers: { a: 'oui', b: 'non' } },
  ]);
});

test('a preview that comes after a newer one was asked for is dropped', async () => {
  const late: ((answer: ShowAnswer) => void)[] = [];
  const { flow, states } = flowOver({ show: () => new Promise((resolve) => late.push(resolve)) });
  const works = [flow.answer('a', 'old'), flow.answer('a', 'new')];
  late[1]?.(shownOf(previewOf({ digest: 'new' })));
  late[0]?.(shownOf(previewOf({ digest: 'old' })));
  await Promise.all(works);
  expect(states.flatMap((state) => (state.at === 'shown' ? [state.shown.preview.digest] : []))).toEqual(['new']);
});

test('a preview that waits for an answer, refuses or changes nothing is never applied', async () => {
  for (const state of ['question', 'refused', 'nothing'] as const) {
    const { flow, inputs } = flowOver({ show: () => Promise.resolve(shownOf(previewOf({ state }))) });
    await flow.show();
    await flow.apply();
    expect(inputs).toHaveLength(1);
  }
});

test('a workbook that moved in between shows the new preview, says why, and applies that one', async () => {
  const moved = shownOf(previewOf({ digest: 'moved' }));
  const { flow, states } = flowOver({
    apply: () =>
      Promise.resolve({
        outcome: 'changed',
        journalId: null,
        undoable: false,
        mails: { waiting: 0, drafts: 0 },
        shown: moved,
      }),
  });
  await flow.show();
  await flow.apply();
  expect(states.at(-1)).toEqual({ at: 'shown', shown: moved, note: MOVED });
});

test('an apply that gets no answer may have happened: trying again reads first', async () => {
  const { flow, states } = flowOver({ apply: () => Promise.reject(new ServerFailure('Coupure.')) });
  await flow.show();
  await flow.apply();
  expect(states.at(-1)).toEqual({ at: 'failed', message: 'Coupure.', writing: true });
  await flow.show();
  expect(states.at(-1)?.at).toBe('shown');
});

test('undoOf() undoes the journal row that was written, over the tabs that changed', () => {
  const applied = appliedOf(previewOf({}));
  expect(undoOf(applied)?.input).toEqual({ id: 'J-0003', tabs: ['Budget prévisionnel', 'À vérifier'] });
  expect(undoOf({ ...applied, undoable: false })).toBeNull();
  expect(undoOf({ ...applied, journalId: null })).toBeNull();
});

test('runNow() carries out an action at once and gives back its undo', async () => {
  const show = () => Promise.resolve(shownOf(previewOf({ effects: [] })));
  const { server, inputs } = serverWith({ show });
  const ended = await runNow(server, action);
  expect(ended?.undo?.command).toBe('undo');
  expect(inputs).toHaveLength(2);
});

test('runNow() applies nothing when something must be read first: a question, people to tell, a refusal', async () => {
  const previews = [
    previewOf({}),
    previewOf({ effects: [], questions }),
    previewOf({ effects: [], state: 'refused', refusal: 'Non.' }),
  ];
  for (const preview of previews) {
    const { server, inputs } = serverWith({ show: () => Promise.resolve(shownOf(preview)) });
    expect(await runNow(server, action)).toBeNull();
    expect(inputs).toHaveLength(1);
  }
});
