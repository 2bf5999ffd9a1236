/** Answers the pages: one request in, one reply out, both JSON texts; nothing is ever thrown at a page. */
import * as z from 'zod';
import type { Command } from '../core/command.ts';
import { commandNamed } from '../core/commands/index.ts';
import { requests } from '../core/rpc.ts';
import type { Answers, Method, Reply, RequestOf } from '../core/rpc.ts';
import { apply, drive, GoogleRefused, look, show } from '../core/shell.ts';
import type { Ask } from '../core/shell.ts';
import { viewNamed } from '../core/views/index.ts';
import { badInputSentence } from './bad-input.ts';
import { catchUp, keepCalendarNow } from './catch-up.ts';
import { makeRegistrationForm, readAnswers } from './forms.ts';
import { sentences } from './french.ts';
import {
  activate,
  currentMoment,
  currentPass,
  currentRow,
  currentSpreadsheetId,
  perform,
  report,
  withLock,
} from './google.ts';
import { openPage } from './pages.ts';
import { readPass } from './pass.ts';
import type { Pass } from './pass.ts';
import { classify, GoogleSilent, SheetsMissing } from './trouble.ts';

type Refusal = Extract<Reply<Method>, { ok: false }>;

/** A refusal that is ready to be shown. */
class Refused extends Error {
  override name = 'Refused';
  readonly code: Refusal['code'];
  constructor(code: Refusal['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** The reply to a page's request, as JSON text; the pass says where and who, and is read anew when there is none. */
export function answer(method: unknown, json: unknown, pass: unknown): string {
  return JSON.stringify(reply(method, json, readPass(pass)));
}

function reply(method: unknown, json: unknown, pass: Pass | null): Reply<Method> {
  try {
    if (!isMethod(method)) throw new Refused('input', sentences.badRequest);
    const parsed = requests[method].safeParse(parseJson(json));
    if (!parsed.success) throw new Refused('input', sentences.badRequest);
    return { ok: true, answer: answerOf(method, parsed.data, pass) };
  } catch (error) {
    return refusalOf(error, method === 'apply');
  }
}

function isMethod(method: unknown): method is Method {
  return typeof method === 'string' && Object.keys(requests).includes(method);
}

function parseJson(json: unknown): unknown {
  try {
    return JSON.parse(String(json));
  } catch {
    throw new Refused('input', sentences.badRequest);
  }
}

type Handlers = { readonly [M in Method]: (request: RequestOf<M>, pass: Pass | null) => Answers[M] };

const handlers: Handlers = {
  look: ({ view: name, input, known }, pass) => {
    const view = viewNamed(name);
    if (!view) throw new Refused('input', sentences.unknownView(name));
    const answered = drive(look(view, input, currentMoment(), known), performer(pass));
    // The shell's generator is typed for any view; its two keys are those of the contract.
    return answered as Answers['look'];
  },
  show: ({ command: name, input, known }, pass) => {
    const command = checkedCommand(name, input);
    return drive(show({ command, input, moment: currentMoment(), known }), performer(pass));
  },
  apply: ({ command: name, input, moment, digest, known }, pass) => {
    const command = checkedCommand(name, input);
    const { spreadsheetId, who } = pass ?? currentPass();
    const done = withLock(() =>
      drive(apply({ command, input, moment, known }, digest, who), (ask) => perform(spreadsheetId, ask)),
    );
    if (!done) throw new Refused('busy', sentences.busy);
    return done.result;
  },
  catchUp: ({ known, seconds }, pass) => {
    const at = pass ?? currentPass();
    return catchUp({ spreadsheetId: at.spreadsheetId, known, budget: seconds * 1000 }, at.who);
  },
  forms: ({ known, make }, pass) => {
    const { spreadsheetId, who } = pass ?? currentPass();
    return make ? makeRegistrationForm({ spreadsheetId, known, who }) : readAnswers({ spreadsheetId, known, who });
  },
  keepCalendar: ({ known, seconds }, pass) => {
    const at = pass ?? currentPass();
    return keepCalendarNow({ spreadsheetId: at.spreadsheetId, known, budget: seconds * 1000 }, at.who);
  },
  goTo: ({ tab, cell }) => ({ done: activate(tab, cell) }),
  selection: () => {
    const row = currentRow();
    return { tab: row?.tab ?? null, ids: (row?.texts ?? []).filter((text) => /^[A-Z]{1,5}-\d{1,9}$/u.test(text)) };
  },
  open: ({ page }, pass) => {
    openPage(page, pass ?? currentPass());
    return { done: true };
  },
};

function answerOf<M extends Method>(method: M, request: unknown, pass: Pass | null): Answers[M] {
  // The request was parsed by the schema of this very method.
  return handlers[method](request as RequestOf<M>, pass);
}

function performer(pass: Pass | null): (ask: Ask) => unknown {
  const spreadsheetId = pass?.spreadsheetId ?? currentSpreadsheetId();
  return (ask) => perform(spreadsheetId, ask);
}

function checkedCommand(name: string, input: unknown): Command {
  const command = commandNamed(name);
  if (!command) throw new Refused('input', sentences.unknownCommand(name));
  const parsed = command.input.safeParse(input ?? {});
  if (parsed.success) return command;
  throw new Refused('input', sentences.badInput(command.label, badInputSentence(parsed.error, input)));
}

function refusalOf(error: unknown, writing: boolean): Refusal {
  if (error instanceof Refused) return { ok: false, message: error.message, code: error.code };
  report(error);
  const [code, message] = worded(isOfGoogle(error) ? classify(error) : error, writing);
  return { ok: false, message, code };
}

/** Apps Script names its own errors so; ours and the language's have other names. */
function isOfGoogle(error: unknown): boolean {
  return error instanceof Error && (error.name === 'Exception' || error.name.startsWith('GoogleJson'));
}

function worded(error: unknown, writing: boolean): readonly [Refusal['code'], string] {
  if (error instanceof SheetsMissing) return ['refused', sentences.sheetsMissing];
  if (error instanceof GoogleSilent) return ['internal', writing ? sentences.silentWriting : sentences.silentReading];
  if (error instanceof GoogleRefused) return [error.status === 429 ? 'busy' : 'refused', wordedStatus(error)];
  if (error instanceof z.ZodError) return ['input', sentences.badRequest];
  return ['internal', sentences.internal(error instanceof Error ? error.message.slice(0, 300) : 'inconnue')];
}

function wordedStatus({ status, message }: GoogleRefused): string {
  if (status === 429) return sentences.overloaded;
  if (status === 401 || status === 403) return sentences.forbidden;
  if (status === 404) return sentences.lost;
  return sentences.refused(message.slice(0, 300));
}
