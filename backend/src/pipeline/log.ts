/** Structured log: fields first, then a constant sentence. Never a patient's id, name or text. */
export abstract class Log {
  abstract debug(fields: object, message: string): void;
  abstract info(fields: object, message: string): void;
  abstract warn(fields: object, message: string): void;
  abstract error(fields: object, message: string): void;
  /** The same log with these fields on every line. */
  abstract child(fields: object): Log;
}
