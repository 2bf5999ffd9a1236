/**
 * Forms v1, strict: what Régie uses of it, over forms kept in memory. What Google refuses is refused with its words; the
 * page fills forms in by `submit`.
 */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { Method, Params } from '../methods.ts';
import { textParam } from '../methods.ts';
import { GoogleRefused } from '../refused.ts';
import { updatedForm } from './batch.ts';
import { listResponses } from './responses.ts';
import type { StoredForm, StoredResponse } from './stored.ts';

export type { StoredForm } from './stored.ts';

/** The forms of one account. */
export interface FormShelf {
  readonly list: () => readonly StoredForm[];
  /** The form that respondents reach by that id of its address. */
  readonly respondedAt: (responderId: string) => StoredForm | undefined;
  /** Sends answers, by question id, as a respondent would; answers the id of the response. */
  readonly submit: (formId: string, answers: Readonly<Record<string, string>>, at: Date) => string;
}

/** The methods of Forms v1, and the shelf that the page uses. */
export function formsOf(kept: StoredForm[]): {
  readonly methods: Readonly<Record<string, Method>>;
  readonly shelf: FormShelf;
} {
  const find = (params: Params): StoredForm => {
    const id = textParam(params, 'formId');
    const form = kept.find(({ formId }) => formId === id);
    if (!form) throw new GoogleRefused(404, 'Requested entity was not found.');
    return form;
  };
  const replace = (form: StoredForm, next: StoredForm) => {
    kept[kept.indexOf(form)] = next;
  };
  return {
    methods: {
      'forms.create': (params, body): forms_v1.Schema$Form => {
        const form = createForm(kept.length + 1, params, body);
        kept.push(form);
        return shown(form);
      },
      'forms.get': (params): forms_v1.Schema$Form => shown(find(params)),
      'forms.batchUpdate': (params, body): forms_v1.Schema$BatchUpdateFormResponse => {
        const form = find(params);
        const { next, replies } = updatedForm(form, body);
        replace(form, next);
        const { includeFormInResponse } = (body ?? {}) as forms_v1.Schema$BatchUpdateFormRequest;
        const writeControl = { requiredRevisionId: revisionOf(next) };
        return { replies, writeControl, ...(includeFormInResponse === true ? { form: shown(next) } : {}) };
      },
      'forms.setPublishSettings': (params, body): forms_v1.Schema$SetPublishSettingsResponse => {
        const form = find(params);
        const publishState = publishStateOf(body);
        replace(form, { ...form, ...publishState });
        return { formId: form.formId, publishSettings: { publishState } };
      },
      'forms.responses.list': (params): forms_v1.Schema$ListFormResponsesResponse =>
        listResponses(find(params), {
          filter: textParam(params, 'filter'),
          pageSize: textParam(params, 'pageSize'),
          pageToken: textParam(params, 'pageToken'),
        }),
    },
    shelf: {
      list: () => kept,
      respondedAt: (id) => kept.find(({ responderId }) => responderId === id),
      submit: (formId, answers, at) => {
        const form = find({ formId });
        const response = responseOf(form, answers, at);
        replace(form, { ...form, responses: [...form.responses, response] });
        return response.responseId ?? '';
      },
    },
  };
}

function createForm(number: number, params: Params, body: unknown): StoredForm {
  const { info = {}, ...rest } = (body ?? {}) as forms_v1.Schema$Form;
  const { title, documentTitle, ...others } = info;
  if (Object.keys(rest).length > 0 || Object.keys(others).length > 0)
    throw new GoogleRefused(
      400,
      'Only info.title and info.document_title can be set when creating a form. To set other fields, use batchUpdate.',
    );
  if (typeof title !== 'string' || title === '') throw new GoogleRefused(400, 'Form title is required.');
  const unpublished = textParam(params, 'unpublished');
  if (unpublished !== undefined && unpublished !== 'true' && unpublished !== 'false')
    throw new GoogleRefused(400, `Invalid value at 'unpublished' (TYPE_BOOL), "${unpublished}"`);
  const two = String(number).padStart(4, '0');
  return {
    formId: `1localForm${two}`,
    responderId: `1FAIpQLSlocal${two}`,
    title,
    // Google gives a form without a document title the name « Untitled form ».
    documentTitle: documentTitle ?? 'Untitled form',
    description: '',
    items: [],
    revision: 2,
    isPublished: false,
    isAcceptingResponses: false,
    responses: [],
  };
}

/** The form as Google shows it; empty texts are left out. */
function shown(form: StoredForm): forms_v1.Schema$Form {
  const { formId, title, description, documentTitle, items, isPublished, isAcceptingResponses } = form;
  return {
    formId,
    info: { title, documentTitle, ...(description === '' ? {} : { description }) },
    settings: {},
    revisionId: revisionOf(form),
    responderUri: `https://docs.google.com/forms/d/e/${form.responderId}/viewform`,
    ...(items.length === 0 ? {} : { items: [...items] }),
    publishSettings: { publishState: { isPublished, isAcceptingResponses } },
  };
}

function revisionOf({ revision }: StoredForm): string {
  return String(revision).padStart(8, '0');
}

function publishStateOf(body: unknown): { isPublished: boolean; isAcceptingResponses: boolean } {
  const { publishSettings, updateMask = '*' } = (body ?? {}) as forms_v1.Schema$SetPublishSettingsRequest;
  const { isPublished = false, isAcceptingResponses = false } = publishSettings?.publishState ?? {};
  if (!['*', 'publishState', 'publish_state'].includes(updateMask ?? '*'))
    throw new GoogleRefused(400, `Invalid update mask: ${String(updateMask)}`);
  if (isPublished !== true && isAcceptingResponses === true)
    throw new GoogleRefused(400, 'A form cannot accept responses while it is not published.');
  return { isPublished: isPublished === true, isAcceptingResponses: isAcceptingResponses === true };
}

/** What a respondent sends; Google leaves out questions without an answer and refuses what the form would. */
function responseOf(form: StoredForm, answers: Readonly<Record<string, string>>, at: Date): StoredResponse {
  if (!form.isPublished || !form.isAcceptingResponses)
    throw new GoogleRefused(403, 'This form is no longer accepting responses.');
  const given: Record<string, forms_v1.Schema$Answer> = {};
  for (const { questionItem } of form.items) {
    const question = questionItem?.question;
    const id = question?.questionId ?? '';
    const value = answers[id] ?? '';
    if (value.trim() !== '') given[id] = { questionId: id, textAnswers: { answers: [{ value }] } };
    else if (question?.required === true) throw new GoogleRefused(400, 'This is a required question');
  }
  const time = at.toISOString();
  const responseId = `ACYDBlocal${String(form.responses.length + 1).padStart(5, '0')}`;
  return { responseId, createTime: time, lastSubmittedTime: time, answers: given };
}
