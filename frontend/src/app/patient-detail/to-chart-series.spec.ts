import type { PatientDetail, Trajectory } from '@endwatch/contracts';
import { NOON, minutesAgo } from '../testing/a-row.ts';
import { sparkGeometry } from '../ui/spark-geometry.ts';
import { itemWords } from './nihss-words.ts';
import {
  PLOT_LEFT,
  dayColumns,
  narrowDays,
  nihssTop,
  riskTop,
  stayAxis,
  xOf,
} from './stay-axis.ts';
import {
  endReference,
  endRuleWords,
  nihssSeries,
  riskSeries,
  stayLanes,
  supersededRisk,
} from './to-chart-series.ts';

function assessment(id: string, minutes: number, total: number | null, status = 'final') {
  const at = minutesAgo(minutes);
  return {
    id,
    at,
    knownAt: at,
    total,
    motor: null,
    items: {},
    partial: false,
    status,
    rater: null,
  };
}

function score(scoreId: string, minutes: number, next24h: number, superseded = false) {
  const asOf = minutesAgo(minutes);
  return {
    scoreId,
    asOf,
    knownAt: asOf,
    next24h,
    by48h: null,
    by7d: null,
    modelVersion: '1',
    superseded,
  };
}

const course: Trajectory = {
  patientId: 'p1',
  admittedAt: minutesAgo(600),
  definition: { name: 'END', total: 2, motor: 1, windowHours: 168, baseline: 'admission' },
  assessments: [
    assessment('later', 60, 12),
    assessment('first', 590, 9),
    assessment('partial', 300, null),
    assessment('withdrawn', 200, 30, 'entered-in-error'),
  ],
  end: {
    status: 'none',
    rule: null,
    at: null,
    deltaTotal: 3,
    deltaMotor: null,
    reference: minutesAgo(590),
  },
  risk: [score('s2', 50, 0.3), score('old', 400, 0.6, true), score('s1', 400, 0.2)],
};

