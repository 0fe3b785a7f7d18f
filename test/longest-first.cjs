const { default: Sequencer } = require('@jest/test-sequencer');

/** They take minutes: begun last, they would run on alone when everything else is done. */
const LONGEST = [
  'faults/faults',
  'load/bench',
  'contract/start',
  'e2e/server-trouble',
  'contract/readiness',
  'e2e/browser-faults',
];

const place = ({ path }) => {
  const at = LONGEST.findIndex((name) => path.includes(`/test/${name}.spec`));
  return at === -1 ? LONGEST.length : at;
};

/** The longest specs first, the others by their names. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => place(a) - place(b) || (a.path < b.path ? -1 : 1));
  }
};
