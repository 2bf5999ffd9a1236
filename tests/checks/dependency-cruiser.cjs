// The arrows: who may import whom (src/README.md).
const folder = (name) => `^src/${name}/`;
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'core imports only core, zod and date-fns',
      from: { path: folder('core') },
      to: { pathNot: [folder('core'), 'node_modules/(zod|date-fns)/'] },
    },
    {
      name: 'commands-stand-alone',
      severity: 'error',
      comment: 'a command never imports a command',
      from: { path: '^src/core/commands/(?!index)' },
      to: { path: '^src/core/commands/' },
    },
    {
      name: 'addon-alone',
      severity: 'error',
      from: { path: folder('addon') },
      to: { path: '^src/(sidebar|local|cli)/' },
    },
    {
      name: 'sidebar-alone',
      severity: 'error',
      from: { path: folder('sidebar') },
      to: { path: '^src/(addon|local|cli)/' },
    },
    {
      name: 'local-alone',
      severity: 'error',
      from: { path: folder('local') },
      to: { path: '^src/(addon|sidebar|cli)/' },
    },
    {
      name: 'cli-by-the-door',
      severity: 'error',
      comment: 'the runner knows core, and one file of the local workspace',
      from: { path: folder('cli') },
      to: { path: '^src/(addon|sidebar|local)/', pathNot: '^src/local/headless\\.ts$' },
    },
    {
      name: 'page-is-browser',
      severity: 'error',
      comment: 'the page imports only itself and core',
      from: { path: folder('local/page') },
      to: { path: '^src/', pathNot: '^src/(local/page/|core/|local/engine/(extension|functions)[.]ts)' },
    },
    {
      name: 'engine-behind-its-door',
      severity: 'error',
      comment: 'only the engine folder knows the spreadsheet engine',
      from: { pathNot: '^src/local/(engine|page)/' },
      to: { path: 'node_modules/@odoo/' },
    },
    { name: 'no-orphan-src-in-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^tests/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'] },
  },
};
