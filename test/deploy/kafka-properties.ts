import type { ComposeService } from './compose-file.ts';

/** Who and where a broker is: the test's own brokers have other places. */
const OF_ITS_PLACE =
  /^(node\.id|listeners|advertised\.listeners|listener\.security\.protocol\.map|controller\.|log\.dirs|process\.roles)/;

/** What a Kafka container makes of its variables: KAFKA_MIN_INSYNC_REPLICAS → min.insync.replicas. */
export function kafkaProperties({ environment = {} }: ComposeService): Record<string, string> {
  const named = Object.entries(environment)
    .filter(([name]) => name.startsWith('KAFKA_'))
    .map(([name, value]): [string, string] => [
      name.slice('KAFKA_'.length).toLowerCase().replaceAll('_', '.'),
      value,
    ]);
  return Object.fromEntries(named.filter(([name]) => !OF_ITS_PLACE.test(name)));
}
