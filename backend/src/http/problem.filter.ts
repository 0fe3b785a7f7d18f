import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import {
  Catch,
  HttpException,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Problem } from '@endwatch/contracts';
import type { Request, Response } from 'express';
import { Log } from '../pipeline/log.ts';
import { otherMethods } from './allowed-methods.ts';

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
    const allowed = isUntaken(error, request) ? otherMethods(request) : [];
    const status = allowed.length > 0 ? 405 : statusOf(error);
    const correlationId = randomUUID();
    if (status >= 500) {
      this.#log.error({ correlationId, method: request.method, err: error }, 'request failed');
    }
    const problem: Problem = {
      type: 'about:blank',
      title: STATUS_CODES[status] ?? 'Error',
      status,
      detail: allowed.length > 0 ? notAllowed(request, allowed) : detailOf(error, status),
      correlationId,
    };
    // Half an answer must not look like a whole one: who reads it sees that it broke off.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (allowed.length > 0) response.setHeader('allow', allowed.join(', '));
    if (status === 401) response.setHeader('www-authenticate', 'Bearer');
    response.status(status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // body-parser and express put the status on the error itself.
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

/** No route took it; a handler's own 404 is about what it looked for. */
function isUntaken(error: unknown, request: Request): boolean {
  // express notes a route for every HEAD, even one that has no handler for it.
  const isNoted = request.route !== undefined && request.method !== 'HEAD';
  return error instanceof NotFoundException && !isNoted;
}

function notAllowed({ method }: Request, allowed: readonly string[]): string {
  return `This address has no ${method}; it has ${allowed.join(', ')}.`;
}

function detailOf(error: unknown, status: number): string {
  if (status >= 500) return 'Something went wrong on our side.';
  return error instanceof Error ? error.message : 'Bad request';
}
