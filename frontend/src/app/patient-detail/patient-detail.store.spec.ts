import { TestBed } from '@angular/core/testing';
import type { PatientDetail } from '@endwatch/contracts';
import { ApiError, WardApi } from '../core/ward-api.ts';
import { aRow } from '../testing/a-row.ts';
import { PatientStore } from './patient-detail.store.ts';

interface Asked {
  readonly answer: (name: string) => void;
  readonly refuse: () => void;
}

describe('PatientStore', () => {
  let asked: Asked[];
  let store: PatientStore;

  beforeEach(() => {
    asked = [];
    const patient = (): Promise<PatientDetail> =>
      new Promise((resolve, reject) => {
        asked.push({
          answer: (name) => {
            resolve(aRow({ name }) as PatientDetail);
          },
          refuse: () => {
            reject(new ApiError(503, 'Not now', null));
          },
        });
      });
    const api = { patient, trajectory: () => Promise.resolve({}), asKnown: patient };
    TestBed.configureTestingModule({
      providers: [PatientStore, { provide: WardApi, useValue: api }],
    });
    store = TestBed.inject(PatientStore);
  });

  it('lets no older answer win over a newer one, nor an older refusal', async () => {
    const loads = [store.load('p1'), store.load('p1'), store.load('p1')];
    asked[1]?.answer('newer');
    await loads[1];
    asked[0]?.answer('older');
    await loads[0];
    expect(store.detail()?.name).toBe('newer');
    asked[2]?.answer('newest');
    await loads[2];
    expect(store.detail()?.name).toBe('newest');
    const more = [store.load('p1'), store.load('p1')];
    asked[4]?.answer('last');
    await more[1];
    asked[3]?.refuse();
    await more[0];
    expect([store.detail()?.name, store.problem()]).toEqual(['last', null]);
  });

  it('follows no stream of a patient whom it cannot show', async () => {
    expect(store.isFollowed()).toBe(true);
    const loading = store.load('nobody');
    asked[0]?.refuse();
    await loading;
    expect(store.isFollowed()).toBe(false);
  });

  it('shows the past of the patient who is wanted', async () => {
    const at = '2026-03-02T11:00:00Z';
    const looks = [store.look('p1', at), store.look('p2', at)];
    asked[1]?.answer('of p2');
    await looks[1];
    asked[0]?.answer('of p1');
    await looks[0];
    expect(store.past()).toMatchObject({ name: 'of p2' });
  });
});
