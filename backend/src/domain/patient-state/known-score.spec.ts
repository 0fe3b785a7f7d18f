import fc from 'fast-check';
import { MOST_SCORES, replaceScores } from '../rescoring/replace-scores.ts';
import { scoreAt, scoresSince, type KnownScore } from './known-score.ts';

const HOUR = 3_600_000;

const score = (asOf: number, id = `s${String(asOf)}`): KnownScore => ({
  id,
  asOf,
  knownAt: asOf,
  next24h: 0.1,
  by48h: null,
  by7d: null,
  admission: null,
  modelVersion: 'm1',
  modelChecksum: 'c1',
  missing: [],
  outOfPopulation: [],
  fingerprint: '',
});

const moment = fc.integer({ min: 0, max: 60 }).map((half) => (half * HOUR) / 2);
/** Newest first, one for each moment. */
const held = fc
  .uniqueArray(moment, { maxLength: 30 })
  .map((times) => times.sort((a, b) => b - a).map((at) => score(at)));

describe('scores, newest first', () => {
  it('are found by their moment', () => {
    fc.assert(
      fc.property(held, moment, (scores, at) => {
        expect(scoreAt(scores, at)).toBe(scores.find(({ asOf }) => asOf === at) ?? null);
      }),
    );
  });

  it('are cut at a moment, which is within', () => {
    fc.assert(
      fc.property(held, fc.oneof(moment, fc.constantFrom(-Infinity, Infinity)), (scores, from) => {
        expect(scoresSince(scores, from)).toEqual(scores.filter(({ asOf }) => asOf >= from));
      }),
    );
    const all = [score(2), score(1)];
    expect(scoresSince(all, 1)).toBe(all);
  });

  it('after a round: what was superseded is gone, what was written is in its place, a day is kept', () => {
    fc.assert(
      fc.property(held, held, fc.nat({ max: 10 }), (before, later, gone) => {
        const superseded = before.slice(0, gone);
        const left = before.slice(gone);
        const taken = new Set(left.map(({ asOf }) => asOf));
        const written = later
          .filter(({ asOf }) => !taken.has(asOf))
          .map(({ asOf }) => score(asOf, `new ${String(asOf)}`))
          .reverse();
        fc.pre(superseded.length + written.length > 0);
        const all = [...left, ...written].sort((a, b) => b.asOf - a.asOf);
        const oldest = (all[0]?.asOf ?? -Infinity) - 24 * HOUR;
        expect(
          replaceScores({ scores: before, scoresKnownFrom: -Infinity }, { written, superseded }),
        ).toEqual({ scores: all.filter(({ asOf }) => asOf >= oldest), scoresKnownFrom: oldest });
      }),
    );
  });

  it('stay the very list where nothing happened', () => {
    const before = { scores: [score(1)], scoresKnownFrom: 0 };
    const after = replaceScores(before, { written: [], superseded: [] });
    expect(after.scores).toBe(before.scores);
    expect(after.scoresKnownFrom).toBe(0);
  });

  it('are no more than are read from the store, whatever the pace of a stream', () => {
    let held = { scores: [score(0)] as readonly KnownScore[], scoresKnownFrom: -Infinity };
    for (let n = 1; n <= 600; n += 1) {
      held = replaceScores(held, { written: [score(n)], superseded: [] });
    }
    expect(held.scores.map(({ asOf }) => asOf)).toEqual(
      Array.from({ length: MOST_SCORES }, (_, n) => 600 - n),
    );
    expect(held.scoresKnownFrom).toBe(600 - MOST_SCORES + 1);
    // One fewer stands: what was cut is still not known.
    const fewer = replaceScores(held, { written: [], superseded: held.scores.slice(0, 1) });
    expect(fewer.scores).toHaveLength(MOST_SCORES - 1);
    expect(fewer.scoresKnownFrom).toBe(held.scoresKnownFrom);
  });

  it('what was cut stays unknown when the newest is withdrawn', () => {
    const scores = [score(40 * HOUR), score(17 * HOUR)];
    const before = { scores, scoresKnownFrom: 16 * HOUR };
    expect(replaceScores(before, { written: [], superseded: scores.slice(0, 1) })).toEqual({
      scores: scores.slice(1),
      scoresKnownFrom: 16 * HOUR,
    });
  });
});
