// The real Kafka broker needs Java and Maven. Root on Debian gets them by apt; anybody else gets the one line to type.
import { spawnSync } from 'node:child_process';

const PACKAGES = ['default-jre-headless', 'maven'];
const works = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

if (!works('java') || !works('mvn')) {
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const line = `sudo apt-get install -y ${PACKAGES.join(' ')}`;
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    console.error(`The tests run a real Kafka and need Java and Maven: ${line}`);
    process.exit(1);
  }
  console.log('Installing Java and Maven for the Kafka broker …');
  if (!apt('update', '-q') || !apt('install', '-y', '-q', '--no-install-recommends', ...PACKAGES)) {
    console.error(`Java and Maven could not be installed: ${line}`);
    process.exit(1);
  }
}