describe('course of a stay', () => {
  it('is drawn in steps that hold until the next examination, the last until now', () => {
    const [series] = nihssSeries(course, NOON);
    const points = series?.series.map((point) => [
      (NOON - point.name.getTime()) / 60_000,
      point.value,
    ]);
    expect(points).toEqual([
      [590, 9],
      [60, 9],
      [60, 12],
      [0, 12],
    ]);
  });

  it('leaves superseded forecasts out of the line, and has them apart', () => {
    expect(riskSeries(course)[0]?.series.map((point) => point.value)).toEqual([0.2, 0.3]);
    expect(supersededRisk(course).map((point) => point.scoreId)).toEqual(['old']);
  });

  it('has its END line above the examination compared with', () => {
    expect(endReference(course)).toBe(11);
    expect(endReference({ ...course, assessments: [] })).toBeNull();
    expect(nihssSeries({ ...course, assessments: [] }, NOON)).toEqual([]);
  });

  it('says the change and the rule in words', () => {
    expect(endRuleWords(course)).toBe(
      'Admission 9 to 12: +3. END counts from +2 in total or +1 in arms and legs, within 7 days of admission',
    );
    expect(endRuleWords({ ...course, assessments: [] })).toMatch(/^END counts from/);
  });

  it('keeps the definition that judged, and says which is in force by now', () => {
    const strict = { ...course.definition, total: 4, motor: 17 };
    const judgedBy = { total: 2, motor: 1, windowHours: 168 };
    expect(endRuleWords({ ...course, definition: strict, end: { ...course.end, judgedBy } })).toBe(
      'Admission 9 to 12: +3. Judged by the definition of then: END from +2 in total or +1 in arms and legs, within 7 days of admission. By now END counts from +4 in total, within 7 days of admission',
    );
    expect(endRuleWords({ ...course, definition: strict, assessments: [] })).toBe(
      'END counts from +4 in total, within 7 days of admission',
    );
    const judged = { ...course, definition: strict, end: { ...course.end, judgedBy } };
    expect([endReference(judged), endReference({ ...course, definition: strict })]).toEqual([
      11, 13,
    ]);
  });

  it('has what people did about alerts and when things came in on lanes of their own', () => {
    const reason = 'Nobody took it within 5 min: the first on call is told';
    const about = { alertId: 'a1', kind: 'risk-high', priority: 'medium', reason: '' } as const;
    const told: Trajectory = {
      ...course,
      assessments: [{ ...assessment('late', 300, 8), knownAt: minutesAgo(5) }],
      alertEvents: [
        { ...about, at: minutesAgo(60), from: null, to: 'raised', by: 'system' },
        { ...about, at: minutesAgo(55), from: 'raised', to: 'escalated', by: 'system', reason },
        { ...about, at: minutesAgo(48), from: 'escalated', to: 'acknowledged', by: 'nora' },
        // Somebody called as the machine is, from when that was possible.
        { ...about, at: minutesAgo(45), from: 'acknowledged', to: 'snoozed', by: 'system' },
        { ...about, at: minutesAgo(40), from: 'snoozed', to: 'resolved', by: 'system' },
      ],
    };
    const detail = { treatments: [], reports: [], inputs: [], alerts: [] };
    const lanes = stayLanes(detail as unknown as PatientDetail, told);
    const lane = (name: string) => lanes.find((one) => one.name === name)?.marks ?? [];
    expect(lane('Alerts')).toMatchObject([{ at: NOON - 60 * 60_000, priority: 'medium' }]);
    expect(lane('Answers')).toMatchObject([
      {
        at: NOON - 55 * 60_000,
        words: `High risk of getting worse, escalated. ${reason.replace('5 min', '5\u00a0min')}`,
      },
      {
        at: NOON - 48 * 60_000,
        words: expect.stringMatching(/taken by nora after 12.min/) as string,
      },
      { at: NOON - 45 * 60_000, words: expect.stringMatching(/after 15.min/) as string },
    ]);
    expect(lane('Came in')).toMatchObject([
      { at: NOON - 5 * 60_000, words: expect.stringContaining('Examination, of') as string },
    ]);
  });

  it('has a tick for every blood sample, and says when late values of one came in', () => {
    const [drawn, later] = [minutesAgo(300), minutesAgo(60)];
    const input = (name: string, effectiveAt: string) => ({
      ...{ name, effectiveAt, receivedAt: effectiveAt },
    });
    const detail = {
      ...{ treatments: [], reports: [], alerts: [] },
      inputs: [input('crp', later), input('heart-rate', minutesAgo(5))],
      samples: [
        { at: drawn, receivedAt: minutesAgo(280), names: ['crp', 'd-dimer'] },
        { at: drawn, receivedAt: minutesAgo(200), names: ['ldl'] },
        { at: later, receivedAt: minutesAgo(50), names: ['crp'] },
      ],
    };
    const quiet: Trajectory = { ...course, assessments: [] };
    const lanes = stayLanes(detail as unknown as PatientDetail, quiet);
    const marks = (name: string) =>
      lanes
        .find((one) => one.name === name)
        ?.marks.map(({ at, words }) => [(NOON - at) / 60_000, words]);
    expect(marks('Laboratory')).toEqual([
      [300, 'C-reactive protein, D-dimer, LDL cholesterol'],
      [60, 'C-reactive protein'],
    ]);
    expect(marks('Came in')?.map(([ago, words]) => [ago, String(words).split(', of')[0]])).toEqual([
      [280, 'C-reactive protein, D-dimer'],
      [200, 'LDL cholesterol'],
      [50, 'C-reactive protein'],
      [5, 'Heart rate'],
    ]);
  });

  it('names only the items that score', () => {
    expect(itemWords({ '5a': 3, '4': 1, '9': 0, '6b': 'UN' })).toBe(
      'Face 1, Left arm 3, Right leg untestable',
    );
    expect(itemWords({ '1a': 0 })).toBe('Every item 0');
    expect(itemWords({})).toBe('Total only, items not charted');
  });
});

describe('axis of a stay', () => {
  const axis = stayAxis(minutesAgo(600), 1000);

  it('runs from admission for 14 days and keeps everything within', () => {
    expect(dayColumns(axis)).toHaveLength(14);
    expect(xOf(axis, axis.from)).toBe(PLOT_LEFT);
    expect(xOf(axis, axis.from - 1_000_000)).toBe(PLOT_LEFT);
    expect(xOf(axis, axis.to + 1_000_000)).toBe(xOf(axis, axis.to));
  });

  it('leaves air above, never more than the scale has', () => {
    expect([nihssTop([]), nihssTop([9, 12]), nihssTop([42])]).toEqual([6, 18, 42]);
    expect([riskTop([]), riskTop([0.3]), riskTop([0.99])]).toEqual([0.2, 0.4, 1]);
    expect([narrowDays(minutesAgo(600), NOON), narrowDays(minutesAgo(14_000), NOON)]).toEqual([
      4, 14,
    ]);
  });
});

describe('sparkline', () => {
  it('steps, and puts the END line above where one started', () => {
    const shape = sparkGeometry({
      points: [
        { at: NOON - 3_600_000 * 10, total: 9 },
        { at: NOON - 3_600_000, total: 12 },
      ],
      admittedAt: NOON - 3_600_000 * 10,
      now: NOON,
      reference: 11,
    });
    expect(shape.spanDays).toBe(3);
    expect(shape.path).toMatch(/^M0 [\d.]+H[\d.]+V[\d.]+H[\d.]+$/);
    expect(shape.referenceY).toBeGreaterThan(shape.lastY);
  });

  it('draws nothing where nothing was charted', () => {
    const shape = sparkGeometry({ points: [], admittedAt: NOON, now: NOON, reference: null });
    expect(shape).toMatchObject({ path: '', referenceY: null });
  });
});
