import { PARTIALS, type Pulse, type SoundKind, burstOf } from './alarm-patterns.ts';

/** Limits of IEC 60601-1-8, tables 3 and 4, written down here by themselves; seconds and hertz. `full`: at full loudness, as parts made for it hold a pulse. */
const LIMITS = {
  high: { pulses: 10, duration: [0.075, 0.2], full: [0.08, 0.15], between: [2.5, 15] },
  medium: { pulses: 3, duration: [0.125, 0.25], full: [0.13, 0.2], between: [2.5, 30] },
  technical: { pulses: 2, duration: [0.125, 0.25], full: [0.13, 0.2], between: [15, Infinity] },
} as const;
const KINDS = Object.keys(LIMITS) as SoundKind[];

const gapsOf = (pulses: readonly Pulse[]): number[] =>
  pulses.slice(1).map((pulse, index) => {
    const before = pulses[index];
    return before === undefined ? Number.NaN : pulse.start - before.start - before.duration;
  });
/** Between the full loudness of one pulse and that of the next. */
const widerGapsOf = (pulses: readonly Pulse[]): number[] =>
  gapsOf(pulses).map(
    (gap, index) => gap + (pulses[index]?.fall ?? 0) + (pulses[index + 1]?.rise ?? 0),
  );
const within = (value: number, [least, most]: readonly [number, number]): boolean =>
  value >= least - 1e-9 && value <= most + 1e-9;
const decibels = (share: number): number => 20 * Math.log10(share);

describe('the sound of an alarm', () => {
  it.each(KINDS)('%s keeps to the standard', (kind) => {
    const { pulses, period } = burstOf(kind);
    const limits = LIMITS[kind];
    expect(pulses).toHaveLength(limits.pulses);
    const last = pulses.at(-1);
    const end = (last?.start ?? 0) + (last?.duration ?? 0);
    expect(within(period - end, limits.between)).toBe(true);
    const shortest = Math.min(...gapsOf(pulses));
    for (const { duration, rise, fall, frequency } of pulses) {
      expect(within(duration, limits.duration)).toBe(true);
      expect(within(duration - rise - fall, limits.full)).toBe(true);
      expect(within(rise / duration, [0.1, 0.2])).toBe(true);
      expect(fall).toBeLessThanOrEqual(shortest - rise);
      expect(rise + fall).toBeLessThan(duration);
      expect(within(frequency, [150, 1000])).toBe(true);
      const heard = PARTIALS.filter((_, index) => within(frequency * (index + 1), [300, 4000]));
      expect(heard.length).toBeGreaterThanOrEqual(4);
    }
  });

  it('high comes in two groups of five, each three and two', () => {
    const { pulses } = burstOf('high');
    const gaps = gapsOf(pulses);
    const x = gaps[0] ?? 0;
    const pause = 2 * x + (pulses[0]?.duration ?? 0);
    for (const first of [x, widerGapsOf(pulses)[0] ?? 0])
      expect(within(first, [0.05, 0.125])).toBe(true);
    const five = [x, x, pause, x];
    const wanted = [...five, gaps[4] ?? 0, ...five];
    expect(gaps.every((gap, index) => Math.abs(gap - (wanted[index] ?? 0)) < 0.05 * x)).toBe(true);
    expect(within(gaps[4] ?? 0, [0.35, 1.3])).toBe(true);
  });

  it.each(['medium', 'technical'] as const)('%s is evenly and slowly spaced', (kind) => {
    const { pulses } = burstOf(kind);
    const gaps = gapsOf(pulses);
    for (const gap of widerGapsOf(pulses)) expect(within(gap, [0.125, 0.25])).toBe(true);
    for (const gap of gaps) {
      expect(within(gap, [0.125, 0.25])).toBe(true);
      expect(Math.abs(gap - (gaps[0] ?? 0))).toBeLessThan(0.05 * gap);
    }
  });

  it('is faster the more urgent, and no two are alike', () => {
    const pace = (kind: SoundKind): number => {
      const [first, second] = burstOf(kind).pulses;
      return (second?.start ?? 0) - (first?.start ?? 0);
    };
    expect(pace('medium')).toBeGreaterThan(pace('high'));
    expect(pace('technical')).toBeGreaterThanOrEqual(pace('medium'));
    const tunes = KINDS.map((kind) =>
      burstOf(kind)
        .pulses.map(({ frequency }) => frequency)
        .join(),
    );
    expect(new Set(tunes).size).toBe(KINDS.length);
  });

  it('has harmonics within 15 dB of the fundamental', () => {
    for (const partial of PARTIALS) {
      expect(within(decibels(partial / (PARTIALS[0] ?? 1)), [-15, 15])).toBe(true);
    }
  });
});
