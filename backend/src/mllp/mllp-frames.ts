const START = 0x0b;
const END = 0x1c;
const RETURN = 0x0d;

export type Frame =
  | { readonly kind: 'message'; readonly bytes: Buffer }
  /** Longer than allowed; only its beginning was kept. */
  | { readonly kind: 'too-large'; readonly bytes: Buffer; readonly size: number };

export interface FrameLimits {
  /** Of one message. */
  readonly maxBytes: number;
  /** Kept of a message that is longer. */
  readonly keptBytes: number;
}

/** Takes messages out of a byte stream: VT, message, FS, CR. Bytes come in any portions; what stands outside of a frame is dropped. */
export class MllpFrames {
  readonly #limits: FrameLimits;
  #chunks: Buffer[] = [];
  #kept = 0;
  #size = 0;
  #inside = false;
  /** The last byte was an FS: with a CR after it the message ends, else it belongs to the message. */
  #ending = false;

  constructor(limits: FrameLimits) {
    this.#limits = limits;
  }

  /** A message has begun and not ended. */
  get inside(): boolean {
    return this.#inside;
  }

  push(chunk: Buffer): readonly Frame[] {
    const frames: Frame[] = [];
    let at = 0;
    while (at < chunk.length)
      at = this.#inside ? this.#read(chunk, at, frames) : this.#seek(chunk, at);
    return frames;
  }

  #seek(chunk: Buffer, from: number): number {
    const start = chunk.indexOf(START, from);
    if (start === -1) return chunk.length;
    this.#inside = true;
    return start + 1;
  }

  #read(chunk: Buffer, from: number, frames: Frame[]): number {
    if (this.#ending) {
      this.#ending = false;
      if (chunk[from] === RETURN) {
        frames.push(this.#finish());
        return from + 1;
      }
      this.#keep(Buffer.of(END));
    }
    const end = chunk.indexOf(END, from);
    const until = end === -1 ? chunk.length : end;
    this.#keep(chunk.subarray(from, until));
    this.#ending = end !== -1;
    return end === -1 ? chunk.length : end + 1;
  }

  #keep(part: Buffer): void {
    this.#size += part.length;
    const room = this.#limits.maxBytes + 1 - this.#kept;
    if (room <= 0 || part.length === 0) return;
    // A copy: the stream's own buffer may be large and is used again.
    const copy = Buffer.from(part.subarray(0, room));
    this.#chunks.push(copy);
    this.#kept += copy.length;
  }

  #finish(): Frame {
    const bytes = Buffer.concat(this.#chunks);
    const size = this.#size;
    this.#chunks = [];
    this.#kept = 0;
    this.#size = 0;
    this.#inside = false;
    if (size <= this.#limits.maxBytes) return { kind: 'message', bytes };
    return { kind: 'too-large', bytes: bytes.subarray(0, this.#limits.keptBytes), size };
  }
}

/** A message in its frame. */
export function framed(message: string): Buffer {
  return Buffer.concat([Buffer.of(START), Buffer.from(message, 'utf8'), Buffer.of(END, RETURN)]);
}
