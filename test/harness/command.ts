const BAD_USAGE = 64;

/** Options as somebody typed them; throws where they cannot be meant. */
export class BadUsage extends Error {}

/** Runs a command: `--help` says how it is called, and so does, with exit code 64, what it does not know. */
export async function runCommand(main: () => Promise<number>, usage: string): Promise<void> {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!isOfWords(error)) throw error;
    process.stderr.write(`${error.message}\n${usage}\n`);
    process.exitCode = BAD_USAGE;
  }
}

function isOfWords(error: unknown): error is Error {
  if (error instanceof BadUsage) return true;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS');
}
