import { NIHSS_ITEMS, NIHSS_SCALE, type NihssItem } from '@endwatch/clinical';
import type { ObservationComponent } from 'fhir/r4.js';
import { scoreOfAnswer } from './nihss-answer.ts';
import {
  codesOf,
  component,
  decode,
  loinc,
  observation,
  observationsOf,
  sayFacts,
  ucum,
} from './testing/messages.ts';

const TOTAL = '72089-6';
const PANEL = '70182-1';

function items(scores: Partial<Record<NihssItem, number>>): ObservationComponent[] {
  return NIHSS_ITEMS.map((item) =>
    component(NIHSS_SCALE[item].loinc, { valueInteger: scores[item] ?? 0 }),
  );
}

function answer(code: string): { coding: { system: string; code: string }[] } {
  return { coding: [{ system: 'http://loinc.org', code }] };
}

const absent = { dataAbsentReason: { coding: [{ code: 'not-performed' }] } };

describe('one Observation with items as components', () => {
  it('total and 15 items', async () => {
    const decoded = await decode(
      observation(TOTAL, {
        valueInteger: 7,
        component: items({ '5a': 3, '6a': 2, '4': 2 }),
        performer: [{ reference: 'Practitioner/n7' }],
      }),
    );
    expect(decoded.rejections).toEqual([]);
    expect(sayFacts(decoded)).toHaveLength(16);
    expect(sayFacts(decoded)).toEqual(
      expect.arrayContaining(['total 7', 'item 5a 3', 'item 6a 2', 'item 4 2']),
    );
    expect(observationsOf(decoded.records)[0]?.rater).toBe('Practitioner/n7');
  });
  it('total as a quantity, and within the panel as a component', async () => {
    const quantity = await decode(observation(TOTAL, { valueQuantity: ucum(7, '{score}') }));
    expect(sayFacts(quantity)).toEqual(['total 7']);
    const inside = await decode(
      observation(PANEL, {
        component: [...items({ '4': 2 }), component(TOTAL, { valueInteger: 2 })],
      }),
    );
    expect(sayFacts(inside)).toContain('total 2');
    expect(inside.rejections).toEqual([]);
  });
  it('the interval is no score and no error; an unknown component is one', async () => {
    const decoded = await decode(
      observation(PANEL, {
        component: [
          component('70183-9', { valueCodeableConcept: { text: 'Baseline' } }),
          component('70190-4', { valueInteger: 2 }),
          component('12345-6', { valueInteger: 1 }),
        ],
      }),
    );
    expect(sayFacts(decoded)).toEqual(['item 5a 2']);
    expect(codesOf(decoded)).toEqual(['unknown-code']);
  });
  it('a panel that only points at its members is taken and brings nothing', async () => {
    const decoded = await decode(
      observation(PANEL, { hasMember: [{ reference: 'Observation/o2' }] }),
    );
    expect(sayFacts(decoded)).toEqual([]);
    expect(decoded.rejections).toEqual([]);
  });
});

describe('items as Observations of their own', () => {
  it('integer, quantity, LOINC answer', async () => {
    expect(sayFacts(await decode(observation('70190-4', { valueInteger: 3 })))).toEqual([
      'item 5a 3',
    ]);
    expect(
      sayFacts(await decode(observation('70967-5', { valueQuantity: ucum(1, '{score}') }))),
    ).toEqual(['item 5b 1']);
    const coded = observation('70191-2', { valueCodeableConcept: answer('LA18464-0') });
    expect(sayFacts(await decode(coded))).toEqual(['item 6a 2']);
  });
  it('every item has as many answers as scores, and each means its place', () => {
    const first = {
      '1a': 'LA18436-8',
      '5a': 'LA18456-6',
      '6b': 'LA18462-4',
      '7': 'LA9634-2',
      '11': 'LA18478-0',
    };
    for (const [item, code] of Object.entries(first))
      expect(scoreOfAnswer(item as NihssItem, code)).toBe(0);
    expect(scoreOfAnswer('1a', 'LA18439-2')).toBe(3);
    expect(scoreOfAnswer('5b', 'LA18460-8')).toBe(4);
    expect(scoreOfAnswer('9', 'LA18474-9')).toBe(3);
    expect(scoreOfAnswer('10', 'LA18477-2')).toBe('UN');
    expect(scoreOfAnswer('1a', 'LA18456-6')).toBeNull();
  });
});

