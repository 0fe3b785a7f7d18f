import { createECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import ece from 'http_ece';
import { importJWK, jwtVerify } from 'jose';
import type { Contact, NoticePayload } from '../../domain/notices/notice.ts';

/** What a receiver answers: a status, or nothing at all. */
export type Answer = number | 'hang';

export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** An HTTP server that answers as it is told, one answer after the other, the last one for ever. */
export class Receiver {
  readonly received: Received[] = [];
  answers: Answer[] = [201];
  retryAfter: string | null = null;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { url = '', headers } = request;
        this.received.push({ path: url, headers, body: Buffer.concat(parts) });
        const answer = this.answers.length > 1 ? this.answers.shift() : this.answers[0];
        if (answer === 'hang' || answer === undefined) return;
        if (this.retryAfter !== null) response.setHeader('retry-after', this.retryAfter);
        response.writeHead(answer).end();
      });
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return this;
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.#server.address() as { port: number }).port)}`;
  }

  /** Everybody who waits for an answer is cut off. */
  async cut(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(setImmediate);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

/** A browser that has subscribed: reads what its push service got for it. */
export class Subscriber {
  readonly #key = createECDH('prime256v1');
  readonly #auth = randomBytes(16).toString('base64url');

  constructor() {
    this.#key.generateKeys();
  }

  get keys(): { p256dh: string; auth: string } {
    return { p256dh: this.#key.getPublicKey('base64url'), auth: this.#auth };
  }

  contact(address: string, username = 'dr'): Contact {
    return { id: address, username, channel: 'web-push', address, keys: this.keys, label: 'Phone' };
  }

  read({ body }: Received): NoticePayload {
    const plain = ece.decrypt(body, {
      ...{ version: 'aes128gcm', privateKey: this.#key, authSecret: this.#auth },
    });
    return JSON.parse(plain.toString('utf8')) as NoticePayload;
  }
}

/** Whether a push service would believe who sent it: the signature, for whom, and until when. Rejects when not. */
export async function checkVapid(
  { headers }: Received,
  audience: string,
): Promise<{ readonly subject: string | undefined; readonly publicKey: string }> {
  const [, token = '', publicKey = ''] =
    /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  const point = Buffer.from(publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) =>
    half.toString('base64url'),
  );
  const key = await importJWK({ kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, 'ES256');
  const { payload } = await jwtVerify(token, key, { audience });
  return { subject: payload.sub, publicKey };
}
