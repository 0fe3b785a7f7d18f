// `npm run check`: the quick inner loop.
import { finish, jest, step } from './step.mjs';
import { UNIT_PROJECTS } from './projects.mjs';

step('format', ['prettier', '--check', '--log-level=warn', '.'], { fatal: false });
step('lint', ['nx', 'run-many', '-t', 'lint', '--output-style=stream'], { fatal: false });
step('layers', ['depcruise', 'backend/src', 'libs', 'ml', '--config', '.dependency-cruiser.cjs'], {
  fatal: false,
});
step('types', ['nx', 'run-many', '-t', 'typecheck', '--output-style=stream'], { fatal: false });
// Room for a busy machine: no test is about time.
jest('unit', ['--testTimeout=30000', '--projects', ...UNIT_PROJECTS]);
finish();
