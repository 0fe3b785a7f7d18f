import { NOON, aRow, minutesAgo } from '../testing/a-row.ts';
import type { PatientDetail } from '@endwatch/contracts';
import { age, ageOf, dayOfStay, when } from './ages.ts';
import {
  changeBetween,
  changeWords,
  fixed,
  measured,
  percent,
  signed,
  signedFixed,
  whole,
} from './figures.ts';
import { dataAges } from './freshness.ts';
import { inputWord, missingNames, missingPhrase, unitWord } from './input-words.ts';
import { endWords, rowSentence, stayWords } from './patient-words.ts';
import { inSentence } from './locale.ts';

const NBSP = '\u00a0';

describe('percent', () => {
  it.each([
    [0, '<1 %'],
    [0.0099, '<1 %'],
    [0.01, '1 %'],
    [0.344, '34 %'],
    [0.95, '95 %'],
    [0.951, '>95 %'],
    [1, '>95 %'],
  ])('%p is %p', (probability, words) => {
    expect(percent(probability)).toBe(words.replace(' ', NBSP));
  });
});

describe('figures', () => {
  it('say a change and its direction', () => {
    expect(changeBetween(12, 9)).toEqual({ direction: 'up', by: 3 });
    expect(changeWords({ direction: 'down', by: 2 })).toBe('down 2');
    expect(changeBetween(4, 4)).toEqual({ direction: 'level', by: 0 });
    expect(changeBetween(null, 4)).toBeNull();
  });

  it('carry a sign and no false precision', () => {
    expect([signed(3), signed(-2), signed(0)]).toEqual(['+3', '−2', '0']);
    expect([measured(9.1), measured(37.42), measured(1234), measured(0.19)]).toEqual([
      '9.1',
      '37.4',
      '1234',
      '0.19',
    ]);
  });
});

describe('what rounds to nothing', () => {
  it('has no sign', () => {
    expect([fixed(-0.004, 2), fixed(-0, 1), measured(-0), whole(-0)]).toEqual([
      ...['0.00', '0.0', '0', '0'],
    ]);
    expect([signedFixed(-0.004, 2), signedFixed(0.004, 2)]).toEqual(['0.00', '0.00']);
  });

  it('else keeps it', () => {
    expect([fixed(-0.006, 2), signedFixed(-0.3, 2), signedFixed(0.3, 1)]).toEqual([
      ...['-0.01', '−0.30', '+0.3'],
    ]);
  });
});

describe('ages', () => {
  it.each([
    [0.5, '<1 min'],
    [4, '4 min'],
    [59.9, '59 min'],
    [60, '1 h'],
    [23 * 60 + 59, '23 h'],
    [24 * 60, '1 d'],
    [-5, '<1 min'],
  ])('%p minutes are %p', (minutes, words) => {
    expect(age(NOON - minutes * 60_000, NOON)).toBe(words.replace(' ', NBSP));
  });

  it('are relative under a day, then a date', () => {
    expect(when(minutesAgo(180), NOON)).toBe(`3${NBSP}h ago`);
    expect(when(minutesAgo(25 * 60), NOON)).toMatch(/^1 Mar \d\d:\d\d$/);
    expect(ageOf(null, NOON)).toBe('–');
  });

  it('count the day of admission as day 1', () => {
    expect(dayOfStay(minutesAgo(5), NOON)).toBe(1);
    expect(dayOfStay(minutesAgo(25 * 60), NOON)).toBe(2);
  });
});

describe('data ages', () => {
  it('call overdue what is older than its kind allows', () => {
    const row = aRow({
      freshness: { vitals: minutesAgo(7 * 60), labs: minutesAgo(60), report: null, nihss: null },
    });
    const overdue = dataAges(row, NOON).filter((one) => one.overdue);
    expect(overdue.map((one) => one.label)).toEqual(['BP']);
  });

  it('allow less on the first day', () => {
    const freshness = { vitals: minutesAgo(150), labs: null, report: null, nihss: null };
    const firstDay = aRow({ admittedAt: minutesAgo(300), freshness });
    expect(dataAges(firstDay, NOON)[0]?.overdue).toBe(true);
    expect(dataAges(aRow({ freshness }), NOON)[0]?.overdue).toBe(false);
  });

  it('go by the time the next examination is due', () => {
    const late = aRow();
    const row = { ...late, nihss: { ...late.nihss, nextDueAt: minutesAgo(1) } };
    expect(dataAges(row, NOON).at(-1)).toMatchObject({ label: 'NIHSS', overdue: true });
  });
});

describe('words for inputs', () => {
  it('begin small within a sentence, but for what is never small', () => {
    expect(inSentence('NIHSS examination overdue')).toBe('NIHSS examination overdue');
    const within = ['Diabetes', 'Systolic BP', 'HbA1c', 'SpO₂', 'LDL cholesterol', 'D-dimer'];
    expect(within.map(inSentence)).toEqual([
      ...['diabetes', 'systolic BP', 'HbA1c', 'SpO₂', 'LDL cholesterol', 'D-dimer'],
    ]);
  });

  it('are a ward’s', () => {
    expect(inputWord('systolic-bp')).toBe('Systolic BP');
    expect(inputWord('systolic-bp-highest-24h')).toBe('Systolic BP, highest of 24\u00a0h');
    expect(inputWord('some-new_input')).toBe('Some new input');
    expect(unitWord('mm[Hg]')).toBe('mmHg');
    expect(missingPhrase([])).toEqual({ named: '', more: '' });
    expect(missingPhrase(['d-dimer', 'crp', 'ldl', 'hdl'])).toEqual({
      ...{ named: 'No D-dimer, C-reactive protein', more: '+2' },
    });
    expect(missingPhrase(['ldl', 'glucose']).named).toBe('No LDL cholesterol, glucose');
    expect(missingNames(['glucose', 'crp'])).toEqual({ named: 'Glucose', more: '+1' });
  });
});

describe('words for a patient', () => {
  it('count the days of a stay until it is over', () => {
    const detail = { ...aRow(), admittedAt: '2026-03-02T10:00:00.000Z' } as PatientDetail;
    const now = Date.parse('2026-03-12T10:00:00.000Z');
    expect(stayWords({ ...detail, dischargedAt: null }, now)).toMatch(/day\s11$/);
    const dischargedAt = '2026-03-05T10:00:00.000Z';
    expect(stayWords({ ...detail, dischargedAt }, now)).toMatch(/day\s4$/);
  });

  it('tell the fact with time and size', () => {
    const end = {
      status: 'confirmed',
      rule: 'total',
      at: minutesAgo(30),
      delta: 3,
      reason: null,
    } as const;
    expect(endWords(end, NOON)).toMatch(/^END \d\d:\d\d · \+3$/);
    expect(endWords(end, null)).toBe('END · +3');
    expect(endWords(aRow().end, NOON)).toBeNull();
  });

  it('say everything in one breath', () => {
    expect(rowSentence(aRow(), NOON)).toBe(
      `NIHSS 12, up 3 since admission, risk of getting worse in the next 24 h 34${NBSP}%, High, rising`,
    );
  });
});
