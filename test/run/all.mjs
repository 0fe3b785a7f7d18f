// `npm test`: everything, with real parts, ending in one line of counts.
import { beside, finish, jest, step } from './step.mjs';
import { STATIC_CHECKS, UNIT_PROJECTS } from './projects.mjs';

const began = Date.now();
step('Java for the broker, PostgreSQL for backups', ['node', 'test/run/system-programs.mjs']);
step('build', ['node', 'docker/local/build.mjs']);
// Room for a busy machine: no test is about time.
await jest('unit', ['--testTimeout=30000', '--maxWorkers=2', '--projects', ...UNIT_PROJECTS]);
// Real parts wait for one another much of the time.
const checked = beside(STATIC_CHECKS);
await jest('integration', ['-c', 'backend/jest.integration.config.cjs']);
// Whoever fails may leave a process behind: the run ends all the same.
const SYSTEM = ['-c', 'test/jest.system.config.cjs', '--forceExit'];
// It plants what lint must find, so not while lint is looking.
const PLANTS = 'lint-arrows';
await jest('whole system', [...SYSTEM, '--testPathIgnorePatterns', PLANTS]);
await checked();
await jest('what lint forbids', [...SYSTEM, '--testPathPatterns', PLANTS]);
console.log(`\nAll of it took ${((Date.now() - began) / 60_000).toFixed(1)} min`);
finish();
