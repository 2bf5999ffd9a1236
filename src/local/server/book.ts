import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Act,
  type AppsScript,
  createAppsScript,
  readBundle,
  ScriptFailed,
  type Store,
  type Trigger,
} from '../apps-script/index.ts';
import { columnLetters } from '../../core/workbook.ts';
import { editedZones } from '../engine/index.ts';
import type { Doc, EditedZone } from '../engine/index.ts';
import { createLocalGoogle, type LocalGoogle } from '../google/index.ts';
import { answerHttp } from '../google/http.ts';
import type { AgendaAct, Menu, OpenWorkbook, Places, RunRequest } from '../page/protocol.ts';
import { readXlsx, writeXlsx, XlsxRefused } from '../xlsx/index.ts';
import { actInAgenda } from './agenda.ts';
import { answerForm } from './forms.ts';
import { placesOf } from './places.ts';
import { RequestRefused } from './reply.ts';
import type { Follower } from './workspace.ts';

/** How a run of the add-on ended. */
export type Outcome =
  { readonly value: unknown } | { readonly error: { readonly name: string; readonly message: string } };

/** A workbook with the Google and the add-on around it. */
export type Book = {
  readonly snapshot: () => Pick<OpenWorkbook, 'snapshot' | 'revisions' | 'revisionId'>;
  /** A page takes part; what its edits make the add-on say is shown to it. */
  readonly follow: (send: (revision: string) => void, show: (act: Act) => void) => Follower;
  readonly onRevision: (listener: (revisionId: string) => void) => () => void;
  readonly menus: () => readonly Menu[];
  readonly run: (request: RunRequest) => { readonly acts: readonly Act[]; readonly outcome: Outcome };
  /** Runs what the add-on asked to be run by the clock, once each. */
  readonly timePasses: () => void;
  readonly places: () => Places;
  /** A guest answers, or the owner of the calendar moves or removes an event. */
  readonly inAgenda: (act: AgendaAct) => void;
  readonly save: () => Promise<Buffer>;
  /** Everything of it, as JSON to be kept. */
  readonly state: () => unknown;
  /** Answers in the place of Google; false when the address is not one of Google's. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** A French sentence when the add-on itself cannot run, or null. */
  readonly trouble: () => string | null;
};

/** Where the add-on is, and its clock. */
export type BookSettings = { readonly bundle: string; readonly now: () => number };

type Kept = { readonly google: unknown; readonly spreadsheetId: string; readonly script?: Store };

const USER = 'coordination@incubateur.example';

/** Opens a workbook from what state() gave. */
export function openBook(state: unknown, settings: BookSettings): Book {
  const { google, spreadsheetId, script } = state as Kept; // Written by state() below; the store checks its version.
  return bookOf(createLocalGoogle(google, settings.now), spreadsheetId, { ...settings, script });
}

/** Opens a workbook from an .xlsx file, with what its owner should know; a file that is none is refused in French. */
export async function importBook(
  bytes: Buffer,
  title: string,
  settings: BookSettings,
): Promise<{ readonly book: Book; readonly notices: readonly string[] }> {
  const { doc, notices } = await readXlsx(bytes, { title }).catch((cause: unknown) => {
    throw cause instanceof XlsxRefused ? new RequestRefused(422, cause.message, { cause }) : cause;
  });
  const google = createLocalGoogle(undefined, settings.now);
  return { book: bookOf(google, google.add(doc), settings), notices };
}

type Scripted =
  { readonly apps: AppsScript; readonly trouble: null } | { readonly apps: null; readonly trouble: string };

function bookOf(
  google: LocalGoogle,
  spreadsheetId: string,
  settings: BookSettings & { script?: Store | undefined },
): Book {
  const doc = documentOf(google, spreadsheetId);
  const { apps, trouble } = openScript(google, spreadsheetId, settings);
  const submitted = (formId: string) => {
    if (apps !== null) runTriggers(apps, ({ source, sourceId }) => source === 'FORMS' && sourceId === formId);
  };
  return {
    snapshot: () => snapshotOf(doc),
    follow: (send, show) => followed(doc, apps, { send, show }),
    onRevision: (listener) => doc.onChange(({ revisionId }) => listener(revisionId)),
    menus: () => apps?.menus() ?? [],
    run: (request) => runIn(apps, trouble, request),
    timePasses: () => {
      if (apps !== null) runTriggers(apps, ({ source }) => source === 'CLOCK');
    },
    places: () => placesOf(apps?.store().mails ?? [], google.calendars(), google.forms().list()),
    inAgenda: (act) => actInAgenda(google.calendars(), act, settings.now()),
    save: async () => Buffer.from(await writeXlsx(doc)),
    state: (): Kept => ({ google: google.save(), spreadsheetId, ...(apps === null ? {} : { script: apps.store() }) }),
    answer: (request, response) =>
      answerHttp(google, request, response) || answerForm({ google, now: settings.now, submitted }, request, response),
    trouble: () => trouble,
  };
}

