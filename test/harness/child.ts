import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface ChildOptions {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Node, in the folder of this clone, as whoever runs the test, unless said otherwise. */
  readonly program?: string;
  readonly cwd?: string;
  readonly account?: { readonly uid: number; readonly gid: number };
}

/** A program under test: what it says is kept, and it can be waited for by what it says. */
export class Child {
  readonly lines: string[] = [];
  readonly #process: ChildProcess;
  readonly #exit: Promise<number | NodeJS.Signals>;
  readonly #listeners = new Set<() => void>();

  constructor(options: ChildOptions) {
    const { PATH, HOME } = process.env;
    this.#process = spawn(options.program ?? process.execPath, options.args, {
      cwd: options.cwd ?? ROOT,
      env: { PATH, HOME, ...options.env },
      ...options.account,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        this.lines.push(line);
        for (const listener of this.#listeners) listener();
      });
    }
    this.#exit = new Promise((done) => {
      this.#process.once('exit', (code, signal) => {
        done(code ?? signal ?? 1);
        for (const listener of this.#listeners) listener();
      });
    });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get running(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** First line that matches, said or yet to be said. */
  async line(pattern: RegExp, withinMs = 60_000): Promise<RegExpExecArray> {
    const find = (): RegExpExecArray | undefined => {
      for (const line of this.lines) {
        const match = pattern.exec(line);
        if (match) return match;
      }
      return undefined;
    };
    return new Promise((found, failed) => {
      const give = (outcome: RegExpExecArray | Error): void => {
        clearTimeout(timer);
        this.#listeners.delete(look);
        if (outcome instanceof Error) failed(outcome);
        else found(outcome);
      };
      const look = (): void => {
        const match = find();
        if (match) give(match);
        else if (!this.running)
          give(new Error(`ended without ${String(pattern)}:\n${this.tail()}`));
      };
      const timer = setTimeout(() => {
        give(new Error(`no ${String(pattern)} within ${withinMs} ms:\n${this.tail()}`));
      }, withinMs);
      this.#listeners.add(look);
      look();
    });
  }

  /** Resolves with the exit code, or the signal that ended it. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | NodeJS.Signals> {
    if (this.running) this.#process.kill(signal);
    return this.#exit;
  }

  exited(): Promise<number | NodeJS.Signals> {
    return this.#exit;
  }

  signal(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  tail(): string {
    return this.lines.slice(-25).join('\n');
  }
}
