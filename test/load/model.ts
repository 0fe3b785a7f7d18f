import { join } from 'node:path';
import { ROOT } from '../harness/child.ts';
import type { Part, PartResult, Row } from './bench-part.ts';
import { joined } from './figures.ts';

/** What the built packages give; loaded as a program of theirs would. */
interface Model {
  startEngine(): Promise<{ readonly name: string }>;
  loadRiskModel(folder: string): Promise<{
    encodeReport(text: string): Float32Array;
    dispose(): void;
  }>;
  tokenize(text: string): string[];
}

interface Statistics {
  aucEstimate(y: readonly number[], p: readonly number[]): { readonly auc: number | null };
  logRank(input: {
    readonly time: readonly number[];
    readonly event: readonly number[];
    readonly group: readonly number[];
  }): { readonly p: number };
}

interface Stay {
  readonly snapshots: readonly { readonly reports: readonly string[] }[];
}

interface Training {
  readonly settings: {
    readonly DEFAULT_SETTINGS: {
      readonly version: string;
      readonly hazardFit: { readonly staysPerStep: number };
    } & Record<string, unknown>;
  };
  readonly cohort: {
    simulateCohorts(settings: object): Record<string, { readonly stays: readonly Stay[] }>;
  };
  readonly train: { fitNetworks(input: object): Promise<unknown> };
}

async function built<Module>(file: string): Promise<Module> {
  return (await import(join(ROOT, file))) as Module;
}

async function training(): Promise<Training> {
  const folder = 'ml/training/dist';
  return {
    settings: await built(`${folder}/settings.js`),
    cohort: await built(`${folder}/cohort.js`),
    train: await built(`${folder}/fit-networks.js`),
  };
}

/** Fitting, reading of reports, and the statistics of a large cohort. */
export const model: Part = {
  name: 'model',
  title: 'Training, reading and judging',
  run: async (world, { small }) => {
    const ml = await built<Model>('ml/model/dist/index.js');
    await ml.startEngine();
    const results = [
      await fitting(small ? 32 : 320),
      await reading(ml, small ? 40 : 400),
      await judging(small ? 5_000 : 100_000),
    ];
    world.say('model: done');
    return joined(results);
  },
};

/** Steps of both networks together; a step is some tens of stays forwards and backwards. */
async function fitting(patients: number): Promise<PartResult> {
  const { settings, cohort, train } = await training();
  const { DEFAULT_SETTINGS } = settings;
  const epochs = 3;
  const fit = { ...DEFAULT_SETTINGS.hazardFit, mostEpochs: epochs, patience: epochs };
  const parts = { train: patients, calibrate: 1, test: 1 };
  const asked = { ...DEFAULT_SETTINGS, patients: parts, hazardFit: fit, admissionFit: fit };
  const cohorts = cohort.simulateCohorts(asked);
  const lines: string[] = [];
  const start = performance.now();
  await train.fitNetworks({
    ...{ cohorts, settings: asked, withReports: true },
    say: (line: string) => lines.push(line),
  });
  const seconds = (performance.now() - start) / 1_000;
  const steps = 2 * epochs * Math.ceil((0.85 * patients) / fit.staysPerStep);
  const row: Row = {
    what: `training steps/s, ${String(fit.staysPerStep)} patients in each, validation included`,
    endwatch: (steps / seconds).toFixed(1),
  };
  const done = lines.filter((line) => line.includes('epoch') && line.includes('loss')).length;
  const wrong = done === 2 * epochs ? [] : [`${String(done)} of ${String(2 * epochs)} epochs`];
  return { rows: [row], wrong };
}

/** Reports as the simulator writes them. Floor: cutting them into words, without which nobody can read them. */
async function reading(ml: Model, patients: number): Promise<PartResult> {
  const { settings, cohort } = await training();
  const { DEFAULT_SETTINGS } = settings;
  const asked = { ...DEFAULT_SETTINGS, patients: { train: patients, calibrate: 1, test: 1 } };
  const stays = cohort.simulateCohorts(asked)['train']?.stays ?? [];
  const texts = [...new Set(stays.flatMap((stay) => stay.snapshots.flatMap((one) => one.reports)))];
  const loaded = await ml.loadRiskModel(join(ROOT, 'ml/artefacts', DEFAULT_SETTINGS.version));
  const rate = (work: (text: string) => unknown): number => {
    texts.forEach(work);
    const start = performance.now();
    texts.forEach(work);
    return (texts.length * 1_000) / (performance.now() - start);
  };
  const row: Row = {
    what: `reports read a second, ${String(texts.length)} different ones (floor: cut into words)`,
    endwatch: rate((text) => loaded.encodeReport(text)).toFixed(0),
    floor: rate((text) => ml.tokenize(text)).toFixed(0),
  };
  const same = texts.every((text) => {
    const again = loaded.encodeReport(text);
    return loaded.encodeReport(text).every((value, i) => value === again[i]);
  });
  loaded.dispose();
  return { rows: [row], wrong: same ? [] : ['a report read twice gives two vectors'] };
}

/** Numbers without an engine's help: a sine that does not repeat. */
const spread = (i: number): number => (Math.abs(Math.sin(12.9898 * (i + 1))) * 43_758.5453) % 1;

/** AUC with its interval and the log-rank test of so many patients. Floor: the AUC alone by one sort and a sum of ranks. */
async function judging(patients: number): Promise<PartResult> {
  const statistics = await built<Statistics>('libs/statistics/dist/index.js');
  const p = Array.from({ length: patients }, (_, i) => spread(i));
  const y = p.map((risk, i) => (spread(i + patients) < 0.2 + 0.4 * risk ? 1 : 0));
  const time = p.map((_, i) => 168 * spread(i + 2 * patients));
  const start = performance.now();
  const { auc } = statistics.aucEstimate(y, p);
  const test = statistics.logRank({ time, event: y, group: p.map((risk) => (risk < 0.5 ? 0 : 1)) });
  const middle = performance.now();
  const plain = rankSum(y, p);
  const end = performance.now();
  const row: Row = {
    what: `AUC with interval and log-rank test of ${String(patients)} patients (floor: a sum of ranks)`,
    endwatch: `${(middle - start).toFixed(0)} ms`,
    floor: `${(end - middle).toFixed(0)} ms`,
  };
  const apart = Math.abs((auc ?? NaN) - plain);
  const wrong = apart < 1e-9 && test.p < 0.05 ? [] : [`AUC ${String(auc)}, by ranks ${plain}`];
  return { rows: [row], wrong };
}

/** Mann-Whitney without ties. */
function rankSum(y: readonly number[], p: readonly number[]): number {
  const order = p.map((_, i) => i).sort((a, b) => p[a]! - p[b]!);
  let [ranks, positives] = [0, 0];
  order.forEach((i, place) => {
    if (y[i] !== 1) return;
    ranks += place + 1;
    positives += 1;
  });
  const negatives = y.length - positives;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}
