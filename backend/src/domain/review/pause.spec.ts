import { inTurns } from './pause.ts';

describe('work in turns', () => {
  it('makes one after the other, and waits wherever a pause is due', async () => {
    const done: string[] = [];
    const pause = (): Promise<void> | null =>
      done.length % 2 === 0 ? null : Promise.resolve().then(() => void done.push('pause'));
    const made = await inTurns(['a', 'b', 'c'], pause, (value) => {
      done.push(value);
      return value.toUpperCase();
    });
    expect(made).toEqual(['A', 'B', 'C']);
    expect(done).toEqual(['a', 'pause', 'b', 'pause', 'c']);
  });
});
