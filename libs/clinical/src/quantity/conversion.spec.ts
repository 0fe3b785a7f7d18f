import * as fc from 'fast-check';
import { fromCanonical, toCanonical, unitsOf } from './conversion.ts';
import { LABORATORY_VALUES, VITAL_SIGNS } from './quantity-name.ts';
import { QUANTITIES, quantityOfLoinc } from './quantity.ts';

function canonical(loinc: string, value: number, unit: string | null): number {
  const result = toCanonical({ loinc, value, unit });
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.value;
}

function problem(loinc: string, value: number, unit: string | null): string {
  const result = toCanonical({ loinc, value, unit });
  return result.ok ? `ok ${result.value}` : result.code;
}

/** loinc, value as sent, unit as sent, value in canonical unit. */
const CONVERSIONS: readonly [string, number, string, number][] = [
  ['8867-4', 72, '/min', 72],
  ['8480-6', 158, 'mm[Hg]', 158],
  ['8480-6', 20, 'kPa', 150.0124],
  ['8462-4', 11, 'kPa', 82.50682],
  ['8478-0', 12, 'kPa', 90.00744],
  ['9279-1', 16, '/min', 16],
  ['59408-5', 97, '%', 97],
  ['2708-6', 0.97, '1', 97],
  ['8310-5', 37, 'Cel', 37],
  ['8310-5', 98.6, '[degF]', 37],
  ['9269-2', 14, '{score}', 14],
  ['2345-7', 100, 'mg/dL', 5.5506],
  ['14749-6', 5.5, 'mmol/L', 5.5],
  ['48065-7', 500, 'ng/mL', 0.5],
  ['48065-7', 0.5, 'ug/mL', 0.5],
  ['48065-7', 500, 'ug/L', 0.5],
  ['48065-7', 0.5, 'mg/L', 0.5],
  ['48066-5', 250, 'ng/mL', 0.25],
  ['7799-0', 300, "[arb'U]/mL", 300],
  ['3255-7', 300, 'mg/dL', 3],
  ['1988-5', 1.2, 'mg/dL', 12],
  ['6690-2', 7.4, '10*3/uL', 7.4],
  ['6690-2', 7400, '/uL', 7.4],
  ['751-8', 4.2, '10*9/L', 4.2],
  ['731-0', 1.6, '10*3/uL', 1.6],
  ['777-3', 210, '10*3/uL', 210],
  ['718-7', 14.1, 'g/dL', 141],
  ['718-7', 9, 'mmol/L', 145.026],
  ['2160-0', 1, 'mg/dL', 88.42],
  ['3094-0', 14, 'mg/dL', 4.9994],
  ['6299-2', 14, 'mg/dL', 4.9994],
  ['14937-7', 5, 'mmol/L', 5],
  ['3091-6', 30, 'mg/dL', 4.995],
  ['22664-7', 5, 'mmol/L', 5],
  ['13457-7', 116, 'mg/dL', 2.99974],
  ['2085-9', 50, 'mg/dL', 1.29299],
  ['2571-8', 150, 'mg/dL', 1.69358],
  ['2093-3', 200, 'mg/dL', 5.17197],
  ['59261-8', 48, 'mmol/mol', 6.542],
  ['4548-4', 6.5, '%', 6.5],
  ['13965-9', 2, 'mg/L', 14.8],
  ['3084-1', 6, 'mg/dL', 356.88],
  ['6301-6', 1.1, '{INR}', 1.1],
  ['5902-2', 12.3, 's', 12.3],
  ['3173-2', 31, 's', 31],
  ['2951-2', 140, 'meq/L', 140],
  ['2823-3', 4.1, 'meq/L', 4.1],
];

test.each(CONVERSIONS)(
  '%s: %d %s is %d in the canonical unit, and back',
  (loinc, value, unit, expected) => {
    expect(canonical(loinc, value, unit)).toBeCloseTo(expected, 3);
    const back = fromCanonical({ loinc, value: canonical(loinc, value, unit), unit });
    expect(back.ok && back.value).toBeCloseTo(value, 9);
  },
);

