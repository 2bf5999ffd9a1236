/**
 * What Régie relies on of Forms v1, asked through the official client of local Google; and of the real one too when
 * GOOGLE_CONTRACT_FORMS_TOKEN (an access token with the scope "drive.file") is given: it makes one form per fact.
 */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { forms } from 'googleapis/build/src/apis/forms/index.js';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { answerHttp } from '../../src/local/google/http.ts';
import { createLocalGoogle } from '../../src/local/google/index.ts';

jest.setTimeout(60_000);

interface Fact {
  readonly fact: string;
  /** Section of the facts on Apps Script and Google. */
  readonly source: string;
  readonly holds: (client: forms_v1.Forms) => Promise<void>;
}

const FETCH = { fetchImplementation: fetch };
const choice = (id: string, ...values: readonly string[]): forms_v1.Schema$Item => ({
  title: 'Séance',
  questionItem: {
    question: { questionId: id, choiceQuestion: { type: 'RADIO', options: values.map((value) => ({ value })) } },
  },
});

const created = async (client: forms_v1.Forms): Promise<string> => {
  const { data } = await client.forms.create({ requestBody: { info: { title: 'Essai', documentTitle: 'Essai' } } });
  return data.formId ?? '';
};
const update = (client: forms_v1.Forms, formId: string, ...requests: forms_v1.Schema$Request[]) =>
  client.forms.batchUpdate({ formId, requestBody: { requests } });
const codeOf = async (call: Promise<unknown>): Promise<number> => {
  try {
    await call;
  } catch (error) {
    return Number((error as { code: number | string }).code);
  }
  throw new Error('Cannot read the refusal: the call succeeded, a refusal was wanted');
};

const FACTS: readonly Fact[] = [
  {
    fact: 'a form is made with its title alone, and has an address for respondents',
    source: '4.1',
    holds: async (client) => {
      const info = { title: 'Essai', description: 'Non' };
      expect(await codeOf(client.forms.create({ requestBody: { info } }))).toBe(400);
      const { data } = await client.forms.get({ formId: await created(client) });
      expect(data.responderUri).toMatch(/^https:\/\/docs\.google\.com\/forms\/d\/e\/[\w-]+\/viewform$/u);
      expect(data.info?.title).toBe('Essai');
    },
  },
  {
    fact: 'a question keeps the number that we give it; its choices change by its place',
    source: '4.2',
    holds: async (client) => {
      const formId = await created(client);
      await update(client, formId, { createItem: { item: choice('2a5e0001', 'A', 'B'), location: { index: 0 } } });
      await update(client, formId, {
        updateItem: {
          item: choice('2a5e0001', 'C'),
          location: { index: 0 },
          updateMask: 'questionItem.question.choiceQuestion.options',
        },
      });
      const { data } = await client.forms.get({ formId });
      expect(data.items).toHaveLength(1);
      expect(data.items?.[0]?.questionItem?.question).toMatchObject({
        questionId: '2a5e0001',
        choiceQuestion: { options: [{ value: 'C' }] },
      });
    },
  },
  {
    fact: 'all requests or none; a form that changed meanwhile is not changed',
    source: '4.4',
    holds: async (client) => {
      const formId = await created(client);
      const before = (await client.forms.get({ formId })).data.revisionId ?? '';
      const item = { createItem: { item: choice('2a5e0001', 'A'), location: { index: 0 } } };
      const beyond = { createItem: { item: choice('2a5e0002', 'A'), location: { index: 9 } } };
      expect(await codeOf(update(client, formId, item, beyond))).toBe(400);
      expect((await client.forms.get({ formId })).data.items ?? []).toEqual([]);
      await update(client, formId, item);
      const stale = { requests: [item], writeControl: { requiredRevisionId: before } };
      expect(await codeOf(client.forms.batchUpdate({ formId, requestBody: stale }))).toBe(400);
    },
  },
  {
    fact: 'a choice question has one choice at least, each once',
    source: '4.2',
    holds: async (client) => {
      const formId = await created(client);
      for (const item of [choice('2a5e0001'), choice('2a5e0001', 'A', 'A')])
        expect(await codeOf(update(client, formId, { createItem: { item, location: { index: 0 } } }))).toBe(400);
    },
  },
  {
    fact: 'a form is published and takes answers once told so; unpublished, it takes none',
    source: '4.1',
    holds: async (client) => {
      const formId = await created(client);
      const publish = (isPublished: boolean, isAcceptingResponses: boolean) =>
        client.forms.setPublishSettings({
          formId,
          requestBody: { publishSettings: { publishState: { isPublished, isAcceptingResponses } } },
        });
      await publish(true, true);
      const { data } = await client.forms.get({ formId });
      expect(data.publishSettings?.publishState).toMatchObject({ isPublished: true, isAcceptingResponses: true });
      expect(await codeOf(publish(false, true))).toBe(400);
    },
  },
  {
    fact: 'answers are listed since a time in UTC; none gives an empty answer',
    source: '4.6',
    holds: async (client) => {
      const formId = await created(client);
      expect((await client.forms.responses.list({ formId })).data).toEqual({});
      const filter = 'timestamp >= 2023-05-10T00:00:00Z';
      expect((await client.forms.responses.list({ formId, filter })).data).toEqual({});
      expect(await codeOf(client.forms.responses.list({ formId, filter: 'timestamp = hier' }))).toBe(400);
    },
  },
  {
    fact: 'a form that is not there is not found',
    source: '4.1',
    holds: async (client) => expect(await codeOf(client.forms.get({ formId: 'absent' }))).toBe(404),
  },
];

