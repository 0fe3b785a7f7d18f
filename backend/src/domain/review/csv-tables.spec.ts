import { aReviewedStay, endAt } from '../../testing/reviewed-stay.ts';
import { staysCsv } from './csv-tables.ts';
import { factsOf } from './stay-facts.ts';
import { rowOf } from './stay-table.ts';

describe('the stays as CSV', () => {
  it.each([
    ['before houses had their own', endAt(30), 'total 2 or motor 1 within 168 h'],
    [
      'by the house',
      { ...endAt(30), judgedBy: { total: 4, motor: null, windowHours: 72 } },
      'total 4 within 72 h',
    ],
    ['nothing could be judged', { ...endAt(30), judgedBy: null }, null],
  ] as const)('say by which definition END was judged: %s', (_name, end, judgedBy) => {
    const { columns, rows } = staysCsv([rowOf(factsOf(aReviewedStay({ end })))]);
    expect(rows[0]).toHaveLength(columns.length);
    expect(rows[0]?.[columns.indexOf('judged_by')]).toBe(judgedBy);
  });
});
