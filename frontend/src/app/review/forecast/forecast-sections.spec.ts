import type { ForecastFigures, ForecastReview, ReviewShare, Warning } from '@endwatch/contracts';
import { TOO_FEW } from '../quality/readings.ts';
import { forecastSections } from './forecast-sections.ts';

const AT = '2026-11-20T04:00:00.000Z';
const EARLIER = '2026-11-18T04:00:00.000Z';
const nothing: ReviewShare = { k: 0, n: 0, value: null, ci95: null };
const sure: ReviewShare = { k: 60, n: 120, value: 0.5, ci95: [0.41, 0.59] };
const figures = (over: Partial<ForecastFigures> = {}): ForecastFigures => ({
  ...{ forecasts: 300, patients: 300, ends: 60, auc: { value: 0.8, ci95: [0.74, 0.86] } },
  ...{ brier: 0.14, expected: 58, observedToExpected: { value: 1.03, ci95: [0.8, 1.3] } },
  ...{ calibrationSlope: 0.9, sensitivity: sure, specificity: sure, ppv: sure },
  ...over,
});
const leftOut = { endedBefore: 4, notThere: 3, noForecast: 0, outcomeUnknown: 0 };
const warning = (over: Partial<Warning> = {}): Warning => ({
  ...{ ends: 0, warned: nothing, warnedWithinDay: nothing, atLeast6h: nothing },
  ...{ leadHours: { n: 0, median: null, quartiles: null }, followed: nothing },
  leadHistogram: [
    { fromHours: 0, toHours: 6, ends: 0 },
    { fromHours: 6, toHours: null, ends: 0 },
  ],
  ...{ alerts: 0, undecided: 0, per100PatientDays: null },
  ...over,
});
const review = (over: Partial<ForecastReview> = {}): ForecastReview => ({
  ...{ at: AT, stays: 300, ends: 60, patientDays: 1200, loadedAfterwards: 0, definitions: [] },
  ...{ horizonHours: 24, policy: { on: 0.3, off: 0.2, minimumMinutes: 15, risingBy: 0.1 } },
  ...{ models: [{ version: 'm', forecasts: 300 }], trainedOn: 'simulated' },
  landmarks: [
    { ...figures(), hour: 6, leftOut },
    { ...figures({ auc: { value: 0.9, ci95: [0.4, 1] }, ends: 2 }), hour: 48, leftOut },
  ],
  ...{ overall: figures(), calibration: { bins: [], expectedError: null } },
  ...{ months: { hour: 6, rows: [] }, decisionCurve: [] },
  ...{ warning: warning(), wouldHaveWarned: null, unwarned: [], falseAlarms: [] },
  ...{ groupsHour: 6, subgroups: [], missingInputs: [], shadow: null },
  ...over,
});
const section = (of: ForecastReview, begin: string) =>
  forecastSections(of).find(({ heading }) => heading.startsWith(begin));

