// `npm test`: everything, with real parts, ending in one line of counts.
import { finish, jest, step } from './step.mjs';
import { UNIT_PROJECTS } from './projects.mjs';

const began = Date.now();
step('Java for the broker, PostgreSQL for backups', ['node', 'test/run/system-programs.mjs']);
step('build', ['node', 'docker/local/build.mjs']);
step('format', ['prettier', '--check', '--log-level=warn', '.'], { fatal: false });
step('lint', ['nx', 'run-many', '-t', 'lint', '--output-style=stream'], { fatal: false });
step('layers', ['depcruise', 'backend/src', 'libs', 'ml', '--config', '.dependency-cruiser.cjs'], {
  fatal: false,
});
step('types', ['nx', 'run-many', '-t', 'typecheck', '--output-style=stream'], { fatal: false });
// Room for a busy machine: no test is about time.
jest('unit', ['--testTimeout=30000', '--projects', ...UNIT_PROJECTS]);
jest('integration', ['-c', 'backend/jest.integration.config.cjs', '--runInBand']);
// Whoever fails may leave a process behind: the run ends all the same.
jest('whole system', ['-c', 'test/jest.system.config.cjs', '--runInBand', '--forceExit']);
console.log(`\nAll of it took ${((Date.now() - began) / 60_000).toFixed(1)} min`);
finish();
