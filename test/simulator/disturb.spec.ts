import { seededRng, simulateStay } from '@endwatch/simulation';
import type { Observation } from 'fhir/r4.js';
import { disturb, NO_DISTURBANCE, USUAL_DISTURBANCE } from './disturb.ts';
import type { DisturbanceRates } from './disturb.ts';
import { messagesOf } from './message.ts';
import type { Message } from './message.ts';
import { SITES } from './site.ts';

const admittedAt = Date.parse('2026-03-01T08:00:00Z');
const sent: readonly Message[] = [1, 2, 3, 4, 5, 6].flatMap((seed) =>
  messagesOf(
    simulateStay({ rng: seededRng(seed), patientId: `p-${String(seed)}`, admittedAt }).records,
    SITES.metric,
  ),
);
const clinical = sent.filter(({ stream }) => stream !== 'adt');
const only = (rates: Partial<DisturbanceRates>): Message[] =>
  disturb(sent, seededRng('net'), { ...NO_DISTURBANCE, ...rates });
const near = (count: number, of: number, rate: number): void => {
  expect(Math.abs(count / of - rate)).toBeLessThan(0.03);
};
const byId = new Map(sent.map((message) => [message.id, message]));

function originalOf(message: Message, id: string | undefined): Observation {
  const first = byId.get(message.id.replace(/:(corrected|retracted)$/, ''));
  return first?.resources.find((resource) => resource.id === id) as Observation;
}

const versionOf = (resource: Observation): number => Number(resource.meta?.versionId);

describe('a hospital network', () => {
  it('leaves everything as it was at rates of 0', () => {
    expect(only({})).toEqual([...sent].sort((a, b) => a.sendAt - b.sendAt));
  });

  it('is the same for the same seed, whatever else is sent', () => {
    const rng = (): ReturnType<typeof seededRng> => seededRng('again');
    const all = disturb(sent, rng(), USUAL_DISTURBANCE);
    expect(disturb(sent, rng(), USUAL_DISTURBANCE)).toEqual(all);
    const first = sent.filter(({ patientId }) => patientId === 'p-1');
    expect(disturb(first, rng(), USUAL_DISTURBANCE)).toEqual(
      all.filter(({ patientId }) => patientId === 'p-1'),
    );
  });

  it('loses, delays and repeats at the stated rates, but never an admission or discharge', () => {
    const lost = only({ missing: 0.2 });
    near(sent.length - lost.length, clinical.length, 0.2);
    expect(lost.filter(({ stream }) => stream === 'adt')).toHaveLength(
      sent.length - clinical.length,
    );
    const late = only({ late: 0.2 }).filter(
      ({ id, sendAt }) => sendAt - (byId.get(id)?.sendAt ?? 0) >= 3_600_000,
    );
    near(late.length, clinical.length, 0.2);
    const repeated = only({ repeated: 0.2 });
    near(repeated.length - sent.length, clinical.length, 0.2);
    expect(new Set(repeated.map(({ id }) => id)).size).toBe(sent.length);
    const resent = only({ resent: 0.2 });
    expect(new Set(resent.map(({ id }) => id)).size).toBe(resent.length);
  });

  it('lets later messages overtake', () => {
    const effective = only({ disordered: 0.3 }).map(({ effectiveAt }) => effectiveAt);
    const inversions = (times: readonly number[]): number =>
      times.filter((at, n) => at < (times[n - 1] ?? 0)).length;
    const before = inversions(
      [...sent].sort((a, b) => a.sendAt - b.sendAt).map(({ effectiveAt }) => effectiveAt),
    );
    expect(inversions(effective)).toBeGreaterThan(before);
  });

  it('corrects with a newer version and another value, and takes back with entered-in-error', () => {
    const changed = [...only({ corrected: 0.3 }), ...only({ retracted: 0.05 })].filter(
      ({ id }) => !byId.has(id),
    );
    expect(changed.length).toBeGreaterThan(30);
    for (const message of changed) {
      const [resource] = message.resources as [Observation];
      const original = originalOf(message, resource.id);
      expect(versionOf(resource)).toBe(versionOf(original) + 1);
      expect(resource.effectiveDateTime).toBe(original.effectiveDateTime);
      expect(message.sendAt).toBeGreaterThan(Date.parse(original.issued ?? ''));
      const kept = resource.valueQuantity?.value === original.valueQuantity?.value;
      const status = message.id.endsWith(':corrected') ? 'corrected' : 'entered-in-error';
      expect({ status: resource.status, kept }).toEqual({ status, kept: status !== 'corrected' });
    }
  });

  it('sends values no body can have', () => {
    const pulses = only({ impossible: 0.5 })
      .filter(({ stream }) => stream === 'vitals')
      .flatMap(({ resources }) => resources as Observation[])
      .filter((resource) => resource.code.coding?.[0]?.code === '8867-4');
    const values = pulses.map(({ valueQuantity }) => valueQuantity?.value);
    near(values.filter((value) => value === 0).length, values.length, 0.5);
  });
});
