import { BY_PAPER, END_PAPER, NO_MOTOR_RULE, endThresholds } from '@endwatch/clinical';
import { hour } from '@endwatch/clinical/testing';
import { definitionsOf, endDefinitionOf, isForecast } from './house-end.ts';

const strict = { total: 4, motor: null, windowHours: 72 };

describe('the definition of a house', () => {
  it('counts from the admission examination, without a rule for arms and legs where there is none', () => {
    expect(endDefinitionOf(strict)).toEqual({
      ...{ name: 'house', total: 4, motor: NO_MOTOR_RULE, windowHours: 72 },
      ...{ baseline: 'admission', earlyHours: 48 },
    });
    expect(endThresholds(endDefinitionOf(strict))).toEqual(strict);
  });

  it('is the paper’s where it says the same', () => {
    expect(endDefinitionOf({ total: 2, motor: 1, windowHours: 168 })).toBe(END_PAPER);
    expect(isForecast(END_PAPER)).toBe(true);
    for (const part of [{ total: 3 }, { motor: 2 }, { motor: null }, { windowHours: 167 }]) {
      expect(isForecast(endDefinitionOf({ ...endThresholds(END_PAPER), ...part }))).toBe(false);
    }
  });

  it('is at each moment the version that held then', () => {
    expect(definitionsOf([])).toBe(BY_PAPER);
    const at = definitionsOf([
      { at: hour(20), value: null },
      { at: hour(10), value: { ...strict, total: 3 } },
      { at: hour(5), value: strict },
    ]);
    expect([4.9, 5, 9.9, 10, 19.9, 20, 99].map((hours) => at(hour(hours)).total)).toEqual([
      ...[2, 4, 4, 3, 3, 2, 2],
    ]);
    expect(at(hour(4))).toBe(END_PAPER);
    expect(at(hour(6))).toBe(at(hour(7)));
  });
});
