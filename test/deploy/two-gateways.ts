import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * Stands in for a proxy before several gateways: each request goes to the next one, or, when it is told to be sticky, to the one that a cookie names. It
 * shows what socket.io needs of a proxy; the proxy of docker/ itself is not run by tests.
 */
export class TwoGateways {
  readonly #gateways: readonly URL[];
  readonly #sticky: boolean;
  readonly #server: Server;
  #turn = 0;

  private constructor(gateways: readonly string[], sticky: boolean) {
    this.#gateways = gateways.map((address) => new URL(address));
    this.#sticky = sticky;
    this.#server = createServer((asked, answer) => {
      const to = this.#choose(asked);
      const { method, headers, url: path } = asked;
      const onward = request({ host: to.url.hostname, port: to.url.port, method, headers, path });
      onward.on('response', (said) => {
        const cookies = [...(said.headers['set-cookie'] ?? [])];
        if (this.#sticky) cookies.push(`gateway=${to.index}; Path=/`);
        answer.writeHead(said.statusCode ?? 502, { ...said.headers, 'set-cookie': cookies });
        said.pipe(answer);
      });
      onward.on('error', () => answer.destroy());
      asked.pipe(onward);
    });
    this.#server.on('upgrade', (asked: IncomingMessage, socket: Duplex) => {
      const { url } = this.#choose(asked);
      const onward = connect(Number(url.port), url.hostname);
      const lines = asked.rawHeaders.flatMap((name, index, all) =>
        index % 2 === 0 ? [`${name}: ${all[index + 1] ?? ''}`] : [],
      );
      onward.write(`GET ${asked.url ?? '/'} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      onward.pipe(socket).pipe(onward);
      for (const end of [onward, socket]) end.on('error', () => socket.destroy());
    });
  }

  static async start(gateways: readonly string[], sticky: boolean): Promise<TwoGateways> {
    const proxy = new TwoGateways(gateways, sticky);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #choose({ headers }: IncomingMessage): { url: URL; index: number } {
    const named = this.#sticky ? /gateway=(\d)/.exec(headers.cookie ?? '')?.[1] : undefined;
    const index = named === undefined ? this.#turn++ % this.#gateways.length : Number(named);
    const url = this.#gateways[index];
    if (!url) throw new Error(`there is no gateway ${index}`);
    return { url, index };
  }
}
