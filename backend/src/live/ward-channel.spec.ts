import type { BoardSnapshot, JoinAnswer } from '@endwatch/contracts';
import type { BoardFeed, FollowedEvent } from '../pipeline/read-ports.ts';
import { WardChannel } from './ward-channel.ts';

const AT = '2026-01-02T03:04:05.000Z';

/** A ward whose events are numbered 1, 2, 3 …; reads answer on a later turn of the event loop, as a database does. */
class ScriptedFeed implements Pick<BoardFeed, 'eventsAfter' | 'snapshot'> {
  readonly events: FollowedEvent[] = [];
  kept = 1;

  write(): void {
    const sequence = this.events.length + 1;
    this.events.push({
      event: { ward: 'w', sequence, at: AT, knownAt: AT, type: 'left', patientId: 'p' },
      ...{ roundId: null, brokerAt: null, writtenAt: null, traceparent: null },
    });
  }
  async eventsAfter(_ward: string, after: number, limit: number): Promise<FollowedEvent[] | null> {
    await new Promise(setImmediate);
    return after + 1 < this.kept ? null : this.events.slice(after, after + limit);
  }
  async snapshot(ward: string): Promise<BoardSnapshot | null> {
    await new Promise(setImmediate);
    if (ward !== 'w') return null;
    return { ward: { id: 'w', name: 'W' }, sequence: this.events.length, at: AT, rows: [] };
  }
}

interface Seen {
  answers: JoinAnswer[];
  broadcasts: number[];
}

/** `takes`: called while a broadcast is under way. */
function open(
  feed: ScriptedFeed,
  { ward = 'w', takes = () => undefined }: { ward?: string; takes?: () => void } = {},
): { channel: WardChannel; viewer: () => Seen & Seat } {
  const room: Seen[] = [];
  const channel = new WardChannel(ward, feed as unknown as BoardFeed, (events) => {
    takes();
    for (const viewer of room) viewer.broadcasts.push(...events.map(({ event }) => event.sequence));
  });
  return {
    channel,
    viewer: () => {
      const seen: Seen & Seat = {
        answers: [],
        broadcasts: [],
        answer: (answer) => seen.answers.push(answer),
        enter: () => room.push(seen),
      };
      return seen;
    },
  };
}

interface Seat {
  answer: (answer: JoinAnswer) => void;
  enter: () => void;
}

function sequencesOf(answer: JoinAnswer | undefined): number[] {
  return answer?.ok ? (answer.events ?? []).map((event) => event.sequence) : [];
}

describe('WardChannel', () => {
  it('answers a first join with a snapshot and goes on from its number', async () => {
    const feed = new ScriptedFeed();
    feed.write();
    feed.write();
    const { channel, viewer } = open(feed);
    const first = viewer();
    await channel.join(undefined, first);
    feed.write();
    await channel.advance();
    expect(first.answers[0]).toMatchObject({ ok: true, sequence: 2 });
    expect(first.broadcasts).toEqual([3]);
  });

  it('gives a returning viewer exactly the gap, then what follows, while others lose and repeat nothing', async () => {
    const feed = new ScriptedFeed();
    for (let i = 0; i < 5; i++) feed.write();
    const { channel, viewer } = open(feed);
    const watching = viewer();
    await channel.join(undefined, watching);
    const returning = viewer();
    feed.write();
    const joined = channel.join(3, returning);
    feed.write();
    const advanced = channel.advance();
    feed.write();
    await Promise.all([joined, advanced]);
    await channel.advance();
    expect(watching.broadcasts).toEqual([6, 7, 8]);
    expect([...sequencesOf(returning.answers[0]), ...returning.broadcasts]).toEqual([
      4, 5, 6, 7, 8,
    ]);
  });

  it('answers with a snapshot when the gap is no longer kept', async () => {
    const feed = new ScriptedFeed();
    for (let i = 0; i < 9; i++) feed.write();
    feed.kept = 6;
    const { channel, viewer } = open(feed);
    const late = viewer();
    await channel.join(2, late);
    expect(late.answers[0]).toMatchObject({ ok: true, sequence: 9, snapshot: { sequence: 9 } });
  });

  it('says no to a ward that is not there, and lets nobody in', async () => {
    const { channel, viewer } = open(new ScriptedFeed(), { ward: 'nowhere' });
    const lost = viewer();
    await channel.join(undefined, lost);
    await channel.advance();
    expect(lost.answers).toEqual([{ ok: false, problem: 'There is no such ward.' }]);
    expect(lost.broadcasts).toEqual([]);
  });

  it('keeps every viewer gapless under many joins and writes', async () => {
    const feed = new ScriptedFeed();
    const { channel, viewer } = open(feed);
    const viewers: (Seen & Seat)[] = [];
    const work: Promise<unknown>[] = [];
    for (let round = 0; round < 60; round++) {
      feed.write();
      if (round % 3 === 0) {
        const next = viewer();
        viewers.push(next);
        work.push(channel.join(round % 2 === 0 ? 0 : undefined, next));
      }
      work.push(channel.advance());
      if (round % 7 === 0) await new Promise(setImmediate);
    }
    await Promise.all(work);
    await channel.advance();
    for (const seen of viewers) {
      const [answer] = seen.answers;
      const start = answer?.ok && answer.snapshot ? answer.sequence : 0;
      const got = [...sequencesOf(answer), ...seen.broadcasts];
      expect(got).toEqual(Array.from({ length: 60 - start }, (_, i) => start + i + 1));
    }
  });

  describe('with so many viewers that a broadcast takes 10 ms', () => {
    beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
    afterEach(() => jest.useRealTimers());

    const turns = async (): Promise<void> => {
      for (let n = 0; n < 10; n++) await new Promise(setImmediate);
    };

    it('tells the first event at once and gathers those that come in the 20 ms after it', async () => {
      const feed = new ScriptedFeed();
      const broadcasts: number[] = [];
      const { channel, viewer } = open(feed, {
        takes: () => {
          broadcasts.push(performance.now());
          jest.advanceTimersByTime(10);
        },
      });
      const watching = viewer();
      await channel.join(undefined, watching);
      feed.write();
      await channel.advance();
      expect(watching.broadcasts).toEqual([1]);
      const told: Promise<number | null>[] = [];
      for (let n = 0; n < 3; n++) {
        feed.write();
        told.push(channel.advance());
        await turns();
        jest.advanceTimersByTime(5);
      }
      await turns();
      expect(watching.broadcasts).toEqual([1]);
      expect(channel.idle).toBe(false);
      jest.advanceTimersByTime(5);
      await expect(Promise.all(told)).resolves.toEqual([4, 4, 4]);
      expect(watching.broadcasts).toEqual([1, 2, 3, 4]);
      expect(broadcasts).toEqual([broadcasts[0], (broadcasts[0] ?? 0) + 30]);
      expect(channel.idle).toBe(true);
    });

    it('answers a viewer who joins meanwhile without waiting', async () => {
      const feed = new ScriptedFeed();
      const { channel, viewer } = open(feed, { takes: () => jest.advanceTimersByTime(10) });
      const watching = viewer();
      await channel.join(undefined, watching);
      feed.write();
      await channel.advance();
      feed.write();
      const coming = channel.advance();
      const late = viewer();
      await channel.join(1, late);
      expect(sequencesOf(late.answers[0])).toEqual([2]);
      expect(watching.broadcasts).toEqual([1, 2]);
      jest.advanceTimersByTime(100);
      await coming;
      expect(late.broadcasts).toEqual([]);
    });
  });
});
