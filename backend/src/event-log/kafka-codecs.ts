import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import kafkajs from 'kafkajs';
import { readLz4 } from './lz4-frame.ts';
import { readSnappy } from './snappy-stream.ts';

const { CompressionCodecs, CompressionTypes } = kafkajs;
const readZstd = promisify(zstdDecompress);

/**
 * Senders compress as they like, and kafkajs reads only gzip: one batch of another kind would stop its partition for good. Endwatch itself
 * sends nothing compressed.
 */
export function readEveryCompression(): void {
  const reads = (decompress: (input: Buffer) => Buffer | Promise<Buffer>) => () => ({ decompress });
  CompressionCodecs[CompressionTypes.Snappy] = reads(readSnappy);
  CompressionCodecs[CompressionTypes.LZ4] = reads(readLz4);
  CompressionCodecs[CompressionTypes.ZSTD] = reads(readZstd);
}
