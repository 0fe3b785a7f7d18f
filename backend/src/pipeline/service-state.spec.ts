import { judgeService, judgeUnread, type ScorerReport } from './service-state.ts';

const NOW = 10_000_000_000;
const aScorer = (changes: Partial<ScorerReport> = {}): ScorerReport => ({
  reportedAt: NOW - 1_000,
  lagSeconds: 0.4,
  logAwaySince: null,
  failingSince: null,
  newestRecordAt: NOW - 20_000,
  ...changes,
});
const judge = (scorers: ScorerReport[], readOnly = false) =>
  judgeService({ now: NOW, readOnly, scorers });

describe('how the service does', () => {
  it('is well while every scorer keeps up', () => {
    expect(judge([aScorer(), aScorer({ lagSeconds: 2 })])).toEqual({
      lagSeconds: 2,
      trouble: null,
    });
  });

  it('catches up: what came later than that is not shown', () => {
    expect(judge([aScorer(), aScorer({ lagSeconds: 720 })])).toEqual({
      lagSeconds: 720,
      trouble: { kind: 'catching-up', since: NOW - 720_000 },
    });
  });

  it('takes nothing in when nobody reports, however well the last one did', () => {
    const gone = aScorer({ reportedAt: NOW - 30_000, lagSeconds: 2 });
    expect(judge([gone, aScorer({ reportedAt: NOW - 90_000 })])).toEqual({
      lagSeconds: 32,
      trouble: { kind: 'not-taking-in', since: NOW - 30_000 },
    });
    expect(judge([]).trouble).toEqual({ kind: 'not-taking-in', since: NOW });
  });

  it('does not count one that is gone while others are there', () => {
    const gone = aScorer({ reportedAt: NOW - 30_000, lagSeconds: 500, failingSince: NOW - 50_000 });
    expect(judge([gone, aScorer()]).trouble).toBeNull();
  });

  it('has no data when the event log does not answer a scorer: anything may wait there', () => {
    expect(judge([aScorer(), aScorer({ logAwaySince: NOW - 45_000 })])).toEqual({
      lagSeconds: 45,
      trouble: { kind: 'no-data', since: NOW - 45_000 },
    });
  });

  it('cannot save: said before everything else, but not for one commit that is tried again', () => {
    const away = { logAwaySince: NOW - 45_000 };
    expect(judge([aScorer({ ...away, failingSince: NOW - 20_000 })]).trouble).toEqual({
      kind: 'cannot-save',
      since: NOW - 20_000,
    });
    expect(judge([aScorer({ failingSince: NOW - 1_000 })]).trouble).toBeNull();
    expect(judge([aScorer({ reportedAt: NOW - 60_000 })], true).trouble).toEqual({
      kind: 'cannot-save',
      since: NOW - 60_000,
    });
  });

  it('is quiet when no stream has brought anything for an hour', () => {
    const since = NOW - 61 * 60_000;
    expect(judge([aScorer({ newestRecordAt: null }), aScorer({ newestRecordAt: since })])).toEqual({
      lagSeconds: 0.4,
      trouble: { kind: 'quiet', since },
    });
    expect(judge([aScorer({ newestRecordAt: null })]).trouble).toBeNull();
  });

  it('cannot save when Postgres cannot be read: as late as that has lasted', () => {
    expect(judgeUnread(NOW - 7_000, NOW)).toEqual({
      lagSeconds: 7,
      trouble: { kind: 'cannot-save', since: NOW - 7_000 },
    });
  });
});
