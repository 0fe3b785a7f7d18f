import { HOUR } from '@endwatch/clinical';
import { CANARY_WARD, canaryBundle, isCanary } from '../domain/canary/canary.ts';
import { decode } from './testing/messages.ts';

const NOW = Date.UTC(2026, 0, 5, 7, 7);

async function recordsOf(number: number, now: number) {
  const { entry } = canaryBundle(number, now) as { entry: { resource: object }[] };
  const decoded = await Promise.all(entry.map(({ resource }) => decode(resource)));
  expect(decoded.flatMap(({ rejections }) => rejections)).toEqual([]);
  return decoded.flatMap(({ records }) => records);
}

describe('the messages of the test patient', () => {
  it('are all understood, lie in the past and belong to test patients of the hidden ward', async () => {
    const own = await recordsOf(1, NOW);
    expect(own.map(({ type }) => type)).toEqual([
      ...['encounter', 'patient', 'encounter', 'observation', 'observation'],
    ]);
    expect(own.every(({ patientId }) => isCanary(patientId))).toBe(true);
    const [before, now] = own.filter(({ type }) => type === 'encounter');
    expect(before).toMatchObject({ end: Date.UTC(2026, 0, 5, 4) });
    expect(now).toMatchObject({ start: Date.UTC(2026, 0, 5, 2), end: null });
    expect(JSON.stringify(now)).toContain(CANARY_WARD);
  });

  it('an odd probe is 8 points worse than admission, an even one takes it back', async () => {
    const totals = async (number: number): Promise<unknown[]> =>
      (await recordsOf(number, NOW)).flatMap((record) =>
        record.type === 'observation'
          ? record.facts.map((fact) => ('total' in fact ? fact.total : fact))
          : [],
      );
    expect(await totals(1)).toEqual([4, 12]);
    expect(await totals(2)).toEqual([4, 4]);
  });

  it('the same patient for four hours, then another', async () => {
    const patients = async (now: number): Promise<string[]> =>
      (await recordsOf(1, now)).flatMap((record) =>
        record.type === 'patient' ? [record.patientId] : [],
      );
    expect(await patients(NOW)).toEqual(await patients(NOW + 0.8 * HOUR));
    expect(await patients(NOW)).not.toEqual(await patients(NOW + HOUR));
  });
});
