import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../harness/child.ts';

export const OUT = join(ROOT, 'test/load/out');
const SHOWN = 40;

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Options for Node that leave a profile named `name` in the folder `out` when the process ends. */
export function profiled(name: string): string[] {
  const file = `${name}.cpuprofile`;
  rmSync(join(OUT, file), { force: true });
  return [
    '--cpu-prof',
    `--cpu-prof-dir=${OUT}`,
    `--cpu-prof-name=${file}`,
    '--cpu-prof-interval=500',
  ];
}

/** Functions in which most of the time passed, themselves only. */
export function topFunctions(name: string): string[] {
  const file = `${name}.cpuprofile`;
  if (!readdirSync(OUT).includes(file)) return [`no profile ${file}`];
  const { nodes, samples, timeDeltas } = JSON.parse(
    readFileSync(join(OUT, file), 'utf8'),
  ) as Profile;
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const own = new Map<string, number>();
  let busy = 0;
  for (const [index, id] of samples.entries()) {
    const what = names.get(id) ?? '?';
    if (what === '(idle)') continue;
    const time = timeDeltas[index] ?? 0;
    own.set(what, (own.get(what) ?? 0) + time);
    busy += time;
  }
  const top = [...own].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  return [
    `${relative(ROOT, join(OUT, file))}: ${(busy / 1e6).toFixed(1)} s busy`,
    ...top.map(([what, time]) => `${((100 * time) / busy).toFixed(1).padStart(5)} %  ${what}`),
  ];
}

function nameOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  if (url === '') return functionName;
  const file = url
    .replace(/^file:\/\//, '')
    .replace(`${ROOT}/`, '')
    .replace(/^.*node_modules\//, '');
  return `${functionName || '(anonymous)'}  ${file}:${String(lineNumber + 1)}`;
}
