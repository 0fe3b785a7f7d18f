/** SQLSTATE classes of a database that is away, busy, arbitrating or read-only, or whose tables were just changed: trying again may help. */
const TRANSIENT = /^(0A000|08|25006|40|53|55|57|58)/;
/** Classes that speak of what was to be written: values, constraints, limits of an index, a trigger that objects. */
const DATA = /^(21|22|23|44|54|P0)/;

type Kind = 'transient' | 'data' | 'other';

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
  /** Whether the rows themselves are to blame, so that they would be refused again. */
  readonly data: boolean;

  constructor(message: string, code: string | null, kind: Kind) {
    super(message);
    this.code = code;
    this.transient = kind === 'transient';
    this.data = kind === 'data';
  }

  static from(failure: unknown): StorageError {
    if (failure instanceof StorageError) return failure;
    const { code, table, constraint } = (failure ?? {}) as PostgresFailure;
    if (typeof code !== 'string') {
      // pg says "Connection terminated unexpectedly" and the like without a code; errors of our own making name no value either.
      const message = failure instanceof Error ? failure.message : 'unknown failure';
      return new StorageError(`Postgres: ${message}`, null, kindOf(failure, message));
    }
    const where = [table, constraint].filter((part) => typeof part === 'string').join('.');
    return new StorageError(
      `Postgres: ${code}${where ? ` at ${where}` : ''}`,
      code,
      kindOfState(code),
    );
  }
}

/** The system's own codes, of a connection that is gone (`ECONNRESET`; `EPIPE` has five letters as an SQLSTATE has). No class of SQLSTATE begins with E. */
const SYSTEM = /^E/;

function kindOfState(code: string): Kind {
  const isSqlState = /^[0-9A-Z]{5}$/.test(code) && !SYSTEM.test(code);
  if (!isSqlState || TRANSIENT.test(code)) return 'transient';
  return DATA.test(code) ? 'data' : 'other';
}

function kindOf(failure: unknown, message: string): Kind {
  if (/terminated|timeout|not queryable|closed|reset/i.test(message)) return 'transient';
  // A time that is none and the like, found while the rows were made.
  return failure instanceof RangeError ? 'data' : 'other';
}
