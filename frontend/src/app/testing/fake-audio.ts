import type { AudioPort } from '../sound/alarm-player.ts';

interface FakePulse {
  start: number;
  stop: number;
  frequency: number;
  /** Stopped before its end. */
  cut: boolean;
}

/** Web Audio without a sound card: writes down what is scheduled. */
export class FakeAudio implements Pick<
  AudioPort,
  'state' | 'currentTime' | 'resume' | 'onstatechange'
> {
  /** As a browser does before anybody has pressed anything. */
  refuses = false;
  state: AudioContextState = 'suspended';
  onstatechange: AudioPort['onstatechange'] = null;
  readonly pulses: FakePulse[] = [];
  /** Value and time of each step, by pulse. */
  readonly gains: [number, number][][] = [];
  partials = 0;
  readonly destination = {} as AudioNode;
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  get currentTime(): number {
    return this.now();
  }

  resume(): Promise<void> {
    if (this.refuses) return new Promise(() => undefined);
    this.state = 'running';
    return Promise.resolve();
  }

  /** As a telephone call does it. */
  suspend(): void {
    this.refuses = true;
    this.state = 'suspended';
    this.onstatechange?.(new Event('statechange'));
  }

  createPeriodicWave(_: Float32Array, partials: Float32Array): PeriodicWave {
    this.partials = partials.filter((partial) => partial > 0).length;
    return {};
  }

  createGain(): GainNode {
    const steps: [number, number][] = [];
    this.gains.push(steps);
    const step = (value: number, at: number): void => void steps.push([value, at]);
    const gain = { setValueAtTime: step, linearRampToValueAtTime: step };
    return { gain, connect: () => undefined } as unknown as GainNode;
  }

  createOscillator(): OscillatorNode {
    const pulse: FakePulse = { start: 0, stop: 0, frequency: 0, cut: false };
    const node = {
      setPeriodicWave: () => undefined,
      frequency: {
        setValueAtTime: (value: number): void => {
          pulse.frequency = value;
        },
      },
      connect: () => undefined,
      disconnect: () => undefined,
      start: (at: number): void => {
        pulse.start = at;
        this.pulses.push(pulse);
      },
      stop: (at?: number): void => {
        if (at !== undefined) pulse.stop = at;
        else if (this.now() < pulse.stop) pulse.cut = true;
      },
    };
    return node as unknown as OscillatorNode;
  }
}
