import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What the proxy does with bytes of a client that hold the watched word. */
export type Interference =
  /** The server never sees them; the connection ends. */
  | { readonly kind: 'lose-request' }
  /** The server does what they say, the client never hears of it; the connection ends. */
  | { readonly kind: 'lose-answer' }
  /** The server sees them that much later. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** The server sees them when `leaveAlone` is called, if the connection still stands. */
  | { readonly kind: 'hold' };

interface Rule {
  readonly word: Buffer;
  readonly how: Interference;
  /** How often it still applies. */
  left: number;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

/** A network between two programs that a test can cut, slow down and silence. */
export class TcpProxy {
  readonly port: number;
  readonly #listener: Server;
  readonly #target: () => number | null;
  readonly #pairs = new Set<Pair>();
  readonly #waiting = new Set<Socket>();
  readonly #witnesses = new Set<() => void>();
  readonly #held = new Set<() => void>();
  #rule: Rule | null = null;
  #state: 'open' | 'refusing' | 'silent' = 'open';

  private constructor(listener: Server, target: () => number | null) {
    this.#listener = listener;
    this.#target = target;
    this.port = (listener.address() as AddressInfo).port;
    listener.on('connection', (client) => {
      this.#accept(client);
    });
  }

  /** `target` says for each new connection to which port of this machine it goes; null = nobody is there. */
  static async open(target: () => number | null, port = 0): Promise<TcpProxy> {
    const listener = createServer({ allowHalfOpen: true }).listen(port, '127.0.0.1');
    await once(listener, 'listening');
    return new TcpProxy(listener, target);
  }

  /** From now on, `times` times, bytes of a client that hold `word` are treated like this. */
  interfere(word: string, how: Interference, times = Infinity): void {
    this.#rule = { word: Buffer.from(word), how, left: times };
  }

  /** Resolves when the rule applies next: true, or false when it did not within that time. */
  async interfered(withinMs: number): Promise<boolean> {
    return new Promise((seen) => {
      const tell = (): void => {
        clearTimeout(timer);
        this.#witnesses.delete(tell);
        seen(true);
      };
      const timer = setTimeout(() => {
        this.#witnesses.delete(tell);
        seen(false);
      }, withinMs);
      this.#witnesses.add(tell);
    });
  }

  leaveAlone(): void {
    this.#rule = null;
    for (const release of this.#held) release();
    this.#held.clear();
  }

  /** Ends every connection; new ones are let through. */
  cut(): void {
    for (const pair of this.#pairs) end(pair);
  }

  /** Ends every connection and takes no new ones until `open`. */
  refuse(): void {
    this.#state = 'refusing';
    this.cut();
  }

  /** Nothing comes through any more and nobody is told, as in a partitioned network, until `open`. */
  silence(): void {
    this.#state = 'silent';
    for (const { client, server } of this.#pairs) {
      client.pause();
      server.pause();
    }
  }

  /** Everything comes through again; what was on the way in silence arrives late. */
  open(): void {
    const wasSilent = this.#state === 'silent';
    this.#state = 'open';
    if (!wasSilent) return;
    for (const { client, server } of this.#pairs) {
      client.resume();
      server.resume();
    }
    for (const client of this.#waiting) this.#forward(client);
    this.#waiting.clear();
  }

  async close(): Promise<void> {
    this.refuse();
    for (const client of this.#waiting) client.destroy();
    await new Promise((closed) => this.#listener.close(closed));
  }

  #accept(client: Socket): void {
    client.on('error', () => client.destroy());
    if (this.#state === 'refusing') client.resetAndDestroy();
    else if (this.#state === 'open') this.#forward(client);
    else {
      client.pause();
      this.#waiting.add(client);
    }
  }

  #forward(client: Socket): void {
    const port = this.#target();
    if (port === null || client.destroyed) {
      client.resetAndDestroy();
      return;
    }
    const server = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const pair: Pair = { client, server };
    this.#pairs.add(pair);
    client.setNoDelay();
    server.setNoDelay();
    const over = (): void => {
      this.#pairs.delete(pair);
      end(pair);
    };
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.on('end', () => to.end());
      from.on('close', over);
      from.on('error', over);
    }
    client.on('data', (bytes) => {
      this.#fromClient(pair, bytes);
    });
    server.on('data', (bytes) => {
      this.#pass(bytes, server, client);
    });
    client.resume();
  }

  /** No faster than the other side takes it. */
  #pass(bytes: Buffer, from: Socket, to: Socket): void {
    if (to.destroyed || to.write(bytes)) return;
    from.pause();
    to.once('drain', () => {
      if (this.#state !== 'silent') from.resume();
    });
  }

  #fromClient(pair: Pair, bytes: Buffer): void {
    const { client, server } = pair;
    const rule = this.#rule;
    if (!rule || rule.left <= 0 || !bytes.includes(rule.word)) {
      this.#pass(bytes, client, server);
      return;
    }
    rule.left -= 1;
    for (const tell of [...this.#witnesses]) tell();
    const { how } = rule;
    if (how.kind === 'lose-request') {
      end(pair);
      return;
    }
    if (how.kind === 'lose-answer') {
      server.removeAllListeners('data').once('data', () => {
        end(pair);
      });
      server.write(bytes);
      return;
    }
    client.pause();
    const release = (): void => {
      if (!server.destroyed) server.write(bytes);
      if (this.#state !== 'silent') client.resume();
    };
    if (how.kind === 'hold') this.#held.add(release);
    else setTimeout(release, how.milliseconds);
  }
}

/** As a network that breaks: no goodbye, a reset. Where the goodbye is under way already Node would keep a socket that is reset. */
function end({ client, server }: Pair): void {
  for (const socket of [client, server]) {
    if (socket.destroyed) continue;
    if (socket.writableEnded) socket.destroy();
    else socket.resetAndDestroy();
  }
}
