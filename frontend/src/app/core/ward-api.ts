import { Injectable, inject } from '@angular/core';
import type {
  AsKnown,
  Explanation,
  PatientDetail,
  Problem,
  Trajectory,
  WardSummary,
} from '@endwatch/contracts';
import { wardWord } from '../words/patient-words.ts';
import { serverWords } from '../words/server-words.ts';
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
  return error instanceof ApiError
    ? error.title.replace(/\.$/, '')
    : $localize`:@@core.unreadable:The answer could not be read`;
}

const WORDS_BY_STATUS: Readonly<Record<number, string>> = {
  0: $localize`:@@core.unreachable:The server could not be reached`,
  401: $localize`:@@core.not-signed-in:You are not signed in`,
  403: $localize`:@@core.not-allowed:You are not allowed to see this`,
  404: $localize`:@@core.nothing-here:There is nothing at this address`,
  409: $localize`:@@core.faster:Somebody else was faster: it has changed meanwhile`,
  429: $localize`:@@core.too-many:Too many requests at once: wait a moment`,
  503: $localize`:@@core.not-ready:The server is not ready yet`,
};

/** Longer than an answer for the ward ever takes. */
const WITHIN_MS = 15_000;

export interface Exchange {
  readonly method?: string;
  /** A body and what it is. */
  readonly sent?: { readonly type: string; readonly text: string } | null;
  /** What is wanted; a refusal is always understood as a problem in JSON. */
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

@Injectable({ providedIn: 'root' })
export class WardApi {
  private readonly clock = inject(ServerClock);
  private readonly session = inject(Session);

  async wards(): Promise<WardSummary[]> {
    const wards = await this.send<WardSummary[]>('/api/wards');
    return wards.map((ward) => ({ ...ward, name: wardWord(ward.name) }));
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
    return this.answerTo(url, { method, sent: body ? jsonOf(body) : null });
  }

  /** A file as it is. */
  sendText<T>(url: string, text: string, type: string): Promise<T> {
    return this.answerTo(url, { method: 'POST', sent: { type, text } });
  }

  private async answerTo<T>(url: string, asked: Exchange): Promise<T> {
    const answer = await this.exchange(url, asked);
    // What was done may have nothing to say.
    const text = answer.status === 204 ? '' : await answer.text();
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  /** As it came; rejects with an `ApiError` where it was refused. An `ApiError` of status 0 also stands for an exchange that was called off. */
  async exchange(url: string, asked: Exchange = {}): Promise<Response> {
    const { method = 'GET', sent = null, accept = 'application/json' } = asked;
    const answer = await fetch(url, {
      method,
      headers: {
        accept: `${accept}, application/problem+json`,
        ...(sent ? { 'content-type': sent.type } : {}),
      },
      body: sent?.text ?? null,
      signal: asked.signal ?? AbortSignal.timeout(WITHIN_MS),
    }).catch(() => null);
    if (answer === null) throw new ApiError(0, words(0), null);
    this.clock.hint(answer.headers.get('date'));
    if (answer.status === 401) this.session.lost();
    if (!answer.ok) throw await toError(answer);
    return answer;
  }
}

const jsonOf = (body: object): NonNullable<Exchange['sent']> => ({
  type: 'application/json',
  text: JSON.stringify(body),
});

async function toError(answer: Response): Promise<ApiError> {
  const problem = (await answer.json().catch(() => ({}))) as Partial<Problem>;
  const said = problem.detail ?? problem.title ?? '';
  const title = said === '' ? words(answer.status) : serverWords(said);
  return new ApiError(answer.status, title, problem.correlationId ?? null);
}

function words(status: number): string {
  return (
    WORDS_BY_STATUS[status] ??
    $localize`:@@core.error:The server answered with an error (${status}:status:)`
  );
}