describe('how good the forecast was', () => {
  it('draws only the landmarks that can be judged, outlined, and names the others', () => {
    const marks = section(review(), 'Does it rank')?.plot?.marks;
    expect(marks).toMatchObject([{ look: 'forecast', x: 0.5, y: 0.8, low: 0.74, high: 0.86 }]);
    const table = section(review(), 'At the operating point')?.table;
    const auc = table?.columns.indexOf('Ranking (AUC)') ?? 0;
    expect(table?.rows.map((row) => row[auc]?.text)).toEqual(['0.80', TOO_FEW, '0.80']);
    expect(table?.rows[0]?.at(-1)).toEqual({ text: '7', small: '4 END before, 3 not there' });
  });

  it('tells no AUC of the shadow where too few had END, however alike both models are', () => {
    const at = (hour: number, ends: number) => ({
      ...{ hour, patients: 100, ends, aucInService: 0.8, aucShadow: 0.81 },
      difference: { value: 0.01, ci95: [-0.01, 0.03] as [number, number], p: 0.3 },
      ...{ brierInService: 0.1, brierShadow: 0.09 },
    });
    const shadow = {
      ...{ inService: 'm1', shadow: 'm2', pairs: 200, patients: 100, meanDifference: 0.02 },
      ...{ otherBand: 0.1, hours: [at(6, 20), at(72, 4)] },
    };
    const rows = section(review({ shadow }), 'The model in the shadow')?.table?.rows;
    expect(rows?.map((row) => row.slice(3, 6).map(({ text }) => text))).toEqual([
      ['0.800', '0.810', '+0.010'],
      [TOO_FEW, TOO_FEW, '+0.010'],
    ]);
  });

  it('says of models that rank alike that they do, and of none judged how past stays come in', () => {
    const alike = {
      ...{ hour: 6, patients: 100, ends: 20, aucInService: 0.8, aucShadow: 0.8 },
      difference: { value: 0, ci95: [0, 0] as [number, number], p: 1 },
      ...{ brierInService: 0.1, brierShadow: 0.09 },
    };
    const shadow = {
      ...{ inService: 'm1', shadow: 'm2', pairs: 200, patients: 100, meanDifference: 0.041 },
      ...{ otherBand: 0.18, hours: [alike] },
    };
    const of = (more: object) =>
      section(review({ shadow: { ...shadow, ...more } }), 'The model in the shadow');
    expect(of({})?.table?.rows[0]?.[5]).toEqual({ text: '0.000', small: 'ranks them alike' });
    expect(of({})?.counts).toMatch(
      /are 4\.1 points of a hundred higher on average; 18\s%.*smaller Brier score/,
    );
    const none = of({ pairs: 0, patients: 0, meanDifference: null, otherBand: null })?.table;
    expect(none?.rows).toEqual([]);
    expect(none?.empty).toContain('npm run shadow');
  });

  it('draws nothing where there is nothing to judge, and says why', () => {
    const none = figures({ ends: 0, auc: { value: null, ci95: null } });
    const empty = review({ landmarks: [], overall: none });
    for (const { heading, plot, empty: words, table } of forecastSections(empty)) {
      expect([heading, plot]).toEqual([heading, undefined]);
      if (heading !== 'In short') expect([heading, words ?? table?.empty]).not.toContain(undefined);
    }
  });

  it('keeps END that came solid and END that were forecast hatched', () => {
    const row = { month: '2026-10', patients: 90, ends: 12, expected: 9.5 };
    const rows = [{ ...row, observedToExpected: { value: 1.26, ci95: null } }];
    const months = section(review({ months: { hour: 6, rows } }), 'Does it stay right');
    expect(months?.plot?.bars.map(({ look, y }) => [look, y])).toEqual([
      ['fact', 12],
      ['forecast', 9.5],
    ]);
    expect(months?.table?.rows[0]?.[0]?.text).toBe('Oct 2026');
  });

  it('says apart what rang and what would have rung', () => {
    const heads = (of: ForecastReview) =>
      forecastSections(of)
        .map(({ heading }) => heading)
        .filter((heading) => heading.startsWith('How long'));
    expect(heads(review())).toHaveLength(1);
    expect(heads(review({ wouldHaveWarned: warning({ ends: 9 }) }))).toEqual([
      'How long before END did the alert ring?',
      'How long before END would it have rung?',
    ]);
  });

  it('leads from END without warning to the history of the stay, and says what is reckoned', () => {
    const link = {
      patientId: 'p',
      encounterId: 'e',
      ward: 'Stroke',
      bed: '4',
      admittedAt: EARLIER,
      at: AT,
    };
    const end = { ...link, knownAt: AT, highest: null, why: 'no-forecast' as const };
    const unwarned = [
      { ...end, simulated: false },
      { ...end, simulated: true },
    ];
    const rows = section(review({ unwarned }), 'END that nobody')?.table?.rows ?? [];
    expect(rows[0]?.[0]).toMatchObject({
      ...{ small: 'Bed 4, Stroke', stay: { patientId: 'p', admittedAt: EARLIER } },
    });
    expect(rows.map((row) => row.at(-1)?.small)).toEqual([
      undefined,
      'Reckoned: loaded afterwards',
    ]);
  });
});
