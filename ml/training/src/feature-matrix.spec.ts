import { FEATURE_NAMES } from '@endwatch/clinical';
import { simulatedStays } from './evaluation/evaluation-cohort.ts';
import { FeatureMatrix } from './feature-matrix.ts';
import { LANDMARK_HOURS } from './settings.ts';
import { stayOfRecords } from './stay-rows.ts';

describe('the matrix that others can check with', () => {
  const matrix = new FeatureMatrix(['occlusion', 'no']);
  const stays = [...simulatedStays(5, 12)].map((records) =>
    stayOfRecords(records, LANDMARK_HOURS)!,
  );
  const rows = stays.flatMap((stay, i) => matrix.rowsOf(i + 1, stay));
  const cell = (row: readonly string[], name: string): string => row[matrix.header.indexOf(name)]!;

  it('has a value for each feature that is known, and nothing for one that is not', () => {
    const row = rows.find((one) => cell(one, 'patient') === '3' && cell(one, 'hour') === '24')!;
    const snapshot = stays[2]!.snapshots.find(({ hour }) => hour === 24)!;
    FEATURE_NAMES.forEach((name, i) => {
      const missing = snapshot.features.missing[i] === 1;
      expect(cell(row, name)).toBe(missing ? '' : String(snapshot.features.values[i]));
      const age = snapshot.features.ageHours[i]!;
      expect(cell(row, `hours_${name}`)).toBe(Number.isNaN(age) ? '' : String(age));
    });
    expect(row).toHaveLength(matrix.header.length);
    const words =
      snapshot.reports
        .join(' ')
        .toLowerCase()
        .match(/\bocclusion\b/g) ?? [];
    expect(cell(row, 'word_occlusion')).toBe(String(words.length));
  });

  it('says what came of it by each horizon, and nothing where that is not known', () => {
    for (const row of rows) {
      const [hour, followed] = [Number(cell(row, 'hour')), Number(cell(row, 'followed_hours'))];
      const end = cell(row, 'end') === '1';
      const until = Math.min(168, hour + 24);
      const expected = end ? (followed <= until ? '1' : '0') : followed >= until ? '0' : '';
      expect(cell(row, 'y_next24h')).toBe(expected);
      if (hour >= 48) expect(cell(row, 'y_by48h')).toBe('');
    }
    expect(rows.some((row) => cell(row, 'y_next24h') === '1')).toBe(true);
  });
});
