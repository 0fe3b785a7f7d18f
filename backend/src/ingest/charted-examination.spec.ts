import { NIHSS_ITEMS } from '@endwatch/clinical';
import type { NewExamination } from '@endwatch/contracts';
import { toObservation } from '../domain/examination/to-observation.ts';
import { decode, observationsOf } from './testing/messages.ts';

const NOW = Date.UTC(2026, 0, 5, 8);
const by = { patientId: 'p1', username: 'nora', name: 'Nora Berg', now: NOW };
const examination = (items: NewExamination['items']): NewExamination => ({
  clientId: 'f2c1c1de-7c1c-4a55-9f2e-1a2b3c4d5e6f',
  at: '2026-01-05T07:55:00Z',
  items,
});

describe('an examination charted on a page of ours', () => {
  it('is read back as it was charted, with who and when', async () => {
    const items = { ...Object.fromEntries(NIHSS_ITEMS.map((item) => [item, 0])), '5a': 3, '9': 2 };
    const decoded = await decode(toObservation(examination(items), by));
    expect(decoded.rejections).toEqual([]);
    const [record] = observationsOf(decoded.records);
    expect(record).toMatchObject({
      ...{ patientId: 'p1', resourceKey: `Observation/${examination({}).clientId}` },
      ...{ rater: 'Practitioner/nora', status: 'final' },
      times: { effectiveAt: Date.UTC(2026, 0, 5, 7, 55), issuedAt: NOW },
    });
    const scores = record?.facts.flatMap((fact) =>
      fact.kind === 'nihss-item' ? [[fact.item, fact.score]] : [],
    );
    expect(Object.fromEntries(scores ?? [])).toEqual(items);
  });

  it('what cannot be tested is UN, and what was left out is not there', async () => {
    const decoded = await decode(
      toObservation(examination({ '5a': { un: 'Amputation' }, '6a': 1 }), by),
    );
    expect(decoded.rejections).toEqual([]);
    const scores = observationsOf(decoded.records)[0]?.facts.flatMap((fact) =>
      fact.kind === 'nihss-item' ? [[fact.item, fact.score]] : [],
    );
    expect(Object.fromEntries(scores ?? [])).toEqual({ '5a': 'UN', '6a': 1 });
    const [arm] = observationsOf(decoded.records)[0]?.facts ?? [];
    expect(arm).toMatchObject({ item: '5a', reason: 'Amputation' });
  });
});
