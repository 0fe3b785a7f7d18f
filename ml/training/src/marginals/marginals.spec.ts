import { gatherCohort } from './gather-marginals.ts';
import { marginalsOf, marginalsText } from './marginals.ts';

const PATIENTS = 1000;
const marginals = marginalsOf([...gatherCohort(PATIENTS, 'marginals')]);
const limited = marginals.flatMap((m) => (m.limit === null ? [] : [{ ...m, limit: m.limit }]));

describe('the marginals of a simulated cohort', () => {
  it('cover each number of the clinical reference, with its source', () => {
    const covered = marginals.map(({ name }) => name.replace(/, with(out)? END$/, ''));
    const wanted = [
      ...[6, 12, 24, 48, 72, 96, 168].map((hours) => `END begun by ${String(hours)} h`),
      ...['END charted by 48 h', 'END charted by 168 h'],
      ...['age', 'male', 'NIHSS at admission', 'systolic pressure', 'diastolic pressure'],
      ...['heart rate', 'glucose', 'D-dimer', 'neutrophils to lymphocytes', 'CRP', 'fibrinogen'],
      ...['homocysteine', 'hypertension', 'diabetes', 'atrial fibrillation', 'prior stroke'],
      ...['onset to door', 'reports per patient'],
    ];
    expect(covered).toEqual(expect.arrayContaining(wanted));
    for (const { source, n } of marginals) {
      expect(source).not.toBe('');
      expect(n).toBeGreaterThan(PATIENTS / 4);
    }
  });

  it.each(limited)('$name differs by no more than is stated, and chance', (m) => {
    expect(Math.abs(m.difference)).toBeLessThanOrEqual(m.limit + 2 * m.standardError);
  });

  it('have the standard error of a share by the binomial distribution', () => {
    const end = marginals.find(({ name }) => name === 'END charted by 168 h');
    expect(end?.standardError).toBeCloseTo(Math.sqrt((0.38 * 0.62) / PATIENTS), 12);
  });

  it('are printed one a line', () => {
    const lines = marginalsText(marginals).split('\n');
    expect(lines).toHaveLength(marginals.length + 1);
    expect(lines.find((line) => line.startsWith('END charted by 48 h'))).toMatch(
      /30\.3 % .*Sun 2026/,
    );
  });
});
