import { fewWords } from './about-line.ts';

describe('the warning under what is counted', () => {
  const counted = { patientDays: 900, loadedAfterwards: 0 };

  it.each([
    [{ stays: 0, ends: 0 }, 'No stay is counted: widen the filter above.'],
    [{ stays: 40, ends: 0 }, 'None of these stays had END: figures about END are empty.'],
    [{ stays: 40, ends: 1 }, 'Only 1\u00a0stay with END'],
    [{ stays: 400, ends: 19 }, 'Only 19\u00a0stays with END'],
  ])('%j', (one, words) => {
    expect(fewWords({ ...counted, ...one }, true)).toContain(words);
  });

  it('is none where there are enough, and names no filter where there is none', () => {
    expect(fewWords({ ...counted, stays: 400, ends: 20 }, true)).toBeNull();
    expect(fewWords({ ...counted, stays: 40, ends: 3 }, false)).not.toContain('filter');
  });
});
