import { BY_PAPER, MINUTE, type ClinicalRecord } from '@endwatch/clinical';
import {
  aMeasurement,
  aReport,
  aStay,
  aTreatment,
  anEncounter,
  correctionOf,
  hour,
  retractionOf,
} from '@endwatch/clinical/testing';
import { boardRowSchema, patientDetailSchema, trajectorySchema } from '@endwatch/contracts';
import { PipelineBench } from '../../testing/pipeline-bench.ts';
import { lastRow, type LastRowQuestion } from './last-row.ts';
import { toPatientDetail } from './patient-detail.ts';
import { toTrajectory } from './trajectory.ts';

const addendum = aReport('Occlusion of M1. Addendum: hyperdense artery.', {
  ...{ at: hour(0.5), version: '2', status: 'amended' },
});
const records = [
  ...aStay({ hours: 30, totals: [6, 6, 9] }),
  addendum,
  aTreatment('thrombolysis', { at: hour(1) }),
  aMeasurement('inr', 1.1, { at: hour(2), comparator: '<', loinc: '6301-6' }),
  retractionOf(aMeasurement('ldl', 3, { at: hour(2) })),
];
const now = hour(30) + 10 * MINUTE;

async function bench(): Promise<PipelineBench> {
  const made = new PipelineBench(now);
  await made.deliver(...records.slice(0, 60));
  await made.deliver(...records.slice(60));
  return made;
}

describe('the patient page', () => {
  it('shows every quantity with value, age, source and use', async () => {
    const { memory: store } = await bench();
    const row = store.row('p1');
    if (row === null) throw new Error('no row');
    const ward = { id: 'w1', name: 'Stroke unit' };
    const detail = toPatientDetail({ stored: store.stored('p1'), row, ward, alerts: [], now });
    expect(() => patientDetailSchema.parse(detail)).not.toThrow();
    const input = (name: string) => detail.inputs.find((each) => each.name === name);
    expect(input('heart-rate')).toMatchObject({ ageMinutes: 10, usedAs: 'measured', unit: '/min' });
    expect(input('inr')).toMatchObject({
      ...{ value: 1.1, comparator: '<', code: '6301-6' },
      ...{ usedAs: 'carried-forward', effectiveAt: new Date(hour(2)).toISOString() },
    });
    expect(input('ldl')).toMatchObject({ value: null, usedAs: 'missing' });
    const draw = detail.samples?.find(({ at }) => at === new Date(hour(2)).toISOString());
    expect(draw?.names).toEqual(['inr']);
    expect(detail.samples?.map(({ at }) => at)).toEqual(
      detail.samples?.map(({ at }) => at).toSorted(),
    );
    expect(detail.reports).toMatchObject([
      {
        text: addendum.text,
        status: 'amended',
        versions: [{ version: '2' }, { version: '1' }],
      },
    ]);
    expect(detail.treatments).toEqual([
      { treatment: 'thrombolysis', at: new Date(hour(1)).toISOString() },
    ]);
    expect(detail.history.map(({ condition }) => condition)).toContain('hypertension');
  });

  it('says when a patient left, not before, and whether by death', async () => {
    const { memory: store } = await bench();
    const stored = store.stored('p1');
    const row = store.row('p1');
    if (row === null) throw new Error('no row');
    const at = (moment: number, more: readonly ClinicalRecord[] = []) => {
      const known = { ...stored, records: [...stored.records, ...more] };
      const asked = { stored: known, row, ward: null, alerts: [], now: moment };
      const { dischargedAt, died } = toPatientDetail(asked);
      return { dischargedAt, died };
    };
    const stay = stored.records.find((record) => record.type === 'encounter');
    if (stay === undefined) throw new Error('no encounter');
    const left = correctionOf(stay, { encounterStatus: 'finished', end: hour(40) });
    expect(at(now)).toEqual({ dischargedAt: null, died: false });
    expect(at(hour(39), [left])).toEqual({ dischargedAt: null, died: false });
    const iso = new Date(hour(40)).toISOString();
    expect(at(hour(41), [left])).toEqual({ dischargedAt: iso, died: false });
    expect(at(hour(41), [{ ...left, died: true }])).toEqual({ dischargedAt: iso, died: true });
  });
});

describe('the trajectory', () => {
  it('holds examinations, the END with its reference, and risks as they were known', async () => {
    const { memory: store } = await bench();
    const trajectory = toTrajectory({
      alertEvents: [],
      ...{ stored: store.stored('p1'), scores: store.scores('p1'), definitionAt: BY_PAPER, now },
    });
    expect(() => trajectorySchema.parse(trajectory)).not.toThrow();
    expect(trajectory?.assessments.map(({ total }) => total)).toEqual([6, 6, 9, 9, 9, 9, 9, 9]);
    expect(trajectory?.end).toMatchObject({
      ...{ status: 'confirmed', deltaTotal: 3 },
      ...{ at: new Date(hour(9)).toISOString(), reference: new Date(hour(1)).toISOString() },
    });
    const standing = trajectory?.risk.filter(({ superseded }) => !superseded) ?? [];
    expect(standing.map(({ asOf }) => asOf)).toEqual(
      Array.from({ length: 9 }, (_, at) => new Date(hour(at)).toISOString()),
    );
  });

  it('of somebody who was never here is null', () => {
    const { memory: store } = new PipelineBench(now);
    const stored = store.stored('p9');
    expect(
      toTrajectory({ stored, scores: [], alertEvents: [], definitionAt: BY_PAPER, now }),
    ).toBeNull();
  });
});

describe('the page of a patient who has left', () => {
  const question = (stored: LastRowQuestion['stored']): LastRowQuestion => ({
    ...{ stored, definitionAt: BY_PAPER, now },
    manifest: { thresholds: { medium: 0.1, high: 0.3, highOff: 0.2 }, trainedOn: 'simulated' },
  });

  it('stands as it was at discharge, with the reason why there is no forecast', async () => {
    const made = await bench();
    await made.deliver(
      anEncounter({
        ...{ encounterId: 'e-p1', version: '2', encounterStatus: 'finished' },
        end: hour(7),
      }),
    );
    expect(made.memory.row('p1')).toBeNull();
    const row = boardRowSchema.parse(lastRow(question(made.memory.stored('p1'))));
    expect(row).toMatchObject({ bed: null, risk: null, noRiskReason: 'Discharged', alerts: [] });
    expect(row.nihss).toMatchObject({ total: 6, nextDueAt: null });
  });

  it('is not made for somebody who is still here', async () => {
    const made = await bench();
    expect(lastRow(question(made.memory.stored('p1')))).toBeNull();
  });
});
