const { rmSync } = require('node:fs');

module.exports = async () => {
  const folder = globalThis.endwatchTestFolder;
  if (folder === undefined) return;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
};
