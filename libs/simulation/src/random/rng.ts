/** A seeded stream of chance. The same seed gives the same stream on every machine; nothing here reads a clock or `Math.random`. */
export interface Rng {
  /** Uniform in [0, 1). */
  next(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform in [from, to). */
  between(from: number, to: number): number;
  /** Integer from `from` to `to`, both included. */
  int(from: number, to: number): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** One of `items`; throws a RangeError when there is none. */
  pick<T>(items: readonly T[]): T;
  /** An independent stream that depends on this stream's seed and the name only, never on how much was drawn from either. */
  fork(name: string | number): Rng;
  /** Where the stream stands: `restoredRng` goes on from there. */
  state(): RngState;
}

type Words = [number, number, number, number];

/** All that decides what a stream will give; JSON can hold it. */
export interface RngState {
  readonly seed: string;
  readonly words: Readonly<Words>;
  /** Of a pair of normal numbers the one not given yet. */
  readonly spare: number | null;
}

/** Four well-mixed 32-bit words from a text (the finaliser of MurmurHash3 over four FNV-1a lanes). */
function wordsOf(text: string): Words {
  const words: Words = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    for (let lane = 0; lane < 4; lane += 1) {
      words[lane as 0] = Math.imul((words[lane as 0] ^ code) + lane, 0x01000193);
    }
  }
  return words.map((word) => {
    let h = word ^ (word >>> 16);
    h = Math.imul(h, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
  }) as Words;
}

/** sfc32 (PractRand's small fast counting generator): 128 bits of state, period of at least 2^32 for every seed. */
function sfc32(start: Readonly<Words>): {
  readonly next: () => number;
  readonly words: () => Words;
} {
  let [a, b, c, counter] = start;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  return { next, words: () => [a, b, c, counter] };
}

/** What seed words give first shows them too plainly. */
function mixed(seed: Words): Words {
  const { next, words } = sfc32(seed);
  for (let i = 0; i < 15; i += 1) next();
  return words();
}

function normalFrom(
  next: () => number,
  held: number | null,
): { readonly normal: () => number; readonly spare: () => number | null } {
  let spare = held;
  const normal = (): number => {
    if (spare !== null) {
      const given = spare;
      spare = null;
      return given;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const angle = 2 * Math.PI * next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { normal, spare: () => spare };
}

/** A stream for a seed. `1` and `'1'` are the same seed. */
export function seededRng(seed: number | string): Rng {
  const text = String(seed);
  return restoredRng({ seed: text, words: mixed(wordsOf(text)), spare: null });
}

/** The stream that stood at `state`: gives what that one would have given. */
export function restoredRng(state: RngState): Rng {
  const { seed } = state;
  const { next, words } = sfc32(state.words);
  const { normal, spare } = normalFrom(next, state.spare);
  return {
    next,
    normal,
    between: (from, to) => from + (to - from) * next(),
    int: (from, to) => from + Math.floor((to - from + 1) * next()),
    chance: (p) => next() < p,
    pick: (items) => {
      const index = Math.floor(next() * items.length);
      if (items.length === 0) throw new RangeError('nothing to pick from');
      return items[index] as (typeof items)[number];
    },
    fork: (name) => seededRng(`${seed}/${String(name)}`),
    state: () => ({ seed, words: words(), spare: spare() }),
  };
}
