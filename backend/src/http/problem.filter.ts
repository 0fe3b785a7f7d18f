import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem } from '@endwatch/contracts';
import type { Request, Response } from 'express';
import { Log } from '../pipeline/log.ts';

/** The only place that turns what went wrong into a status code: RFC 9457 problem details, with an id to find it in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log.child({ part: 'http' });
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const status = statusOf(error);
    const correlationId = randomUUID();
    if (status >= 500) {
      this.#log.error({ correlationId, method: request.method, err: error }, 'request failed');
    }
    const problem: Problem = {
      type: 'about:blank',
      title: STATUS_CODES[status] ?? 'Error',
      status,
      detail: status >= 500 ? 'Something went wrong on our side.' : messageOf(error),
      correlationId,
    };
    // Half an answer must not look like a whole one: who reads it sees that it broke off.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // body-parser and express put the status on the error itself.
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Bad request';
}
