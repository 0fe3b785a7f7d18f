import { HOUR, MINUTE } from '@endwatch/clinical';
import {
  aMeasurement,
  aPatient,
  aReport,
  aStay,
  allItems,
  anEncounter,
  anExamination,
  correctionOf,
  hour,
  retractionOf,
  T0,
} from '@endwatch/clinical/testing';
import { boardRowSchema } from '@endwatch/contracts';
import type { AlertKind, AlertState } from '../domain/alerting/alert.ts';
import { PipelineBench } from '../testing/pipeline-bench.ts';

function alertOf(bench: PipelineBench, kind: AlertKind, patientId = 'p1'): AlertState | undefined {
  return bench.memory.alerts(patientId).find((alert) => alert.kind === kind);
}

const openKinds = (bench: PipelineBench): string[] =>
  (bench.memory.row('p1')?.alerts ?? []).map(({ kind }) => kind);

const firstDay = aStay({ hours: 6, totals: [6, 6] });

describe('a rise of 4 after 6 hours', () => {
  const worse = anExamination({
    at: hour(6),
    total: 10,
    items: allItems({ '5a': 4, '6a': 4, '4': 2 }),
  });

  it('is END: a fact on the tile, a high alert, and no forecast any more', async () => {
    const bench = new PipelineBench(hour(6) + MINUTE);
    await bench.deliver(...aStay({ hours: 5, totals: [6, 6] }));
    expect(bench.memory.row('p1')?.risk?.next24h).toBeGreaterThan(0);
    await bench.deliver(worse);
    const row = boardRowSchema.parse(bench.memory.row('p1'));
    expect(row.end).toMatchObject({ status: 'confirmed', rule: 'total', delta: 4 });
    expect(row.end.at).toBe(new Date(hour(6)).toISOString());
    expect(row).toMatchObject({ risk: null, noRiskReason: 'END confirmed' });
    expect(row.nihss).toMatchObject({ total: 10, admissionTotal: 6 });
    expect(row.alerts).toMatchObject([
      { kind: 'end-confirmed', priority: 'high', state: 'raised', ward: 'bed-1' },
    ]);
    expect(row.alerts[0]?.reason).toContain('6 to 10');
  });

  it('resumes the forecast and resolves the alert when the examination is withdrawn', async () => {
    const bench = new PipelineBench(hour(6) + MINUTE);
    await bench.deliver(...aStay({ hours: 5, totals: [6, 6] }), worse);
    await bench.liveTo(hour(9));
    expect(bench.asOfHours('p1', T0).at(-1)).toBe(5);
    await bench.deliver(retractionOf(worse));
    await bench.liveTo(hour(9) + MINUTE);
    expect(bench.asOfHours('p1', T0)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(bench.memory.row('p1')?.risk?.asOf).toBe(new Date(hour(9)).toISOString());
    expect(alertOf(bench, 'end-confirmed')).toMatchObject({ state: 'resolved' });
    expect(alertOf(bench, 'end-confirmed')?.reason).toMatch(/withdrawn/);
  });

  it('rings again when the END that was withdrawn is charted again', async () => {
    const bench = new PipelineBench(hour(6) + MINUTE);
    await bench.deliver(...aStay({ hours: 5, totals: [6, 6] }), worse);
    const withdrawn = retractionOf(worse);
    await bench.deliver(withdrawn);
    bench.clock.set(hour(6) + 5 * MINUTE);
    await bench.deliver({ ...correctionOf(withdrawn), retracted: false });
    const states = bench.memory.alerts('p1').map(({ kind, state }) => `${kind} ${state}`);
    expect(states).toEqual(['end-confirmed resolved', 'end-confirmed raised']);
  });

  it('rings again when the stay was taken back by mistake and is there again', async () => {
    const bench = new PipelineBench(hour(6) + MINUTE);
    await bench.deliver(...aStay({ hours: 5, totals: [6, 6] }), worse);
    expect(openKinds(bench)).toEqual(['end-confirmed']);
    const stay = anEncounter({ encounterId: 'e-p1', version: '2' });
    await bench.deliver(retractionOf(stay));
    expect(bench.memory.row('p1')).toBeNull();
    expect(alertOf(bench, 'end-confirmed')?.reason).toBe('There is no stay any more');
    await bench.deliver({ ...stay, version: '3', status: 'corrected' });
    expect(openKinds(bench)).toEqual(['end-confirmed']);
  });

  it('charted hours late: the scores made since are withdrawn and stay in the record', async () => {
    const bench = new PipelineBench(hour(6));
    await bench.deliver(...aStay({ hours: 5, totals: [6, 6] }));
    await bench.liveTo(hour(9));
    expect(bench.asOfHours('p1', T0).at(-1)).toBe(9);
    await bench.deliver(worse);
    expect(bench.asOfHours('p1', T0).at(-1)).toBe(5);
    expect(bench.memory.scores('p1').filter((score) => score.supersededAt !== null)).toHaveLength(
      4,
    );
  });
});

describe('END charted a day late', () => {
  it.each([['in memory'], ['after a restart']])(
    'one score holds at each moment when an old value is corrected then: %s',
    async (how) => {
      const bench = new PipelineBench(hour(6));
      const old = aMeasurement('heart-rate', 140, { at: hour(3.5), resourceKey: 'Observation/hr' });
      await bench.deliver(...aStay({ hours: 5, totals: [6, 6] }), old);
      await bench.liveTo(hour(30));
      const items = allItems({ '5a': 4, '6a': 4, '4': 2 });
      await bench.deliver(anExamination({ at: hour(18), total: 10, items }));
      expect(bench.asOfHours('p1', T0).at(-1)).toBe(17);
      if (how === 'after a restart') bench.restart();
      await bench.deliver(
        correctionOf(old, { facts: aMeasurement('heart-rate', 90, { at: hour(3.5) }).facts }),
      );
      const hours = bench.asOfHours('p1', T0);
      expect(hours).toEqual([...new Set(hours)]);
      const written = bench.memory.scores('p1').filter(({ knownAt }) => knownAt > hour(29));
      const from = Math.min(...written.map(({ asOf }) => asOf));
      expect(from).toBe(hour(6));
    },
  );
});

describe('an examination that leaves doubt', () => {
  it('by another examiner at the threshold asks for a repeat, and the repeat settles it', async () => {
    const bench = new PipelineBench(hour(3));
    await bench.deliver(
      anEncounter(),
      anExamination({ at: hour(1), total: 6, rater: 'Practitioner/a' }),
    );
    await bench.deliver(anExamination({ at: hour(2), total: 8, rater: 'Practitioner/b' }));
    const row = bench.memory.row('p1');
    expect(row?.end.status).toBe('suspected');
    expect(row?.risk).not.toBeNull();
    expect(row?.alerts).toMatchObject([{ kind: 'end-confirmed', priority: 'medium' }]);
    expect(row?.alerts[0]?.reason).toMatch(/repeat/i);
    const [id] = row?.alerts.map((alert) => alert.id) ?? [];
    await bench.deliver(anExamination({ at: hour(2.5), total: 8, rater: 'Practitioner/a' }));
    expect(bench.memory.row('p1')?.alerts).toMatchObject([
      { id, priority: 'high', state: 'raised' },
    ]);
  });

  it('without a rise in the repeat resolves the alert', async () => {
    const bench = new PipelineBench(hour(3));
    await bench.deliver(
      anEncounter(),
      anExamination({ at: hour(1), total: 6, rater: 'Practitioner/a' }),
    );
    await bench.deliver(anExamination({ at: hour(2), total: 8, rater: 'Practitioner/b' }));
    await bench.deliver(anExamination({ at: hour(2.5), total: 6, rater: 'Practitioner/a' }));
    expect(openKinds(bench)).toEqual([]);
    expect(alertOf(bench, 'end-confirmed')?.reason).toMatch(/did not confirm/);
  });

  it('an untestable limb is no rise', async () => {
    const bench = new PipelineBench(hour(6));
    const before = allItems({ '5a': 2, '6a': 2 });
    await bench.deliver(
      anEncounter(),
      anExamination({ at: hour(1), items: before }),
      anExamination({ at: hour(5), items: { ...before, '6a': 'UN' } }),
    );
    expect(bench.memory.row('p1')?.end.status).toBe('none');
    expect(openKinds(bench)).toEqual([]);
  });
});

describe('what comes late, twice or corrected', () => {
  it('late vital signs recompute what rested on less, and keep the old score', async () => {
    const bench = new PipelineBench(hour(6));
    const [late, ...rest] = [
      aMeasurement('heart-rate', 140, { at: hour(3.5), resourceKey: 'Observation/late' }),
      ...firstDay,
    ];
    await bench.deliver(...rest);
    expect(bench.memory.scores('p1')).toHaveLength(7);
    await bench.deliver(late);
    const scores = bench.memory.scores('p1');
    const replaced = scores.filter(({ supersededAt }) => supersededAt !== null);
    expect(replaced.map(({ asOf }) => (asOf - T0) / HOUR)).toEqual([4, 5, 6]);
    expect(bench.asOfHours('p1', T0)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('the same message again writes nothing but its offset', async () => {
    const bench = new PipelineBench(hour(6));
    const value = Buffer.from(JSON.stringify({ records: firstDay }));
    const headers = { ce_source: 'lab', ce_id: '1' };
    await bench.send({ value, headers }, { value, headers });
    const before = bench.memory.stored('p1');
    await bench.send({ value, headers });
    expect(bench.memory.stored('p1')).toEqual(before);
    expect(bench.rounds.map(({ repeated, patients }) => [repeated, patients])).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  it('the same resource in other messages is known by its version', async () => {
    const bench = new PipelineBench(hour(6));
    await bench.deliver(...firstDay);
    const before = bench.memory.stored('p1');
    bench.restart();
    await bench.deliver(...firstDay.toReversed(), ...firstDay);
    expect(bench.memory.stored('p1')).toEqual(before);
  });

  it('a corrected value takes the reason for an alert away, and says so', async () => {
    const bench = new PipelineBench(hour(6));
    await bench.deliver(...firstDay);
    const wrong = aMeasurement('crp', 60, { at: hour(6), resourceKey: 'Observation/crp' });
    await bench.deliver(wrong);
    await bench.passTo(hour(6) + 3 * MINUTE);
    expect(bench.memory.row('p1')?.alerts).toMatchObject([
      { kind: 'risk-high', priority: 'medium', state: 'raised' },
    ]);
    expect(alertOf(bench, 'risk-high')?.reason).toBe(
      'Risk of getting worse in the next 24 h is 60\u00a0% (on at 35\u00a0%)',
    );
    await bench.deliver(
      correctionOf(wrong, { facts: aMeasurement('crp', 30, { at: hour(6) }).facts }),
    );
    expect(openKinds(bench)).toEqual([]);
    expect(alertOf(bench, 'risk-high')?.reason).toBe(
      'A value was corrected: the risk is 30\u00a0%, below 35\u00a0%',
    );
    expect(bench.memory.scores('p1').filter((one) => one.supersededAt !== null)).toHaveLength(2);
  });

  it('history raises no bell', async () => {
    const bench = new PipelineBench(hour(30));
    await bench.deliver(...firstDay, aMeasurement('crp', 80, { at: hour(6) }));
    await bench.passTo(hour(30));
    expect(bench.memory.scores('p1').some(({ next24h }) => next24h > 0.7)).toBe(true);
    expect(openKinds(bench)).not.toContain('risk-rising');
  });

  it('a report is read once, whatever is scored afterwards', async () => {
    const bench = new PipelineBench(hour(6));
    await bench.deliver(...firstDay, aReport('hyperdense artery', { at: hour(2) }));
    await bench.liveTo(hour(12));
    bench.restart();
    await bench.liveTo(hour(14));
    expect(bench.model.encoded).toBe(2);
    expect(bench.memory.row('p1')?.risk?.next24h).toBeCloseTo(0.234, 3);
  });
});

describe('limits that somebody sets', () => {
  it('hold from the next round on, and end what is open by them', async () => {
    let on = 0.95;
    const riskLimits = () => ({
      ...{ on, off: on / 2, minimumDuration: 0, oldest: HOUR, risingBy: 0.1 },
    });
    const bench = new PipelineBench(hour(6), { riskLimits });
    const rings = (): boolean => openKinds(bench).includes('risk-high');
    await bench.deliver(...firstDay);
    await bench.liveTo(hour(6) + 5 * MINUTE);
    expect(rings()).toBe(false);
    on = 0.01;
    await bench.liveTo(hour(7) + MINUTE);
    expect(rings()).toBe(true);
    on = 0.95;
    await bench.liveTo(hour(8) + MINUTE);
    expect(rings()).toBe(false);
  });

  it('are those of the ward where the patient lies', async () => {
    const riskLimits = (ward: string) => ({
      ...{ on: ward === 'w2' ? 0.01 : 0.95, off: 0, minimumDuration: 0 },
      ...{ oldest: HOUR, risingBy: 0.1 },
    });
    const bench = new PipelineBench(hour(6), { riskLimits });
    const lies = (locationId: string, version: string) =>
      anEncounter({ version, locations: [{ locationId, display: null, active: true, from: T0 }] });
    const rings = (): boolean => openKinds(bench).includes('risk-high');
    await bench.deliver(...firstDay, lies('w1', '2'));
    await bench.liveTo(hour(7) + MINUTE);
    expect(rings()).toBe(false);
    await bench.deliver(lies('w2', '3'));
    await bench.liveTo(hour(8) + MINUTE);
    expect(rings()).toBe(true);
  });
});

describe('time passing', () => {
  it('an outage leaves hourly scores behind when the clock catches up', async () => {
    const bench = new PipelineBench(hour(6));
    await bench.deliver(...firstDay);
    await bench.passTo(hour(16) + MINUTE);
    expect(bench.asOfHours('p1', T0)).toEqual(Array.from({ length: 17 }, (_, index) => index));
  });

  it('asks for what is missing, and takes it back when it comes', async () => {
    const bench = new PipelineBench(hour(6));
    await bench.deliver(...firstDay);
    await bench.liveTo(hour(10));
    // Nothing comes at all: that is said first, and an hour later whatever the reason.
    expect(openKinds(bench)).toEqual(['data-stale']);
    expect(alertOf(bench, 'data-stale')?.reason).toBe(
      'No vital signs for 2 h (expected at least every 2 h)',
    );
    await bench.liveTo(hour(11));
    expect(openKinds(bench).toSorted()).toEqual(['data-stale', 'examination-overdue']);
    expect(alertOf(bench, 'examination-overdue')?.reason).toBe(
      'Not examined for 5 h (every 4 h on day 1)',
    );
    await bench.deliver(
      anExamination({ at: hour(11), total: 6, items: allItems({ '5a': 4, '6a': 2 }) }),
      aMeasurement('heart-rate', 80, { at: hour(11) }),
    );
    expect(openKinds(bench)).toEqual([]);
  });

  it('past 7 days the forecast ends and its alerts with it', async () => {
    const bench = new PipelineBench(hour(6));
    await bench.deliver(...aStay({ hours: 162 }), aMeasurement('crp', 60, { at: hour(161) }));
    await bench.liveTo(hour(163));
    expect(openKinds(bench)).toContain('risk-high');
    await bench.liveTo(hour(168));
    expect(bench.memory.row('p1')).toMatchObject({ risk: null, noRiskReason: 'Past 7 days' });
    expect(alertOf(bench, 'risk-high')?.reason).toMatch(/7 days/);
    expect(bench.asOfHours('p1', T0).at(-1)).toBe(167);
  });

  it('a discharge takes the patient off the board and resolves everything', async () => {
    const bench = new PipelineBench(hour(6));
    await bench.deliver(...firstDay);
    await bench.liveTo(hour(11));
    expect(openKinds(bench)).toHaveLength(2);
    await bench.deliver(
      anEncounter({
        ...{ encounterId: 'e-p1', version: '2', encounterStatus: 'finished' },
        end: hour(11),
      }),
    );
    expect(bench.memory.row('p1')).toBeNull();
    expect(bench.memory.alerts('p1').map(({ state, reason }) => [state, reason])).toEqual([
      ['resolved', 'Discharged'],
      ['resolved', 'Discharged'],
    ]);
    expect(bench.memory.profile('p1')?.nextWakeAt).toBeNull();
    expect(bench.memory.events.at(-1)).toMatchObject({ type: 'left', ward: 'bed-1' });
  });
});

describe('who and where', () => {
  const ward = (locationId: string, name: string) =>
    ({ type: 'location', locationId, kind: 'ward', name, partOf: null, version: '1' }) as const;
  const bed = (locationId: string, partOf: string, version = '1') =>
    ({ type: 'location', locationId, kind: 'bed', name: locationId, partOf, version }) as const;
  const inBed = (locationId: string, version: string) =>
    anEncounter({
      ...{ encounterId: 'e-p1', version },
      locations: [{ locationId, display: null, active: true, from: T0 }],
    });

  it('a move to another ward leaves one board and joins the other', async () => {
    const bench = new PipelineBench(hour(6));
    await bench.say({
      locations: [ward('w1', 'Stroke'), ward('w2', 'Rehab'), bed('7', 'w1'), bed('3', 'w2')],
    });
    await bench.deliver(...firstDay, inBed('7', '2'));
    expect(bench.memory.placement('p1')).toEqual({ wardId: 'w1', wardName: 'Stroke', bed: '7' });
    await bench.deliver(inBed('3', '3'));
    expect(bench.memory.placement('p1')).toEqual({ wardId: 'w2', wardName: 'Rehab', bed: '3' });
    expect(bench.memory.events.map(({ ward: at, type, sequence }) => [at, sequence, type])).toEqual(
      [
        ['w1', 1, 'row'],
        ['w1', 2, 'left'],
        ['w2', 1, 'row'],
      ],
    );
  });

  it('a bed described after the patient came is put in its ward', async () => {
    const bench = new PipelineBench(hour(6));
    await bench.deliver(...firstDay, inBed('7', '2'));
    expect(bench.memory.placement('p1')).toEqual({ wardId: '7', wardName: '7', bed: null });
    await bench.say({ locations: [bed('7', 'w1')] });
    expect(bench.memory.placement('p1')).toEqual({ wardId: 'w1', wardName: 'w1', bed: '7' });
    await bench.say({ locations: [ward('w1', 'Stroke')] });
    expect(bench.memory.placement('p1')?.wardName).toBe('Stroke');
    await bench.say({ locations: [ward('w1', 'Stroke')] });
    expect(bench.rounds.at(-1)?.patients).toBe(0);
  });

  it('a merge gives the survivor everything, now and later, and a survivor can be merged too', async () => {
    const bench = new PipelineBench(hour(6));
    await bench.deliver(...firstDay.filter(({ type }) => type !== 'patient'));
    await bench.deliver(aPatient({ patientId: 'p2', name: 'Grace Example' }));
    await bench.deliver(aPatient({ replacedBy: 'p2', version: '2' }));
    expect(bench.memory.row('p1')).toBeNull();
    expect(bench.memory.row('p2')).toMatchObject({ name: 'Grace Example', nihss: { total: 6 } });
    await bench.deliver(anExamination({ at: hour(6), total: 7 }));
    expect(bench.memory.row('p2')?.nihss.total).toBe(7);
    await bench.deliver(aPatient({ patientId: 'p2', replacedBy: 'p3', version: '2' }));
    bench.restart();
    await bench.deliver(anExamination({ at: hour(6) + MINUTE, total: 6 }));
    expect(bench.memory.row('p2')).toBeNull();
    expect(bench.memory.row('p3')).toMatchObject({ patientId: 'p3', nihss: { total: 6 } });
    expect(bench.memory.profile('p1')?.mergedInto).toBe('p3');
    expect(bench.memory.recordCount('p3')).toBe(0);
  });

  it('a merge taken back gives each its own again', async () => {
    const bench = new PipelineBench(hour(6));
    await bench.deliver(...firstDay);
    await bench.deliver(aPatient({ replacedBy: 'p2', version: '2' }));
    expect(bench.memory.row('p2')?.patientId).toBe('p2');
    await bench.deliver(aPatient({ version: '3' }));
    expect(bench.memory.row('p2')).toBeNull();
    expect(bench.memory.row('p1')?.nihss.total).toBe(6);
  });

  it('a merge in a circle is refused and kept, and the rest goes on', async () => {
    const bench = new PipelineBench(hour(6));
    await bench.deliver(...firstDay, aPatient({ replacedBy: 'p2', version: '2' }));
    await bench.deliver(
      aPatient({ patientId: 'p2', replacedBy: 'p1' }),
      anExamination({ patientId: 'p2', at: hour(6), total: 9 }),
    );
    expect(bench.memory.rejections).toMatchObject([
      { code: 'merge-conflict', resource: 'Patient/p2' },
    ]);
    expect(bench.memory.row('p2')?.nihss.total).toBe(9);
  });
});
