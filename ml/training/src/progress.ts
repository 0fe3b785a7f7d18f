import { at } from '@endwatch/statistics';

const WIDTH = 20;
/** Of the longest name: two networks tell of themselves in turn, and their bars stand in one column. */
const NAME = 'admission'.length;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export interface EpochProgress {
  readonly network: string;
  readonly epoch: number;
  readonly mostEpochs: number;
  readonly losses: { readonly fit: number; readonly validate: number };
  /** Of the epochs of this process, in ms. */
  readonly took: readonly number[];
}

/** "hazard    ▓▓▓░░… epoch 3 of at most 30: loss 0.1234, validation 0.1301; at most 4 min left": early stopping may end it sooner. */
export function progressLine({ network, epoch, mostEpochs, losses, took }: EpochProgress): string {
  const done = Math.round((WIDTH * epoch) / mostEpochs);
  const bar = '▓'.repeat(done) + '░'.repeat(WIDTH - done);
  const of = `epoch ${String(epoch)} of at most ${String(mostEpochs)}`;
  const loss = `loss ${losses.fit.toFixed(4)}, validation ${losses.validate.toFixed(4)}`;
  return `${network.padEnd(NAME)} ${bar} ${of}: ${loss}; ${left(mostEpochs - epoch, took)}`;
}

function left(epochs: number, took: readonly number[]): string {
  if (epochs === 0) return 'the last';
  const usual = at(
    [...took].sort((a, b) => a - b),
    Math.floor(took.length / 2),
  );
  const ms = epochs * usual;
  if (ms < MINUTE) return `at most ${String(Math.ceil(ms / SECOND))} s left`;
  return `at most ${String(Math.ceil(ms / MINUTE))} min left`;
}
