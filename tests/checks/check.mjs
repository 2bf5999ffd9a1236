// The one gate: format, types, lint, arrows, unused code, build, tests. Stops at the first thing that is red.
// node tests/checks/check.mjs [words]: only the steps whose name begins with one of the words.
import { spawn } from 'node:child_process';

const folders = ['src/core', 'src/addon', 'src/sidebar', 'src/local', 'src/local/page', 'src/cli', 'tests'];
/** Groups of steps that do not need each other's result; each group's steps run two at a time. */
const groups = [
  [
    ['lint', 'npx eslint --config tests/checks/eslint.config.mjs --max-warnings 0 src tests'],
    // The native compiler: each folder sees its own globals, so all seven are checked, in a quarter of the time.
    ...folders.map((folder) => [`types ${folder}`, `node node_modules/typescript-native/bin/tsc -p ${folder}`]),
    ['format', 'npm run --silent format -- --check'],
    ['arrows', 'npx depcruise --config tests/checks/dependency-cruiser.cjs src'],
    ['unused', 'npx knip --exclude types'],
    ['build', 'node esbuild.config.mjs local cli'],
  ],
  [['tests', 'npx jest']],
];
const only = process.argv.slice(2);

function run([name, command], stdio) {
  const started = Date.now();
  return new Promise((done) => {
    const child = spawn(command, { shell: true, stdio });
    const output = [];
    child.stdout?.on('data', (part) => output.push(part));
    child.stderr?.on('data', (part) => output.push(part));
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      done(code === 0);
    });
  });
}

for (const group of groups) {
  const steps = group.filter(([name]) => only.length === 0 || only.some((word) => name.startsWith(word)));
  const results = [];
  const queue = [...steps];
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      results.push(await run(step, group.length === 1 ? 'inherit' : ['ignore', 'pipe', 'pipe']));
    }
  };
  await Promise.all([worker(), worker()]);
  if (results.includes(false)) process.exit(1);
}
