// Builds what clasp pushes (dist/) and the Node programs (node_modules/.cache/regie/).
// node esbuild.config.mjs [local|cli|bench] [--quiet] [--plain]: dist is always built; the word adds one program.
// --plain leaves Code.js unminified, so that a stack names our functions.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

const OUT = 'node_modules/.cache/regie';
const programs = {
  local: { workspace: 'src/local/workspace.ts' },
  cli: { regie: 'src/cli/regie.ts' },
  bench: { bench: 'tests/bench/bench.ts' },
};
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const quiet = process.argv.includes('--quiet');
const text = { '.csv': 'text', '.css': 'text', '.html': 'text', '.md': 'text', '.png': 'dataurl' };
// What zod carries for uses that no page has: JSON schemas (only the runner makes them), and English (ours is French).
const leanZod = {
  name: 'lean-zod',
  setup({ onLoad }) {
    onLoad({ filter: /zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/ }, async ({ path }) => {
      const names = [
        ...(await readFile(path, 'utf8')).matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gmu),
      ];
      const exported = names.map(([, name]) => `leftOut as ${name}`).join(', ');
      return {
        contents: `function leftOut() { throw new Error('Cannot make a JSON schema: left out of this bundle'); }
          export { ${exported} };`,
      };
    });
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]en\.js$/ }, () => ({ contents: 'export default () => ({});' }));
  },
};
// Large CommonJS packages: imported, Node would parse them once more to learn their names; and ExcelJS's entry loads
// hundreds of files, five times as long as its one-file build.
const byRequire = {
  name: 'by-require',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/, namespace: 'by-require' }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /^(?:@odoo\/o-spreadsheet|exceljs)$/ }, ({ path }) => ({ path, namespace: 'by-require' }));
    onLoad({ filter: /.*/, namespace: 'by-require' }, ({ path }) => ({
      contents: `module.exports = require('${path === 'exceljs' ? 'exceljs/dist/exceljs.bare.min.js' : path}');`,
    }));
  },
};
const requireHere = `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`;
const base = { bundle: true, charset: 'utf8', logLevel: 'warning', loader: text };

/** Code.js: one IIFE, and a real top-level function for each export of src/addon/main.ts. */
async function buildCode() {
  const entry = 'src/addon/main.ts';
  const probe = await build({
    ...base,
    entryPoints: [entry],
    format: 'esm',
    write: false,
    metafile: true,
    outfile: 'probe.js',
  });
  const names = Object.values(probe.metafile.outputs)[0].exports;
  const stubs = names.map((name) => `function ${name}() { return Regie.${name}.apply(this, arguments); }`);
  const { metafile } = await build({
    ...base,
    entryPoints: [entry],
    format: 'iife',
    globalName: 'Regie',
    // Apps Script takes `?.` and `??`, which are long when lowered; class fields, which are newer, break it.
    target: 'es2020',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: !process.argv.includes('--plain'),
    plugins: [leanZod],
    metafile: true,
    footer: { js: stubs.join('\n') },
    outfile: 'dist/Code.js',
  });
  // What weighs, for the bench.
  writeFileSync(`${OUT}/Code.meta.json`, JSON.stringify(metafile));
}

/** An HTML file with its script and style inlined, as HtmlService wants it. */
async function buildPage(name) {
  const bundled = await build({
    ...base,
    entryPoints: [`src/sidebar/${name}.ts`],
    format: 'iife',
    target: 'es2020',
    minify: true,
    plugins: [leanZod],
    write: false,
    outfile: `${name}.js`,
  });
  const script = bundled.outputFiles[0].text.replaceAll('</script', '<\\/script');
  const style = readFileSync('src/sidebar/style.css', 'utf8');
  const page = readFileSync(`src/sidebar/${name}.html`, 'utf8')
    .replace('/* style */', () => style)
    .replace('/* script */', () => script);
  writeFileSync(`dist/${name}.html`, page);
}

async function buildProgram(word) {
  const entryPoints = programs[word];
  await build({
    ...base,
    entryPoints,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    plugins: [byRequire],
    banner: { js: requireHere },
    sourcemap: true,
    // What a run does not need is not loaded: the runner answers --help without opening the workspace.
    splitting: word === 'cli',
    chunkNames: 'parts/[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    outdir: OUT,
  });
  if (word !== 'local') return;
  const page = { page: 'src/local/page/app.ts', shim: 'src/local/page/shim.ts' };
  await build({ ...base, entryPoints: page, format: 'iife', target: 'es2022', outdir: OUT });
}

const started = Date.now();
mkdirSync(OUT, { recursive: true });
await buildCode();
for (const page of ['sidebar', 'dialog']) if (existsSync(`src/sidebar/${page}.html`)) await buildPage(page);
copyFileSync('appsscript/appsscript.json', 'dist/appsscript.json');
for (const word of words) await buildProgram(word);
if (!quiet) console.log(`built dist${words.map((word) => `, ${word}`).join('')} in ${Date.now() - started} ms`);
