import { Injectable, inject } from '@angular/core';
import type {
  AsKnown,
  Explanation,
  PatientDetail,
  Problem,
  Trajectory,
  WardSummary,
} from '@endwatch/contracts';
import { ServerClock } from './server-clock.ts';
import { Session } from './session.ts';

/** What went wrong, in words for a ward. `status` 0: the server could not be reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly correlationId: string | null,
  ) {
    super(title);
  }
}

/** What went wrong, as it is said on a page. */
export function wordsOf(error: unknown): string {
  return error instanceof ApiError ? error.title : 'The answer could not be read';
}

const WORDS_BY_STATUS: Readonly<Record<number, string>> = {
  0: 'The server could not be reached',
  401: 'You are not signed in',
  403: 'You are not allowed to see this',
  404: 'There is nothing at this address',
  409: 'Somebody else was faster: it has changed meanwhile',
  429: 'Too many requests at once: wait a moment',
  503: 'The server is not ready yet',
};

@Injectable({ providedIn: 'root' })
export class WardApi {
  private readonly clock = inject(ServerClock);
  private readonly session = inject(Session);

  wards(): Promise<WardSummary[]> {
    return this.send('/api/wards');
  }

  patient(id: string): Promise<PatientDetail> {
    return this.send(`/api/patients/${encodeURIComponent(id)}`);
  }

  trajectory(id: string): Promise<Trajectory> {
    return this.send(`/api/patients/${encodeURIComponent(id)}/trajectory`);
  }

  /** @param at ISO 8601 */
  asKnown(id: string, at: string): Promise<AsKnown> {
    return this.send(
      `/api/patients/${encodeURIComponent(id)}/as-known?at=${encodeURIComponent(at)}`,
    );
  }

  explanation(patientId: string, scoreId: string): Promise<Explanation> {
    const [patient, score] = [patientId, scoreId].map(encodeURIComponent);
    return this.send(`/api/patients/${String(patient)}/scores/${String(score)}/explanation`);
  }

  /** A body makes it a POST. Answers are trusted: they come from the server that served this page. */
  send<T>(url: string, body?: object, method = body ? 'POST' : 'GET'): Promise<T> {
    const sent = body ? { type: 'application/json', text: JSON.stringify(body) } : null;
    return this.ask(url, method, sent);
  }

  /** A file as it is. */
  sendText<T>(url: string, text: string, type: string): Promise<T> {
    return this.ask(url, 'POST', { type, text });
  }

  private async ask<T>(
    url: string,
    method: string,
    sent: { readonly type: string; readonly text: string } | null,
  ): Promise<T> {
    const answer = await fetch(url, {
      method,
      headers: {
        accept: 'application/json, application/problem+json',
        ...(sent ? { 'content-type': sent.type } : {}),
      },
      body: sent?.text ?? null,
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null);
    if (answer === null) throw new ApiError(0, words(0), null);
    this.clock.hint(answer.headers.get('date'));
    if (answer.status === 401) void this.session.lost();
    if (!answer.ok) throw await toError(answer);
    return (answer.status === 204 ? null : await answer.json()) as T;
  }
}

async function toError(answer: Response): Promise<ApiError> {
  const problem = (await answer.json().catch(() => ({}))) as Partial<Problem>;
  const said = problem.detail ?? problem.title ?? '';
  const title = said === '' ? words(answer.status) : said;
  return new ApiError(answer.status, title, problem.correlationId ?? null);
}

function words(status: number): string {
  return WORDS_BY_STATUS[status] ?? `The server answered with an error (${String(status)})`;
}
