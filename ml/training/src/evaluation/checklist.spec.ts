import { byLandmark } from './by-landmark.ts';
import { checklistSection } from './checklist.ts';
import { HOUSES_TABLE } from './transport.ts';
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
    expect(answer('11')).toContain('the age of a value is no input');
    expect(answer('26')).toContain('simulated');
    expect(answer('12d')).toBe('not done: one place');

    const houses = { ...landmarks.tables[0]!, id: HOUSES_TABLE };
    const site = {
      ...{ ...run, model: { ...run.model, trainedOn: 'site' as const } },
      cohort: { ...run.cohort, kind: 'site' as const },
    };
    const [other] = checklistSection(judgement, site, [{ ...landmarks, tables: [houses] }]).tables;
    const answers = new Map(other!.rows.map((row) => [row['item'], String(row['answer'])]));
    expect(answers.get('26')).not.toContain('simulat');
    expect(answers.get('3c')).not.toContain('simulat');
    expect(answers.get('12d')).toContain('words of the reports');
    expect(answers.get('23b')).toBe(answers.get('12d'));
  }, 60_000);
});
