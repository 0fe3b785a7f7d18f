// Builds what changed (Nx keeps the rest), with a line for every project.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

export async function build() {
  const began = Date.now();
  console.log('Building what changed …');
  const child = spawn(
    process.execPath,
    ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'build', '--output-style=static'],
    {
      cwd: root,
      env: { ...process.env, NX_TUI: 'false', NX_DAEMON: 'false', CI: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  const listen = (chunk) => {
    said += chunk;
    const lines = stripVTControlCharacters(String(chunk)).matchAll(
      /> nx run (\S+?):build\S*\s*(\[.*cache.*\])?/g,
    );
    for (const [, project, cached] of lines) {
      console.log(`  ${project}${cached ? ' (unchanged)' : ''}`);
    }
  };
  child.stdout.setEncoding('utf8').on('data', listen);
  child.stderr.setEncoding('utf8').on('data', listen);
  const status = await new Promise((done) => child.once('close', done));
  if (status !== 0) {
    console.error(said);
    process.exit(status ?? 1);
  }
  console.log(`Built in ${((Date.now() - began) / 1000).toFixed(0)} s`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
