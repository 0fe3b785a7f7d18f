import { aMeasurement, anExamination, aReport, hour, T0 } from '../testing/index.ts';
import { buildTimeline } from '../timeline/patient-timeline.ts';
import { freshnessOf, newestByStream, staleAfterHours } from './freshness.ts';

const nothing = { vitals: null, labs: null, report: null, nihss: null };

describe('freshness', () => {
  it('finds the newest of each stream in a view', () => {
    const timeline = buildTimeline([
      aMeasurement('heart-rate', 80, { at: hour(2) }),
      aMeasurement('temperature', 37, { at: hour(3) }),
      aMeasurement('glucose', 6, { at: hour(1) }),
      anExamination({ at: hour(1), total: 5 }),
      aReport('CT', { at: hour(0.5) }),
    ]);
    expect(newestByStream(timeline)).toEqual({
      vitals: hour(3),
      labs: hour(1),
      report: hour(0.5),
      nihss: hour(1),
    });
    expect(newestByStream(timeline.cutAt(hour(0)))).toEqual(nothing);
  });

  it.each([
    ['vitals', 0, 2],
    ['vitals', 24, 6],
    ['vitals', 200, 12],
    ['labs', 50, 36],
    ['report', 10, 72],
    ['nihss', 2, 6],
    ['nihss', 30, 18],
    ['nihss', 80, 36],
    ['vitals', -1, 2],
  ] as const)('%s of hour %d are stale after %d h', (stream, hours, limit) => {
    expect(staleAfterHours(stream, hours)).toBe(limit);
  });

  it('counts from the newest value, or from admission where there is none', () => {
    const newest = { ...nothing, vitals: hour(10) };
    const ages = freshnessOf({ newest, admittedAt: T0, asOf: hour(12) });
    expect(ages.vitals).toEqual({ newestAt: hour(10), staleAt: hour(12), stale: false });
    expect(ages.nihss).toEqual({ newestAt: null, staleAt: hour(6), stale: true });
    expect(freshnessOf({ newest, admittedAt: T0, asOf: hour(12) + 1 }).vitals.stale).toBe(true);
  });
});
