import type { ExplainedChange, ExplainedInput } from '@endwatch/contracts';
import { riskSentence, type Told } from './risk-sentence.ts';
import { strongestPhrase } from './strongest-phrase.ts';

const change = (one: Partial<ExplainedChange>): ExplainedChange => ({
  ...{ name: 'heart-rate', label: 'heart rate', unit: '/min', before: 96, after: 118 },
  ...{ isNew: false, share: 0.02, ...one },
});
const input = (one: Partial<ExplainedInput>): ExplainedInput => ({
  ...{ name: 'nihss', label: 'NIHSS now', unit: '{score}', value: 14, ageHours: 2 },
  ...{ share: 0.08, standardError: 0, ...one },
});
const told = (one: Partial<Told>): Told => ({
  ...{ next24h: 0.34, baseRisk: 0.12, inputs: [], change: null, ...one },
});
const since = (
  next24h: number,
  timeShare: number,
  ...inputs: ExplainedChange[]
): Told['change'] => ({
  ...{ scoreId: 's0', asOf: '2026-03-01T00:00:00.000Z', next24h, timeShare, inputs },
});
const D_DIMER = change({
  ...{ name: 'd-dimer', label: 'D-dimer (FEU)', unit: 'mg/L{FEU}', before: null, after: 2.1 },
  ...{ isNew: true, share: 0.09 },
});
const REPORT = change({
  ...{ name: 'report', label: 'imaging report', unit: '', before: null, after: null, share: 0.03 },
});
const NO_WORDS = { up: null, down: null };

describe('the sentence about a risk', () => {
  it('says what moved it up, in figures a ward knows, the largest first', () => {
    const heart = change({});
    expect(
      riskSentence(told({ change: since(0.18, 0.001, D_DIMER, REPORT, heart) }), {
        up: 'hyperdense left MCA',
        down: 'no haemorrhage',
      }),
    ).toBe(
      'Risk rose from 18\u00a0% to 34\u00a0%: D-dimer (FEU) 2.1 mg/L FEU (new), report words “hyperdense left MCA”, heart rate 96 to 118 /min.',
    );
  });

  it('says what moved it down, not what pushed against it', () => {
    const better = change({
      name: 'nihss',
      label: 'NIHSS now',
      unit: '{score}',
      before: 14,
      after: 9,
      share: -0.2,
    });
    expect(
      riskSentence(told({ next24h: 0.1, change: since(0.3, 0, better, change({})) }), NO_WORDS),
    ).toBe('Risk fell from 30\u00a0% to 10\u00a0%: NIHSS now 14 to 9.');
  });

  it('does not tell what stayed as it was as if it had come to that', () => {
    const age = change({ name: 'age', label: 'age', unit: 'a', before: 81, after: 81 });
    expect(riskSentence(told({ change: since(0.3, 0, age) }), NO_WORDS)).toBe(
      'Risk rose from 30\u00a0% to 34\u00a0%: age still 81 years.',
    );
  });

  it('names the passing of time, what went out of date, and says when many things did it', () => {
    const gone = change({ after: null, share: -0.02 });
    expect(riskSentence(told({ next24h: 0.2, change: since(0.3, -0.08, gone) }), NO_WORDS)).toBe(
      'Risk fell from 30\u00a0% to 20\u00a0%: no heart rate of late, the hours since admission.',
    );
    expect(riskSentence(told({ next24h: 0.2, change: since(0.3, 0) }), NO_WORDS)).toBe(
      'Risk fell from 30\u00a0% to 20\u00a0% by many small changes.',
    );
  });

  it('calls a woman no man who is missing', () => {
    const sex = input({ name: 'sex-male', label: 'male sex', unit: '1', value: 0, share: -0.02 });
    expect(riskSentence(told({ inputs: [sex] }), NO_WORDS)).toContain('lowered by female sex;');
  });

  it('gives a ratio as a number, of 1 too', () => {
    const ratio = { name: 'neutrophil-lymphocyte-ratio', label: 'N/L', unit: '{ratio}' };
    expect(riskSentence(told({ inputs: [input({ ...ratio, value: 7.93151 })] }), NO_WORDS)).toBe(
      'Risk 34\u00a0%: raised by N/L 7.93; 12\u00a0% at this hour with nothing known of the patient.',
    );
    const rose = change({ ...ratio, before: 1, after: 7.93151 });
    expect(riskSentence(told({ change: since(0.3, 0, rose) }), NO_WORDS)).toBe(
      'Risk rose from 30\u00a0% to 34\u00a0%: N/L 1 to 7.93.',
    );
  });

  it('says what it rests on where nothing moved or nothing came before', () => {
    const inputs = [
      input({}),
      input({
        name: 'atrial-fibrillation',
        label: 'atrial fibrillation',
        unit: '1',
        value: 0,
        share: -0.03,
      }),
      input({ name: 'age', label: 'age', unit: 'a', value: 81, share: 0.02 }),
      input({ name: 'crp', share: 0.001 }),
    ];
    const rests =
      'raised by NIHSS now 14, age 81 years; lowered by no atrial fibrillation; 12\u00a0% at this hour with nothing known of the patient.';
    expect(riskSentence(told({ inputs }), NO_WORDS)).toBe(`Risk 34\u00a0%: ${rests}`);
    expect(riskSentence(told({ inputs, change: since(0.341, 0) }), NO_WORDS)).toBe(
      `Risk 34\u00a0%, as at the score before: ${rests}`,
    );
  });
});

describe('the strongest phrase', () => {
  const text = 'Findings: hyperdense\n left MCA. No haemorrhage.';
  const place = (token: string, share: number) => {
    const from = text.toLowerCase().indexOf(token);
    return { token, from, to: from + token.length, share };
  };
  const words = [
    { token: '<findings>', from: 0, to: 9, share: 0.5 },
    place('hyperdense', 0.03),
    place('left', -0.001),
    place('mca', 0.02),
    { token: '.', from: text.indexOf('.'), to: text.indexOf('.') + 1, share: 0.4 },
    place('no', -0.01),
    place('haemorrhage', -0.02),
  ];

  it('is made of neighbours within one sentence, as they are written', () => {
    expect(strongestPhrase([{ text, words }], 1)).toBe('hyperdense left MCA');
    expect(strongestPhrase([{ text, words }], -1)).toBe('No haemorrhage');
    expect(strongestPhrase([], 1)).toBeNull();
  });
});
