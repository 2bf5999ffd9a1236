// The entry of `npm start`: the local workspace, served to the browser of this machine.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { missingAssets, shim } from './server/assets.ts';
import { alreadyOpen, sayOpen } from './server/running.ts';
import { serve } from './server/serve.ts';
import { openSession } from './server/session.ts';

const DEFAULT_PORT = 8423;

const SAMPLE = { file: 'src/local/sample/mila-2023.xlsx', name: 'MILA 2023', day: '2023-05-12' };

const OPTIONS = {
  /** The port; without it PORT of the environment, then the default, then the next free one. */
  port: { type: 'string' },
  /** The folder where the state is kept. */
  state: { type: 'string', default: '.regie' },
  /** The folder that clasp would push. */
  addon: { type: 'string', default: 'dist' },
} as const;

function portAsked(option: string | undefined): number {
  const asked = option ?? process.env['PORT'] ?? String(DEFAULT_PORT);
  const port = Number(asked);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`Cannot use the port "${asked}": it is no port, a whole number from 0 to 65535 is wanted`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const folder = resolve(values.state);
  const missing = missingAssets();
  if (missing.length > 0) throw new Error(`Cannot serve the page: missing ${missing.join(', ')}, run "npm ci"`);
  const open = await alreadyOpen(folder);
  if (open !== null) {
    console.log(`Régie is already open at ${open}`);
    return;
  }
  const workspace = await openSession({ folder, sample: SAMPLE, bundle: values.addon, shim, now: Date.now });
  const serving = await serve(workspace, portAsked(values.port));
  const address = `http://127.0.0.1:${serving.port}/`;
  const closed = await sayOpen(folder, address);
  console.log(`Régie is open at ${address} (press Ctrl+C to stop)`);
  const stop = async () => {
    await workspace.close();
    await serving.close();
    await closed();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
