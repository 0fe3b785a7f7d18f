import { HOUR, MINUTE } from '@endwatch/clinical';
import fc from 'fast-check';
import {
  anAssessmentAt,
  aReviewedStay,
  aScoreOf,
  endAt,
  hourOfStay,
} from '../../../testing/reviewed-stay.ts';
import { livedThrough } from '../follow-up.ts';
import type { ReviewStay } from '../review-stay.ts';
import { judgeAt, LANDMARKS } from './judge-forecasts.ts';

const LATER = hourOfStay(500);
const judged = (stay: ReviewStay, hour = 12) => {
  const found = judgeAt(livedThrough(stay), hour, LATER);
  return typeof found === 'string' ? found : [found.score.next24h, found.y];
};

describe('which forecast counts at 12 h', () => {
  it.each([
    ['the newest of those known', [aScoreOf(8, 0.1), aScoreOf(11, 0.2), aScoreOf(13, 0.9)], 0.2],
    ['one at the very moment', [aScoreOf(12, 0.3)], 0.3],
    ['one that is 6 h old', [aScoreOf(6, 0.3)], 0.3],
    ['replaced afterwards: what the board showed', [aScoreOf(11, 0.2, { gone: 14 })], 0.2],
    [
      'replaced before: what replaced it',
      [aScoreOf(11, 0.2, { gone: 11.5 }), aScoreOf(11, 0.4, { known: 11.5 })],
      0.4,
    ],
  ])('%s', (_name, scores, risk) => {
    expect(judged(aReviewedStay({ scores }))).toEqual([risk, 0]);
  });

  it.each([
    ['known too late', [aScoreOf(11, 0.2, { known: 12.01 })]],
    ['older than 6 h', [aScoreOf(5.9, 0.2)]],
    ['withdrawn before', [aScoreOf(11, 0.2, { gone: 11.5 })]],
  ])('none: %s', (_name, scores) => {
    expect(judged(aReviewedStay({ scores }))).toBe('noForecast');
  });
});

describe('a late result that would have cheated', () => {
  // A CRP drawn at 11 h reached Endwatch at 20 h, when END had come at 18 h: the score of 11 h was made anew with a risk of 0.95 and now stands.
  const cheat = aReviewedStay({
    end: endAt(18, 18.5),
    scores: [
      aScoreOf(11, 0.1, { gone: 20, id: 'shown' }),
      aScoreOf(11, 0.95, { known: 20, id: 'made later' }),
    ],
  });

  it('is not what the board showed', () => {
    expect(judged(cheat)).toEqual([0.1, 1]);
  });

  it('changes nothing at any landmark, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 150 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 5000 }),
        (asOf, next24h, minutesLate) => {
          const shown = LANDMARKS.map((hour) => aScoreOf(hour - 1, hour / 1000));
          const before = aReviewedStay({ scores: shown });
          const late = { ...aScoreOf(asOf, next24h), knownAt: hourOfStay(asOf) };
          for (const hour of LANDMARKS) {
            // Whatever became known after the landmark, of any moment before or after it.
            const knownAt = hourOfStay(hour) + minutesLate * MINUTE;
            const scores = [...shown, { ...late, knownAt }].sort((a, b) => a.asOf - b.asOf);
            expect(judged({ ...before, scores }, hour)).toEqual(judged(before, hour));
          }
        },
      ),
    );
  });
});

describe('outcome after 12 h', () => {
  const scores = [aScoreOf(11, 0.2), aScoreOf(12, 0.2, { known: 12.1 })];

  it.each([
    ['END at 36 h', { end: endAt(36) }, 1],
    ['END a minute later', { end: endAt(36 + 1 / 60) }, 0],
    ['no END, examined at 36 h', { assessments: [anAssessmentAt(36)] }, 0],
    ['END charted late all the same', { end: endAt(20, 90) }, 1],
  ])('%s', (_name, more, y) => {
    expect(judged(aReviewedStay({ scores, ...more }))).toEqual([0.2, y]);
  });

  it.each([
    ['not examined long enough', { assessments: [anAssessmentAt(35)] }, 'outcomeUnknown'],
    [
      'not evaluable',
      { end: { status: 'not-evaluable', rule: null, at: null, knownAt: null } },
      'outcomeUnknown',
    ],
    ['END had been, though charted later', { end: endAt(11, 14) }, 'endedBefore'],
    ['had left', { dischargedAt: hourOfStay(12) }, 'notThere'],
    ['had died', { diedAt: hourOfStay(5) }, 'notThere'],
  ] as const)('left out: %s', (_name, more, why) => {
    expect(judged(aReviewedStay({ scores, ...more }))).toBe(why);
  });

  it('of a stay that has not lasted so long', () => {
    expect(judgeAt(aReviewedStay({ scores }), 12, hourOfStay(12))).toBe('notThere');
  });
});

describe('a stay loaded afterwards', () => {
  const loaded = 400;
  const stay = aReviewedStay({
    loadedAfterwards: true,
    end: endAt(30, loaded),
    scores: [
      aScoreOf(11, 0.1, { known: loaded, gone: loaded + 1 }),
      aScoreOf(11, 0.3, { known: loaded + 1 }),
      aScoreOf(13, 0.6, { known: loaded }),
    ],
  });

  it('is judged as if what stands had been known when it was true', () => {
    expect(judged(stay)).toEqual([0.3, 1]);
    expect(livedThrough(stay).scores.map(({ knownAt, asOf }) => knownAt - asOf)).toEqual([0, 0]);
    expect(livedThrough(stay).end.knownAt).toBe(hourOfStay(0) + 30 * HOUR);
  });
});
