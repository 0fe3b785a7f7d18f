import { UsageError } from './usage-error.ts';

const isOfWords = (error: unknown): boolean =>
  error instanceof UsageError ||
  (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;

export const asksForHelp = (words: readonly string[]): boolean =>
  words.includes('--help') || words.includes('-h');

/** Runs a program, or says how it is called where `words` ask for that: what went wrong in one line, exit 1; with the usage and exit 2 for words that it does not know. */
export async function runProgram(
  main: () => Promise<void>,
  usage: string,
  words: readonly string[] = process.argv.slice(2),
): Promise<void> {
  if (asksForHelp(words)) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (isOfWords(error)) process.stderr.write(`${usage}\n`);
    process.exitCode = isOfWords(error) ? 2 : 1;
  }
}
