import type { SendResult } from '../domain/notices/delivery.ts';
import type { Contact, NoticePayload } from '../domain/notices/notice.ts';

/** One way out of the house. Never rejects: what went wrong is an answer. */
export interface MessageChannel {
  send(contact: Contact, payload: NoticePayload): Promise<SendResult>;
}

export const ANSWER_WITHIN_MS = 10_000;

/** What an HTTP answer means for a delivery. */
export function resultOf(response: Response, now: number, confirmed: boolean): SendResult {
  const { status } = response;
  const problem = `answered ${String(status)}`;
  if (response.ok) return { outcome: 'accepted', confirmed };
  if (status === 404 || status === 410) return { outcome: 'gone', problem };
  if (status === 408 || status === 429 || status >= 500) {
    return { outcome: 'later', problem, after: retryAfter(response, now) };
  }
  return { outcome: 'refused', problem };
}

/** Seconds, or a date. */
function retryAfter({ headers }: Response, now: number): number | null {
  const said = headers.get('retry-after') ?? '';
  if (/^\d{1,6}$/.test(said)) return Number(said) * 1000;
  const at = Date.parse(said);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** A network that does not answer: the address is not told, it may hold a secret. */
export function unreachable(error: unknown): SendResult {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code, name } = cause as { readonly code?: string; readonly name?: string };
  return { outcome: 'later', problem: code ?? name ?? 'unreachable', after: null };
}
