import { MINUTE, SECOND } from '@endwatch/clinical';
import { Complaint } from './complaint.ts';
import { Repeater } from './repeater.ts';

describe('a complaint', () => {
  const read = (): { said: unknown[]; complaint: Complaint; pass: (time: number) => void } => {
    const said: unknown[] = [];
    let now = 0;
    const say =
      (level: string) =>
      ({ times, seconds }: { times?: number; seconds?: number }, words: string): void =>
        void said.push([level, words, times, ...(seconds === undefined ? [] : [seconds])]);
    const words = { failed: 'not told', again: 'told again' };
    const log = { warn: say('warn'), info: say('info') };
    const complaint = new Complaint(log, words, () => now);
    return { said, complaint, pass: (time) => void (now += time) };
  };

  it('is made once, then once a minute with how often, and taken back once', () => {
    const { said, complaint, pass } = read();
    complaint.well();
    expect(said).toEqual([]);
    for (let n = 0; n < 130; n++) {
      complaint.failed(new Error('read-only'));
      pass(SECOND);
    }
    expect(said).toEqual([
      ['warn', 'not told', 1],
      ['warn', 'not told', 60],
      ['warn', 'not told', 60],
    ]);
    complaint.well();
    complaint.well();
    expect(said.slice(3)).toEqual([['info', 'told again', 130, 130]]);
  });

  it('is made at once when it fails again', () => {
    const { said, complaint, pass } = read();
    complaint.failed(null);
    complaint.well();
    pass(MINUTE / 2);
    complaint.failed(null);
    expect(said).toEqual([
      ['warn', 'not told', 1],
      ['info', 'told again', 1, 0],
      ['warn', 'not told', 1],
    ]);
  });

  it('hears of each turn of what is repeated', async () => {
    const { said, complaint } = read();
    const outcomes = [false, false, true, true];
    let told = (): void => undefined;
    const done = new Promise<void>((resolve) => {
      told = resolve;
    });
    const act = (): Promise<void> => {
      const outcome = outcomes.shift();
      if (outcome === undefined) told();
      return outcome === false ? Promise.reject(new Error('no')) : Promise.resolve();
    };
    const repeater = new Repeater(0, act, complaint.failed, complaint.well);
    repeater.start();
    await done;
    await repeater.stop();
    expect(said).toEqual([
      ['warn', 'not told', 1],
      ['info', 'told again', 2, 0],
    ]);
  });
});
