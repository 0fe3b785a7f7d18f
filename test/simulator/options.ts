import { parseArgs } from 'node:util';
import { FEWEST_DAYS } from './history.ts';

export interface Options {
  /** Exactly one of `to` and `brokers`. */
  readonly to: string | null;
  readonly brokers: readonly string[] | null;
  /** With `to`; null: the one of this machine. */
  readonly token: string | null;
  readonly topicPrefix: string;
  /** Creates the topics with so many partitions; null: they are there. */
  readonly partitions: number | null;
  readonly patients: number;
  readonly speed: number;
  readonly seed: string;
  readonly demo: boolean;
  /** Records a second of load instead of a ward; null: a ward. */
  readonly rate: number | null;
  /** So many past stays instead of a ward; null: none. */
  readonly history: number | null;
  /** With `history`: they lie within so many days before now. */
  readonly days: number;
  /** Load ends after so many records; null: never. */
  readonly count: number | null;
}

export const USAGE = `npm run simulate -- --to http://127.0.0.1:3000 | --brokers host:port[,host:port]
  --patients 24     how many
  --speed 1         how fast the ward's clock runs; above 1 it begins five days ago and catches up
  --seed 1          the same seed is the same ward
  --demo            the demonstration ward "Stroke unit", with something to see in the first two minutes
  --rate N          N records a second instead of a ward (70 % vitals, 25 % laboratory, 3 % NIHSS, 1 % reports, 1 % admissions)
  --count N         with --rate: ends after N records
  --history N       N complete past stays instead of a ward, all finished, as fast as they are taken
  --days 90         with --history: within so many days before now
  --token T         with --to: a token that an administrator made; default: ENDWATCH_TOKEN, or that of an Endwatch on this machine
  --topic-prefix endwatch (or ENDWATCH_TOPIC_PREFIX), --partitions N (creates missing topics): with --brokers`;

/** What was wrong with the command line, in one line. */
export class UsageError extends Error {}

function numberOf(name: string, given: string | undefined, least: number): number | null {
  if (given === undefined) return null;
  const value = Number(given);
  if (given.trim() === '' || !Number.isFinite(value) || value < least) {
    throw new UsageError(`--${name} ${given}: a number from ${String(least)} on is allowed`);
  }
  return value;
}

function wholeOf(name: string, given: string | undefined): number | null {
  const value = numberOf(name, given, 1);
  if (value !== null && !Number.isInteger(value)) {
    throw new UsageError(`--${name} ${String(given)}: a whole number is allowed`);
  }
  return value;
}

function addressOf(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (!URL.canParse(given) || !/^https?:/.test(given)) {
    throw new UsageError(`--to ${given}: an address such as http://127.0.0.1:3000 is allowed`);
  }
  return given;
}

function brokersOf(given: string | undefined): string[] | null {
  if (given === undefined) return null;
  const brokers = given.split(',').map((broker) => broker.trim());
  if (brokers.some((broker) => !/^[^\s:]+:\d+$/.test(broker))) {
    throw new UsageError(`--brokers ${given}: host:port, several with commas, is allowed`);
  }
  return brokers;
}

const FLAGS = {
  to: { type: 'string' },
  token: { type: 'string' },
  brokers: { type: 'string' },
  'topic-prefix': { type: 'string' },
  partitions: { type: 'string' },
  patients: { type: 'string' },
  speed: { type: 'string' },
  seed: { type: 'string' },
  demo: { type: 'boolean' },
  rate: { type: 'string' },
  count: { type: 'string' },
  history: { type: 'string' },
  days: { type: 'string' },
} as const;

function valuesOf(
  args: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof FLAGS }>>['values'] {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function historyOf(
  stays: string | undefined,
  days: string | undefined,
): Pick<Options, 'history' | 'days'> {
  const history = wholeOf('history', stays);
  if (history === null && days !== undefined) throw new UsageError('--days goes with --history');
  return { history, days: numberOf('days', days, FEWEST_DAYS) ?? 90 };
}

/** The command line, or a UsageError that names the flag, what was given and what is allowed. */
export function parseOptions(
  args: readonly string[],
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Options {
  const values = valuesOf(args);
  const to = addressOf(values.to);
  const brokers = brokersOf(values.brokers);
  if ((to === null) === (brokers === null)) {
    throw new UsageError('one of --to and --brokers is needed, not both');
  }
  const rate = numberOf('rate', values.rate, 0.01);
  const count = wholeOf('count', values.count);
  if (count !== null && rate === null) throw new UsageError('--count goes with --rate');
  return {
    to,
    brokers,
    token: values.token ?? null,
    topicPrefix: values['topic-prefix'] ?? (variables['ENDWATCH_TOPIC_PREFIX'] || 'endwatch'),
    partitions: wholeOf('partitions', values.partitions),
    patients: wholeOf('patients', values.patients) ?? 24,
    speed: numberOf('speed', values.speed, 0.1) ?? 1,
    seed: values.seed ?? '1',
    demo: values.demo ?? false,
    rate,
    count,
    ...historyOf(values.history, values.days),
  };
}