test('every unit of every code converts there and back', () => {
  const pairs = Object.values(QUANTITIES).flatMap((definition) =>
    definition.loinc.flatMap((loinc) =>
      unitsOf(loinc).map((unit) => ({ loinc, unit, definition })),
    ),
  );
  expect(pairs.length).toBeGreaterThan(100);
  fc.assert(
    fc.property(
      fc.constantFrom(...pairs),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (pair, share) => {
        const [low, high] = pair.definition.plausible;
        const value = low + share * (high - low);
        const unit = dimerUnit(pair.loinc, pair.unit);
        const sent = fromCanonical({ loinc: pair.loinc, value, unit });
        if (!sent.ok) throw new Error(sent.detail);
        const again = fromCanonical({ loinc: pair.loinc, value: 0, unit });
        expect(again.ok).toBe(true);
        const back = toCanonical({ loinc: pair.loinc, value: sent.value, unit });
        // at the very edge of the range rounding may put a value outside
        if (!back.ok) expect(Math.min(value - low, high - value)).toBeLessThan(1e-9 * high);
        else expect(Math.abs(back.value - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, high));
      },
    ),
    { numRuns: 500 },
  );
});

/** A D-dimer code that names no kind needs it from the unit. */
function dimerUnit(loinc: string, unit: string): string {
  const unsaid = QUANTITIES['d-dimer-arbitrary'].loinc.includes(loinc);
  return unsaid && !unit.includes('arb') ? `${unit}{FEU}` : unit;
}

const WRITTEN: readonly [string, string, string][] = [
  ['UMOLL', '14682-9', 'umol/L'],
  ['µmol/L', '14682-9', 'umol/L'],
  ['μmol/l', '14682-9', 'umol/L'],
  ['MMOLL', '14749-6', 'mmol/L'],
  ['x10*9/L', '6690-2', '10*9/L'],
  ['10^9/L', '6690-2', '10*9/L'],
  ['10E9/L', '6690-2', '10*9/L'],
  ['G/L', '777-3', '10*9/L'],
  ['/nL', '6690-2', '10*9/L'],
  ['/nl', '777-3', '10*9/L'],
  ['10*6/mL', '6690-2', '10*9/L'],
  ['K/uL', '6690-2', '10*3/uL'],
  ['10^3/µL', '6690-2', '10*3/uL'],
  ['mmHg', '8480-6', 'mm[Hg]'],
  ['MDC_DIM_MMHG', '8480-6', 'mm[Hg]'],
  ['MDC_DIM_KILO_PASCAL', '8480-6', 'kPa'],
  ['bpm', '8867-4', '/min'],
  ['{pulse}/min', '8867-4', '/min'],
  ['10*3/uL{cells}', '6690-2', '10*3/uL'],
  ['%{HemoglobinSaturation}', '4548-4', '%'],
  ['{beats}/min', '8867-4', '/min'],
  ['MDC_DIM_BEAT_PER_MIN', '8867-4', '/min'],
  ['MDC_DIM_RESP_PER_MIN', '9279-1', '/min'],
  ['breaths per minute', '9279-1', '/min'],
  ['MDC_DIM_PERCENT', '59408-5', '%'],
  ['PERCENT', '59408-5', '%'],
  ['MDC_DIM_DEGC', '8310-5', 'Cel'],
  ['MDC_DIM_FAHR', '8310-5', '[degF]'],
  ['°C', '8310-5', 'Cel'],
  ['MG/DL', '2345-7', 'mg/dL'],
  ['mEq/L', '2823-3', 'meq/L'],
  ['INR', '6301-6', '{INR}'],
  ['sec', '5902-2', 's'],
];

test.each(WRITTEN)('"%s" under %s means %s', (written, loinc, ucum) => {
  expect(unitsOf(loinc)).toContain(ucum);
  const value = fromCanonical({ loinc, value: 50, unit: ucum });
  const alias = fromCanonical({ loinc, value: 50, unit: written });
  expect(alias).toEqual(value);
  expect(alias.ok).toBe(true);
});