describe('untestable', () => {
  it.each([
    ['the answer', { valueCodeableConcept: answer('LA18461-6') }],
    ['a reason for absence', absent],
    ['the word', { valueString: 'UN' }],
  ])('%s means UN where the form allows it', async (_what, value) => {
    expect(sayFacts(await decode(observation('70190-4', value)))).toEqual(['item 5a UN']);
  });
  it('elsewhere a reason for absence means not charted, and UN is out of range', async () => {
    const notCharted = await decode(observation('70184-7', absent));
    expect(sayFacts(notCharted)).toEqual([]);
    expect(notCharted.rejections).toEqual([]);
    const un = await decode(observation('70184-7', { valueCodeableConcept: answer('LA18461-6') }));
    expect(codesOf(un)).toEqual(['nihss-item-range']);
  });
  it('9 and 99 are never points', async () => {
    for (const valueInteger of [9, 99]) {
      const decoded = await decode(
        observation(TOTAL, {
          valueInteger: 3,
          component: items({ '4': 3 }).map((one, i) => (i === 6 ? { ...one, valueInteger } : one)),
        }),
      );
      expect(codesOf(decoded)).toEqual(['nihss-item-range']);
      expect(decoded.rejections[0]?.detail).toContain('item 5a');
      expect(sayFacts(decoded)).toHaveLength(15);
      expect(sayFacts(decoded)).toContain('total 3');
    }
  });
});

describe('what is out of range or no number', () => {
  it.each([
    ['70184-7', { valueInteger: 4 }, 'nihss-item-range'],
    ['70184-7', { valueInteger: -1 }, 'nihss-item-range'],
    ['70184-7', { valueQuantity: ucum(1.5, '{score}') }, 'nihss-item-range'],
    ['70184-7', { valueCodeableConcept: answer('LA0-0') }, 'nihss-item-range'],
    ['70184-7', { valueString: '2' }, 'value-not-numeric'],
    ['70184-7', { valueQuantity: { value: 1, comparator: '<' as const } }, 'value-not-numeric'],
    ['70184-7', { valueQuantity: ucum(1, 'mg') }, 'unit-unknown'],
    ['70184-7', {}, 'value-not-numeric'],
    [TOTAL, { valueInteger: 43 }, 'value-implausible'],
    [TOTAL, { valueInteger: 99 }, 'value-implausible'],
    [TOTAL, { valueString: '7+X' }, 'value-not-numeric'],
    [TOTAL, {}, 'value-not-numeric'],
  ])('%s %j is rejected', async (code, value, rejection) => {
    const decoded = await decode(observation(code, value));
    expect(codesOf(decoded)).toEqual([rejection]);
    expect(decoded.records).toEqual([]);
  });
  it('an item charted twice in one panel counts once', async () => {
    const twice = [
      component('70190-4', { valueInteger: 2 }),
      component('70190-4', { valueInteger: 3 }),
    ];
    const decoded = await decode(observation(PANEL, { component: twice }));
    expect(sayFacts(decoded)).toEqual(['item 5a 2']);
    expect(codesOf(decoded)).toEqual(['nihss-item-range']);
  });
});

describe('total against items', () => {
  it('a total that is not the sum is noted and everything is kept', async () => {
    const decoded = await decode(
      observation(TOTAL, { valueInteger: 9, component: items({ '5a': 3 }) }),
    );
    expect(codesOf(decoded)).toEqual(['nihss-total-mismatch']);
    expect(sayFacts(decoded)).toHaveLength(16);
  });
  it('UN adds nothing to the sum', async () => {
    const components = items({ '5a': 3, '4': 1 }).map((one) =>
      one.code.coding?.[0]?.code === '70191-2'
        ? { code: loinc('70191-2'), valueCodeableConcept: answer('LA18461-6') }
        : one,
    );
    const decoded = await decode(observation(TOTAL, { valueInteger: 4, component: components }));
    expect(decoded.rejections).toEqual([]);
    expect(sayFacts(decoded)).toContain('item 6a UN');
  });
  it('items left out may make up for a low sum, not for a high one', async () => {
    const few = [
      component('70190-4', { valueInteger: 3 }),
      component('70191-2', { valueInteger: 2 }),
    ];
    expect(codesOf(await decode(observation(TOTAL, { valueInteger: 8, component: few })))).toEqual(
      [],
    );
    expect(codesOf(await decode(observation(TOTAL, { valueInteger: 4, component: few })))).toEqual([
      'nihss-total-mismatch',
    ]);
  });
  it('what is left out makes up for no more than its points', async () => {
    const component = items({ '1a': 7, '9': 1 });
    const decoded = await decode(observation(TOTAL, { valueInteger: 8, component }));
    expect(codesOf(decoded)).toEqual(['nihss-item-range', 'nihss-total-mismatch']);
    expect(decoded.rejections[1]?.detail).toBe('total 8, sum of 14 items 1');
  });
});
