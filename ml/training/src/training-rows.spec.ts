import { vocabularyOf } from '@endwatch/ml-model';
import { simulatedPart } from './cohort.ts';
import { DEFAULT_SETTINGS, LANDMARK_HOURS } from './settings.ts';
import { hazardCells } from './stay-rows.ts';
import { batchOf, trainingStay } from './training-rows.ts';

const LENGTH = 128;
const vocabulary = vocabularyOf(['<pad>', '<unknown>', '<number>', 'infarct', 'no', '.']);
const selection = { hours: LANDMARK_HOURS, cells: hazardCells, withReports: true };
const { stays } = simulatedPart(
  { ...DEFAULT_SETTINGS, patients: { train: 5, calibrate: 0, test: 0 } },
  'train',
);
const ready = stays.map((stay) => trainingStay(stay, selection, { vocabulary, length: LENGTH }));

describe('a stay ready to be fitted on', () => {
  it('has a row for each landmark that says something, pointing at its own texts', () => {
    ready.forEach(({ rows, texts }, i) => {
      const { snapshots } = stays[i]!;
      const landmarks = snapshots.filter(({ hour }) => LANDMARK_HOURS.includes(hour));
      expect(rows.map(({ snapshot }) => snapshot)).toEqual(landmarks);
      const told = landmarks.map(({ reports }) => reports);
      expect(texts).toHaveLength(new Set(told.flat()).size);
      const distinct = [...new Set(told.flat())];
      expect(rows.map(({ reports }) => reports.map((one) => distinct[one]))).toEqual(told);
    });
  });

  // Those of 60,000 stays are kept for as long as fitting lasts.
  it('keeps two bytes for each token and nothing of the rows', () => {
    for (const stay of ready) {
      const { texts } = stay;
      const [buffer, ...others] = new Set(texts.map((one) => one.buffer));
      expect(others).toEqual([]);
      expect(buffer?.byteLength).toBe(2 * LENGTH * texts.length);
      expect(stay.rows[0]).not.toBe(stay.rows[0]);
    }
  });

  it('goes into a step with its tokens as they are', () => {
    const batch = batchOf(ready, { layout: { scales: [] }, outputs: 7 }, null);
    const tokens = ready.flatMap(({ texts }) => texts.flatMap((ids) => [...ids]));
    expect([...batch.tokens]).toEqual(tokens);
    expect(batch.tokens.some((id) => id > 2)).toBe(true);
    expect(batch.rows).toBe(ready.flatMap(({ rows }) => rows).length);
  });
});
