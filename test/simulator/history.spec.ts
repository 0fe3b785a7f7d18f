import { DAY, HOUR } from '@endwatch/clinical';
import type { EncounterRecord } from '@endwatch/clinical';
import type { Feed } from './feed.ts';
import { History, sendStays } from './history.ts';
import type { Message } from './message.ts';

const anchor = Date.UTC(2026, 10, 28, 12);
const plan = { seed: 'past', stays: 24, days: 20, anchor };
const stays = [...new History(plan).stays()];

describe('past stays', () => {
  it('are all over, within the days, and the same again', () => {
    expect(stays).toHaveLength(24);
    expect(new Set(stays.map(({ patientId }) => patientId)).size).toBe(24);
    for (const { admittedAt, dischargedAt, records } of stays) {
      expect(admittedAt).toBeGreaterThanOrEqual(anchor - 20 * DAY);
      expect(dischargedAt).toBeLessThanOrEqual(anchor - HOUR);
      const encounters = records.filter((one): one is EncounterRecord => one.type === 'encounter');
      expect(encounters.map(({ end }) => end)).toEqual([null, dischargedAt]);
      expect(records.every(({ times }) => times.effectiveAt <= dischargedAt)).toBe(true);
    }
    expect([...new History(plan).stays()]).toEqual(stays);
    const other = new History({ ...plan, seed: 'other' }).stays();
    expect([...other].map(({ admittedAt }) => admittedAt)).not.toEqual(
      stays.map(({ admittedAt }) => admittedAt),
    );
  });

  it('never have two patients in one bed', () => {
    const byBed = Map.groupBy(stays, ({ records }) => {
      const encounter = records.find((one): one is EncounterRecord => one.type === 'encounter');
      return encounter?.locations[0]?.locationId;
    });
    expect(byBed.size).toBeGreaterThan(4);
    for (const inBed of byBed.values()) {
      const inOrder = inBed.toSorted((a, b) => a.admittedAt - b.admittedAt);
      inOrder.slice(1).forEach((next, i) => {
        expect(next.admittedAt).toBeGreaterThan(inOrder[i]?.dischargedAt ?? Infinity);
      });
    }
  });

  it('are sent each in its order, half a day at a time, places first', async () => {
    const sent: Message[] = [];
    let inHand: Message[] = [];
    let longest = 0;
    const feed: Feed = {
      ready: () => Promise.resolve(),
      send: (messages) => {
        sent.push(...messages);
        inHand.push(...messages);
        return Promise.resolve();
      },
      caughtUp: () => {
        for (const own of Map.groupBy(inHand, ({ patientId }) => patientId).values()) {
          const [first, last] = [own[0]?.effectiveAt ?? 0, own.at(-1)?.effectiveAt ?? 0];
          longest = Math.max(longest, last - first);
        }
        inHand = [];
        return Promise.resolve();
      },
      counts: () => ({ sent: sent.length, refused: 0 }),
      close: () => Promise.resolve(),
    };
    const { signal } = new AbortController();
    const few = new History({ ...plan, stays: 3 });
    expect(await sendStays(few, { feed, signal, say: () => undefined })).toBe(3);
    // Never more of a stay than what can come late without being lost.
    expect(longest).toBeLessThan(DAY);
    expect(inHand).toEqual([]);
    const [places, ...messages] = sent;
    expect(places?.patientId).toBeNull();
    for (const own of Map.groupBy(messages, ({ patientId }) => patientId).values()) {
      const times = own.map(({ effectiveAt }) => effectiveAt);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(own.length).toBeGreaterThan(100);
    }
  });
});
