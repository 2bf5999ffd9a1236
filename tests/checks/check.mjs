// The one gate: format, types, lint, arrows, unused code, build, tests. Stops at the first thing that is red.
import { spawnSync } from 'node:child_process';

const folders = ['src/core', 'src/addon', 'src/sidebar', 'src/local', 'src/local/page', 'src/cli', 'tests'];
const steps = [
  ['format', 'npx prettier --check . --ignore-path tests/checks/prettierignore --log-level warn'],
  ...folders.map((folder) => [`types ${folder}`, `npx tsc -p ${folder}`]),
  ['lint', 'npx eslint --config tests/checks/eslint.config.mjs --max-warnings 0 src tests'],
  ['arrows', 'npx depcruise --config tests/checks/dependency-cruiser.cjs src'],
  ['unused', 'npx knip --exclude types'],
  ['build', 'node esbuild.config.mjs local cli'],
  ['tests', 'npx jest --coverage'],
];
const only = process.argv.slice(2);

for (const [name, command] of steps) {
  if (only.length > 0 && !only.some((word) => name.startsWith(word))) continue;
  const started = Date.now();
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status !== 0) process.exit(1);
}
