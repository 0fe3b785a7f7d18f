import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../harness/child.ts';
import type { Part, PartResult, Row } from './bench-part.ts';
import { joined, quantile } from './figures.ts';
import { HandWrittenPass, type ScoringRow } from './scoring-floor.ts';

/** float32 sums in another order. */
const ALIKE = 1e-5;
const TARGET_ROWS = 256;

/** What the built package `ml/model` gives; it is loaded as the product's own process would, not compiled in. */
interface Built {
  loadRiskModel(folder: string): Promise<{
    encodeReport(text: string): Float32Array;
    score(rows: readonly ScoringRow[]): readonly { readonly hazards: Float32Array }[];
    dispose(): void;
  }>;
}

interface Golden {
  readonly values: number[];
  readonly missing: number[];
  readonly ageHours: (number | null)[];
  readonly reports: string[];
  readonly hoursSinceAdmission: number;
}

export const scoring: Part = {
  name: 'scoring',
  title: 'One forward pass',
  run: async (world, { small }) => {
    const folder = newestArtefact();
    const built = (await import(join(ROOT, 'ml/model/dist/index.js'))) as Built;
    const model = await built.loadRiskModel(folder);
    const floor = new HandWrittenPass(folder);
    const rows = exampleRows(folder, floor.featureSet, (text) => model.encodeReport(text));
    const results: PartResult[] = [];
    for (const count of [1, 32, TARGET_ROWS]) {
      const some = Array.from({ length: count }, (_, n) => rows[n % rows.length]!);
      const repeat = Math.ceil((small ? 10_000 : 100_000) / count);
      results.push(compare(some, repeat, { model, floor }));
    }
    model.dispose();
    world.say('scoring: done');
    return joined(results);
  },
};

function newestArtefact(): string {
  const folder = join(ROOT, 'ml/artefacts');
  const newest = readdirSync(folder)
    .toSorted(new Intl.Collator('en', { numeric: true }).compare)
    .at(-1);
  return join(folder, newest ?? '');
}

/** The rows that the artefact itself is checked with. */
function exampleRows(
  folder: string,
  featureSet: string,
  encode: (text: string) => Float32Array,
): ScoringRow[] {
  const { scores } = JSON.parse(readFileSync(join(folder, 'golden-scores.json'), 'utf8')) as {
    scores: Golden[];
  };
  return scores.map(({ values, missing, ageHours, reports, hoursSinceAdmission }) => ({
    features: {
      featureSet,
      values: Float32Array.from(values),
      missing: Uint8Array.from(missing),
      ageHours: Float32Array.from(ageHours, (age) => age ?? NaN),
    },
    report: reports[0] === undefined ? null : encode(reports[0]),
    hoursSinceAdmission,
  }));
}

interface Both {
  readonly model: {
    score(rows: readonly ScoringRow[]): readonly { readonly hazards: Float32Array }[];
  };
  readonly floor: HandWrittenPass;
}

/** Turn by turn, so that whatever else the machine does falls on both. */
function compare(rows: readonly ScoringRow[], repeat: number, { model, floor }: Both): PartResult {
  const [product, plain]: [number[], number[]] = [[], []];
  for (let turn = -Math.ceil(repeat / 5); turn < repeat; turn++) {
    const [a, b] = [timeOf(() => model.score(rows)), timeOf(() => floor.score(rows))];
    if (turn < 0) continue;
    product.push(a);
    plain.push(b);
  }
  // The quicker ones: on a busy machine the rest say how often a pass was interrupted.
  const [ours, theirs] = [quantile(product, 0.1), quantile(plain, 0.1)];
  const count = String(rows.length);
  const row: Row = {
    what: `${count} patient${rows.length === 1 ? '' : 's'}, a tenth of the passes within`,
    endwatch: `${(ours * 1_000).toFixed(0)} µs`,
    floor: `${(theirs * 1_000).toFixed(0)} µs`,
    ...(rows.length === TARGET_ROWS
      ? { target: `≤ 2 × floor; is ${(ours / theirs).toFixed(2)} ×` }
      : {}),
  };
  return { rows: [row], wrong: unlike(rows, { model, floor }) };
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Both must say the same, or they do not do the same work. */
function unlike(rows: readonly ScoringRow[], { model, floor }: Both): string[] {
  const ours = model.score(rows).flatMap(({ hazards }) => [...hazards]);
  const theirs = floor.score(rows);
  const apart = ours.filter(
    (hazard, n) => Math.abs(hazard - (theirs[n] ?? NaN)) > ALIKE || Number.isNaN(hazard),
  );
  return apart.length === 0 && ours.length === theirs.length
    ? []
    : [
        `${String(apart.length)} of ${String(ours.length)} hazards differ from the hand-written pass`,
      ];
}
