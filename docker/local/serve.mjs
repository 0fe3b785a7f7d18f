// `npm run serve`: the built product only, for production. No install, no build, no demonstration; JSON log on standard output.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BACKEND, endWith } from './run-backend.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
if (!existsSync(join(root, 'backend/dist/main.js'))) {
  console.error('Endwatch is not built yet: npm run build');
  process.exit(1);
}
endWith(
  spawn(process.execPath, BACKEND, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  }),
);
