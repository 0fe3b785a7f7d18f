import type { EpochMs } from '@endwatch/clinical';
import { seededRng } from '../random/rng.ts';
import type { HouseChoice } from '../reports/house.ts';
import { simulateStay } from './simulate-stay.ts';
import type { SimulatedStay } from './simulate-stay.ts';

export interface CohortOptions {
  readonly seed: number | string;
  readonly patients: number;
  /** Everybody's admission; who needs spread-out ones shifts them. */
  readonly admittedAt: EpochMs;
  /** As in `StayOptions`. */
  readonly hours?: number;
  /** As in `StayOptions`. */
  readonly houseStyle?: HouseChoice;
  /** Prefix of patient ids; default `sim`. */
  readonly prefix?: string;
}

/** Stays one after another, made when asked for. Patient n depends on seed and n only: a longer cohort begins with the shorter one. */
export function* simulateCohort(o: CohortOptions): Iterable<SimulatedStay> {
  const root = seededRng(o.seed);
  for (let n = 0; n < o.patients; n += 1) {
    const patientId = `${o.prefix ?? 'sim'}-${String(n).padStart(5, '0')}`;
    const rng = root.fork(n);
    const { admittedAt, hours, houseStyle } = o;
    yield simulateStay({
      ...{ rng, patientId, admittedAt },
      ...(hours !== undefined && { hours }),
      ...(houseStyle !== undefined && { houseStyle }),
    });
  }
}
