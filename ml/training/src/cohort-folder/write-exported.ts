import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { linesOf } from './lines-of.ts';
import { writeCohort, type WrittenStay } from './write-cohort.ts';

interface Export {
  /** What writes stays to its output, a line each. */
  readonly reader: { readonly script: string; readonly env: NodeJS.ProcessEnv };
  /** A folder that is made; nothing of it stays where the export fails. */
  readonly out: string;
  readonly name: string | null;
}

/** Stays of another process as a cohort folder: whole or not at all, since half a cohort looks like a whole one. */
export async function writeExported({ reader, out, name }: Export): ReturnType<typeof writeCohort> {
  const child = spawn(process.execPath, [reader.script], {
    env: reader.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let isWhole = false;
  try {
    const written = await writeCohort(out, stays(child.stdout), { kind: 'site', name });
    const [status] = (await ended) as [number | null];
    if (status !== 0) throw new Error(`${UNREAD}: nothing is written`);
    isWhole = true;
    return written;
  } finally {
    if (!isWhole) {
      child.kill();
      rmSync(out, { recursive: true, force: true });
    }
  }
}

const UNREAD = 'the database could not be read to its end';

async function* stays(output: AsyncIterable<string | Buffer>): AsyncIterable<WrittenStay> {
  for await (const line of linesOf(output)) {
    try {
      yield JSON.parse(line) as WrittenStay;
    } catch (error) {
      if (error instanceof SyntaxError) throw new Error(`${UNREAD}: a line of it is cut off`);
      throw error;
    }
  }
}
