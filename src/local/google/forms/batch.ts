/** `forms.batchUpdate`: all requests or none; those that Régie does not send are refused by name. */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { GoogleRefused, notEmulated } from '../refused.ts';
import type { StoredForm } from './stored.ts';

type Item = forms_v1.Schema$Item;

/** The form after the requests, with their replies. */
export function updatedForm(
  form: StoredForm,
  body: unknown,
): { readonly next: StoredForm; readonly replies: forms_v1.Schema$Response[] } {
  const { requests, writeControl } = (body ?? {}) as forms_v1.Schema$BatchUpdateFormRequest;
  if (!Array.isArray(requests) || requests.length === 0)
    throw new GoogleRefused(400, 'Must specify at least one request.');
  const required = writeControl?.requiredRevisionId ?? null;
  if (required !== null && required !== String(form.revision).padStart(8, '0'))
    throw new GoogleRefused(400, `The required revision ID '${required}' does not match the latest revision.`);
  if (writeControl?.targetRevisionId) throw notEmulated('writeControl.targetRevisionId');
  const replies: forms_v1.Schema$Response[] = [];
  let next: StoredForm = form;
  for (const request of requests) {
    const done = applied(next, request);
    next = done.form;
    replies.push(done.reply);
  }
  return { next: { ...next, revision: form.revision + 1 }, replies };
}

interface Applied {
  readonly form: StoredForm;
  readonly reply: forms_v1.Schema$Response;
}

function applied(form: StoredForm, request: forms_v1.Schema$Request): Applied {
  const [kind, ...others] = Object.keys(request);
  if (kind === undefined || others.length > 0) throw new GoogleRefused(400, 'Exactly one kind of request must be set.');
  if (request.updateFormInfo) return { form: withInfo(form, request.updateFormInfo), reply: {} };
  if (request.createItem) return withItem(form, request.createItem);
  if (request.updateItem) return { form: withUpdated(form, request.updateItem), reply: {} };
  throw notEmulated(`the Forms request "${kind}"`);
}

function withInfo(form: StoredForm, { info, updateMask }: forms_v1.Schema$UpdateFormInfoRequest): StoredForm {
  const fields = maskOf(updateMask);
  const strange = fields.find((field) => field !== 'title' && field !== 'description');
  if (strange !== undefined) throw new GoogleRefused(400, `Invalid update mask: ${strange}`);
  const title = fields.includes('title') ? (info?.title ?? '') : form.title;
  if (title === '') throw new GoogleRefused(400, 'Form title is required.');
  checkLine(title);
  return { ...form, title, description: fields.includes('description') ? (info?.description ?? '') : form.description };
}

function withItem(form: StoredForm, { item, location }: forms_v1.Schema$CreateItemRequest): Applied {
  const index = location?.index ?? 0;
  if (!item) throw new GoogleRefused(400, 'Item is required.');
  if (index < 0 || index > form.items.length) throw outOfRange(index, form.items.length);
  const made = checkedItem({ ...item, itemId: item.itemId ?? freeId(form) }, form.items);
  const items = [...form.items.slice(0, index), made, ...form.items.slice(index)];
  return {
    form: { ...form, items },
    reply: {
      createItem: {
        itemId: made.itemId ?? '',
        questionId: [made.questionItem?.question?.questionId ?? ''],
      },
    },
  };
}

function withUpdated(form: StoredForm, { item, location, updateMask }: forms_v1.Schema$UpdateItemRequest): StoredForm {
  const index = location?.index ?? 0;
  const before = form.items[index];
  if (!before) throw outOfRange(index, form.items.length - 1);
  if (!item) throw new GoogleRefused(400, 'Item is required.');
  const copy = structuredClone(before) as Record<string, unknown>;
  for (const field of maskOf(updateMask)) copyField(copy, item as Record<string, unknown>, field.split('.'));
  const others = form.items.filter((_, place) => place !== index);
  const items = form.items.map((one, place) => (place === index ? checkedItem(copy as Item, others) : one));
  return { ...form, items };
}

function maskOf(mask: string | null | undefined): string[] {
  if (mask === undefined || mask === null || mask === '') throw new GoogleRefused(400, 'The field mask is required.');
  if (mask === '*') throw notEmulated('the field mask "*"');
  return mask.split(',').map((field) => field.trim());
}

function copyField(to: Record<string, unknown>, from: Record<string, unknown>, path: readonly string[]): void {
  const [head = '', ...rest] = path;
  if (!Object.hasOwn(to, head) && rest.length > 0)
    throw new GoogleRefused(400, `Invalid update mask: ${path.join('.')} is not set on the item.`);
  if (rest.length === 0) to[head] = from[head];
  else copyField(to[head] as Record<string, unknown>, (from[head] ?? {}) as Record<string, unknown>, rest);
}

/** One question of a kind that Régie uses, as Google keeps it; what it refuses is refused. */
function checkedItem(item: Item, others: readonly Item[]): Item {
  const { itemId, title, questionItem } = item;
  const strange = Object.keys(item).find((key) => !['itemId', 'title', 'description', 'questionItem'].includes(key));
  if (strange !== undefined) throw notEmulated(`the Forms item "${strange}"`);
  const question = questionItem?.question;
  if (!question) throw new GoogleRefused(400, 'A question item must have a question.');
  checkLine(title ?? '');
  const id = question.questionId ?? `7${String(others.length).padStart(7, '0')}`;
  if (!/^[0-7]?[0-9a-f]{1,7}$/u.test(id)) throw new GoogleRefused(400, `Invalid question ID: ${id}`);
  if (others.some((one) => one.questionItem?.question?.questionId === id || one.itemId === itemId))
    throw new GoogleRefused(400, `Duplicate ID: ${id}`);
  const kinds = Object.keys(question).filter((key) => key.endsWith('Question'));
  if (kinds.length !== 1) throw new GoogleRefused(400, 'Exactly one kind of question must be set.');
  const { choiceQuestion, textQuestion } = question;
  if (!choiceQuestion && !textQuestion) throw notEmulated(`the Forms question "${kinds[0] ?? ''}"`);
  if (choiceQuestion) checkChoices(choiceQuestion);
  return { ...item, questionItem: { question: { ...question, questionId: id } } };
}

function checkChoices({ type, options = [] }: forms_v1.Schema$ChoiceQuestion): void {
  if (type !== 'RADIO' && type !== 'DROP_DOWN' && type !== 'CHECKBOX')
    throw new GoogleRefused(400, `Invalid choice type: ${String(type)}`);
  if (options.length === 0) throw new GoogleRefused(400, 'A choice question must have at least one option.');
  const values = options.map(({ value }) => value ?? '');
  for (const value of values) {
    if (value === '') throw new GoogleRefused(400, 'An option must have a value.');
    checkLine(value);
  }
  if (new Set(values).size < values.length) throw new GoogleRefused(400, 'Cannot have duplicate options.');
}

function checkLine(text: string): void {
  if (/[\n\r]/u.test(text)) throw new GoogleRefused(400, 'Displayed text cannot contain newlines');
}

function outOfRange(index: number, last: number): GoogleRefused {
  return new GoogleRefused(400, `Invalid location: index ${String(index)} is not between 0 and ${String(last)}.`);
}

function freeId({ items, revision }: StoredForm): string {
  return (0x3000_0000 + revision * 0x100 + items.length).toString(16);
}
