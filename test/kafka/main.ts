/**
 * `node test/kafka/main.ts start [--brokers 3] [--attached]`: prints `host:port[,host:port…]` once the brokers answer and stays until SIGTERM
 * or Ctrl-C. With `--attached` it also ends when its standard input does, and obeys lines on it: `kill N`, `shut N`, `restart N`, `freeze N`,
 * `thaw N` (N from 0), each answered by `ok` or `failed: why`. `node test/kafka/main.ts fetch` only fetches the jars.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { KafkaCluster } from './cluster.ts';
import { brokerJars } from './jars.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    brokers: { type: 'string', default: '1' },
    attached: { type: 'boolean', default: false },
  },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function obey(cluster: KafkaCluster, line: string): Promise<void> {
  const [verb, operand] = line.trim().split(/\s+/);
  const index = Number(operand);
  switch (verb) {
    case 'kill':
      return cluster.kill(index);
    case 'shut':
      return cluster.shut(index);
    case 'restart':
      return cluster.restart(index);
    case 'freeze':
      cluster.freeze(index);
      return;
    case 'thaw':
      cluster.thaw(index);
      return;
    default:
      throw new Error(`unknown command ${line}`);
  }
}

async function start(): Promise<void> {
  const cluster = await KafkaCluster.start({ brokers: Number(values.brokers) });
  const leave = (): void => {
    void cluster.stop().finally(() => process.exit(0));
  };
  process.once('SIGTERM', leave);
  process.once('SIGINT', leave);
  say(cluster.bootstrap);
  if (!values.attached) {
    // Child processes do not keep Node alive for sure; a timer does.
    setInterval(() => undefined, 60_000);
    return;
  }
  const lines = createInterface({ input: process.stdin });
  lines.once('close', leave);
  for await (const line of lines) {
    await obey(cluster, line).then(
      () => {
        say('ok');
      },
      (error: unknown) => {
        say(`failed: ${error instanceof Error ? error.message : String(error)}`);
      },
    );
  }
}

async function main(): Promise<void> {
  if (positionals[0] === 'fetch') say(await brokerJars());
  else if (positionals[0] === 'start') await start();
  else throw new Error('usage: node test/kafka/main.ts start [--brokers 3] [--attached] | fetch');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
