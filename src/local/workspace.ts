// The entry of `npm start`: the local workspace, served to the browser of this machine.
import { parseArgs } from 'node:util';
import { missingAssets, shim } from './server/assets.ts';
import { serve } from './server/serve.ts';
import { openSession } from './server/session.ts';

const DEFAULT_PORT = 8423;

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
  const missing = missingAssets();
  if (missing.length > 0) throw new Error(`Cannot serve the page: missing ${missing.join(', ')}, run "npm ci"`);
  const workspace = await openSession({
    folder: values.state,
    sample: { file: 'src/local/sample/mila-2023.xlsx', name: 'MILA 2023', day: '2023-05-12' },
    bundle: values.addon,
    shim,
    now: Date.now,
  });
  const serving = await serve(workspace, portAsked(values.port));
  console.log(`Régie is open at http://127.0.0.1:${serving.port}/ (press Ctrl+C to stop)`);
  const stop = () => {
    void workspace
      .close()
      .then(serving.close)
      .then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
