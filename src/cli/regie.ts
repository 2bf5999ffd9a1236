/** `npm run regie`: the entry of the headless runner. */
import { fileURLToPath } from 'node:url';
import type { Moment } from '../core/command.ts';
import type { Request } from './arguments.ts';
import type { Host } from './host.ts';
import { runRegie } from './runner.ts';
import { processTerminal } from './terminal.ts';

// Built to node_modules/.cache/regie/regie.mjs, beside dist/ of the same build.
const bundle = fileURLToPath(new URL('../../../dist', import.meta.url));
const terminal = processTerminal();

// Each place is loaded when it is asked for: the other one's packages take a while.
async function open({ place, today }: Exclude<Request, { verb: 'help' }>): Promise<Host> {
  if (place.kind === 'workbook') {
    const clock = () => (today === null ? Date.now() : Date.parse(`${today}T10:00:00Z`));
    const { openWorkbook } = await import('./workbook.ts');
    return openWorkbook({ file: place.file, terminal, bundle, clock });
  }
  const token = process.env['REGIE_GOOGLE_TOKEN'] ?? null;
  const who = process.env['REGIE_WHO'] ?? 'ligne de commande';
  const moment = () => ({ ...momentNow(), ...(today === null ? {} : { today }) });
  const { openGoogle } = await import('./google.ts');
  return openGoogle({ id: place.id, rootUrl: place.rootUrl, token, who, moment });
}

function momentNow(): Moment {
  const text = new Date().toLocaleString('sv-SE', { timeZone: 'Europe/Paris' });
  return { today: text.slice(0, 10), time: text.slice(11, 16) };
}

process.exitCode = await runRegie(process.argv.slice(2), {
  terminal,
  environment: process.env,
  open,
  today: () => momentNow().today,
});
