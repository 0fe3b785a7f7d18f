import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Keeping } from './fit-network.ts';
import { packState, unpackState } from './fitting-state.ts';

/** What makes one run of training another: its arguments, its code, its patients. In words as they are told. */
export type RunMarks = Readonly<Record<string, string>>;

interface KeptRun {
  readonly command: string;
  readonly marks: RunMarks;
}

const FOLDER = 'unfinished';
const RUN_FILE = 'run.json';
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Where a run of training stands, in a folder beside the artefact it is to become: begun again with the same arguments it goes on there. Each network is
 * kept after every epoch, and after the step under way when the process is told to end. The folder holds weights and no patient.
 */
export class UnfinishedRun {
  readonly folder: string;
  /** As it was called the first time: part of the artefact. */
  readonly command: string;
  #marks: RunMarks;
  #told = false;
  readonly #tell = (): void => {
    this.#told = true;
  };

  private constructor(folder: string, { command, marks }: KeptRun) {
    this.folder = folder;
    this.command = command;
    this.#marks = marks;
  }

  /** Throws when what stands in `out` is another run's. `marks`: what is known before the patients are read. */
  static open(out: string, run: KeptRun): UnfinishedRun {
    const folder = join(out, FOLDER);
    const path = join(folder, RUN_FILE);
    if (!existsSync(path)) return new UnfinishedRun(folder, run);
    const kept = JSON.parse(readFileSync(path, 'utf8')) as KeptRun;
    refuseOther(folder, kept.marks, run.marks);
    return new UnfinishedRun(folder, kept);
  }

  /** Whether there is something to go on with. */
  get isBegun(): boolean {
    return existsSync(join(this.folder, RUN_FILE));
  }

  /** Says which patients it is about. Throws when they are not those it was begun with. */
  begin(marks: RunMarks): void {
    if (this.isBegun) {
      refuseOther(this.folder, this.#marks, marks);
      return;
    }
    this.#marks = { ...this.#marks, ...marks };
    mkdirSync(this.folder, { recursive: true });
    this.#write(RUN_FILE, `${JSON.stringify({ command: this.command, marks: this.#marks })}\n`);
  }

  readonly keeping = (network: string): Keeping => {
    const file = `${network}.json`;
    return {
      network,
      begin: () => {
        for (const signal of SIGNALS) process.on(signal, this.#tell);
        const path = join(this.folder, file);
        if (!existsSync(path)) return null;
        const [checksum = '', ...rest] = readFileSync(path, 'utf8').split('\n');
        const text = rest.join('\n');
        if (checksum !== checksumOf(text)) {
          throw new Error(`${path} is not as it was written: delete ${this.folder} and begin anew`);
        }
        return unpackState(text);
      },
      write: (state) => {
        const text = packState(state);
        this.#write(file, `${checksumOf(text)}\n${text}`);
      },
      stops: () => this.#told,
      end: () => {
        for (const signal of SIGNALS) process.off(signal, this.#tell);
      },
    };
  };

  /** The run is over: there is nothing to go on with. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Whole or not at all: the machine may go down at any moment. */
  #write(file: string, text: string): void {
    const path = join(this.folder, file);
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  }
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function refuseOther(folder: string, kept: RunMarks, asked: RunMarks): void {
  const other = Object.entries(asked).filter(([mark, value]) => kept[mark] !== value);
  if (other.length === 0) return;
  const said = other.map(([mark, value]) => `${mark} ${kept[mark] ?? '–'} there, ${value} here`);
  throw new Error(
    `${folder} holds an unfinished training of another kind: ${said.join('; ')}. Call it as it was called to go on with it, or delete the folder to begin anew`,
  );
}
