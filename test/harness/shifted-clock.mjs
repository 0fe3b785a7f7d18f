// `node --import` of this file, with SHIFTED_CLOCK naming a file: SIGUSR2 steps the wall clock of the process to be as many milliseconds
// ahead (or behind) as the file says; it starts with CLOCK_AHEAD. Timers and `performance.now` go on as they were, as on a machine whose clock is set.
import { readFileSync } from 'node:fs';

const RealDate = globalThis.Date;
let shift = Number(process.env.CLOCK_AHEAD ?? 0);

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shift);
    else super(...given);
  }

  static now() {
    return RealDate.now() + shift;
  }
};

process.on('SIGUSR2', () => {
  shift = Number(readFileSync(process.env.SHIFTED_CLOCK, 'utf8'));
});
