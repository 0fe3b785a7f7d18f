// What the tests run and npm does not have: Java and Maven for the real Kafka broker, PostgreSQL with its pg_dump. Root on Debian gets them by
// apt; anybody else gets the one line to type.
import { spawnSync } from 'node:child_process';
import { postgresPrograms } from '../deploy/postgres-programs.ts';

const works = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

const missing = [
  ...(works('java') ? [] : ['default-jre-headless']),
  ...(works('mvn') ? [] : ['maven']),
  ...(postgresPrograms() ? [] : ['postgresql']),
];

if (missing.length > 0) {
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const line = `sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    console.error(`The tests run a real Kafka and a real PostgreSQL and need: ${line}`);
    process.exit(1);
  }
  console.log(`Installing ${missing.join(', ')} …`);
  if (!apt('update', '-q') || !apt('install', '-y', '-q', '--no-install-recommends', ...missing)) {
    console.error(`Could not be installed: ${line}`);
    process.exit(1);
  }
}
