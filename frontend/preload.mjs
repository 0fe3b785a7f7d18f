// Names the parts of the application in the page itself, so that they are fetched while `main.js` still sees to the language.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'dist');
const PAGE = join(FOLDER, 'browser/index.html');
const STATS = join(FOLDER, 'browser-stats.json');
const START = 'frontend/src/start.ts';

const { outputs } = JSON.parse(readFileSync(STATS, 'utf8'));
const first = Object.keys(outputs).find((name) => outputs[name].entryPoint === START);
if (first === undefined) throw new Error(`${START} is no part of its own in ${STATS}`);

const wanted = new Set([first]);
for (const name of wanted) {
  for (const { kind, path } of outputs[name].imports) {
    if (kind === 'import-statement' && path in outputs) wanted.add(path);
  }
}
const page = readFileSync(PAGE, 'utf8');
const missing = [...wanted].filter((name) => !page.includes(name));
const links = missing.map((name) => `<link rel="modulepreload" href="${name}">`).join('');
writeFileSync(PAGE, page.replace('</head>', `${links}</head>`));
rmSync(STATS);
console.log(`${wanted.size} parts are fetched at once`);
