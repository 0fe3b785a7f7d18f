import type { SendResult } from '../domain/notices/delivery.ts';
import type { Contact, NoticePayload } from '../domain/notices/notice.ts';

/** One way out of the house. Never rejects: what went wrong is an answer. Gives up when `signal` says so. */
export interface MessageChannel {
  send(contact: Contact, payload: NoticePayload, signal: AbortSignal): Promise<SendResult>;
}

export const ANSWER_WITHIN_MS = 10_000;

/** Answers that say that nothing was taken. */
const TURNED_AWAY: readonly number[] = [408, 429, 503];

/** What an HTTP answer means for a delivery; `gone`: the statuses by which this kind of receiver says that it is no more. */
export function resultOf(
  response: Response,
  now: number,
  { gone, confirmed }: { readonly gone: readonly number[]; readonly confirmed: boolean },
): SendResult {
  const { status } = response;
  const problem = `answered ${String(status)}`;
  if (response.ok) return { outcome: 'accepted', confirmed };
  if (gone.includes(status)) return { outcome: 'gone', problem };
  if (TURNED_AWAY.includes(status) || status >= 500) {
    const maybeSent = !TURNED_AWAY.includes(status);
    return { outcome: 'later', problem, after: retryAfter(response, now), maybeSent };
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

/** The connection was never made. */
const NOT_REACHED = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EDNS'],
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** A network that does not answer: the address is not told, it may hold a secret. */
export function unreachable(error: unknown): SendResult {
  const cause = (error as { readonly cause?: unknown } | null)?.cause ?? error;
  // Nodemailer puts a name of its own in the place of the system's.
  const { originalCode, code, name } = (cause ?? {}) as Readonly<Record<string, unknown>>;
  const said = [originalCode, code, name].find((one) => typeof one === 'string');
  const problem = said ?? 'unreachable';
  return { outcome: 'later', problem, after: null, maybeSent: !NOT_REACHED.has(problem) };
}
