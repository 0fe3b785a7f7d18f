/**
 * Auditory alarm signals after IEC 60601-1-8 (2006 + A1:2012), tables 3 and 4, as a schedule. All times in seconds.
 * A burst of the high priority is ten pulses in two groups of five, each "three and two"; medium is three slower ones; what is
 * wrong with the system itself has the low priority's two, falling. Low alerts of patients (an examination is due) are silent.
 *
 * The text of the standard is not open. In open documents of parts that are made for it stand: 150 to 1,000 Hz with four or more harmonics of
 * 300 to 4,000 Hz within 15 dB (PUI Audio, "IEC 60601-1-8"; Texas Instruments SLASEY5, 9.2); at full loudness high 80 to 150 ms, medium and low 130
 * to 200 ms, between bursts more than 2.5 s, low 16 s (SLASEY5, tables 8-9 to 8-11); rises of 20 ms for high, 30 ms for medium, high as five tones twice,
 * medium as three once (NXP AN10875); high every 10 s, medium every 25 s, low every 30 s (manual of the EDAN X8). Not seen in any:
 * spacings of 50 to 125 ms for high (twice that and a pulse after the third and the eighth, 0.35 to 1.3 s after the fifth), 125 to 250 ms for medium,
 * known of the standard. Whether they count from where a pulse is silent or from where it is below full loudness, they are kept both ways.
 */
export type SoundKind = 'high' | 'medium' | 'technical';

export interface Pulse {
  /** From the start of the burst to the start of the pulse. */
  readonly start: number;
  readonly duration: number;
  /** From silence to full loudness, and back; both within `duration`. */
  readonly rise: number;
  readonly fall: number;
  /** Of the fundamental, in Hz. */
  readonly frequency: number;
}

export interface Burst {
  readonly pulses: readonly Pulse[];
  /** From its start to the start of the next. */
  readonly period: number;
}

/** Loudness of the fundamental and of its harmonics, in this order: all within 15 dB of it, so that speakers of any kind carry some. */
export const PARTIALS: readonly number[] = [1, 0.8, 0.65, 0.5, 0.4, 0.3];

const RISE_SHARE = 0.15;

interface Shape {
  readonly duration: number;
  /** Silence between two pulses: between the first and the second, and so on. */
  readonly gaps: readonly number[];
  readonly frequencies: readonly number[];
  readonly period: number;
}

const HIGH_PULSE = 0.15;
const HIGH_GAP = 0.075;
/** As if one pulse were left out. */
const LEFT_OUT = 2 * HIGH_GAP + HIGH_PULSE;
const FIVE = [HIGH_GAP, HIGH_GAP, LEFT_OUT, HIGH_GAP];
const C5 = 523.25;
const A4 = 440;

const SHAPES: Readonly<Record<SoundKind, Shape>> = {
  high: {
    ...{ duration: HIGH_PULSE, gaps: [...FIVE, 0.7, ...FIVE], period: 10 },
    frequencies: Array.from({ length: 10 }, () => C5),
  },
  medium: { duration: 0.2, gaps: [0.14, 0.14], frequencies: [A4, A4, A4], period: 25 },
  technical: { duration: 0.2, gaps: [0.16], frequencies: [329.63, 261.63], period: 30 },
};

/** What sounds for this kind, once. */
export function burstOf(kind: SoundKind): Burst {
  const { duration, gaps, frequencies, period } = SHAPES[kind];
  let start = 0;
  const pulses = frequencies.map((frequency, index): Pulse => {
    const pulse = {
      start,
      duration,
      frequency,
      rise: duration * RISE_SHARE,
      fall: duration * RISE_SHARE,
    };
    start += duration + (gaps[index] ?? 0);
    return pulse;
  });
  return { pulses, period };
}
