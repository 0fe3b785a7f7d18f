const MAGIC = 0x184d2204;
/** Bits of the frame's descriptor. */
const HAS = { dictionaryId: 1, contentChecksum: 4, contentSize: 8, blockChecksum: 16 } as const;
/** A match is at least this long; its length counts from there. */
const SHORTEST_MATCH = 4;

/**
 * Frames of LZ4 (https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md) → what was compressed. Checksums are passed over: the broker has
 * looked at the batch, and the batch has a checksum of its own.
 * @throws RangeError when it is no LZ4 or ends too early
 */
export function readLz4(input: Buffer): Buffer {
  const output = new Output(input.length * 4);
  let at = 0;
  while (at < input.length) at = readFrame(input, at, output);
  return output.written;
}

/** Gives where the frame ends. */
function readFrame(input: Buffer, start: number, output: Output): number {
  if (input.readUInt32LE(start) !== MAGIC) throw new RangeError('no LZ4 frame');
  const flags = input.readUInt8(start + 4);
  const length = (bit: keyof typeof HAS, bytes: number): number => (flags & HAS[bit] ? bytes : 0);
  let at = start + 7 + length('contentSize', 8) + length('dictionaryId', 4);
  for (;;) {
    const size = input.readUInt32LE(at);
    at += 4;
    if (size === 0) return at + length('contentChecksum', 4);
    const end = at + (size & 0x7fff_ffff);
    if (end > input.length) throw new RangeError('LZ4 block ends too early');
    const block = input.subarray(at, end);
    if (size > 0x7fff_ffff) output.append(block);
    else readBlock(new Block(block), output);
    at = end + length('blockChecksum', 4);
  }
}

/** Literals, then what was there before, in turns; the last turn has literals only. */
function readBlock(block: Block, output: Output): void {
  while (block.left > 0) {
    const token = block.byte();
    output.append(block.bytes(block.length(token >>> 4)));
    if (block.left === 0) return;
    const offset = block.byte() | (block.byte() << 8);
    output.repeat(offset, block.length(token & 15) + SHORTEST_MATCH);
  }
}

/** A block as it is read. */
class Block {
  readonly #input: Buffer;
  #at = 0;

  constructor(input: Buffer) {
    this.#input = input;
  }

  get left(): number {
    return this.#input.length - this.#at;
  }

  byte(): number {
    return this.#input.readUInt8(this.#at++);
  }

  bytes(count: number): Buffer {
    if (count > this.left) throw new RangeError('LZ4 literals end too early');
    this.#at += count;
    return this.#input.subarray(this.#at - count, this.#at);
  }

  /** Half a byte, and as many more as it takes. */
  length(nibble: number): number {
    let length = nibble;
    if (nibble < 15) return length;
    for (;;) {
      const more = this.byte();
      length += more;
      if (more < 255) return length;
    }
  }
}

/** What was read so far, which later blocks may repeat. */
class Output {
  #bytes: Buffer;
  #length = 0;

  constructor(expected: number) {
    this.#bytes = Buffer.alloc(expected);
  }

  get written(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  append(bytes: Buffer): void {
    this.#reserve(bytes.length);
    bytes.copy(this.#bytes, this.#length);
    this.#length += bytes.length;
  }

  /** From `offset` back; where that is nearer than `count`, what is written is read again. */
  repeat(offset: number, count: number): void {
    if (offset === 0 || offset > this.#length) throw new RangeError('LZ4 match before the start');
    this.#reserve(count);
    const end = this.#length + count;
    while (this.#length < end) {
      const from = this.#length - offset;
      const part = Math.min(offset, end - this.#length);
      this.#bytes.copyWithin(this.#length, from, from + part);
      this.#length += part;
    }
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.alloc(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
