import fc from 'fast-check';
import {
  digest,
  epochMsOf,
  float32Bytes,
  float32Of,
  storableJson,
  storableText,
  toTimestamp,
} from './storable.ts';

describe('times', () => {
  it.each([
    ['2026-03-29 00:30:15+00', '2026-03-29T00:30:15Z'],
    ['2026-03-29 00:30:15.1+00', '2026-03-29T00:30:15.100Z'],
    ['2026-03-29 00:30:15.03+00', '2026-03-29T00:30:15.030Z'],
    ['2026-03-29 00:30:15.137+00', '2026-03-29T00:30:15.137Z'],
    ['2026-03-29 00:30:15.137999+00', '2026-03-29T00:30:15.137Z'],
    ['2026-03-29 06:15:15.137+05:45', '2026-03-29T00:30:15.137Z'],
    ['1969-12-31 23:59:59.999+00', '1969-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, iso) => {
    expect(epochMsOf(text)).toBe(Date.parse(iso));
  });

  it('go to Postgres and back to the millisecond', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          // As Postgres writes them: a blank for the T, no zeros at the end of a fraction, the offset for the Z.
          const written = toTimestamp(date.getTime())
            .replace('T', ' ')
            .replace(/\.?0*Z$/, (zeros) => (zeros.startsWith('.') ? '+00' : 'Z'))
            .replace(/(\.\d*?)0*Z$/, '$1+00');
          expect(epochMsOf(written)).toBe(date.getTime());
        },
      ),
    );
  });
});

describe('numbers', () => {
  it('keep every bit, whatever they mean', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const whole = bytes.slice(0, bytes.length - (bytes.length % 4));
        const stored = float32Bytes(new Float32Array(whole.buffer));
        expect(Uint8Array.from(stored)).toEqual(whole);
        expect(Uint8Array.from(float32Bytes(float32Of(stored)))).toEqual(whole);
      }),
    );
  });

  it('are taken from the part of a buffer that is theirs', () => {
    const part = Float32Array.of(1, 2, 3).subarray(1, 2);
    expect(float32Of(float32Bytes(part))).toEqual(Float32Array.of(2));
  });
});

describe('text', () => {
  it('that Postgres can keep is left alone, the rest is replaced', () => {
    expect(storableText('Ärla \u{1F9E0}\n')).toBe('Ärla \u{1F9E0}\n');
    expect(storableText('a\u0000b\ud800')).toBe('a\uFFFDb\uFFFD');
    expect(storableJson({ list: ['\u0000', 1, null] })).toBe('{"list":["\uFFFD",1,null]}');
  });

  it('as a key has a fixed length, and its parts are not confused', () => {
    expect(digest('a', 'b')).toHaveLength(32);
    expect(digest('a', 'b')).not.toBe(digest('ab', ''));
    expect(digest('a', 'b')).toBe(digest('a', 'b'));
  });
});
