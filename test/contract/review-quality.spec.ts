import {
  driftReviewSchema,
  forecastReviewSchema,
  proposalSchema,
  proposalsSchema,
  responseReviewSchema,
  riskLimitsViewSchema,
  whatIfReviewSchema,
  type AuditEntryView,
  type MadeToken,
  type MonthReport,
  type ResponseReview,
} from '@endwatch/contracts';
import { eventually } from '../harness/system.ts';
import { expectProblem, SmallWard, WARD, type Answer } from './small-ward.ts';

const CSV = 'text/csv; charset=utf-8';

/** Four patients, each with an END an hour ago, an alert of it, and scores before it. */
describe('how good the forecast was, and how well it was answered', () => {
  const ward = new SmallWard();
  let quality: Record<string, string>;
  let elsewhere: Record<string, string>;

  const account = async (username: string, wards: string[] | null) => {
    await ward.send('/api/accounts', { username, name: username, role: 'quality', wards });
    const made = await ward.send('/api/accounts/tokens', { username, label: 'test' });
    return { authorization: `Bearer ${(made.body as MadeToken).token}` };
  };
  const ask = (path: string, headers = quality): Promise<Answer> =>
    ward.callAs(`/api/review/${path}`, { headers });
  const setLimits = (change: unknown): Promise<Answer> =>
    ward.call('/api/settings/risk-limits', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(change),
    });
  const propose = (query: string, body: unknown): Promise<Answer> =>
    ward.callAs(`/api/review/proposals${query}`, {
      method: 'POST',
      headers: { ...quality, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  const composed = async (): Promise<MonthReport> => {
    const made = await ward.callAs('/api/review/reports', { method: 'POST', headers: quality });
    expect(made.status).toBe(201);
    return made.body as MonthReport;
  };

  beforeAll(async () => {
    await ward.start();
    quality = await account('quinn', null);
    elsewhere = await account('elsa', ['another-ward']);
    await eventually(
      async () => (await ask('response')).body as ResponseReview,
      ({ stays, overall }) => stays === 4 && overall.alerts >= 4,
    );
  });
  afterAll(() => ward.stop());

  it('answers in the shapes that were promised, with who was counted and what words mean', async () => {
    const forecast = forecastReviewSchema.parse((await ask('forecast')).body);
    expect(forecast).toMatchObject({ stays: 4, ends: 4, trainedOn: 'simulated' });
    // All that was charted came in at once, when END had been: no forecast was known before it, and none is made up.
    expect(forecast.overall.forecasts).toBe(0);
    expect(forecast.unwarned.map(({ why }) => why)).toEqual(Array(4).fill('no-forecast'));
    const response = responseReviewSchema.parse((await ask('response')).body);
    expect(response).toMatchObject({ stays: 4, endToAcknowledged: { never: { k: 4, n: 4 } } });
    const drift = driftReviewSchema.parse((await ask('drift')).body);
    expect(drift).toMatchObject({ weeks: [], calibration: { alarm: null } });
    const whatIf = whatIfReviewSchema.parse((await ask('what-if')).body);
    expect(whatIf.asked).toEqual(whatIf.today);
    for (const { definitions } of [forecast, response, drift, whatIf]) {
      expect(definitions.length).toBeGreaterThan(3);
    }
  });

  it('moves one setting and leaves the others as today', async () => {
    const { today, asked } = whatIfReviewSchema.parse(
      (await ask('what-if?on=0.5&risingBy=never')).body,
    );
    expect(asked.policy).toEqual({
      ...{ ...today.policy, on: 0.5, risingBy: null },
      off: Math.round((0.5 * today.policy.off * 1e4) / today.policy.on) / 1e4,
    });
    const preset = whatIfReviewSchema.parse(
      (await ask('what-if?preset=one-a-day-for-35&curve=true')).body,
    );
    expect(preset).toMatchObject({ preset: 'one-a-day-for-35', presetReached: true });
    expect(preset.asked.perDayFor35).toBeLessThanOrEqual(1);
    expect(preset.curve?.length).toBeGreaterThan(10);
    for (const bad of ['on=2', 'on=0.3&off=0.4', 'preset=none', 'from=yesterday']) {
      expectProblem(await ask(`what-if?${bad}`), 400);
    }
  });

  it('keeps to the filter and to the wards of the account', async () => {
    for (const view of ['forecast', 'response', 'what-if']) {
      expect((await ask(`${view}?ward=nowhere`)).body).toMatchObject({ stays: 0 });
      expect((await ask(view, elsewhere)).body).toMatchObject({ stays: 0, ends: 0 });
    }
  });

  it('comes as CSV too, and that is written down', async () => {
    for (const view of ['forecast', 'response', 'what-if', 'drift', 'proposals']) {
      const { status, type, body } = await ask(view, { ...quality, accept: 'text/csv' });
      expect({ view, status, type }).toMatchObject({ view, status: 200 });
      expect(type).toContain('text/csv');
      const [header = '', ...rows] = String(body).trimEnd().split('\r\n');
      const columns = header.split(',').length;
      expect(columns).toBeGreaterThan(8);
      for (const row of rows) expect(row.split(',')).toHaveLength(columns);
    }
    const lines = async (view: string): Promise<string[]> => {
      const { status, type, body } = await ask(view, { ...quality, accept: 'text/csv' });
      expect({ view, status, type }).toEqual({ view, status: 200, type: CSV });
      return String(body).trimEnd().split('\r\n');
    };
    const [header, row] = await lines('freshness');
    expect(header).toBe('summarised_at,waiting,counted_to,behind');
    expect(row).toMatch(/^20\d\d-[^,]+Z,\d+,[^,]*,(true|false)$/);
    expect(await lines('drift/alarm')).toEqual([
      'week,direction,told_at,administrator,outcome,seen_at',
    ]);
    const report = await composed();
    const { month, modelVersion, stays, ends } = report;
    expect(await lines('reports')).toEqual([
      'month,provisional,composed_at,composed_by,model_version,stays,ends',
      [month, true, report.composedAt, 'quinn', modelVersion, stays, ends].join(','),
    ]);
    const [columns, ...figures] = await lines(`reports/${month}`);
    expect(columns).toBe('part,figure,value,lower,upper');
    expect(figures).toEqual(
      expect.arrayContaining([
        `report,month,${month},,`,
        ...report.flow.map(({ key, remaining }) => `flow,${key},${String(remaining)},,`),
        `alerts,end_unwarned,${String(report.unwarned)},,`,
      ]),
    );
    expect(figures.some((line) => line.startsWith('forecast,ppv,'))).toBe(true);
    const { body } = await ward.call('/api/audit?action=review.export');
    const subjects = (body as AuditEntryView[]).map(({ subject }) => subject);
    expect(new Set(subjects)).toEqual(
      new Set([
        ...['forecast', 'response', 'what-if', 'drift', 'proposals'],
        ...['freshness', 'drift-alarm', 'reports', `report-${month}`],
      ]),
    );
  });

  it('writes down which figure a page saves, of which filter, and never of whom', async () => {
    const note = async (query: string, figure: object): Promise<number> => {
      const answer = await ward.callAs(`/api/review/exports/figures${query}`, {
        method: 'POST',
        headers: { ...quality, 'content-type': 'application/json' },
        body: JSON.stringify(figure),
      });
      return answer.status;
    };
    expect(await note('?end=early&ward=', { figure: 'incidence', format: 'png' })).toBe(204);
    expect(await note('?patient=b', { figure: 'stay', format: 'svg' })).toBe(204);
    for (const refused of ['b', 'stay-b', '', 'forecast-1x']) {
      expect([refused, await note('', { figure: refused, format: 'svg' })]).toEqual([refused, 400]);
    }
    expect(await note('', { figure: 'flow', format: 'pdf' })).toBe(400);
    const { body } = await ward.call('/api/audit?action=review.export.figure');
    expect(
      (body as AuditEntryView[]).map((one) => [one.actor, one.subject, one.patientId, one.detail]),
    ).toEqual([
      ['quinn', 'stay', null, { format: 'svg', query: {} }],
      ['quinn', 'incidence', null, { format: 'png', query: { end: ['early'] } }],
    ]);
  });

  it('takes the limits that an administrator set as today’s, until they are taken back', async () => {
    const put = (limits: unknown): Promise<Answer> => setLimits({ limits });
    const todays = async () => whatIfReviewSchema.parse((await ask('what-if')).body).today.policy;
    const shipped = await todays();
    const limits = { on: 0.61, off: 0.5, minimumMinutes: 10, risingBy: null };
    const set = riskLimitsViewSchema.parse((await put(limits)).body);
    expect(set).toMatchObject({
      limits,
      shipped,
      own: true,
      versions: [{ by: 'admin', byName: 'Administrator', limits }],
    });
    expect(await todays()).toEqual(limits);
    expectProblem(await put({ ...limits, off: 0.7 }), 400);
    expectProblem(await put({ ...limits, on: 61 }), 400);
    const back = riskLimitsViewSchema.parse((await put(null)).body);
    expect(back).toMatchObject({ limits: shipped, own: false });
    expect(back.versions.map((version) => version.limits)).toEqual([null, limits]);
    expect(await todays()).toEqual(shipped);
    const { body } = await ward.call('/api/audit?action=settings.change');
    const subjects = (body as AuditEntryView[]).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject === 'risk limits')).toHaveLength(2);
  });

  it('goes by the limits of a ward on that ward, and by those of the house elsewhere', async () => {
    const limits = { on: 0.001, off: 0, minimumMinutes: 0, risingBy: 0.005 };
    const of = async (query: string) => whatIfReviewSchema.parse((await ask(query)).body);
    const set = riskLimitsViewSchema.parse((await setLimits({ ward: WARD, limits })).body);
    expect(set).toMatchObject({ ward: WARD, limits, own: true, ownWards: [WARD] });
    const ofHouse = (await ward.call('/api/settings/risk-limits')).body;
    expect(ofHouse).toMatchObject({ ward: null, own: false, limits: set.house, ownWards: [WARD] });
    expect((await of(`what-if?ward=${WARD}`)).today.policy).toEqual(limits);
    const all = await of('what-if');
    expect(all).toMatchObject({ ownLimits: [WARD], today: { policy: set.house } });
    const back = riskLimitsViewSchema.parse((await setLimits({ ward: WARD, limits: null })).body);
    expect(back).toMatchObject({ limits: set.house, own: false, ownWards: [] });
    const { body } = await ward.call('/api/audit?action=settings.change');
    expect((body as AuditEntryView[])[0]).toMatchObject({ subject: 'risk limits', wardId: WARD });
    expectProblem(await setLimits({ ward: '', limits: null }), 400);
  });

  it('proposes with numbers of its own, changes nothing, and says who did', async () => {
    const policy = { on: 0.4, off: 0.3, minimumMinutes: 5, risingBy: null };
    const before = whatIfReviewSchema.parse((await ask('what-if')).body).today.policy;
    const made = await propose('?ward=contract', {
      ...{ policy, note: 'Fewer alerts at night' },
      // Not for the sender to say.
      proposed: { alerts: 0 },
    });
    expect(made.status).toBe(201);
    const proposal = proposalSchema.parse(made.body);
    expect(proposal).toMatchObject({
      ...{ by: 'quinn', note: 'Fewer alerts at night', cohort: 'ward=contract' },
      ...{ stays: 4, ends: 4, proposed: { policy }, today: { policy: before } },
    });
    expect(proposalsSchema.parse((await ask('proposals')).body)).toEqual([proposal]);
    // To the administrator as well.
    expect((await ward.call('/api/review/proposals')).body).toEqual([proposal]);
    expect(whatIfReviewSchema.parse((await ask('what-if')).body).today.policy).toEqual(before);
    const { body } = await ward.call('/api/audit?action=review.propose');
    expect(body).toMatchObject([{ actor: 'quinn', subject: proposal.id, detail: { policy } }]);
    expectProblem(await propose('', { policy: { ...policy, off: 0.5 } }), 400);
    expectProblem(await propose('', {}), 400);
  });
});
