// Installs the locked packages when node_modules is missing or older than package-lock.json; silent otherwise.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.regie-installed';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).update(process.version.split('.')[0]).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installing packages (once; a few minutes on a slow line)…');
  execSync('npm ci --no-audit --no-fund --loglevel=error', { stdio: 'inherit' });
  writeFileSync(stamp, wanted);
}
