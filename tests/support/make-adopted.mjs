// Adopts the sample as the headless runner does and keeps it as a workspace's state, on the day that the sample speaks of.
// node tests/support/make-adopted.mjs RUNNER WORKSPACE FOLDER
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [runner, workspace, folder] = process.argv.slice(2);
const DAY = '2023-05-12';
const out = mkdtempSync(join(tmpdir(), 'regie-adopted-'));
const sample = 'src/local/sample/mila-2023.xlsx';
const words = ['apply', 'adopt', '--workbook', sample, '--today', DAY, '--out', out, '--yes'];
execFileSync(process.execPath, [runner, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });

const child = spawn(process.execPath, [workspace, '--port', '0', '--state', folder], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise((done, fail) => {
  let said = '';
  child.stdout.on('data', (data) => {
    said += data;
    const address = /http:\/\/127\.0\.0\.1:\d+\//u.exec(said);
    if (address !== null) done(address[0]);
  });
  child.once('exit', (code) => fail(new Error(`Cannot start the workspace: it ended with ${code}, after "${said}"`)));
});
const post = async (path, type, body, headers = {}) => {
  const answer = await fetch(`${url}${path}`, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
  if (!answer.ok) throw new Error(`Cannot prepare the adopted sample: ${path} answered ${await answer.text()}`);
};
await post('api/open', 'application/octet-stream', readFileSync(join(out, 'workbook.xlsx')), {
  'x-file-name': 'MILA.xlsx',
});
await post('api/clock', 'application/json', JSON.stringify({ day: DAY }));
await new Promise((done) => {
  child.removeAllListeners('exit');
  child.once('exit', done);
  child.kill('SIGINT');
});
