/** A form as its respondents see it: a plain HTML page that a link may have filled in already, and what is said after. */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { StoredForm } from '../google/index.ts';

/** The policy of the page of a form: no script at all, and answers are sent here. */
export const FORM_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page to fill in; `filled` are the values of the address, by entry number. */
export function formPage(form: StoredForm, filled: URLSearchParams, fault: string | null = null): string {
  const questions = form.items.map(({ title, description, questionItem }) =>
    questionField(title ?? '', description ?? '', questionItem?.question ?? {}, filled),
  );
  const closed = !form.isPublished || !form.isAcceptingResponses;
  const body = closed
    ? '<p>Ce formulaire n’accepte plus de réponses.</p>'
    : `<form method="post" action="formResponse">${questions.join('')}<button type="submit">Envoyer</button></form>`;
  const notice = fault === null ? '' : `<p role="alert" class="fault">${escaped(fault)}</p>`;
  return page(form.title, `${described(form.description)}${notice}${body}`);
}

/** The page after an answer was sent. */
export function sentPage(form: StoredForm): string {
  return page(
    form.title,
    '<p>Votre réponse a été enregistrée.</p><p><a href="viewform">Envoyer une autre réponse</a></p>',
  );
}

/** The answers by question, from what the page of the form sent by entry. */
export function answersFrom(form: StoredForm, sent: URLSearchParams): Record<string, string> {
  const ids = form.items.map(({ questionItem }) => questionItem?.question?.questionId ?? '');
  return Object.fromEntries(ids.filter((id) => id !== '').map((id) => [id, sent.get(entryOf(id)) ?? '']));
}

/** The title of the first required question that has no answer; null when all have one. */
export function missingAnswer(form: StoredForm, answers: Readonly<Record<string, string>>): string | null {
  const missing = form.items.find(({ questionItem }) => {
    const { required, questionId } = questionItem?.question ?? {};
    return required === true && (answers[questionId ?? ''] ?? '').trim() === '';
  });
  return missing?.title ?? null;
}

function entryOf(questionId: string): string {
  return `entry.${String(parseInt(questionId, 16))}`;
}

function questionField(
  title: string,
  help: string,
  { questionId, required, choiceQuestion, textQuestion }: forms_v1.Schema$Question,
  filled: URLSearchParams,
): string {
  const name = entryOf(questionId ?? '0');
  const value = filled.get(name) ?? '';
  const label = `${escaped(title)}${required === true ? ' <span aria-hidden="true">*</span>' : ''}`;
  const hint = help === '' ? '' : `<p class="help">${escaped(help)}</p>`;
  const needed = required === true ? ' required' : '';
  if (choiceQuestion) {
    const options = (choiceQuestion.options ?? []).map(({ value: choice }) => {
      const checked = choice === value ? ' checked' : '';
      const text = escaped(choice ?? '');
      return `<label class="option"><input type="radio" name="${name}" value="${text}"${checked}${needed}> ${text}</label>`;
    });
    return `<fieldset><legend>${label}</legend>${hint}${options.join('')}</fieldset>`;
  }
  const field =
    textQuestion?.paragraph === true
      ? `<textarea id="${name}" name="${name}" rows="4"${needed}>${escaped(value)}</textarea>`
      : `<input id="${name}" name="${name}" value="${escaped(value)}"${needed}>`;
  return `<div class="question"><label for="${name}">${label}</label>${hint}${field}</div>`;
}

function described(text: string): string {
  return text
    .split(/\n{2,}/u)
    .filter((part) => part !== '')
    .map((part) => `<p>${escaped(part)}</p>`)
    .join('');
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`;
}

const STYLE = `body{margin:0;background:#f0ebf8;font:16px/1.5 Arial,sans-serif;color:#1f1f1f}
main{max-width:640px;margin:24px auto;padding:24px 32px;background:#fff;border-top:8px solid #1f3a5f;border-radius:8px}
h1{font-size:28px;font-weight:400;margin:0 0 12px}fieldset,.question{border:0;border-top:1px solid #dadce0;margin:0;padding:16px 0}
legend,.question>label{font-weight:bold;padding:0}legend{float:left;width:100%}legend+*{clear:both}.help{margin:2px 0 6px;color:#5f6368;font-size:14px}.option{display:block;padding:4px 0}
.question input,textarea{display:block;box-sizing:border-box;width:100%;margin-top:6px;padding:8px;border:1px solid #8e918f;border-radius:4px;font:inherit}
button{padding:10px 24px;border:0;border-radius:4px;background:#1f3a5f;color:#fff;font:inherit;cursor:pointer}.fault{color:#b3261e}`;

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? '');
}
