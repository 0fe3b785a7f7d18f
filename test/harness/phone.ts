import { createECDH, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';

interface Ece {
  decrypt(body: Buffer, parameters: object): Buffer;
}
const ece = createRequire(import.meta.url)('http_ece') as Ece;

/** What a phone is sent, opened. */
export interface Pushed {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly clear: boolean;
  readonly url: string;
  readonly deliveryId: string;
  readonly receipt: string | null;
}

/** A phone and its push service in one: takes what is pushed, opens it with the key of the browser, and confirms it like the service worker. */
export class Phone {
  readonly pushed: Pushed[] = [];
  /** False: what comes is not confirmed, as by a phone without a network. */
  isOn = true;
  readonly #key = createECDH('prime256v1');
  readonly #auth = randomBytes(16).toString('base64url');
  readonly #server: Server;
  readonly #endwatch: () => string;

  constructor(endwatch: () => string) {
    this.#endwatch = endwatch;
    this.#key.generateKeys();
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        response.writeHead(201).end();
        void this.#show(Buffer.concat(parts));
      });
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return this;
  }

  /** As `PushSubscription.toJSON()` of its browser. */
  get subscription(): object {
    const { port } = this.#server.address() as { port: number };
    return {
      endpoint: `http://127.0.0.1:${String(port)}/push`,
      keys: { p256dh: this.#key.getPublicKey('base64url'), auth: this.#auth },
    };
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #show(body: Buffer): Promise<void> {
    const plain = ece.decrypt(body, {
      ...{ version: 'aes128gcm', privateKey: this.#key, authSecret: this.#auth },
    });
    const pushed = JSON.parse(plain.toString('utf8')) as Pushed;
    this.pushed.push(pushed);
    if (pushed.receipt === null || !this.isOn) return;
    await fetch(`${this.#endwatch()}/api/push/receipts/${encodeURIComponent(pushed.deliveryId)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: pushed.receipt }),
    });
  }
}
