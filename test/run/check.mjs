// `npm run check`: the quick inner loop.
import { finish, jest, step } from './step.mjs';
import { STATIC_CHECKS, UNIT_PROJECTS } from './projects.mjs';

for (const [title, command] of STATIC_CHECKS) step(title, command, { fatal: false });
// Room for a busy machine: no test is about time.
await jest('unit', ['--testTimeout=30000', '--maxWorkers=2', '--projects', ...UNIT_PROJECTS]);
finish();
