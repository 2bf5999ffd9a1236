// Installs the locked packages when node_modules is missing or older than package-lock.json; silent otherwise.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.regie-installed';
const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(process.version.split('.')[0])
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Installing packages (once; a few minutes on a slow line)…');
  // Not `npm ci`: it refuses a lock file that leaves out other platforms' optional binaries. Versions are the lock's all the same.
  execSync('npm install --no-save --no-audit --no-fund --loglevel=error', { stdio: ['ignore', 2, 'inherit'] });
  writeFileSync(stamp, wanted);
}
