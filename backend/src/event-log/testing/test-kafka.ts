import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../../../test/kafka/main.ts', import.meta.url));

/** Real brokers for a spec, run by `test/kafka`; they end with this process, however it ends. */
export class TestKafka {
  readonly brokers: readonly string[];
  readonly #process: ChildProcess;
  readonly #answers: AsyncIterator<string>;

  private constructor(first: string, process: ChildProcess, answers: AsyncIterator<string>) {
    this.brokers = first.split(',');
    this.#process = process;
    this.#answers = answers;
  }

  static async start(brokers: 1 | 3 = 1): Promise<TestKafka> {
    const args = [COMMAND, 'start', '--attached', '--brokers', String(brokers)];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines: Interface = createInterface({ input: child.stdout });
    const answers = lines[Symbol.asyncIterator]();
    const first = await answers.next();
    if (first.done === true) throw new Error('Kafka did not start: see above');
    return new TestKafka(first.value, child, answers);
  }

  /** `kill -9`. */
  async kill(index: number): Promise<void> {
    await this.#tell(`kill ${index}`);
  }

  async restart(index: number): Promise<void> {
    await this.#tell(`restart ${index}`);
  }

  async stop(): Promise<void> {
    const exited = once(this.#process, 'exit');
    this.#process.stdin?.end();
    await exited;
  }

  async #tell(command: string): Promise<void> {
    this.#process.stdin?.write(`${command}\n`);
    const answer = await this.#answers.next();
    if (answer.value !== 'ok') throw new Error(`${command}: ${String(answer.value)}`);
  }
}
