import { parentPort, workerData } from 'node:worker_threads';
import { startEngine } from '@endwatch/ml-model';
import { restoredRng } from '@endwatch/simulation';
import type { ThreadWord, ThreadWork } from './fit-in-thread.ts';
import { fitNetwork, StoppedError } from './fit-network.ts';
import { receivedStay } from './sent-stay.ts';

const { network, kept, fit, validate, rng, ...how } = workerData as ThreadWork;
const say = (word: ThreadWord): void => parentPort?.postMessage(word);

let told = false;
parentPort?.on('message', () => (told = true));

await startEngine();
try {
  const fitted = await fitNetwork({
    ...how,
    fit: fit.map(receivedStay),
    validate: validate.map(receivedStay),
    rng: restoredRng(rng),
    onEpoch: (...heard) => {
      say({ kind: 'epoch', heard });
    },
    keeping: {
      network,
      begin: () => kept,
      write: (state) => {
        say({ kind: 'state', state });
      },
      stops: () => {
        say({ kind: 'step' });
        return told;
      },
      end: () => undefined,
    },
  });
  say({ kind: 'fitted', fitted });
} catch (error) {
  // What is thrown here reaches the other thread without its class.
  if (!(error instanceof StoppedError)) throw error;
  say({ kind: 'stopped', why: error.message });
}
