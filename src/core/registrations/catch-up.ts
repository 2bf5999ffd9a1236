/** Reading the form and bringing its choices up to date: re-runnable, killed anywhere it converges; outside the host's lock. */
import type { Ask, Steps } from '../asks.ts';
import { GoogleRefused } from '../asks.ts';
import type { Moment, State } from '../command.ts';
import { recordAnswers } from '../commands/record-answers.ts';
import { recordForm } from '../commands/record-form.ts';
import { plusDays } from '../day.ts';
import { mailRules } from '../mails/settings.ts';
import { decide } from '../preview.ts';
import { knownAfter, readTabs, stateOf } from '../read-tabs.ts';
import { readTable } from '../records.ts';
import { readSnapshot } from '../snapshot.ts';
import { associationSetting, settingText } from '../settings.ts';
import { apply } from '../shell.ts';
import type { ApplyAnswer } from '../shell.ts';
import { registrationTable } from '../tables/registration.ts';
import { answersIn } from './answers.ts';
import type { AnswerInput } from './answers.ts';
import { readDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { formRequests, wantedForm } from './form.ts';
import type { RemoteForm, WantedForm } from './form.ts';
import type { Instant } from './instant.ts';
import { openSessions } from './sessions.ts';

/** One call of Forms v1. */
export interface FormCall {
  readonly verb: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** True when nothing of the answer is needed. */
  readonly blind?: boolean;
}

/** What reading the form asks of a host besides Sheets. */
export type FormAsk =
  /** Calls Forms v1, all at once; answers their JSON in order, or throws `GoogleRefused`. */
  | { readonly do: 'forms'; readonly calls: readonly FormCall[] }
  /** Does the steps while no other run writes; answers `{result}`, or null when another one holds on. */
  | { readonly do: 'locked'; readonly steps: Steps<unknown> }
  /** The civil day and time in Paris. */
  | { readonly do: 'moment' };

type FormSteps<T> = Generator<Ask | FormAsk, T, unknown>;

/** How a run is made. */
export interface FormRun {
  readonly known: readonly string[] | null;
  /** Who the journal says did it. */
  readonly who: string;
  /** Google's instants in Paris time. */
  readonly civil: (instant: string) => Instant;
}

/** What a run came to. */
export interface FormReport {
  /** How many answers were taken into account. */
  readonly received: number;
  /** French: why something waits; null when all is well. */
  readonly trouble: string | null;
  /** The address of the form; null as long as there is none. */
  readonly link: string | null;
  /** Its number at Google; null likewise. */
  readonly form: string | null;
  /** How many mails wait to be sent because of this run. */
  readonly waiting: number;
}

const TRIES = 3;
const MOST_PAGES = 20;
const BUSY = 'Une autre action de Régie est en cours : les réponses seront relevées dans dix minutes.';

/** Makes the form when there is none, fills in what it lacks, and opens it. */
export function* makeForm(run: FormRun): FormSteps<FormReport> {
  const { desk } = yield* readAll(run.known, yield* now());
  if (desk.form === null) {
    const { title } = wantedFrom(desk, [], yield* now());
    const made = yield* callForms([
      { verb: 'POST', path: '/v1/forms', body: { info: { title, documentTitle: title } } },
    ]);
    const { formId = '', responderUri = '' } = (made[0] ?? {}) as { formId?: string; responderUri?: string };
    const input = { form: formId, link: responderUri };
    // Null: what is known of the tabs was read before the form was made, which took its time.
    const steps = apply({ command: recordForm, input, moment: yield* now(), known: null }, null, run.who);
    const noted = yield* locked(steps);
    if (noted === null) return { received: 0, trouble: BUSY, link: null, form: null, waiting: 0 };
    if (noted.shown.preview.refusal !== null)
      return { received: 0, trouble: noted.shown.preview.refusal, link: null, form: null, waiting: 0 };
  }
  return yield* catchUpForm({ ...run, known: null }, true);
}

/** Takes the new answers into account, gives or offers the free seats, and brings the choices of the form up to date. */
export function* catchUpForm(run: FormRun, open = false): FormSteps<FormReport> {
  const moment = yield* now();
  const { desk, state, known } = yield* readAll(run.known, moment);
  const found = yield* readForm(desk, run);
  const input = { responses: found.answers };
  const decision = decide(recordAnswers, state, { input, moment });
  let trouble = found.trouble ?? decision.preview.refusal;
  let registrations = desk.registrations;
  let waiting = 0;
  if (decision.preview.state === 'ready') {
    const recorded = yield* record({ ...run, known }, input, moment);
    trouble = recorded.trouble ?? trouble;
    waiting = recorded.waiting;
    const grid = decision.wish.tabs[registrationTable.tab];
    if (grid) registrations = readTable(registrationTable, grid).records;
  }
  if (found.form !== null && desk.form?.form)
    yield* updateForm(desk.form.form, found.form, { wanted: wantedFrom(desk, registrations, moment), open });
  return {
    ...{ received: found.answers.length, trouble, waiting },
    ...{ link: desk.form?.link ?? null, form: desk.form?.form ?? null },
  };
}

function* record(run: FormRun, input: unknown, moment: Moment): FormSteps<Pick<FormReport, 'trouble' | 'waiting'>> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const known = attempt === 1 ? run.known : null;
    const done = yield* locked(apply({ command: recordAnswers, input, moment, known }, null, run.who));
    if (done === null) break;
    if (done.outcome !== 'changed') return { trouble: done.shown.preview.refusal, waiting: done.mails.waiting };
  }
  return { trouble: BUSY, waiting: 0 };
}

