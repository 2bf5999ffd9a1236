/** The panels' requests answered by the real commands, on the sample workbook held by local Google. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandNamed } from '../../../src/core/commands/index.ts';
import { apply, drive, GoogleRefused, look, show } from '../../../src/core/shell.ts';
import type { Ask } from '../../../src/core/shell.ts';
import { viewNamed } from '../../../src/core/views/index.ts';
import { createLocalGoogle, GoogleRefused as LocalRefused } from '../../../src/local/google/index.ts';
import { readXlsx } from '../../../src/local/xlsx/index.ts';
import type { Rpc } from './pages.ts';

const SAMPLE = join(__dirname, '../../../src/local/sample/mila-2023.xlsx');
const moment = { today: '2023-05-12', time: '14:05' };

/** Answers as the add-on would. */
export async function realRpc(): Promise<Rpc> {
  const { doc } = await readXlsx(readFileSync(SAMPLE), { title: 'mila-2023' });
  const google = createLocalGoogle();
  const spreadsheetId = google.add(doc);
  const send = (ask: Ask): unknown =>
    ask.do === 'get'
      ? google.call('sheets', 'spreadsheets.get', {
          spreadsheetId,
          fields: ask.fields,
          ...(ask.ranges ? { ranges: [...ask.ranges] } : {}),
        })
      : google.call('sheets', 'spreadsheets.batchUpdate', { spreadsheetId }, { requests: ask.requests });
  const perform = (ask: Ask): unknown => {
    try {
      return send(ask);
    } catch (error) {
      if (error instanceof LocalRefused) throw new GoogleRefused(error.status, error.message, { cause: error });
      throw error;
    }
  };
  return (method, json) => {
    const { command: name, view: viewName, input, known, digest } = JSON.parse(json);
    const command = commandNamed(name);
    const run = { command: command!, input, moment, known };
    const answer = () => {
      if (method === 'look') return drive(look(viewNamed(viewName)!, input, moment, known), perform);
      if (method === 'show') return drive(show(run), perform);
      if (method === 'apply') return drive(apply(run, digest, 'coordination@mila.example'), perform);
      return { done: true };
    };
    return JSON.stringify({ ok: true, answer: answer() });
  };
}
