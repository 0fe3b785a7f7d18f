import { HOUR, type EndFinding } from '@endwatch/clinical';
import { hour, T0 } from '@endwatch/clinical/testing';
import type { KnownScore } from '../patient-state/known-score.ts';
import type { PatientFacts } from '../patient-state/patient-state.ts';
import type { ModelIdentity } from './model-manifest.ts';
import { planScores, type PlanQuestion } from './plan-scores.ts';

const score = (at: number): KnownScore => ({
  id: `s${String(at)}`,
  asOf: hour(at),
  knownAt: hour(at),
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

interface Given {
  readonly scored?: readonly number[];
  readonly newest: number;
  readonly upTo?: number;
  readonly dirtyFrom?: number | null;
  readonly until?: number;
  readonly model?: Partial<ModelIdentity>;
  readonly knownFrom?: number;
  readonly vitalsGone?: readonly [from: number, to: number];
}

function plan(given: Given): { moments: number[]; withdrawn: number[] } {
  const scores = (given.scored ?? []).map(score).sort((a, b) => b.asOf - a.asOf);
  const question: PlanQuestion = {
    facts: {
      scores,
      latestEffectiveAt: hour(given.newest),
      scoresKnownFrom: given.knownFrom === undefined ? -Infinity : hour(given.knownFrom),
    } as unknown as PatientFacts,
    span: {
      from: T0,
      until: hour(given.until ?? 168),
      end: {} as EndFinding,
      forecastEnd: {} as EndFinding,
      rise: null,
      firstChartedAt: T0,
    },
    admittedAt: T0,
    upTo: hour(given.upTo ?? given.newest),
    dirtyFrom:
      given.dirtyFrom === null || given.dirtyFrom === undefined ? null : hour(given.dirtyFrom),
    vitalsGone: given.vitalsGone
      ? { from: hour(given.vitalsGone[0]), to: hour(given.vitalsGone[1]) }
      : null,
    model: { version: 'm1', checksum: 'c1', ...given.model },
    isOfEarlierStay: () => false,
  };
  const hours = (at: number): number => (at - T0) / HOUR;
  const { moments, withdrawn } = planScores(question);
  return {
    moments: moments.map(hours),
    withdrawn: withdrawn.map(({ asOf }) => hours(asOf)),
  };
}

describe('which moments need a score', () => {
  it.each<[string, Given, number[]]>([
    ['the newest fact, and every hour before it', { newest: 3.4 }, [0, 1, 2, 3, 3.4]],
    ['the next fact in the same hour', { scored: [3.4], newest: 3.6, dirtyFrom: 3.6 }, [3.6]],
    ['the next fact after some hours', { scored: [3.4], newest: 5.2, dirtyFrom: 5.2 }, [4, 5, 5.2]],
    [
      'the discharge, when the vital signs of the last scores are gone: none of them',
      { scored: [114, 115], newest: 300, until: 115.5, dirtyFrom: 0, vitalsGone: [24, 252] },
      [],
    ],
    [
      'the discharge, while their vital signs are kept: those of the last day',
      { scored: [114, 115], newest: 116, until: 115.5, dirtyFrom: 114.5, vitalsGone: [24, 68] },
      [115],
    ],
    [
      'a late fact: what lies after it',
      { scored: [1, 2, 3, 3.4], newest: 3.4, dirtyFrom: 1.5 },
      [2, 3, 3.4],
    ],
    ['not more than 24 h back', { scored: [1, 29, 30], newest: 30, dirtyFrom: 0 }, hoursTo(6, 30)],
    [
      'not where the store may know more',
      { scored: [29, 30], newest: 30, dirtyFrom: 0, knownFrom: 29 },
      [29, 30],
    ],
    [
      'not there either when the newer ones were withdrawn',
      { scored: [6, 17], newest: 17, dirtyFrom: 4, knownFrom: 6 },
      hoursTo(6, 17),
    ],
    [
      'not there either when all that were known were withdrawn',
      { newest: 8, knownFrom: 6 },
      [6, 7, 8],
    ],
    ['nothing when nothing is in doubt', { scored: [1, 2], newest: 2, dirtyFrom: null }, []],
    ['by the clock, every hour that passed', { scored: [3.4], newest: 3.4, upTo: 6 }, [4, 5, 6]],
    ['not from the confirmed END on', { newest: 3.4, until: 2 }, [0, 1]],
    ['not after 168 h', { scored: [165], newest: 165, upTo: 400 }, [166, 167]],
    ['another model', { scored: [1, 2], newest: 2, model: { version: 'm2' } }, [0, 1, 2]],
    [
      'the model trained again',
      { scored: [1, 2], newest: 2, model: { checksum: 'c2' } },
      [0, 1, 2],
    ],
  ])('%s', (_name, given, expected) => {
    expect(plan(given).moments).toEqual(expected);
  });

  it('scores that fall out of the span are withdrawn where something changed', () => {
    expect(plan({ scored: [1, 2, 3], newest: 3, until: 2, dirtyFrom: 2 }).withdrawn).toEqual([
      3, 2,
    ]);
    expect(plan({ scored: [1, 2, 3], newest: 3, until: 2 }).withdrawn).toEqual([]);
  });
});

function hoursTo(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
