const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

const ROOT = join(__dirname, '../..');
const UNPACK = `import { openBrowser } from './test/harness/browser.ts'; await (await openBrowser()).close()`;

/** The browser is unpacked before specs side by side ask for it: to the second of them half of it would look like all of it. */
module.exports = async () => {
  await require('./temporary-folder.cjs')();
  execFileSync(process.execPath, ['--input-type=module', '-e', UNPACK], { cwd: ROOT });
};
