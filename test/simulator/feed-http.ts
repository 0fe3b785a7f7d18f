import { setTimeout as wait } from 'node:timers/promises';
import type { Bundle, FhirResource } from 'fhir/r4.js';
import * as z from 'zod';
import { Hopeless, untilItWorks } from './back-off.ts';
import type { Feed } from './feed.ts';

/** Resources in one request: some hundred kilobytes. */
const REQUEST_RESOURCES = 200;
const REQUEST_MS = 60_000;
/** Of the lag that readiness tells. */
const LITTLE_SECONDS = 2;
const LOOK_AGAIN_MS = 500;

const readinessSchema = z.object({
  parts: z.object({ lag: z.object({ seconds: z.number() }) }),
});

const answerSchema = z.object({
  entry: z.array(z.object({ response: z.object({ status: z.string() }).optional() })).default([]),
});

export interface HttpFeedOptions {
  /** `http://host:port` */
  readonly to: string;
  /** Shown with every message; null: none is known. */
  readonly token: string | null;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

function inRequests(resources: readonly FhirResource[]): FhirResource[][] {
  const requests: FhirResource[][] = [];
  for (let i = 0; i < resources.length; i += REQUEST_RESOURCES) {
    requests.push(resources.slice(i, i + REQUEST_RESOURCES));
  }
  return requests;
}

/** Nothing will ever be taken of whoever asks in this way. */
export class NotAllowed extends Hopeless {}

/** 202: taken. 408, 429 and 5xx: not now. Anything else: never, so it is counted and left. */
async function takenOf(response: Response): Promise<{ refused: number }> {
  const text = await response.text();
  if (response.ok) {
    const answer = answerSchema.safeParse(JSON.parse(text === '' ? '{}' : text));
    const entries = answer.success ? answer.data.entry : [];
    return { refused: entries.filter(({ response: one }) => one?.status.startsWith('4')).length };
  }
  const reason = `answered ${String(response.status)} ${text.slice(0, 200)}`;
  if (response.status === 401 || response.status === 403) {
    throw new NotAllowed(
      `Endwatch ${reason}: give the token of an account for messages (--token, ENDWATCH_TOKEN, or the ENDWATCH_HOME of an Endwatch on this machine)`,
    );
  }
  if (response.status === 408 || response.status === 429 || response.status >= 500) {
    throw new Error(reason);
  }
  throw new Hopeless(reason);
}

/** Posts Bundles to `/fhir` of a running Endwatch. */
export function httpFeed({ to, token, signal, say }: HttpFeedOptions): Feed {
  let sent = 0;
  let refused = 0;
  let away = false;
  const onFailure = (reason: string): void => {
    if (!away) say(`Endwatch at ${to} does not take messages (${reason}); trying again …`);
    away = true;
  };
  const attempts = { signal, onFailure };

  const request = async (path: string, init: RequestInit): Promise<Response> => {
    const timeout = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]);
    return fetch(new URL(path, to), { ...init, signal: timeout });
  };
  const post = async (resources: readonly FhirResource[]): Promise<void> => {
    const entry = resources.map((resource) => ({ resource }));
    const body = JSON.stringify({
      resourceType: 'Bundle',
      type: 'collection',
      entry,
    } satisfies Bundle);
    const headers = {
      'content-type': 'application/fhir+json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    };
    try {
      const answer = await untilItWorks(
        async () => takenOf(await request('/fhir', { method: 'POST', headers, body })),
        attempts,
      );
      sent += resources.length - answer.refused;
      refused += answer.refused;
      away = false;
    } catch (error) {
      if (!(error instanceof Hopeless) || error instanceof NotAllowed) throw error;
      refused += resources.length;
      say(`Endwatch refused ${String(resources.length)} resources: ${error.message}`);
    }
  };
  return {
    ready: async () => {
      await untilItWorks(async () => {
        const response = await request('/health/ready', {});
        await response.body?.cancel();
        if (!response.ok) throw new Error(`not ready: ${String(response.status)}`);
      }, attempts);
      away = false;
    },
    send: async (messages) => {
      for (const resources of inRequests(messages.flatMap((message) => message.resources))) {
        await post(resources);
      }
    },
    caughtUp: async () => {
      while (!signal.aborted) {
        const told: unknown = await request('/health/ready', {}).then((answer) => answer.json());
        const readiness = readinessSchema.safeParse(told);
        // Whoever does not tell is not waited for.
        if (!readiness.success || readiness.data.parts.lag.seconds <= LITTLE_SECONDS) return;
        await wait(LOOK_AGAIN_MS, undefined, { signal });
      }
    },
    counts: () => ({ sent, refused }),
    close: () => Promise.resolve(),
  };
}
