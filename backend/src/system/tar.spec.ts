import { execFileSync } from 'node:child_process';
import { TAR_END, tarEntry } from './tar.ts';

describe('a tar archive', () => {
  it('is read by tar as what was put into it', () => {
    const files = [
      ['a/empty.txt', ''],
      ['block.txt', 'x'.repeat(512)],
      ['words.txt', 'ä\n'],
    ] as const;
    const archive = Buffer.concat([
      ...files.map(([name, text]) => tarEntry(name, Buffer.from(text), Date.UTC(2026, 0, 5))),
      TAR_END,
    ]);
    const list = execFileSync('tar', ['-t'], { input: archive }).toString();
    expect(list.trim().split('\n')).toEqual(files.map(([name]) => name));
    for (const [name, text] of files) {
      expect(execFileSync('tar', ['-xO', name], { input: archive }).toString()).toBe(text);
    }
  });

  it('has no place for long names', () => {
    expect(() => tarEntry('x'.repeat(101), Buffer.alloc(0), 0)).toThrow(RangeError);
  });
});
