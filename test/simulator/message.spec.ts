import { seededRng, simulateStay } from '@endwatch/simulation';
import { bodyOf, messagesOf, streamOf } from './message.ts';
import { SITES } from './site.ts';

const admittedAt = Date.parse('2026-03-01T08:00:00Z');
const { records } = simulateStay({ rng: seededRng(2), patientId: 'p', admittedAt, hours: 48 });
const messages = messagesOf(records, SITES.metric);

describe('messages', () => {
  it('carry every record once, on its stream, in order of sending', () => {
    const resources = messages.flatMap((message) => message.resources);
    expect(resources.length).toBeGreaterThanOrEqual(records.length);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
    const times = messages.map(({ sendAt }) => sendAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(messages.map(({ stream }) => stream))).toEqual(new Set(records.map(streamOf)));
  });

  it('hold together what was released together: an admission, a blood count', () => {
    const admission = messages.find(({ stream }) => stream === 'adt');
    const types = admission?.resources.map(({ resourceType }) => resourceType);
    expect(types).toEqual(expect.arrayContaining(['Patient', 'Encounter', 'Condition']));
    const counts = messages
      .filter(({ stream }) => stream === 'labs')
      .map(({ resources }) => resources.length);
    expect(Math.max(...counts)).toBeGreaterThan(10);
  });

  it('are one resource as it is, several as a collection', () => {
    const [first, second] = messages.flatMap(({ resources }) => resources);
    if (first === undefined || second === undefined) throw new Error('nothing sent');
    expect(bodyOf([first])).toBe(first);
    expect(bodyOf([first, second])).toMatchObject({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ resource: first }, { resource: second }],
    });
  });
});
