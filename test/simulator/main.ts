// A simulated ward for a running Endwatch, over HTTP or Kafka. See `options.ts` for the flags.
import type { Feed } from './feed.ts';
import { httpFeed, NotAllowed } from './feed-http.ts';
import { kafkaFeed } from './feed-kafka.ts';
import { parseOptions, USAGE, UsageError } from './options.ts';
import type { Options } from './options.ts';
import { playDemo, playHistory, playLoad, playWard } from './programme.ts';
import type { Stage } from './programme.ts';
import { tokenFor } from './token.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function optionsOrExit(): Options {
  const words = process.argv.slice(2);
  if (words.includes('--help') || words.includes('-h')) {
    say(USAGE);
    process.exit(0);
  }
  try {
    return parseOptions(words);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}\n`);
    process.exit(64);
  }
}

function feedOf(options: Options, signal: AbortSignal): Feed {
  if (options.to !== null) {
    return httpFeed({ to: options.to, token: tokenFor(options.token), signal, say });
  }
  const { brokers, topicPrefix, partitions } = options;
  return kafkaFeed({ brokers: brokers ?? [], topicPrefix, partitions, signal, say });
}

function programmeOf({ demo, history, rate }: Options): (stage: Stage) => Promise<void> {
  if (demo) return playDemo;
  if (history !== null) return playHistory;
  return rate === null ? playWard : playLoad;
}

const options = optionsOrExit();
const stop = new AbortController();
const { signal } = stop;
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());

const feed = feedOf(options, signal);
try {
  await programmeOf(options)({ feed, options, signal, say });
} catch (error) {
  if (error instanceof NotAllowed) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else if (!signal.aborted) throw error;
} finally {
  await feed.close();
}
const { sent, refused } = feed.counts();
say(`Sent ${String(sent)} resources, ${String(refused)} refused.`);
