import kafkajs from 'kafkajs';
import { readEveryCompression } from './kafka-codecs.ts';
import { readLz4 } from './lz4-frame.ts';
import { readSnappy } from './snappy-stream.ts';

const { CompressionCodecs, CompressionTypes } = kafkajs;

interface Codec {
  decompress(input: Buffer): Promise<Buffer> | Buffer;
}

const observation = (n: number): string => `{"resourceType":"Observation","n":${String(n)}}\n`;
const observations = Array.from({ length: 40 }, (_, i) => observation((i * 7919) % 1000));
/** What the Java client 4.4.0 made the bytes below of. */
const TEXT = `${observations.join('')}${'a'.repeat(300)}ü`;

const BY_JAVA = {
  Snappy:
    'glNOQVBQWQAAAAABAAAAAQAAASe/DpB7InJlc291cmNlVHlwZSI6Ik9ic2VydmF0aW9uIiwibiI6MH0KhiUACDkxOY4nAAg4MziOJwAINzU3jicACDY3No4nAAg1OTWSJw' +
    'AEMTSOJwAINDMzjicACDM1Mo4nAAgyNzGOJwAIMTkwkicAADCShgEAMpKFAQQ5NJKFAQQ4NpKFAQQ3OJKFAQQ3MJKFAQQ2MpKFAQQ1NJKFAQQ0NpKFAQQzOJKFAQQyOZaF' +
    'AQAxkoYBBDEzkoYBADWShQEEOTeShQEEODmShQEEODGShQEENzOShQEENjWShQEENTeShQEENDiShQEENDCShQEEMzKShQEEMjSShgEEMTaWhgGShQGSgwEEOTKSgwEUOD' +
    'QxfQph/gEA/gEA/gEA/gEAqgEABMO8',
  LZ4:
    'BCJNGGBAgiABAAD/FnsicmVzb3VyY2VUeXBlIjoiT2JzZXJ2YXRpb24iLCJuIjowfQolAA8/OTE5JwARPzgzOCcAET83NTcnABE/Njc2JwARPzU5NScAEi8xNCcAET80Mz' +
    'MnABE/MzUyJwARPzI3MScAES8xOYYBEi8xMIYBEh8yhQESLzk0hQESLzg2hQESLzc4hQESLzcwhQESLzYyhQESLzU0hQESLzQ2hQESLzM4hQESLzI5hQETHzGGARIvMTOG' +
    'ARIfNYUBEi85N4UBEi84OYUBEi84MYUBEi83M4UBEi82NYUBEi81N4UBEi80OIUBEi80MIUBEi8zMoUBEi8yNIYBEi8xNoYBEw+FARIPgwESLzkygwESbzg0MX0KYQEA/x' +
    'ZQYWFhw7wAAAAA',
  ZSTD:
    'KLUv/QBY3AUAsocZHqAnbXNVVYE278x+yvYh0Fi7hupFp8ju7u4s/mh9BIxGcjSWfV/LOzzZyaqLbP3mK5r9GjdTbw83b+fv59yM7xQRM02vy8vKjX370RyklAKUshQOSS' +
    'IhZhAopJBBIUCEhFgYlGoRKCCQg9JSHSioRX0QJE/4gHuwxAfjB0N8MA/2YA/2wR7sg4EHNfQweZrER/RgD+bBHuzBPtiDeTA9CPFhkc3jIl3SJd1k87hIl3SddJWRrsj5' +
    'ZAEAAA==',
} as const;

const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');
const lz4 = (...after: (readonly number[])[]): Buffer =>
  Buffer.from([0x04, 0x22, 0x4d, 0x18, ...after.flat()]);

describe('reading what senders compress', () => {
  beforeAll(readEveryCompression);

  const codec = (name: keyof typeof BY_JAVA): Codec =>
    CompressionCodecs[CompressionTypes[name]]() as Codec;

  it.each(['Snappy', 'LZ4', 'ZSTD'] as const)('%s, as the Java client writes it', async (name) => {
    expect((await codec(name).decompress(bytes(BY_JAVA[name]))).toString()).toBe(TEXT);
  });

  it.each(['Snappy', 'LZ4', 'ZSTD'] as const)('fails where %s ends too early', async (name) => {
    const cut = bytes(BY_JAVA[name]).subarray(0, 100);
    await expect((async () => codec(name).decompress(cut))()).rejects.toThrow();
  });

  it('Snappy as librdkafka writes it: one block, nothing before it', () => {
    expect(readSnappy(Buffer.from([5, 16, ...Buffer.from('hello')])).toString()).toBe('hello');
  });

  it('LZ4 in frames with content size, checksums and blocks stored as they are', () => {
    const descriptor = [0x7c, 0x40, 5, 0, 0, 0, 0, 0, 0, 0, 0];
    const [stored, checksum] = [
      [5, 0, 0, 0x80, ...Buffer.from('hello')],
      [1, 2, 3, 4],
    ];
    const frame = lz4(descriptor, stored, checksum, [0, 0, 0, 0], checksum);
    expect(readLz4(Buffer.concat([frame, frame])).toString()).toBe('hellohello');
  });

  it('LZ4 whose blocks repeat what earlier ones hold', () => {
    const stored = [5, 0, 0, 0x80, ...Buffer.from('hello')];
    // No literal, then eight bytes from five back, then the literal "!".
    const linked = [5, 0, 0, 0, 0x04, 5, 0, 0x10, ...Buffer.from('!')];
    const frame = lz4([0x40, 0x40, 0], stored, linked, [0, 0, 0, 0]);
    expect(readLz4(frame).toString()).toBe('hellohellohel!');
  });

  it('fails at what is no LZ4, or repeats what was never there', () => {
    expect(() => readLz4(Buffer.from('hello, world'))).toThrow('no LZ4 frame');
    const before = lz4([0x60, 0x40, 0], [3, 0, 0, 0, 0x04, 5, 0], [0, 0, 0, 0]);
    expect(() => readLz4(before)).toThrow('before the start');
  });
});
