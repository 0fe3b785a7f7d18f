import { youdenThreshold } from './youden.ts';

describe('youdenThreshold', () => {
  it('is found among as many scores as a large cohort has', () => {
    const score = Array.from({ length: 200_000 }, (_, i) => i / 200_000);
    const y = score.map((value) => (value >= 0.7 ? 1 : 0));
    expect(youdenThreshold(y, score)).toEqual({
      ...{ threshold: 0.7, j: 1, sensitivity: 1, specificity: 1 },
      tied: [0.7],
    });
  });
});
