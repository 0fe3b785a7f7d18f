import { lookup } from './lookup.ts';
import { toCanonical } from './quantity/conversion.ts';

describe('what a sender writes', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'is not found in a table because every object has it: %s',
    (word) => {
      expect(lookup({ planned: 'planned' })[word]).toBeUndefined();
      const result = toCanonical({ loinc: '8867-4', value: 80, unit: word });
      expect(result).toMatchObject({ ok: false, code: 'unit-unknown' });
    },
  );

  it('is found where it stands', () => {
    expect(lookup({ planned: 1 })['planned']).toBe(1);
  });
});