interface Found {
  readonly form: RemoteForm | null;
  readonly answers: readonly AnswerInput[];
  readonly trouble: string | null;
}

/** The form as it is, and its answers that are not known yet; without it, seats go on by what the workbook says. */
function* readForm({ form, answers }: Desk, { civil }: FormRun): FormSteps<Found> {
  if (!form?.form) return { form: null, answers: [], trouble: null };
  const path = `/v1/forms/${form.form}`;
  const since = sinceOf(answers.map(({ submitted_at: at }) => at ?? ''));
  const filter = since === null ? '' : `?filter=${encodeURIComponent(`timestamp >= ${since}`)}`;
  const known = new Set(answers.map(({ response, submitted_at: at }) => `${response ?? ''} ${at ?? ''}`));
  try {
    const [first, remote] = yield* callForms([
      { verb: 'GET', path: `${path}/responses${filter}` },
      { verb: 'GET', path },
    ]);
    const pages: unknown[] = [first];
    for (let token = tokenOf(first); token !== null && pages.length < MOST_PAGES; token = tokenOf(pages.at(-1))) {
      const sign = filter === '' ? '?' : '&';
      pages.push(...(yield* callForms([{ verb: 'GET', path: `${path}/responses${filter}${sign}pageToken=${token}` }])));
    }
    const found = pages.flatMap((page) => answersIn(page, civil));
    const fresh = found.filter(({ response, submitted_at: at }) => !known.has(`${response} ${at}`));
    return { form: remote as RemoteForm, answers: fresh, trouble: null };
  } catch (error) {
    if (!(error instanceof GoogleRefused)) throw error;
    return { form: null, answers: [], trouble: refusalSentence(error) };
  }
}

function refusalSentence({ status }: GoogleRefused): string {
  if (status === 404) return 'Le formulaire d’inscription est introuvable : a-t-il été supprimé de votre Drive ?';
  if (status === 429) return 'Google limite le nombre d’opérations : les réponses seront relevées dans dix minutes.';
  return 'Google refuse l’accès au formulaire d’inscription : ouvrez Régie avec le compte qui l’a créé, et acceptez ce qu’elle demande.';
}

/** A day before the latest answer: what came late is read again, and known by its number. */
function sinceOf(instants: readonly string[]): string | null {
  const latest = instants
    .filter((at) => /^\d{4}-\d{2}-\d{2}T/u.test(at))
    .sort()
    .at(-1);
  return latest === undefined ? null : `${plusDays(latest.slice(0, 10), -1)}T00:00:00Z`;
}

function tokenOf(page: unknown): string | null {
  const { nextPageToken = null } = (page ?? {}) as { readonly nextPageToken?: string | null };
  return nextPageToken === null || nextPageToken === '' ? null : encodeURIComponent(nextPageToken);
}

/** A form that was changed meanwhile is left as it is: the next run reads it again. */
function* updateForm(
  id: string,
  form: RemoteForm,
  { wanted, open }: { readonly wanted: WantedForm; readonly open: boolean },
): FormSteps<void> {
  const requests = formRequests(form, wanted);
  const path = `/v1/forms/${id}`;
  const writeControl = form.revisionId === undefined ? {} : { writeControl: { requiredRevisionId: form.revisionId } };
  const state = { isPublished: true, isAcceptingResponses: true };
  try {
    if (requests.length > 0)
      yield* callForms([
        { verb: 'POST', path: `${path}:batchUpdate`, body: { requests, ...writeControl }, blind: true },
      ]);
    if (open)
      yield* callForms([
        {
          verb: 'POST',
          path: `${path}:setPublishSettings`,
          body: { publishSettings: { publishState: state }, updateMask: 'publishState' },
          blind: true,
        },
      ]);
  } catch (error) {
    if (open || !(error instanceof GoogleRefused)) throw error;
  }
}

function wantedFrom(desk: Desk, registrations: Desk['registrations'], moment: Moment): WantedForm {
  const open = openSessions(desk.sessions, moment, desk.rules.openDays);
  return wantedForm(open, registrations, {
    association: settingText(desk.settings, associationSetting),
    contact: mailRules(desk.settings, moment.today).replyTo,
  });
}

interface All {
  readonly desk: Desk;
  readonly state: State;
  readonly known: readonly string[] | null;
}

function* readAll(known: readonly string[] | null, moment: Moment): FormSteps<All> {
  const reads = recordAnswers.reads({ responses: [] });
  // Some of these tabs come later: with the list at hand, none of them is asked for in vain.
  const titles = known ?? titlesIn(yield { do: 'get', ranges: null, fields: TITLES });
  const reading = yield* readTabs(reads, false, titles);
  const state = stateOf(reading, reads);
  return { desk: readDesk(state, moment), state, known: knownAfter(reading, reads) ?? titles };
}

const TITLES = 'properties(title),sheets(properties(sheetId,title,index))';

function titlesIn(list: unknown): readonly string[] {
  return readSnapshot(list).tabs.map(({ title }) => title);
}

// The host answers each ask as it is declared.
function* now(): FormSteps<Moment> {
  return (yield { do: 'moment' }) as Moment;
}

function* callForms(calls: readonly FormCall[]): FormSteps<readonly unknown[]> {
  return (yield { do: 'forms', calls }) as readonly unknown[];
}

function* locked(steps: Steps<ApplyAnswer>): FormSteps<ApplyAnswer | null> {
  const done = (yield { do: 'locked', steps }) as { readonly result: ApplyAnswer } | null;
  return done?.result ?? null;
}
