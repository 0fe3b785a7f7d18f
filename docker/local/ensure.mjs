// Puts the locked packages in place, Node 24 (node_modules/.bin/node) among them. Any Node from 18 on can run this file.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

/** npm writes node_modules/.package-lock.json last, so an interrupted install counts as none. */
function upToDate() {
  const done = 'node_modules/.package-lock.json';
  if (!existsSync(done) || !existsSync('node_modules/.bin/node')) return false;
  const have = JSON.parse(readFileSync(done, 'utf8')).packages;
  const want = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  return Object.entries(want).every(
    ([path, { version, optional, link }]) =>
      !path.startsWith('node_modules/') ||
      link ||
      have[path]?.version === version ||
      (optional && !have[path]),
  );
}

if (!upToDate()) {
  const began = Date.now();
  console.log('Installing packages (about a minute the first time) …');
  // npm's own Node, not the one in node_modules, which `npm ci` is about to delete.
  const { npm_node_execpath: node = process.execPath, npm_execpath: npm } = process.env;
  const options = ['--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  const { status } = npm
    ? spawnSync(node, [npm, 'ci', ...options], { stdio: 'inherit' })
    : spawnSync('npm', ['ci', ...options], { stdio: 'inherit', shell: true });
  if (status !== 0) {
    console.error('Packages could not be installed; npm has said why above.');
    process.exit(status ?? 1);
  }
  console.log(`Packages installed in ${((Date.now() - began) / 1000).toFixed(0)} s`);
}
