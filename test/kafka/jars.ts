import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Name changes with pom.xml, so that an old folder is not taken for a new list. */
const FOLDER = 'jars-4.4.0';
const APT = 'apt-get install -y default-jre-headless maven';

/** Folder with the broker's jars, fetched by Maven once for each clone. Throws one line that names what is missing and how to get it. */
export async function brokerJars(): Promise<string> {
  await need('java', ['-version']);
  const cache = resolve(import.meta.dirname, '../../.cache/kafka');
  const jars = join(cache, FOLDER);
  if (existsSync(jars)) return jars;
  await need('mvn', ['-v']);
  mkdirSync(cache, { recursive: true });
  // Several runs may fetch at once: each into its own folder, one wins.
  const part = `${jars}.${String(process.pid)}`;
  const pom = join(import.meta.dirname, 'pom.xml');
  await run(
    'mvn',
    ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${part}`],
    {
      maxBuffer: 16 * 1024 * 1024,
    },
  ).catch((error: unknown) => {
    rmSync(part, { recursive: true, force: true });
    throw new Error(`Maven could not fetch the Kafka jars: ${firstLine(error)}`);
  });
  try {
    renameSync(part, jars);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(jars)) throw error;
  }
  return jars;
}

async function need(command: string, args: readonly string[]): Promise<void> {
  await run(command, args).catch(() => {
    throw new Error(`${command} is missing, the Kafka tests need it: ${APT}`);
  });
}

function firstLine(error: unknown): string {
  const { stdout = '', stderr = '', message = '' } = error as Record<string, string | undefined>;
  return (
    `${stdout}${stderr}${message}`.split('\n').find((line) => line.includes('ERROR')) ?? message
  );
}
