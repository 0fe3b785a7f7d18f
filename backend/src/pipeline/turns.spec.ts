import { Turns } from './turns.ts';

describe('turns', () => {
  let now = 1_000;
  const clock = () => now;

  it('are due after a stretch of work, and not before', () => {
    const turns = new Turns(50, clock);
    now += 49;
    expect(turns.due()).toBeNull();
    now += 1;
    expect(turns.due()).toBeInstanceOf(Promise);
  });

  it('let what waits be done, and then a new stretch begins', async () => {
    const turns = new Turns(50, clock);
    const done: string[] = [];
    setImmediate(() => {
      done.push('a heartbeat');
      now += 400;
    });
    now += 60;
    await turns.due();
    expect(done).toEqual(['a heartbeat']);
    expect(turns.due()).toBeNull();
  });
});
