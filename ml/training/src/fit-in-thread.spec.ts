import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { packArtefact } from '@endwatch/ml-model';
import { simulateCohorts } from './cohort.ts';
import { fitInThread } from './fit-in-thread.ts';
import type { FitInput, Keeping } from './fit-network.ts';
import { StoppedError } from './fit-network.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { fitNetworks } from './fit-networks.ts';
import { UnfinishedRun } from './unfinished-run.ts';

const fit = { ...DEFAULT_SETTINGS.hazardFit, mostEpochs: 16, patience: 16, staysPerStep: 8 };
const settings = {
  ...DEFAULT_SETTINGS,
  patients: { train: 28, calibrate: 1, test: 1 },
  hazardFit: fit,
  admissionFit: fit,
};

describe('two networks fitted side by side', () => {
  let out: string;
  let whole: ReturnType<typeof packArtefact>;
  const cohorts = simulateCohorts(settings);
  const said: string[] = [];
  const say = (line: string): number => said.push(line);
  const input = { cohorts, settings, withReports: true, say };
  const beside = { ...input, beside: fitInThread };
  beforeAll(async () => {
    whole = packArtefact(await fitNetworks(input));
  }, 60_000);
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'training-'));
    said.length = 0;
  });
  afterEach(() => {
    rmSync(out, { recursive: true });
  });

  function begun(): UnfinishedRun {
    const run = UnfinishedRun.open(out, { command: 'npm run train', marks: {} });
    run.begin({});
    return run;
  }

  /** Keeps one of them otherwise. */
  function keepingBut(
    network: string,
    change: (stops: Keeping['stops']) => Partial<Keeping>,
  ): (network: string) => Keeping {
    const { keeping } = begun();
    return (name) => {
      const kept = keeping(name);
      return name === network ? { ...kept, ...change(() => kept.stops()) } : kept;
    };
  }

  /** Ctrl-C when that network is about to take that step. */
  const interrupted = (network: string, step: number): ((network: string) => Keeping) => {
    let steps = 0;
    return keepingBut(network, (stops) => ({
      stops: () => {
        steps += 1;
        if (steps === step) process.emit('SIGINT');
        return stops();
      },
    }));
  };

  it('are the same bits as one after the other, and tell as much', async () => {
    expect(packArtefact(await fitNetworks(beside))).toEqual(whole);
    const told = said.map((line) => line.replace(/;.*/, '')).sort();
    said.length = 0;
    await fitNetworks(input);
    expect(told).toEqual(said.map((line) => line.replace(/;.*/, '')).sort());
  }, 120_000);

  it('both stop when the process is told to end, and both go on to the same bytes', async () => {
    const listeners = process.listenerCount('SIGINT');
    const tensors = tf.memory().numTensors;
    for (const [network, step] of [
      ['hazard', 1],
      ['admission', 1],
    ] as const) {
      const keeping = interrupted(network, step);
      await expect(fitNetworks({ ...beside, keeping })).rejects.toThrow(StoppedError);
      expect(existsSync(join(out, 'unfinished', `${network}.json`))).toBe(true);
      expect(process.listenerCount('SIGINT')).toBe(listeners);
      expect(tf.memory().numTensors).toBe(tensors);
    }
    const { keeping } = begun();
    expect(packArtefact(await fitNetworks({ ...beside, keeping }))).toEqual(whole);
    said.length = 0;
    expect(packArtefact(await fitNetworks({ ...beside, keeping }))).toEqual(whole);
    expect(said.filter((line) => line.includes('loss'))).toEqual([]);
  }, 180_000);

  it('go on where one thread alone stood', async () => {
    const { folder } = begun();
    const keeping = interrupted('admission', 2);
    await expect(fitNetworks({ ...input, keeping })).rejects.toThrow(StoppedError);
    const kept = begun().keeping;
    expect(packArtefact(await fitNetworks({ ...beside, keeping: kept }))).toEqual(whole);
    expect(existsSync(join(folder, 'admission.json'))).toBe(true);
  }, 120_000);

  it('end with what went wrong in the thread, and what the other had is kept', async () => {
    const ill = (given: FitInput): ReturnType<typeof fitInThread> =>
      fitInThread({ ...given, shape: { ...given.shape, structured: given.shape.structured + 1 } });
    const { keeping, folder } = begun();
    const longer = { ...settings, hazardFit: { ...fit, mostEpochs: 1_000, patience: 1_000 } };
    const run = fitNetworks({ ...input, settings: longer, keeping, beside: ill });
    await expect(run).rejects.toThrow('Based on the provided shape');
    expect(existsSync(join(folder, 'hazard.json'))).toBe(true);
  }, 120_000);

  it('end with what went wrong here, and the thread stops', async () => {
    const keeping = keepingBut('hazard', () => ({
      write: () => {
        throw new Error('no space left');
      },
    }));
    const admissionFit = { ...fit, mostEpochs: 1_000, patience: 1_000 };
    await expect(
      fitNetworks({ ...beside, settings: { ...settings, admissionFit }, keeping }),
    ).rejects.toThrow('no space left');
    expect(existsSync(join(out, 'unfinished', 'admission.json'))).toBe(true);
  }, 120_000);

  it('stop each other without anything being kept', async () => {
    const ill = (): Promise<never> => Promise.reject(new Error('out of luck'));
    const hazardFit = { ...fit, mostEpochs: 1_000, patience: 1_000 };
    await expect(
      fitNetworks({ ...input, settings: { ...settings, hazardFit }, beside: ill }),
    ).rejects.toThrow('out of luck');
  }, 60_000);
});
