import { seededRng } from '../random/rng.ts';
import { drawEpisodes, drawOnsetHours, signsAt, trueHazards } from './deterioration.ts';

describe('hazard of END', () => {
  it('gives seven probabilities that grow with the log risk', () => {
    const low = trueHazards(-1);
    const high = trueHazards(1);
    expect(low).toHaveLength(7);
    for (const [k, h] of low.entries()) {
      expect(h).toBeGreaterThan(0);
      expect(high[k]).toBeGreaterThan(h);
      expect(high[k]).toBeLessThan(1);
    }
  });

  it('draws onsets that happen as often in each interval as the hazards say', () => {
    const rng = seededRng('onset');
    const n = 20_000;
    const onsets = Array.from({ length: n }, () => drawOnsetHours(rng, 0.4));
    const byHour = (hours: number): number =>
      onsets.filter((t) => t !== null && t <= hours).length / n;
    const hazards = trueHazards(0.4);
    let survival = 1;
    for (const [k, hours] of [6, 12, 24, 48, 72, 96, 168].entries()) {
      survival *= 1 - (hazards[k] ?? 0);
      expect(Math.abs(byHour(hours) - (1 - survival))).toBeLessThan(0.012);
    }
  });
});

describe('signs of a worsening', () => {
  const episode = { startHours: 10, peakHours: 16, holdHours: 6, strength: 1 };

  it('are absent before, rise to the peak, stay and fade', () => {
    expect(signsAt([episode], 10)).toBe(0);
    expect(signsAt([episode], 13)).toBeCloseTo(0.5);
    expect(signsAt([episode], 20)).toBe(1);
    expect(signsAt([episode], 34)).toBeCloseTo(Math.exp(-1));
  });

  it('come before most deteriorations and, weaker, in some who stay stable', () => {
    const early = (n: number): boolean =>
      (drawEpisodes(seededRng(n), 40)[0]?.startHours ?? 40) < 40;
    const falseAlarm = (n: number): boolean => drawEpisodes(seededRng(n), null).length > 0;
    const share = (test: (n: number) => boolean): number =>
      Array.from({ length: 2000 }, (_, n) => n).filter(test).length / 2000;
    expect(Math.abs(share(early) - 0.7)).toBeLessThan(0.04);
    expect(Math.abs(share(falseAlarm) - 0.15)).toBeLessThan(0.03);
  });
});
