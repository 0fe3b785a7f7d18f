import { UsageError } from './usage-error.ts';

const isOfWords = (error: unknown): boolean =>
  error instanceof UsageError ||
  (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;

/** Runs a program: what went wrong in one line, exit 1; with the usage and exit 2 for words that it does not know. */
export async function runProgram(main: () => Promise<void>, usage: string): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (isOfWords(error)) process.stderr.write(`${usage}\n`);
    process.exitCode = isOfWords(error) ? 2 : 1;
  }
}