describe('D-dimer', () => {
  it('is FEU by its code when the unit does not say', () => {
    expect(toCanonical({ loinc: '48065-7', value: 0.5, unit: 'ug/mL' })).toEqual({
      ok: true,
      quantity: 'd-dimer',
      value: 0.5,
    });
  });
  it('is FEU or DDU by its unit when the code does not say', () => {
    const feu = toCanonical({ loinc: '7799-0', value: 500, unit: 'ng/mL{FEU}' });
    expect(feu).toEqual({ ok: true, quantity: 'd-dimer', value: 0.5 });
    const ddu = toCanonical({ loinc: '7799-0', value: 250, unit: 'ng/mL DDU' });
    expect(ddu).toEqual({ ok: true, quantity: 'd-dimer-ddu', value: 0.25 });
    const braces = toCanonical({ loinc: '7799-0', value: 0.5, unit: 'mg{FEU}/L' });
    expect(braces).toEqual({ ok: true, quantity: 'd-dimer', value: 0.5 });
  });
  it('is ambiguous when neither says, or when they say different things', () => {
    expect(problem('7799-0', 0.5, 'ug/mL')).toBe('unit-ambiguous');
    expect(problem('48065-7', 250, 'ng/mL{DDU}')).toBe('unit-ambiguous');
    expect(problem('48066-5', 500, 'ng/mL FEU')).toBe('unit-ambiguous');
  });
  it('is never converted between arbitrary and mass units', () => {
    expect(problem('48065-7', 300, "[arb'U]/mL")).toBe('unit-unknown');
  });
});

describe('nothing is guessed', () => {
  it('wants a unit', () => {
    expect(problem('8310-5', 98.6, null)).toBe('unit-missing');
    expect(problem('59408-5', 0.97, null)).toBe('unit-missing');
    expect(problem('48065-7', 0.5, '')).toBe('unit-missing');
  });
  it('takes scores and ratios without one, except an INR that may be seconds', () => {
    expect(canonical('9269-2', 15, null)).toBe(15);
    expect(canonical('6301-6', 1.2, null)).toBe(1.2);
    expect(problem('6301-6', 12, null)).toBe('unit-ambiguous');
  });
  it('refuses a prothrombin time in an INR field', () => {
    expect(problem('6301-6', 12, 's')).toBe('unit-unknown');
    expect(problem('5902-2', 1.1, '{INR}')).toBe('unit-unknown');
  });
  it('does not take a fraction for a percentage', () => {
    expect(problem('59408-5', 0.97, '%')).toBe('value-implausible');
    expect(problem('59408-5', 97, '1')).toBe('value-implausible');
  });
  it('does not take Fahrenheit for Celsius', () => {
    expect(problem('8310-5', 98.6, 'Cel')).toBe('value-implausible');
    expect(problem('8310-5', 37, '[degF]')).toBe('value-implausible');
  });
  it('keeps urea and urea nitrogen apart', () => {
    expect(canonical('3091-6', 30, 'mg/dL') * 2.145).toBeCloseTo(
      canonical('3094-0', 30, 'mg/dL'),
      2,
    );
  });
  it('keeps giga per litre and grams per litre apart', () => {
    expect(canonical('777-3', 210, 'G/L')).toBe(210);
    expect(problem('777-3', 210, 'g/L')).toBe('unit-unknown');
    expect(problem('718-7', 141, 'G/L')).toBe('unit-unknown');
  });
  it('refuses what is not a finite number, and codes nobody listed', () => {
    expect(problem('8867-4', Number.NaN, '/min')).toBe('value-not-numeric');
    expect(problem('8302-2', 170, 'cm')).toBe('unknown-code');
  });
  it('never throws, whatever the strings', () => {
    fc.assert(
      fc.property(fc.string(), fc.double(), fc.option(fc.string()), (loinc, value, unit) => {
        expect(typeof toCanonical({ loinc, value, unit }).ok).toBe('boolean');
        expect(typeof toCanonical({ loinc: '7799-0', value, unit }).ok).toBe('boolean');
      }),
    );
  });
});

test('definitions: every name once, every code once and with a right check digit', () => {
  expect(Object.keys(QUANTITIES).sort()).toEqual([...VITAL_SIGNS, ...LABORATORY_VALUES].sort());
  const codes = Object.values(QUANTITIES).flatMap((definition) => definition.loinc);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) {
    expect(`${code} ${checkDigit(code)}`).toBe(`${code} ${code.split('-')[1] ?? ''}`);
    expect(quantityOfLoinc(code)?.loinc).toContain(code);
  }
});

/** LOINC check digit: mod 10 with weights 2 and 1 from the right. */
function checkDigit(code: string): string {
  const digits = Array.from(code.split('-')[0] ?? '', Number).reverse();
  const sum = digits.reduce((total, digit, i) => {
    const weighted = i % 2 === 0 ? digit * 2 : digit;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
