import type { ClinicalRecord } from '@endwatch/clinical';
import {
  aCondition,
  aMeasurement,
  anEncounter,
  anExamination,
  aPatient,
  aReport,
  aTreatment,
  hour,
  T0,
} from '@endwatch/clinical/testing';
import { partOf } from './cohort-parts.ts';
import { FlowCount, flowSvg, flowText } from './flow.ts';

const examined = (at: number, total: number): ClinicalRecord =>
  anExamination({
    at: hour(at),
    resourceKey: `Observation/n${String(at)}`,

    total,
  });

const BASE: readonly ClinicalRecord[] = [
  aPatient(),
  anEncounter(),
  aCondition('ischaemic-stroke'),
  aCondition('mca-occlusion'),
  aMeasurement('heart-rate', 80, { at: hour(1) }),
  aReport('Dense MCA.', { at: hour(1) }),
  examined(0, 6),
  examined(24, 6),
];
const without = (type: string, key = ''): ClinicalRecord[] =>
  BASE.filter((one) => one.type !== type || !one.resourceKey.includes(key));
const left = (at: number, died: boolean): ClinicalRecord =>
  anEncounter({ version: '2', start: T0, at: hour(at), end: hour(at), died });

const STAYS: readonly (readonly [string, readonly ClinicalRecord[]])[] = [
  ['ischaemic-stroke', without('condition')],
  ['mca-occlusion', [...without('condition'), aCondition('ischaemic-stroke')]],
  ['no-thrombectomy', [...BASE, aTreatment('thrombectomy', { at: hour(2) })]],
  ['adult', [...without('patient'), aPatient({ birthDate: '2015' })]],
  ['examined-twice', [...BASE.filter((one) => one.times.effectiveAt < hour(20))]],
  ['values', without('observation', 'heart-rate')],
  ['report', without('report')],
  ['early-end', [...BASE, examined(30, 9)]],
  ['late-end', [...BASE, examined(70, 9)]],
  ['died', [...BASE, left(60, true)]],
  ['discharged', [...BASE, left(60, false)]],
  ['followed', [...BASE, examined(170, 5)]],
  ['last-examined', BASE],
];

describe('the flow of a cohort', () => {
  const count = new FlowCount();
  const kept = STAYS.map(([, records]) =>
    count.count({ admittedAt: T0, records, trueHazards: null }),
  );
  const { flow } = count;

  it('lets a stay leave at the first rule it does not meet, and labels the others by what was charted', () => {
    const where = new Map<string, number>([
      ...flow.left.map(({ id, stays }) => [id, stays] as const),
      ...flow.outcomes.map(({ id, stays }) => [id, stays] as const),
    ]);
    expect(Object.fromEntries(where)).toEqual(Object.fromEntries(STAYS.map(([id]) => [id, 1])));
    expect([flow.stays, flow.included]).toEqual([13, 6]);
    expect(kept).toEqual([...Array<boolean>(7).fill(false), ...Array<boolean>(6).fill(true)]);
  });

  it('is told as text and drawn, with every figure in both', () => {
    const text = flowText(flow);
    expect(text).toContain('13 stays\n');
    expect(text).toContain('6 in the cohort (46.2 %)');
    expect(text).toMatch(/1 {2}END within 48 h \(16\.7 %\)/);
    const svg = flowSvg(flow);
    for (const { why } of flow.left) expect(text).toContain(why);
    for (const { what } of flow.outcomes) expect(svg).toContain(what);
    expect(svg.match(/<rect/g)).toHaveLength(1 + 1 + 2 * 7 + 6);
  });
});

describe('parts of a cohort', () => {
  it('depend on patient and seed alone, and are as large as they should be', () => {
    const ids = Array.from({ length: 4000 }, (_, i) => `patient-${String(i)}`);
    const parts = ids.map((id) => partOf(id, 7));
    const share = (part: string): number => parts.filter((one) => one === part).length / ids.length;
    expect([share('train'), share('calibrate'), share('test')]).toEqual([
      expect.closeTo(0.6, 1),
      expect.closeTo(0.15, 1),
      expect.closeTo(0.25, 1),
    ]);
    expect(ids.map((id) => partOf(id, 7))).toEqual(parts);
    expect(ids.map((id) => partOf(id, 8))).not.toEqual(parts);
  });
});
