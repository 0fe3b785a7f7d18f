import { Partitioner } from '../pipeline/ports.ts';

const SEED = 0x9747b28c;
const MULTIPLIER = 0x5bd1e995;
const SHIFT = 24;

/**
 * The 32-bit hash of Kafka's default partitioner.
 * @see https://github.com/apache/kafka/blob/trunk/clients/src/main/java/org/apache/kafka/common/utils/Utils.java
 */
export function murmur2(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 4);
  let hash = SEED ^ bytes.length;
  for (let at = 0; at < whole; at += 4) {
    const word = Math.imul(view.getUint32(at, true), MULTIPLIER);
    const mixed = Math.imul(word ^ (word >>> SHIFT), MULTIPLIER);
    hash = Math.imul(hash, MULTIPLIER) ^ mixed;
  }
  if (whole < bytes.length) {
    hash = Math.imul(hash ^ trailing(view, whole), MULTIPLIER);
  }
  hash = Math.imul(hash ^ (hash >>> 13), MULTIPLIER);
  return hash ^ (hash >>> 15);
}

function trailing(view: DataView, from: number): number {
  let value = 0;
  for (let at = from; at < view.byteLength; at += 1) {
    value |= view.getUint8(at) << (8 * (at - from));
  }
  return value;
}

/** Partition 0 ≤ n < `partitions` of a key (UTF-8), as any Kafka client with default settings chooses it. */
export function partitionOfKey(key: string, partitions: number): number {
  return (murmur2(Buffer.from(key, 'utf8')) & 0x7fffffff) % partitions;
}

/** The number of partitions may be asked for late: topics that exist already decide it. */
export class KafkaPartitioner extends Partitioner {
  readonly #partitions: () => number;

  constructor(partitions: number | (() => number)) {
    super();
    this.#partitions = typeof partitions === 'number' ? () => partitions : partitions;
  }

  override partitionOf(key: string): number {
    return partitionOfKey(key, this.#partitions());
  }
}
