/** `npm run topics -- create | check`: the topics on `KAFKA_BROKERS`. */
import { join } from 'node:path';
import { BadConfiguration, EXIT_BAD_CONFIGURATION, readEnvironment } from './config/environment.ts';
import { topicsCommand, TOPICS_USAGE } from './event-log/topics-command.ts';

try {
  const words = process.argv.slice(2);
  if (words.includes('--help') || words.includes('-h')) {
    console.log(TOPICS_USAGE);
    process.exit(0);
  }
  const environment = readEnvironment(join(import.meta.dirname, '../../.endwatch'));
  const { kafka, topicPrefix, partitions } = environment;
  if (!kafka) throw new BadConfiguration('KAFKA_BROKERS is not set; allowed: host:port,host:port');
  const { lines, exitCode } = await topicsCommand(words, {
    connection: kafka,
    topicPrefix,
    partitions,
  });
  for (const line of lines) console.log(line);
  process.exitCode = exitCode;
} catch (error) {
  if (!(error instanceof BadConfiguration)) throw error;
  console.error(error.message);
  process.exitCode = EXIT_BAD_CONFIGURATION;
}
