/** SQLSTATE classes of a database that is away, busy or arbitrating: trying again may help. */
const TRANSIENT = /^(08|40|53|55|57|58)/;

interface PostgresFailure {
  readonly code?: unknown;
  readonly table?: unknown;
  readonly constraint?: unknown;
}

/**
 * Postgres did not do what was asked. The message names SQLSTATE, table and constraint and never a value: what Postgres says itself may quote
 * a patient's.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  /** SQLSTATE or the system's code (`ECONNREFUSED`); null where there is none. */
  readonly code: string | null;
  /** Whether the same may succeed later. */
  readonly transient: boolean;

  constructor(message: string, code: string | null, transient: boolean) {
    super(message);
    this.code = code;
    this.transient = transient;
  }

  static from(failure: unknown): StorageError {
    if (failure instanceof StorageError) return failure;
    const { code, table, constraint } = (failure ?? {}) as PostgresFailure;
    if (typeof code !== 'string') {
      // pg says "Connection terminated unexpectedly" and the like without a code; errors of our own making name no value either.
      const message = failure instanceof Error ? failure.message : 'unknown failure';
      return new StorageError(`Postgres: ${message}`, null, isConnectionLoss(message));
    }
    const where = [table, constraint].filter((part) => typeof part === 'string').join('.');
    const isSqlState = /^[0-9A-Z]{5}$/.test(code);
    return new StorageError(
      `Postgres: ${code}${where ? ` at ${where}` : ''}`,
      code,
      !isSqlState || TRANSIENT.test(code),
    );
  }
}

function isConnectionLoss(message: string): boolean {
  return /terminated|timeout|not queryable|closed|reset/i.test(message);
}
