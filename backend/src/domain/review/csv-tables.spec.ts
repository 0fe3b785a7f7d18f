import type { ToldAdministrator, ToldAlarm } from '@endwatch/contracts';
import { aReviewedStay, endAt } from '../../testing/reviewed-stay.ts';
import { staysCsv } from './csv-tables.ts';
import { alarmCsv } from './quality-csv.ts';
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

describe('the alarm of the control chart as CSV', () => {
  const alarm: NonNullable<ToldAlarm['alarm']> = {
    week: '2026-11-02T00:00:00Z',
    direction: 'more',
    toldAt: '2026-11-09T06:00:00Z',
    administrators: [],
  };
  const seenAt = '2026-11-09T07:00:00Z';
  const anna: ToldAdministrator = { username: 'anna', name: 'Anna', outcome: 'seen', seenAt };
  const bert: ToldAdministrator = {
    username: 'bert',
    name: 'Bert',
    outcome: 'waiting',
    seenAt: null,
  };

  it('has a line for each administrator', () => {
    const { columns, rows } = alarmCsv({ alarm: { ...alarm, administrators: [anna, bert] } });
    expect(columns).toHaveLength(6);
    expect(rows).toEqual([
      [alarm.week, 'more', alarm.toldAt, 'anna', 'seen', seenAt],
      [alarm.week, 'more', alarm.toldAt, 'bert', 'waiting', null],
    ]);
  });

  it('tells an alarm that nobody could be told of, and none', () => {
    const { rows } = alarmCsv({ alarm });
    expect(rows).toEqual([[alarm.week, 'more', alarm.toldAt, null, null, null]]);
    expect(alarmCsv({ alarm: null }).rows).toEqual([]);
  });
});
