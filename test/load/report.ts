import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { ROOT } from '../harness/child.ts';
import { query } from '../harness/system.ts';
import type { Part, PartResult, World } from './bench-part.ts';

export interface Done {
  readonly part: Part;
  readonly result: PartResult;
}

const BEGIN = '<!-- bench: begin -->';
const END = '<!-- bench: end -->';

/** One part's rows as a table of Markdown. */
export function partTable({ part, result }: Done): string {
  const lines = result.rows.map(
    ({ what, endwatch, floor = '', target = '' }) =>
      `| ${what} | ${endwatch} | ${floor} | ${target} |`,
  );
  return [
    `### ${part.title} (\`${part.name}\`)`,
    '',
    '| | Endwatch | floor | target |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

/** What the figures belong to. */
export async function circumstances(world: World): Promise<string> {
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const url = await world.postgres.database('bench_versions');
  const [server] = await query<{ server_version: string }>(url, 'SHOW server_version');
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  const dependency = (name: string): string =>
    (
      JSON.parse(readFileSync(`${ROOT}/node_modules/${name}/package.json`, 'utf8')) as {
        version: string;
      }
    ).version;
  return [
    `${new Date().toISOString().slice(0, 16)}Z, commit ${commit.trim()}`,
    `${String(availableParallelism())} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, ${process.platform}`,
    `Node ${process.version}, Postgres ${server?.server_version ?? '?'}, Kafka 4, kafkajs ${dependency('kafkajs')}, Chromium of @sparticuz/chromium ${dependency('@sparticuz/chromium')}`,
    `\`npm run bench${commandLine()}\`; load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')} at the start`,
  ].join('  \n');
}

function commandLine(): string {
  const given = process.argv.slice(2);
  return given.length === 0 ? '' : ` -- ${given.join(' ')}`;
}

/** Writes the tables between the two markers of the file, or the file where it has none. */
export function writeMarkdown(file: string, text: string): void {
  const block = `${BEGIN}\n\n${text}\n${END}`;
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)];
  const whole =
    from < 0 || to < from
      ? `${before}${before === '' ? '' : '\n'}${block}\n`
      : before.slice(0, from) + block + before.slice(to + END.length);
  writeFileSync(file, whole);
}
