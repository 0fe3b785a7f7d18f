import { loadAhead } from './load-ahead.ts';
import type { StoredPatient } from './ports.ts';

const ids = Array.from({ length: 450 }, (_, n) => `p${String(n)}`);

const stored = (patientId: string): StoredPatient => ({
  ...{ patientId, version: 1, aliases: [], mergedInto: null },
  ...{ records: [], reportVectors: [], alerts: [], scores: [], scoresFrom: null },
});

describe('patients read portion by portion', () => {
  it('come in order, each once, the next portion asked for before the first is made use of', async () => {
    const asked: number[] = [];
    const store = {
      loadPatients: (some: readonly string[]) => {
        asked.push(some.length);
        return Promise.resolve(some.map(stored));
      },
    };
    const seen: string[] = [];
    const askedAt: number[] = [];
    for await (const [id, { patientId }] of loadAhead(store.loadPatients, ids)) {
      expect(patientId).toBe(id);
      seen.push(id);
      askedAt.push(asked.length);
    }
    expect(seen).toEqual(ids);
    expect(asked).toEqual([200, 200, 50]);
    expect([askedAt[0], askedAt[199], askedAt[200], askedAt[449]]).toEqual([2, 2, 3, 3]);
  });

  it('ask for nobody where nobody is wanted', async () => {
    const loadPatients = jest.fn();
    for await (const one of loadAhead(loadPatients, [])) expect(one).toBeUndefined();
    expect(loadPatients).not.toHaveBeenCalled();
  });

  it('fail as the store fails, whichever portion it is', async () => {
    for (const failing of [1, 2, 3]) {
      let call = 0;
      const store = {
        loadPatients: (some: readonly string[]) => {
          call += 1;
          return call === failing
            ? Promise.reject(new Error('gone'))
            : Promise.resolve(some.map(stored));
        },
      };
      const read = async (): Promise<number> => {
        let count = 0;
        for await (const one of loadAhead(store.loadPatients, ids)) count += one.length;
        return count;
      };
      await expect(read()).rejects.toThrow('gone');
    }
  });

  it('refuse a store that leaves somebody out', async () => {
    const store = { loadPatients: () => Promise.resolve([]) };
    await expect(loadAhead(store.loadPatients, ids).next()).rejects.toThrow(RangeError);
  });
});