interface Listening {
  readonly send: (revision: string) => void;
  readonly show: (act: Act) => void;
}

/** Each edit of the page runs the add-on's simple trigger once its revision is accepted. */
function followed(doc: Doc, apps: AppsScript | null, { send, show }: Listening): Follower {
  const member = doc.join(send);
  return {
    leave: () => member.leave(),
    receive: (revision) => {
      const zones: EditedZone[] = [];
      const stop = doc.onChange((accepted) => zones.push(...editedZones(doc, accepted)));
      try {
        member.receive(revision);
      } finally {
        stop();
      }
      if (apps !== null) for (const zone of zones) runEdit(apps, zone, show);
    },
  };
}

function runEdit(apps: AppsScript, { tab, typed, ...zone }: EditedZone, show: (act: Act) => void): void {
  const corners = [`${columnLetters(zone.left)}${zone.top + 1}`, `${columnLetters(zone.right)}${zone.bottom + 1}`];
  const stop = apps.onUi(show);
  try {
    apps.edit({ tab, range: [...new Set(corners)].join(':') }, typed ?? undefined);
  } catch (error) {
    if (!(error instanceof ScriptFailed)) throw error;
    console.error(error); // As Google does: a trigger that fails is told to its author, not to the person who types.
  } finally {
    stop();
  }
}

function documentOf(google: LocalGoogle, spreadsheetId: string): Doc {
  const doc = google.doc(spreadsheetId);
  if (doc === undefined) throw new Error(`Cannot open "${spreadsheetId}": local Google has no such spreadsheet`);
  return doc;
}

function snapshotOf(doc: Doc): ReturnType<Book['snapshot']> {
  const { data, revisions } = doc.snapshot();
  const { revisionId } = data as { revisionId: string }; // The engine's export always names its revision.
  return { snapshot: data, revisions: revisions as OpenWorkbook['revisions'], revisionId };
}

function openScript(
  google: LocalGoogle,
  spreadsheetId: string,
  settings: BookSettings & { script?: Store | undefined },
): Scripted {
  try {
    const { bundle, now: clock, script } = settings;
    const options = { google, spreadsheetId, bundle: readBundle(bundle), clock, user: USER };
    const apps = createAppsScript(script === undefined ? options : { ...options, store: script });
    apps.open();
    return { apps, trouble: null };
  } catch (error) {
    console.error(error);
    return {
      apps: null,
      trouble: 'Le module Régie ne démarre pas : son erreur est écrite dans la fenêtre où tourne « npm start ».',
    };
  }
}

function runIn(apps: AppsScript | null, trouble: string | null, request: RunRequest): ReturnType<Book['run']> {
  if (apps === null) throw new RequestRefused(503, trouble ?? '');
  const acts: Act[] = [];
  const stop = apps.onUi((act) => acts.push(act));
  try {
    const value = apps.run(request.functionName, request.args, { by: 'person', selection: request.selection });
    return { acts, outcome: { value: value ?? null } };
  } catch (error) {
    if (!(error instanceof ScriptFailed)) throw error;
    return { acts, outcome: { error: { name: error.name, message: error.message } } };
  } finally {
    stop();
  }
}

function runTriggers(apps: AppsScript, concerned: (trigger: Trigger) => boolean): void {
  for (const trigger of apps.store().triggers.filter(concerned)) {
    try {
      apps.run(trigger.handler, [{ triggerUid: trigger.uid }], { by: 'trigger' });
    } catch (error) {
      if (!(error instanceof ScriptFailed)) throw error;
      console.error(error); // As Google does: the next run is not held up by the failure of this one.
    }
  }
}
