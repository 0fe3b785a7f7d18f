import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { Log } from '../pipeline/log.ts';
import { framesOf, safeError } from './safe-error.ts';

/** JSON lines on standard output. Values that could name a patient are never passed in; these paths are cut all the same. */
export function createLogger(level: string): Log {
  return pino({
    level,
    base: { service: 'endwatch' },
    serializers: { err: (error: unknown) => safeError(error) },
    redact: {
      paths: ['patientId', 'key', 'name', 'text', '*.patientId', '*.key', '*.name', '*.text'],
      remove: true,
    },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}

/** Nest's own messages through the same log. */
export class NestLog implements LoggerService {
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log.child({ part: 'nest' });
  }
  log(message: unknown, context?: string): void {
    this.#log.debug({ context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.#log.warn({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    // What the framework caught may quote anything: its words stay out.
    const type = message instanceof Error ? message.name : typeof message;
    this.#log.error({ context, type, stack: framesOf(stack) }, 'the framework caught an error');
  }
}
