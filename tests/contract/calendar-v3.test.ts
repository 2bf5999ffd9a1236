/**
 * What Régie relies on of Calendar v3, asked through the official client. Against local Google always; against the real
 * one too when GOOGLE_CONTRACT_CALENDAR (a calendar to be written in) and GOOGLE_CONTRACT_TOKEN (an access token with the
 * scope "calendar.app.created") are given.
 */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { calendar } from 'googleapis/build/src/apis/calendar/index.js';
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';
import { answerHttp } from '../../src/local/google/http.ts';
import { createLocalGoogle } from '../../src/local/google/index.ts';

jest.setTimeout(60_000);

interface Target {
  readonly client: calendar_v3.Calendar;
  readonly calendarId: string;
  /** Makes ids new at each run. */
  readonly run: string;
}

interface Expectation {
  readonly fact: string;
  /** Section of the facts on Apps Script and Google. */
  readonly source: string;
  readonly holds: (target: Target, id: string) => Promise<void>;
}

const FETCH = { fetchImplementation: fetch };
const at = (time: string) => ({ dateTime: `2031-06-02T${time}:00`, timeZone: 'Europe/Paris' });
const club = { summary: 'Club', location: 'Salle', start: at('18:30'), end: at('20:30') };
const guests = (...emails: string[]) => emails.map((email) => ({ email }));

const insert = ({ client, calendarId }: Target, requestBody: calendar_v3.Schema$Event) =>
  client.events.insert({ calendarId, requestBody });

async function refusal(call: Promise<unknown>): Promise<{ code: number; reason: string | undefined }> {
  try {
    await call;
  } catch (error) {
    // The client gives Google's own answer.
    const { response } = error as { response: { data: { error: { code: number; errors?: { reason: string }[] } } } };
    const { code, errors } = response.data.error;
    return { code, reason: errors?.[0]?.reason };
  }
  throw new Error('Cannot read the refusal: the call succeeded, a refusal was wanted');
}

const EXPECTATIONS: readonly Expectation[] = [
  {
    fact: 'an event bears the id that we choose, and its times come back with their offset',
    source: '5.2, 5.4',
    holds: async (target, id) => {
      const { data } = await insert(target, { ...club, id });
      expect(data).toMatchObject({ id, status: 'confirmed', start: { dateTime: '2031-06-02T18:30:00+02:00' } });
    },
  },
  {
    fact: 'an id is taken once, even after its event was deleted; update brings the event back',
    source: '5.2',
    holds: async (target, eventId) => {
      const { client, calendarId } = target;
      await insert(target, { ...club, id: eventId });
      expect(await refusal(insert(target, { ...club, id: eventId }))).toEqual({ code: 409, reason: 'duplicate' });
      await client.events.delete({ calendarId, eventId });
      expect((await client.events.get({ calendarId, eventId })).data.status).toBe('cancelled');
      expect(await refusal(client.events.delete({ calendarId, eventId }))).toEqual({ code: 410, reason: 'deleted' });
      expect(await refusal(insert(target, { ...club, id: eventId }))).toEqual({ code: 409, reason: 'duplicate' });
      const requestBody = { ...club, status: 'confirmed' };
      expect((await client.events.update({ calendarId, eventId, requestBody })).data.status).toBe('confirmed');
    },
  },
  {
    fact: 'what never existed is not found, an id with other letters is refused, so is an event without an end',
    source: '5.2',
    holds: async (target, id) => {
      const { client, calendarId } = target;
      expect(await refusal(client.events.get({ calendarId, eventId: `${id}0` }))).toMatchObject({ code: 404 });
      expect(await refusal(insert(target, { ...club, id: 'club_1' }))).toMatchObject({ code: 400 });
      expect(await refusal(insert(target, { summary: 'x', start: club.start }))).toMatchObject({ code: 400 });
    },
  },
  {
    fact: 'a patch keeps what it does not name, and replaces the list of guests whole, answers too',
    source: '5.2',
    holds: async (target, eventId) => {
      const { client, calendarId } = target;
      const attendees = [{ email: 'ana@musique.example', responseStatus: 'accepted' }];
      await insert(target, { ...club, id: eventId, attendees });
      const requestBody = { attendees: guests('ana@musique.example', 'bo@musique.example') };
      const { data } = await client.events.patch({ calendarId, eventId, requestBody });
      expect(data.location).toBe('Salle');
      expect(data.attendees?.map(({ responseStatus }) => responseStatus)).toEqual(['needsAction', 'needsAction']);
    },
  },
  {
    fact: 'an event that changed since is not overwritten by who says which one they saw',
    source: '5.2',
    holds: async (target, eventId) => {
      const { client, calendarId } = target;
      const { data } = await insert(target, { ...club, id: eventId });
      const saw = { headers: { 'If-Match': data.etag ?? '' } };
      await client.events.patch({ calendarId, eventId, requestBody: { location: 'Studio' } }, saw);
      const again = client.events.patch({ calendarId, eventId, requestBody: { location: 'Cour' } }, saw);
      expect(await refusal(again)).toMatchObject({ code: 412 });
    },
  },
  {
    fact: 'a sync token gives what changed since, deleted events too; one that is not known is gone',
    source: '5.3',
    holds: async (target, eventId) => {
      const { client, calendarId } = target;
      await insert(target, { ...club, id: eventId });
      const first = await client.events.list({ calendarId, maxResults: 2500, showDeleted: true });
      const syncToken = first.data.nextSyncToken ?? '';
      await client.events.delete({ calendarId, eventId });
      const since = (await client.events.list({ calendarId, maxResults: 2500, syncToken })).data;
      expect(since.items?.map(({ id, status }) => [id, status])).toEqual([[eventId, 'cancelled']]);
      const empty = await client.events.list({ calendarId, syncToken: since.nextSyncToken ?? '' });
      expect(empty.data.items).toEqual([]);
      const unknown = client.events.list({ calendarId, syncToken: 'CAAQ' });
      expect(await refusal(unknown)).toMatchObject({ code: 410 });
    },
  },
  {
    fact: 'a video call comes with the event when the call says that it knows them',
    source: '5.4',
    holds: async (target, id) => {
      const { client, calendarId } = target;
      const conferenceData = { createRequest: { requestId: id, conferenceSolutionKey: { type: 'hangoutsMeet' } } };
      const requestBody = { ...club, id, conferenceData };
      const { data } = await client.events.insert({ calendarId, conferenceDataVersion: 1, requestBody });
      expect(data.conferenceData?.createRequest?.requestId).toBe(id);
    },
  },
];

