import { reviewFilterSchema } from '@endwatch/contracts';
import { filterBody, filterIn, filterText, queryOf } from './filter-query.ts';
import { filterWords } from './filter-words.ts';

describe('the filter in the address', () => {
  it('takes what is a filter, leaves the rest and what is empty', () => {
    expect(filterIn({ ward: ['a', 'b'], sort: ['age'], from: [''], end: [] })).toEqual({
      ward: ['a', 'b'],
    });
  });

  it('is one text, whatever the order in which it was given', () => {
    const one = filterText({ end: ['early'], ward: ['a', 'b & c'] });
    expect(one).toBe('ward=a&ward=b+%26+c&end=early');
    expect(filterText({ ward: ['a', 'b & c'], end: ['early'] })).toBe(one);
  });

  it('comes back from the server as it was sent', () => {
    const filter = { ward: ['a'], condition: ['diabetes'], from: ['2026-11-01'] };
    expect(queryOf(reviewFilterSchema.parse(filterBody(filter)))).toEqual(filter);
  });

  it('reads as a sentence', () => {
    expect(filterWords({})).toBe('All stays of your wards');
    const filter = { ward: ['a', 'b'], end: ['none'], from: ['2026-11-09'] };
    expect(filterWords(filter, { wardName: (id) => `Ward ${id}` })).toBe(
      'Stays: on Ward a or Ward b; admitted from 9 Nov 2026; END No END',
    );
  });
});
