import { Kafka, logLevel } from 'kafkajs';
import { TestKafka } from './testing/test-kafka.ts';
import { topicsCommand } from './topics-command.ts';

jest.setTimeout(60_000);

describe('npm run topics', () => {
  let kafka: TestKafka;
  beforeAll(async () => {
    kafka = await TestKafka.start();
  });
  afterAll(() => kafka.stop());

  const command = (topicPrefix: string): Parameters<typeof topicsCommand>[1] => ({
    connection: { brokers: kafka.brokers, ssl: false, sasl: null },
    topicPrefix,
    partitions: 3,
  });

  it('checks, creates once, and is content then', async () => {
    const before = await topicsCommand(['check'], command('one'));
    expect(before.exitCode).toBe(1);
    expect(before.lines).toContain('one.vitals: missing');
    const made = await topicsCommand(['create'], command('one'));
    expect(made.exitCode).toBe(0);
    expect(made.lines).toContain('one.dead-letters: 3 partitions, created');
    expect(made.lines).toHaveLength(8);
    const again = await topicsCommand(['create'], { ...command('one'), partitions: 9 });
    expect(again.lines).toContain('one.alerts: 3 partitions, was there');
    const content = await topicsCommand(['check'], command('one'));
    expect(content).toMatchObject({ exitCode: 0 });
    expect(content.lines).toHaveLength(8);
  });

  it('says which topics differ', async () => {
    const admin = new Kafka({ brokers: [...kafka.brokers], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    await admin.createTopics({
      topics: [
        { topic: 'two.labs', numPartitions: 2 },
        { topic: 'two.adt', numPartitions: 5 },
      ],
    });
    await admin.disconnect();
    const made = await topicsCommand(['create'], command('two'));
    expect(made.exitCode).toBe(1);
    expect(made.lines.join()).toContain('two.labs has 2, two.adt has 5');
    const checked = await topicsCommand(['check'], command('two'));
    expect(checked.lines).toContain('two.adt: 5 partitions');
    expect(checked.exitCode).toBe(1);
  });

  it('says how many partitions it found and expected, and what that means', async () => {
    await topicsCommand(['create'], command('four'));
    const { lines, exitCode } = await topicsCommand(['check'], {
      ...command('four'),
      partitions: 9,
    });
    expect(lines).toHaveLength(9);
    const said = lines.at(-1) ?? '';
    expect(said).toMatch(/^Not as expected: four\.vitals has 3, .*; ENDWATCH_PARTITIONS is 9\. /);
    expect(said).toContain('only if the number never changed under them');
    expect(exitCode).toBe(1);
  });

  it('refuses what it does not know', async () => {
    const result = await topicsCommand(['delete'], command('three'));
    expect(result).toMatchObject({ exitCode: 1, lines: [expect.stringMatching(/^usage/)] });
  });
});
