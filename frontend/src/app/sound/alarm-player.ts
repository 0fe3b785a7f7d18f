import { InjectionToken } from '@angular/core';
import { PARTIALS, type Burst, type Pulse } from './alarm-patterns.ts';

/** So much of Web Audio as is needed. */
export type AudioPort = Pick<
  AudioContext,
  'state' | 'currentTime' | 'resume' | 'createOscillator' | 'createGain' | 'createPeriodicWave'
> & { readonly destination: AudioNode; onstatechange: ((event: Event) => void) | null };

/** Opens the browser's audio; null where it has none. Until somebody has pressed something its state stays `suspended`. */
export const OPEN_AUDIO: InjectionToken<() => AudioPort | null> = new InjectionToken('audio', {
  providedIn: 'root',
  factory: () => () => (typeof AudioContext === 'function' ? new AudioContext() : null),
});

/** Time for the sound card to be ready. */
const AHEAD = 0.05;
const LOUDNESS = 0.9;

/** Plays bursts on the audio it is given. */
export class AlarmPlayer {
  private readonly audio: AudioPort;
  private readonly wave: PeriodicWave;
  private sounding: OscillatorNode[] = [];

  constructor(audio: AudioPort) {
    this.audio = audio;
    const partials = Float32Array.from([0, ...PARTIALS]);
    this.wave = audio.createPeriodicWave(new Float32Array(partials.length), partials);
  }

  get ready(): boolean {
    return this.audio.state === 'running';
  }

  /** Resolves with whether it may sound now; a browser refuses until somebody has pressed something. */
  async wake(): Promise<boolean> {
    // Where it is refused the promise stays open: whoever asks must not wait for it.
    await Promise.race([this.audio.resume().catch(() => undefined), pause(300)]);
    return this.ready;
  }

  /** Once, from now. What still sounds is cut short. */
  play({ pulses }: Burst): void {
    this.stop();
    const from = this.audio.currentTime + AHEAD;
    this.sounding = pulses.map((pulse) => this.pulse(pulse, from + pulse.start));
  }

  stop(): void {
    for (const oscillator of this.sounding) {
      oscillator.stop();
      oscillator.disconnect();
    }
    this.sounding = [];
  }

  private pulse({ duration, rise, fall, frequency }: Pulse, at: number): OscillatorNode {
    const { audio } = this;
    const loudness = audio.createGain();
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, at + rise);
    loudness.gain.setValueAtTime(LOUDNESS, at + duration - fall);
    loudness.gain.linearRampToValueAtTime(0, at + duration);
    const oscillator = audio.createOscillator();
    oscillator.setPeriodicWave(this.wave);
    oscillator.frequency.setValueAtTime(frequency, at);
    oscillator.connect(loudness);
    loudness.connect(audio.destination);
    oscillator.start(at);
    oscillator.stop(at + duration);
    return oscillator;
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((wait) => setTimeout(wait, milliseconds));
