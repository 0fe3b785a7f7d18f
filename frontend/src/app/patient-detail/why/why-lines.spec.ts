import type { ExplainedChange, ExplainedInput, Explanation } from '@endwatch/contracts';
import { changeLines, heaviestWord, inputLines, points, stretchesOf } from './why-lines.ts';

const input = (name: string, share: number, one: Partial<ExplainedInput> = {}): ExplainedInput => ({
  ...{ name, label: name, unit: '1', value: 1, ageHours: null, share, standardError: 0, ...one },
});
const changed = (one: Partial<ExplainedChange>): ExplainedChange => ({
  ...{ name: 'heart-rate', label: 'heart rate', unit: '/min', before: 96, after: 118 },
  ...{ isNew: false, share: 0.02, ...one },
});
const explanation = (one: Partial<Explanation>): Explanation => ({
  ...{ scoreId: 's', patientId: 'p', asOf: '2026-03-01T10:00:00.000Z', next24h: 0.3 },
  ...{ model: { version: 'm', trainedOn: 'simulated' }, sentence: '', baseRisk: 0.1, inputs: [] },
  ...{ missing: [], reports: null, reportsUnexplained: null, change: null, ...one },
});

describe('lines of what a forecast rests on', () => {
  it('have values, units and ages, and what is left over in one line', () => {
    const inputs = [
      input('d-dimer', 0.08, {
        label: 'D-dimer (FEU)',
        unit: 'mg/L{FEU}',
        value: 2.1,
        ageHours: 3,
      }),
      input('atrial-fibrillation', -0.04, { label: 'atrial fibrillation', value: 0 }),
      input('crp', 0.01),
      input('ldl', -0.02),
    ];
    expect(inputLines(explanation({ inputs }), 2)).toEqual([
      {
        name: 'D-dimer (FEU)',
        figure: '2.1\u00a0mg/L FEU, 3\u00a0h old',
        points: '+8.0',
        up: true,
        length: 1,
      },
      { name: 'Atrial fibrillation', figure: 'no', points: '\u22124.0', up: false, length: 0.5 },
      { name: '2 others together', figure: '', points: '\u22121.0', up: false, length: 0.125 },
    ]);
  });

  it('tell what is new, what moved and what time did; what does not count is left out', () => {
    const inputs = [
      changed({}),
      changed({
        name: 'crp',
        label: 'CRP',
        unit: 'mg/L',
        before: null,
        after: 12,
        isNew: true,
        share: 0.03,
      }),
      changed({ name: 'gcs', label: 'coma score', after: null, share: -0.01 }),
      changed({ name: 'ldl', share: 0.0001 }),
      changed({ name: 'age', label: 'age', unit: 'a', before: 75, after: 75, share: 0.004 }),
    ];
    const change = { scoreId: 's0', asOf: '', next24h: 0.2, timeShare: -0.025, inputs };
    const lines = changeLines(explanation({ change }), 9);
    expect(lines.map(({ name, figure, points: told }) => [name, figure, told])).toEqual([
      ['CRP', 'new: 12\u00a0mg/L', '+3.0'],
      ['Hours since admission', '', '\u22122.5'],
      ['Heart rate', '96 to 118\u00a0/min', '+2.0'],
      ['Coma score', 'out of date', '\u22121.0'],
      ['Age', 'still 75\u00a0years', '+0.4'],
    ]);
    expect(changeLines(explanation({}), 9)).toEqual([]);
  });

  it('do not tell less than a twentieth of a point from nothing', () => {
    expect([0.0004, -0.0004, 0.0006].map(points)).toEqual(['0', '0', '+0.1']);
  });
});

describe('a report in stretches', () => {
  const text = 'Dense MCA. No bleed.';
  const words = [
    { from: 0, to: 5, share: 0.04 },
    { from: 6, to: 9, share: 0.01 },
    { from: 11, to: 13, share: -0.001 },
    { from: 14, to: 19, share: -0.03 },
  ];
  const one = { id: 'r', title: null, effectiveAt: '', text, words };

  it('is the whole text again, its heavy words marked', () => {
    const reports = { blankRisk: 0.1, completenessGap: 0, texts: [one] };
    const heaviest = heaviestWord(explanation({ reports }));
    const stretches = stretchesOf(one, heaviest);
    expect(stretches.map((part) => part.text).join('')).toBe(text);
    expect(stretches.filter(({ weight }) => weight !== 'none')).toEqual([
      { text: 'Dense', up: true, weight: 'much', says: '+4.0' },
      { text: 'MCA', up: true, weight: 'some', says: '+1.0' },
      { text: 'bleed', up: false, weight: 'much', says: '\u22123.0' },
    ]);
  });

  it('leaves out sentences in which nothing was heard', () => {
    const long = 'Exam: CT.\nOld scar. Dense MCA sign.\nNo shift. Sinuses clear. ASPECTS 6.';
    const at = (word: string, share: number) => ({
      ...{ from: long.indexOf(word), to: long.indexOf(word) + word.length, share },
    });
    const heard = { ...one, text: long, words: [at('Dense', 0.04), at('6', 0.03)] };
    expect(stretchesOf(heard, 0.04).map((part) => part.text)).toEqual([
      ...['… ', 'Dense', ' MCA sign. … ASPECTS ', '6', '.'],
    ]);
  });

  it('is nothing where nothing was heard', () => {
    expect(stretchesOf({ ...one, words: [] }, heaviestWord(explanation({})))).toEqual([]);
  });
});
