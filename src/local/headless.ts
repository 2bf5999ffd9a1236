/** The door of the local workspace for programs without a screen: a workbook in a file, with Google and the add-on around it. */
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Method, Reply, RequestOf } from '../core/rpc.ts';
import { fieldMask } from '../core/snapshot.ts';
import { createAppsScript, readBundle, ScriptFailed } from './apps-script/index.ts';
import type { Act, AppsScript, SentMail } from './apps-script/index.ts';
import { createLocalGoogle } from './google/index.ts';
import { emlOf } from './headless-mail.ts';
import { makeFolder } from './make-folder.ts';
import { readXlsx, writeXlsx, XlsxRefused } from './xlsx/index.ts';

export { makeFolder, XlsxRefused };

/** A workbook opened without a screen. */
export interface Headless {
  /** What was lost or changed on the way in, in French. */
  readonly notices: readonly string[];
  /** Sheets v4's answer for the whole spreadsheet with its looks. */
  readonly whole: () => unknown;
  /** What a page of Régie would get for that request; it runs the very bundle that clasp pushes. */
  readonly ask: <M extends Method>(method: M, request: RequestOf<M>) => Reply<M>;
  readonly resetCalls: () => void;
  /** Writes workbook.xlsx and what accompanies it in the folder; names what was written. */
  readonly save: (folder: string) => Promise<readonly string[]>;
}

/** What a headless workbook is opened with. */
export interface HeadlessOptions {
  readonly bytes: Uint8Array;
  /** Title of the spreadsheet. */
  readonly title: string;
  /** The folder that clasp would push. */
  readonly bundle: string;
  readonly clock: () => number;
}

const USER = 'coordination@incubateur.example';

/** Opens an .xlsx file; throws `XlsxRefused` with a French message when it is none. */
export async function openHeadless({ bytes, title, bundle, clock }: HeadlessOptions): Promise<Headless> {
  const { doc, notices } = await readXlsx(bytes, { title });
  const google = createLocalGoogle();
  const spreadsheetId = google.add(doc);
  const script = createAppsScript({ google, spreadsheetId, bundle: readBundle(bundle), clock, user: USER });
  const pass = passOf(script);
  return {
    notices,
    whole: () => google.call('sheets', 'spreadsheets.get', { spreadsheetId, fields: fieldMask(true) }),
    ask: (method, request) => replyOf(script, [method, JSON.stringify(request), pass]),
    resetCalls: script.resetCalls,
    save: async (folder) => {
      await makeFolder(join(folder, 'mail'));
      const files = { 'workbook.xlsx': await writeXlsx(doc), ...companions(script.calls()) };
      for (const [name, content] of Object.entries(files)) await writeWhole(join(folder, name), content);
      return [...Object.keys(files), ...(await writeMails(join(folder, 'mail'), script.store().mails))];
    },
  };
}

/** A page gets its pass when it opens: the sidebar is opened once, as a person would. */
function passOf(script: AppsScript): string {
  const pages: string[] = [];
  const stop = script.onUi((act: Act) => {
    if (act.kind === 'sidebar') pages.push(act.html);
  });
  script.run('openSidebar');
  stop();
  script.resetCalls();
  return /data-pass="([^"]*)"/u.exec(pages[0] ?? '')?.[1] ?? '';
}

function replyOf<M extends Method>(script: AppsScript, args: readonly unknown[]): Reply<M> {
  try {
    // The add-on answers by the contract of core/rpc.ts, as JSON text.
    return JSON.parse(String(script.run('rpc', args))) as Reply<M>;
  } catch (error) {
    if (!(error instanceof ScriptFailed)) throw error;
    return { ok: false, code: 'internal', message: `Le module Régie s’est arrêté : « ${error.message} ».` };
  }
}

// Forms and calendars have nothing to write yet: the files are there, empty, so that scripts find them.
function companions(calls: Readonly<Record<string, number>>): Record<string, string> {
  return {
    'calendar.ics': ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Régie//FR', 'END:VCALENDAR', ''].join('\r\n'),
    'forms.json': '[]\n',
    'calls.json': `${JSON.stringify(calls, null, 2)}\n`,
  };
}

async function writeMails(folder: string, mails: readonly SentMail[]): Promise<readonly string[]> {
  for (const name of await readdir(folder)) if (name.endsWith('.eml')) await rm(join(folder, name));
  for (const mail of mails) await writeWhole(join(folder, `${mail.id}.eml`), emlOf(mail));
  return mails.map(({ id }) => `mail/${id}.eml`);
}

/** A file is there whole or not at all. */
async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}
