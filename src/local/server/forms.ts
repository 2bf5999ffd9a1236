import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalGoogle, StoredForm } from '../google/index.ts';
import { answersFrom, FORM_POLICY, formPage, missingAnswer, sentPage } from './form-page.ts';
import { bodyOf, send } from './reply.ts';

const LARGEST_ANSWER = 1_000_000;

/** What filling a form in needs of the workspace. */
export type FormDesk = {
  readonly google: LocalGoogle;
  readonly now: () => number;
  /** What follows an answer: the triggers of that form. */
  readonly submitted: (formId: string) => void;
};

/** Serves the forms at the addresses that Google gives them, and takes answers; false when it is not one of them. */
export function answerForm(desk: FormDesk, request: IncomingMessage, response: ServerResponse): boolean {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, id, page] = /^\/forms\/d\/e\/([\w-]+)\/(viewform|formResponse)$/u.exec(url.pathname) ?? [];
  const form = id === undefined ? undefined : desk.google.forms().respondedAt(id);
  if (form === undefined) return false;
  if (request.method === 'POST' && page === 'formResponse') {
    void take(desk, form, request).then(
      (html) => show(response, html),
      (error: unknown) => {
        console.error(error);
        show(response, formPage(form, new URLSearchParams(), 'Votre réponse n’a pas pu être enregistrée.'));
      },
    );
    return true;
  }
  if (request.method !== 'GET') return false;
  show(response, formPage(form, url.searchParams));
  return true;
}

async function take(desk: FormDesk, form: StoredForm, request: IncomingMessage): Promise<string> {
  const sent = new URLSearchParams((await bodyOf(request, LARGEST_ANSWER, 'Réponse trop longue.')).toString('utf8'));
  const answers = answersFrom(form, sent);
  const missing = missingAnswer(form, answers);
  if (missing !== null) return formPage(form, sent, `La question « ${missing} » attend une réponse.`);
  desk.google.forms().submit(form.formId, answers, new Date(desk.now()));
  desk.submitted(form.formId);
  return sentPage(form);
}

function show(response: ServerResponse, body: string): void {
  // With no referrer at all, browsers do not say which page posts.
  const headers = { 'content-security-policy': FORM_POLICY, 'referrer-policy': 'same-origin' };
  send(response, { type: 'text/html; charset=utf-8', body, headers });
}
