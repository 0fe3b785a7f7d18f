import type { LoadCell } from '@endwatch/contracts';
import { minutesWords } from '../quality/readings.ts';
import { loadFrame, loadRows } from './load-map.ts';

const load = Array.from({ length: 168 }, (_, n): LoadCell => {
  const [hour, weekday] = [n % 24, Math.floor(n / 24) + 1];
  const busy = weekday === 2 && hour === 3;
  return { hour, weekday, alerts: busy ? 5 : 1, nurseHours: 10, perNurseHour: busy ? 0.5 : 0.1 };
});

describe('the map of the load', () => {
  it('has a row for each day, Monday first, of 24 hours', () => {
    const rows = loadRows({ load: load.toReversed() });
    expect(rows.map(({ day }) => day).join(' ')).toBe('Mon Tue Wed Thu Fri Sat Sun');
    expect(rows.every(({ cells }) => cells.every(({ hour }, n) => hour === n))).toBe(true);
  });

  it('is darkest where most rang, and says so in words', () => {
    const cell = loadRows({ load })[1]?.cells[3];
    expect(cell).toEqual({
      ...{ hour: 3, level: 5, text: '.50', words: 'Tue 3–4 h: 5\u00a0alerts in 10 nurse-hours' },
    });
    expect(loadRows({ load })[0]?.cells[3]?.level).toBe(1);
  });

  it('has the same in figures, and says of how many', () => {
    const { n, table } = loadFrame({ load, timeZone: 'Europe/Berlin' });
    expect(n).toBe('n = 172\u00a0alerts · alerts per nurse-hour, Europe/Berlin');
    expect(table.columns.slice(0, 3)).toEqual(['Day', '0 h', '1 h']);
    expect(table.rows).toHaveLength(7);
    expect(table.rows[1]?.slice(0, 6)).toEqual(['Tue', 0.1, 0.1, 0.1, 0.5, 0.1]);
  });

  it('tells no patient from no alert', () => {
    const empty = { hour: 0, weekday: 1, alerts: 0 };
    const [none, quiet] = [
      { ...empty, nurseHours: 0, perNurseHour: null },
      { ...empty, nurseHours: 4, perNurseHour: 0 },
    ].map((cell) => loadRows({ load: [cell] })[0]?.cells[0]);
    expect([none?.text, none?.level, quiet?.text, quiet?.level]).toEqual(['–', 0, '0', 0]);
  });

  it.each([
    [0.00003, '<1\u00a0min'],
    [4, '4\u00a0min'],
    [119, '119\u00a0min'],
    [150, '2.5\u00a0h'],
    [-3, '-3\u00a0min'],
  ])('%p minutes are %p', (minutes, words) => {
    expect(minutesWords(minutes)).toBe(words);
  });
});
