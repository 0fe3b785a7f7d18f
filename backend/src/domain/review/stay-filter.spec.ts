import { hour, T0 } from '@endwatch/clinical/testing';
import type { EndType } from '@endwatch/contracts';
import * as fc from 'fast-check';
import { factsOf, NO_FORECAST, type StayFacts } from './stay-facts.ts';
import { EVERY_STAY, selectStays, type StayFilter } from './stay-filter.ts';
import { choicesOf, sorted } from './stay-table.ts';
import { aReviewScore, aReviewStay, endAt } from './testing/stays.ts';

const score = aReviewScore(1, 0.1);
const facts = (patientId: string, changes: Parameters<typeof aReviewStay>[0] = {}): StayFacts =>
  factsOf(aReviewStay({ patientId, scores: [score], ...changes }));

const all = [
  facts('early', { end: endAt(48), ward: 'w1', treatments: ['thrombolysis'] }),
  facts('late', { end: endAt(48.1), ward: 'w2', conditions: ['diabetes', 'hypertension'] }),
  facts('none', { admittedAt: hour(48), conditions: ['diabetes'], age: null }),
  facts('unscored', { scores: [], end: { ...endAt(3), status: 'suspected' } }),
  facts('unknown', {
    ...{
      ward: null,
      scores: [{ ...score, modelVersion: 'm2', outOfPopulation: ['Had thrombectomy'] }],
    },
    end: { status: 'not-evaluable', rule: null, at: null, knownAt: null },
  }),
];
const chosen = (filter: Partial<StayFilter>): string[] =>
  selectStays(all, { ...EVERY_STAY, ...filter }).stays.map(({ patientId }) => patientId);

describe('a filter of stays', () => {
  it.each<[Partial<StayFilter>, string[]]>([
    [{}, ['early', 'late', 'none', 'unscored', 'unknown']],
    [{ covered: ['w1'] }, ['early', 'none', 'unscored']],
    [{ wards: ['w2', 'w9'] }, ['late']],
    [{ admittedFrom: hour(48) }, ['none']],
    [{ admittedBefore: hour(48) }, ['early', 'late', 'unscored', 'unknown']],
    [{ model: 'm2' }, ['unknown']],
    [{ end: ['early'] }, ['early']],
    [{ end: ['late', 'suspected'] }, ['late', 'unscored']],
    [{ end: ['not-evaluable'] }, ['unknown']],
    [{ treatments: ['thrombolysis'] }, ['early']],
    [{ treatments: ['none'] }, ['late', 'none', 'unscored', 'unknown']],
    [{ population: 'in' }, ['early', 'late', 'none']],
    [{ population: 'out' }, ['unscored', 'unknown']],
    [{ conditions: ['diabetes'] }, ['late', 'none']],
    [{ conditions: ['diabetes', 'hypertension'] }, ['late']],
    [{ frozen: [{ patientId: 'late', encounterId: 'e-late', admittedAt: T0 + 1 }] }, ['late']],
    [{ frozen: [{ patientId: 'late', encounterId: 'became-another', admittedAt: T0 }] }, ['late']],
    [{ frozen: [{ patientId: 'late', encounterId: 'e-early', admittedAt: T0 + 1 }] }, []],
  ])('%j', (filter, expected) => {
    expect(chosen(filter)).toEqual(expected);
  });

  it('says why others are not counted, never speaking of wards that are not covered', () => {
    const { flow } = selectStays(all, {
      ...EVERY_STAY,
      ...{ covered: ['w1', 'w2'], wards: ['w1'], end: ['early'] },
    });
    expect(flow).toEqual([
      { key: 'all', label: 'Stays on your wards', excluded: 0, remaining: 4 },
      { key: 'ward', label: 'On the chosen wards', excluded: 1, remaining: 3 },
      { key: 'end', label: 'With the chosen END types', excluded: 2, remaining: 1 },
    ]);
    expect(all[3]?.outOfPopulation).toEqual([NO_FORECAST]);
  });

  it('leaves out what its steps say, whatever is asked', () => {
    const some = <T>(...values: T[]): fc.Arbitrary<T[]> => fc.subarray(values);
    const filters = fc.record({
      wards: some('w1', 'w2'),
      end: some<EndType>('early', 'late', 'none', 'suspected', 'not-evaluable'),
      treatments: some<'thrombolysis' | 'none'>('thrombolysis', 'none'),
      population: fc.constantFrom('in' as const, 'out' as const, null),
      conditions: some('diabetes', 'hypertension'),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        const { stays, flow } = selectStays(all, { ...EVERY_STAY, ...filter });
        const left = flow.reduce((sum, { excluded }) => sum + excluded, 0);
        expect(left + stays.length).toBe(all.length);
        expect(flow.at(-1)?.remaining).toBe(stays.length);
      }),
    );
  });
});

describe('the table of stays', () => {
  it.each([
    ['end', 'asc', ['unscored', 'early', 'late']],
    ['end', 'desc', ['late', 'early', 'unscored']],
    ['age', 'asc', ['early', 'late', 'unknown', 'unscored', 'none']],
    ['admittedAt', 'desc', ['none', 'early', 'late', 'unknown', 'unscored']],
  ] as const)('by %s %s, what is not known last', (sort, order, first) => {
    const ids = sorted(all, { sort, order }).map(({ patientId }) => patientId);
    expect(ids.slice(0, first.length)).toEqual(first);
    expect(ids).toHaveLength(5);
  });

  it('offers what there is', () => {
    expect(choicesOf(all)).toEqual({
      ...{ wards: ['w1', 'w2'], models: ['m1', 'm2'] },
      conditions: ['diabetes', 'hypertension'],
    });
  });
});
