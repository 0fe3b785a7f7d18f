import { Clock } from '../pipeline/ports.ts';

export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}
