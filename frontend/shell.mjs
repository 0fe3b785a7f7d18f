// Tells the worker which files make up this version: all that the build has named by its content, so that no list is kept by hand.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'dist/browser');
const WORKER = 'push-worker.js';
const HASHED = /-[\w-]{8}\.(js|css|woff2?)$/;

const files = readdirSync(FOLDER)
  .filter((name) => HASHED.test(name))
  .toSorted();
const main = files.find((name) => name.startsWith('main-'));
if (main === undefined) throw new Error(`no main file in ${FOLDER}: was it built?`);
const version = createHash('sha256')
  .update(readFileSync(join(FOLDER, 'index.html')))
  .update(files.join())
  .digest('hex')
  .slice(0, 12);
const shell = { version, main, files: files.map((name) => `/${name}`) };
const worker = readFileSync(join(import.meta.dirname, 'public', WORKER), 'utf8');
// A worker that differs by a byte is a new one to the browser.
writeFileSync(join(FOLDER, WORKER), `self.shell = ${JSON.stringify(shell)};\n${worker}`);
console.log(`${files.length} files are kept for pages without a server`);