let count = 0;
const freshId = ({ run }: Target) => `regie${run}t${(count += 1)}`;

describe('Calendar v3 of local Google', () => {
  const google = createLocalGoogle(undefined, () => Date.parse('2031-05-12T08:00:00Z'));
  let server: Server;
  let target: Target;

  beforeAll(async () => {
    server = createServer((asked, response) => {
      if (!answerHttp(google, asked, response)) response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const rootUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const client = calendar({ version: 'v3', rootUrl, ...FETCH });
    const { data } = await client.calendars.insert({ requestBody: { summary: 'Essai', timeZone: 'Europe/Paris' } });
    target = { client, calendarId: data.id ?? '', run: '' };
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it.each(EXPECTATIONS.map((one) => [one.fact, one.source, one] as const))('%s (source: %s)', (_fact, _source, one) =>
    one.holds(target, freshId(target)),
  );

  it('guests are written to only when the call asks for it', async () => {
    const { client, calendarId } = target;
    const kinds = () => google.calendars().notices.map(({ kind, to }) => `${kind} ${to}`);
    const eventId = freshId(target);
    const requestBody = { ...club, id: eventId, attendees: guests('ana@musique.example') };
    await client.events.insert({ calendarId, sendUpdates: 'all', requestBody });
    await client.events.patch({ calendarId, eventId, requestBody: { summary: 'Club !' } });
    expect(kinds()).toEqual(['invitation ana@musique.example']);
    await client.events.patch({ calendarId, eventId, sendUpdates: 'all', requestBody: { location: 'Studio' } });
    await client.events.delete({ calendarId, eventId, sendUpdates: 'all' });
    expect(kinds().slice(1)).toEqual(['update ana@musique.example', 'cancellation ana@musique.example']);
  });

  it('what is not imitated is refused by its name', async () => {
    const { client, calendarId } = target;
    const recurring = { ...club, recurrence: ['RRULE:FREQ=WEEKLY'] };
    expect(await refusal(insert(target, recurring))).toMatchObject({ code: 501 });
    expect(await refusal(client.events.list({ calendarId, q: 'Club' }))).toMatchObject({ code: 501 });
    expect(await refusal(client.acl.list({ calendarId }))).toMatchObject({ code: 501 });
  });
});

const realCalendar = process.env['GOOGLE_CONTRACT_CALENDAR'];
const token = process.env['GOOGLE_CONTRACT_TOKEN'];
const withReal = realCalendar !== undefined && token !== undefined ? describe : describe.skip;

withReal('Calendar v3 of Google itself', () => {
  const target: Target = {
    client: calendar({ version: 'v3', ...FETCH, headers: { authorization: `Bearer ${token ?? ''}` } }),
    calendarId: realCalendar ?? '',
    run: Date.now().toString(32),
  };

  it.each(EXPECTATIONS.map((one) => [one.fact, one.source, one] as const))('%s (source: %s)', (_fact, _source, one) =>
    one.holds(target, freshId(target)),
  );
});
