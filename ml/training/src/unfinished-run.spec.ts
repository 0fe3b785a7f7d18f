import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { packArtefact } from '@endwatch/ml-model';
import { simulateCohorts } from './cohort.ts';
import type { Keeping } from './fit-network.ts';
import { StoppedError } from './fit-network.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { fitNetworks } from './fit-networks.ts';
import { UnfinishedRun } from './unfinished-run.ts';

const fit = { ...DEFAULT_SETTINGS.hazardFit, mostEpochs: 3, staysPerStep: 8 };
const settings = {
  ...DEFAULT_SETTINGS,
  patients: { train: 28, calibrate: 40, test: 1 },
  hazardFit: fit,
  admissionFit: fit,
};
const RUN = { command: 'npm run train', marks: { seed: '7', '--model': 'fusion' } };
const PATIENTS = { patients: 'a hash' };

describe('a run of training that is told to end', () => {
  let out: string;
  const cohorts = simulateCohorts(settings);
  const input = { cohorts, settings, withReports: true, say: () => undefined };
  beforeEach(() => (out = mkdtempSync(join(tmpdir(), 'training-'))));
  afterEach(() => rmSync(out, { recursive: true }));

  function begun(): UnfinishedRun {
    const run = UnfinishedRun.open(out, RUN);
    run.begin(PATIENTS);
    return run;
  }

  /** Ctrl-C before the step of that number since the process began. */
  function interruptedBefore(step: number): (network: string) => Keeping {
    const { keeping } = begun();
    let steps = 0;
    return (network) => {
      const kept = keeping(network);
      return {
        ...kept,
        stops: () => {
          steps += 1;
          if (steps === step) process.emit('SIGINT');
          return kept.stops();
        },
      };
    };
  }

  it('goes on where it stood, as often as may be, and ends in the same bytes', async () => {
    const whole = packArtefact(await fitNetworks(input));
    const listeners = process.listenerCount('SIGINT');
    const tensors = tf.memory().numTensors;
    // In the first step, in the middle of an epoch, at its end, in the second network.
    for (const step of [1, 2, 4, 3, 8]) {
      const keeping = interruptedBefore(step);
      await expect(fitNetworks({ ...input, keeping })).rejects.toThrow(StoppedError);
      expect(tf.memory().numTensors).toBe(tensors);
      expect(process.listenerCount('SIGINT')).toBe(listeners);
    }
    const run = begun();
    expect(packArtefact(await fitNetworks({ ...input, keeping: run.keeping }))).toEqual(whole);
    const said: string[] = [];
    const say = (line: string): number => said.push(line);
    const again = await fitNetworks({ ...input, say, keeping: run.keeping });
    expect(packArtefact(again)).toEqual(whole);
    expect(said.filter((line) => line.includes('loss'))).toEqual([]);
    run.remove();
    expect(existsSync(run.folder)).toBe(false);
  }, 420_000);

  it('is not gone on with for other arguments or patients, and says which', () => {
    const { folder } = begun();
    const seed8 = { ...RUN, marks: { ...RUN.marks, seed: '8' } };
    expect(() => UnfinishedRun.open(out, seed8)).toThrow(
      `${folder} holds an unfinished training of another kind: seed 7 there, 8 here.`,
    );
    const run = UnfinishedRun.open(out, { ...RUN, command: 'npm run train -- --seed 7' });
    expect(run.command).toBe('npm run train');
    expect(() => {
      run.begin({ patients: 'another hash' });
    }).toThrow('patients a hash there, another hash here');
  });

  it('refuses what is not as it was written', async () => {
    const keeping = interruptedBefore(2);
    await expect(fitNetworks({ ...input, keeping })).rejects.toThrow(StoppedError);
    const { folder } = begun();
    const file = join(folder, 'hazard.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"taken":', '"taken":1'));
    await expect(fitNetworks({ ...input, keeping: begun().keeping })).rejects.toThrow(
      'is not as it was written',
    );
  }, 60_000);
});
