// Jest's transform: esbuild, one file at a time, to CommonJS; data files become text.
const { transformSync } = require('esbuild');

module.exports = {
  process(source, file) {
    if (file.endsWith('.png'))
      return { code: `module.exports = { __esModule: true, default: 'data:image/png;base64,' };` };
    if (/\.(csv|html|css|md)$/u.test(file))
      return { code: `module.exports = { __esModule: true, default: ${JSON.stringify(source)} };` };
    const { code, map } = transformSync(source, {
      loader: file.endsWith('.ts') ? 'ts' : 'js',
      format: 'cjs',
      target: 'node20',
      sourcemap: 'both',
      sourcefile: file,
    });
    return { code, map };
  },
};
