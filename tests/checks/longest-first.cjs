// Jest's order of files: those that start programs and browsers first, so that a worker is not left alone with one at the end.
const TestSequencer = require('@jest/test-sequencer').default;

const long = [
  'tests/browser/',
  'tests/cli/runner',
  'tests/core/adoption/sample',
  'tests/bundle/',
  'tests/sidebar/panels',
];

module.exports = class LongestFirst extends TestSequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const found = long.findIndex((part) => path.replaceAll('\\', '/').includes(part));
      return found < 0 ? long.length : found;
    };
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
};
