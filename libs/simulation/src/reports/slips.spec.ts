import { seededRng } from '../random/rng.ts';
import { simulateCohort } from '../stay/simulate-cohort.ts';
import { HOUSE_STYLES, SLIPS } from './house.ts';
import { LEAST_LETTERS, mistyped, typed } from './slips.ts';

const rng = seededRng('slips');
const LINE = 'Extensive ischemic change without hemorrhage, ASPECTS 7/10, 12 ml, left MCA.';

describe('slips of the pen', () => {
  it.each(HOUSE_STYLES)('come at the stated rate in %s', (style) => {
    const words = Array.from({ length: 20_000 }, () => 'operculum');
    const rates = { ...SLIPS[style], abbreviated: 0 };
    const typos = words.filter((word) => typed(rng, word, rates) !== word).length / words.length;
    // A few slips leave the word as it was.
    expect(Math.abs(typos / rates.mistyped - 1)).toBeLessThan(0.25);
    const short = words.filter(
      () => typed(rng, 'the territory', { ...rates, ...SLIPS[style], mistyped: 0 }) === 'the terr',
    );
    expect(short.length / words.length).toBeCloseTo(SLIPS[style].abbreviated, 1);
  });

  it('leave numbers, short words and capitals alone', () => {
    for (let i = 0; i < 200; i += 1) {
      const text = typed(rng, LINE, { abbreviated: 0, mistyped: 1 });
      expect(text).toMatch(/, ASPECTS 7\/10, 12 ml, left MCA\.$/);
      expect(text).not.toBe(LINE);
    }
  });

  it('keep the first letter, and about the length', () => {
    for (let i = 0; i < 500; i += 1) {
      const word = rng.pick(['hemorrhage', 'insula', 'collaterals', 'x'.repeat(LEAST_LETTERS)]);
      const slip = mistyped(rng, word);
      expect(slip[0]).toBe(word[0]);
      expect(Math.abs(slip.length - word.length)).toBeLessThanOrEqual(1);
    }
  });
});

describe('a cohort in a house style', () => {
  const admittedAt = Date.UTC(2024, 0, 8);
  const draw = (more: object) => [
    ...simulateCohort({ seed: 'houses', patients: 60, admittedAt, hours: 60, ...more }),
  ];
  const texts = (stays: ReturnType<typeof draw>): string[] =>
    stays.flatMap(({ records }) => records.flatMap((r) => (r.type === 'report' ? [r.text] : [])));
  const isProse = (text: string): boolean => text.startsWith('EXAMINATION:');

  it('is a mixture, one hand for each patient', () => {
    const stays = draw({ houseStyle: 'mixture' });
    const prose = stays.filter((stay) => texts([stay]).some(isProse)).length;
    expect(prose).toBeGreaterThan(20);
    expect(prose).toBeLessThan(50);
    for (const stay of stays) expect(new Set(texts([stay]).map(isProse)).size).toBeLessThan(2);
  });

  it('is written in one style as wished, and otherwise the same patients', () => {
    const [prose, terse] = HOUSE_STYLES.map((houseStyle) => draw({ houseStyle }));
    expect(texts(prose!).every(isProse)).toBe(true);
    expect(texts(terse!).some(isProse)).toBe(false);
    const rest = (stays: typeof prose) =>
      stays!.map(({ records, ...stay }) => ({
        ...stay,
        records: records.map((r) => (r.type === 'report' ? { ...r, text: '' } : r)),
      }));
    expect(rest(prose)).toEqual(rest(terse));
  });
});
