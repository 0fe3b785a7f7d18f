const { chmodSync, mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** A temporary folder for a Jest run and every process it starts; `temporary-folder-gone.cjs` removes it, with what killed processes left. */
module.exports = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'endwatch-test-'));
  // A Postgres that is started by root runs under another account.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  // Never whatever TMPDIR says at the end: it may be somebody's own.
  globalThis.endwatchTestFolder = folder;
};
