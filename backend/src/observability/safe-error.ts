/** What a log may hold of an error. */
export interface SafeError {
  readonly type: string;
  readonly code?: string;
  /** Only of errors whose words are known to quote nothing. */
  readonly message?: string;
  /** Where, without what. */
  readonly stack: string;
  readonly cause?: SafeError;
}

/** Their makers put no value of a record into them. */
const PLAIN_SPOKEN = /^(RefusedByStore|KafkaJS\w*|HomeInUse)$/;
/** Of the operating system (`ECONNREFUSED`): names and addresses of machines. */
const SYSTEM_CODE = /^E[A-Z0-9]+$/;
const DEEPEST = 3;

/**
 * An error without what it may quote: parsers, validators and Postgres put the value they stumbled over into their message, and drivers hang
 * statements and parameters on the error. Kind, code and place are left, and the words of those errors that are known to quote nothing.
 */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, stack: '' };
  const { code } = error as { code?: unknown };
  const known = typeof code === 'string' || typeof code === 'number' ? String(code) : null;
  return {
    type: error.name,
    ...(known === null ? {} : { code: known.slice(0, 40) }),
    ...(isPlainSpoken(error.name, known) ? { message: error.message } : {}),
    stack: framesOf(error.stack),
    ...(error.cause === undefined || depth >= DEEPEST
      ? {}
      : { cause: safeError(error.cause, depth + 1) }),
  };
}

function isPlainSpoken(name: string, code: string | null): boolean {
  if (PLAIN_SPOKEN.test(name)) return true;
  // With a code the message holds that and a table's name, not what Postgres said.
  return code !== null && (name === 'StorageError' || SYSTEM_CODE.test(code));
}

/** The frames of a stack; its first lines repeat the message. */
export function framesOf(stack: string | undefined): string {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .map((line) => line.trim())
    .join(' | ');
}
