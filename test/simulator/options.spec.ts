import { parseOptions, UsageError } from './options.ts';

const to = ['--to', 'http://127.0.0.1:3000'];

describe('the command line', () => {
  it('has defaults', () => {
    expect(parseOptions(to)).toMatchObject({
      patients: 24,
      speed: 1,
      seed: '1',
      demo: false,
      rate: null,
      history: null,
      brokers: null,
    });
    expect(
      parseOptions(['--brokers', 'a:9092,b:9093', '--rate', '50', '--count', '10']),
    ).toMatchObject({
      to: null,
      token: null,
      brokers: ['a:9092', 'b:9093'],
      rate: 50,
      count: 10,
    });
  });

  it('writes to the topics that the product reads', () => {
    const brokers = ['--brokers', 'a:9092'];
    const told = { ENDWATCH_TOPIC_PREFIX: 'site' };
    expect(parseOptions(brokers, {}).topicPrefix).toBe('endwatch');
    expect(parseOptions(brokers, told).topicPrefix).toBe('site');
    expect(parseOptions([...brokers, '--topic-prefix', 'other'], told).topicPrefix).toBe('other');
  });

  it('takes past stays', () => {
    expect(parseOptions([...to, '--history', '2000'])).toMatchObject({ history: 2000, days: 90 });
  });

  it.each([
    [[], /one of --to and --brokers/],
    [[...to, '--brokers', 'a:1'], /not both/],
    [[...to, '--patients', 'many'], /--patients many/],
    [[...to, '--patients', '1.5'], /whole number/],
    [[...to, '--speed', '0'], /--speed 0/],
    [[...to, '--days', '30'], /--days goes with --history/],
    [[...to, '--history', '5', '--days', '3'], /--days 3: a number from 15 on/],
    [[...to, '--count', '5'], /--count goes with --rate/],
    [['--to', 'localhost'], /--to localhost/],
    [['--brokers', 'kafka'], /host:port/],
    [[...to, '--sped', '2'], /--sped/],
  ])('refuses %j in one line', (args: string[], reason: RegExp) => {
    expect(() => parseOptions(args)).toThrow(UsageError);
    expect(() => parseOptions(args)).toThrow(reason);
  });
});
