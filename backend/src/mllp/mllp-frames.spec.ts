import { framed, MllpFrames, type Frame } from './mllp-frames.ts';

const LIMITS = { maxBytes: 100, keptBytes: 10 };

function said(frames: readonly Frame[]): readonly string[] {
  return frames.map(({ kind, bytes }) => (kind === 'message' ? '' : '! ') + bytes.toString());
}

describe('MLLP frames', () => {
  const stream = Buffer.concat([
    Buffer.from('noise'),
    framed('one\rtwo'),
    framed(''),
    Buffer.from('\r\n'),
    framed('three'),
  ]);

  it.each([1, 2, 3, 7, 1_000])('are found in a stream that comes %s bytes at a time', (portion) => {
    const frames = new MllpFrames(LIMITS);
    const found: Frame[] = [];
    for (let at = 0; at < stream.length; at += portion) {
      found.push(...frames.push(stream.subarray(at, at + portion)));
    }
    expect(said(found)).toEqual(['one\rtwo', '', 'three']);
    expect(frames.inside).toBe(false);
  });

  it('an FS without CR belongs to the message', () => {
    const frames = new MllpFrames(LIMITS);
    expect(said(frames.push(Buffer.from('\x0ba\x1cb\x1c\x1c\r')))).toEqual(['a\x1cb\x1c']);
  });

  it('what is too long is counted, not kept, and the next message is read', () => {
    const frames = new MllpFrames(LIMITS);
    const long = framed('x'.repeat(5_000));
    const found = [...frames.push(long.subarray(0, 3_000)), ...frames.push(long.subarray(3_000))];
    expect(found).toMatchObject([{ kind: 'too-large', size: 5_000 }]);
    expect(said(found)).toEqual([`! ${'x'.repeat(10)}`]);
    expect(said(frames.push(framed('x'.repeat(100))))).toEqual(['x'.repeat(100)]);
  });

  it('knows that a message has begun and not ended', () => {
    const frames = new MllpFrames(LIMITS);
    frames.push(Buffer.from('\x0bMSH'));
    expect(frames.inside).toBe(true);
  });
});
