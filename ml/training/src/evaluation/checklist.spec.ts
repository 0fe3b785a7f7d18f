import { byLandmark } from './by-landmark.ts';
import { checklistSection } from './checklist.ts';
import { runOf, shippedJudgement } from './testing/shipped-judgement.ts';

describe('TRIPOD+AI', () => {
  it('is answered item by item from the numbers of the run, and says what was not done', async () => {
    const judgement = await shippedJudgement(80);
    const run = runOf(judgement, 'npm run evaluate -- --one');
    const landmarks = byLandmark(judgement);
    const [table] = checklistSection(judgement, run, [landmarks]).tables;
    const answer = (item: string): string =>
      String(table?.rows.find((row) => row['item'] === item)?.['answer']);
    // Every item from 1 to 27 is there.
    const numbers = table!.rows.map((row) => Number.parseInt(String(row['item']), 10));
    expect([...new Set(numbers)]).toEqual(Array.from({ length: 27 }, (_, i) => i + 1));
    expect(answer('10')).toContain(`80 stays with ${String(run.cohort.ends)} END`);
    const auc = landmarks.tables[0]?.rows.find(({ hour }) => hour === 6)?.['auc'];
    expect(answer('23a')).toContain(`AUC ${Number(auc).toFixed(3)}`);
    expect(answer('18e–f')).toContain('npm run evaluate -- --one');
    expect(answer('18c–d')).toBe('not done');
  }, 60_000);
});