describe('Forms v1 of local Google', () => {
  const google = createLocalGoogle();
  let server: Server;
  let client: forms_v1.Forms;

  beforeAll(async () => {
    server = createServer((asked, response) => {
      if (!answerHttp(google, asked, response)) response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const rootUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    client = forms({ version: 'v1', rootUrl, ...FETCH });
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it.each(FACTS.map((one) => [one.fact, one.source, one] as const))('%s (source: %s)', (_fact, _source, one) =>
    one.holds(client),
  );

  it('answers come with their number, their time and their questions; those before a time are left out', async () => {
    const formId = await created(client);
    await update(client, formId, { createItem: { item: choice('2a5e0001', 'A'), location: { index: 0 } } });
    const send = (at: string) => google.forms().submit(formId, { '2a5e0001': 'A' }, new Date(at));
    expect(() => send('2023-05-10T08:00:00Z')).toThrow('no longer accepting');
    const publishState = { isPublished: true, isAcceptingResponses: true };
    await client.forms.setPublishSettings({ formId, requestBody: { publishSettings: { publishState } } });
    send('2023-05-10T08:00:00Z');
    send('2023-05-11T08:00:00Z');
    const { data } = await client.forms.responses.list({ formId, filter: 'timestamp > 2023-05-10T08:00:00Z' });
    expect(data.responses).toMatchObject([
      {
        lastSubmittedTime: '2023-05-11T08:00:00.000Z',
        answers: { '2a5e0001': { textAnswers: { answers: [{ value: 'A' }] } } },
      },
    ]);
    const first = await client.forms.responses.list({ formId, pageSize: 1 });
    const { nextPageToken = '' } = first.data;
    const second = await client.forms.responses.list({ formId, pageSize: 1, pageToken: nextPageToken ?? '' });
    expect(second.data.responses?.[0]?.responseId).not.toBe(first.data.responses?.[0]?.responseId);
  });

  it('what is not imitated is refused by its name', async () => {
    const formId = await created(client);
    expect(await codeOf(update(client, formId, { deleteItem: { location: { index: 0 } } }))).toBe(501);
  });
});

const token = process.env['GOOGLE_CONTRACT_FORMS_TOKEN'];
const withReal = token !== undefined ? describe : describe.skip;

withReal('Forms v1 of Google itself', () => {
  const client = forms({ version: 'v1', ...FETCH, headers: { authorization: `Bearer ${token ?? ''}` } });

  it.each(FACTS.map((one) => [one.fact, one.source, one] as const))('%s (source: %s)', (_fact, _source, one) =>
    one.holds(client),
  );
});
