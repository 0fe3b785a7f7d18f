import { once } from 'node:events';
import {
  createServer,
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** `away`: nobody is there; `silent`: nobody answers; `bad-gateway`: a proxy answers in the place of the server. */
export type Manner = 'through' | 'away' | 'silent' | 'bad-gateway';

const MAIN = /main-[\w-]{8}\.js/g;
const NEWER_MAIN = 'main-NEWER_00.js';
const TEXTS = /^\/(push-worker\.js)?$/;

/** So that all of it comes, as it is. */
function asAnew(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const others = Object.entries(headers).filter(([name]) => !name.startsWith('if-'));
  return { ...Object.fromEntries(others), 'accept-encoding': 'identity' };
}

/** The way between a browser and Endwatch, as a house has it: it can fail in the ways such ways fail, and bring another version of the page. */
export class Front {
  manner: Manner = 'through';
  /** Pages, worker and main file are those of another version; the old main file is gone. */
  newer = false;
  readonly #server: Server;
  readonly #target: URL;

  private constructor(target: string) {
    this.#target = new URL(target);
    this.#server = createServer((request, response) => {
      if (!this.#refuse(request.socket, response)) this.#forward(request, response);
    });
    this.#server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
      if (!this.#refuse(socket)) this.#join(request, socket);
    });
  }

  static async before(target: string): Promise<Front> {
    const front = new Front(target);
    front.#server.listen(0, '127.0.0.1');
    await once(front.#server, 'listening');
    return front;
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** What is open ends, what comes is treated so. */
  become(manner: Manner): void {
    this.manner = manner;
    this.#server.closeAllConnections();
    for (const socket of this.#joined) socket.destroy();
  }

  close(): void {
    this.become('away');
    this.#server.close();
  }

  readonly #joined = new Set<Duplex>();

  #refuse(socket: Duplex, response?: ServerResponse): boolean {
    if (this.manner === 'through') return false;
    if (this.manner === 'silent') return true;
    if (this.manner === 'bad-gateway' && response) response.writeHead(502).end('Bad Gateway');
    else socket.destroy();
    return true;
  }

  #forward(request: IncomingMessage, response: ServerResponse): void {
    const { headers, method, url = '/' } = request;
    const isPage = headers.accept?.includes('text/html') === true;
    const isText = this.newer && (isPage || TEXTS.test(url));
    if (this.newer && method === 'GET' && new RegExp(MAIN).test(url) && !url.endsWith(NEWER_MAIN)) {
      response.writeHead(404).end();
      return;
    }
    const onward = ask(
      {
        ...{ host: this.#target.hostname, port: this.#target.port, method },
        path: url.endsWith(NEWER_MAIN) ? `/${this.#main}` : url,
        headers: isText ? asAnew(headers) : headers,
      },
      (answer) => {
        if (isText) void this.#reword(answer, response);
        else {
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
        }
      },
    );
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  }

  #main = '';

  async #reword(answer: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const part of answer.setEncoding('utf8')) text += String(part);
    this.#main = text.match(MAIN)?.[0] ?? this.#main;
    const headers = { ...answer.headers };
    for (const name of ['content-length', 'etag', 'last-modified'])
      Reflect.deleteProperty(headers, name);
    const newer = text.replaceAll(MAIN, NEWER_MAIN).replace(/"version":"\w+"/, '"version":"newer"');
    response.writeHead(answer.statusCode ?? 500, headers).end(newer);
  }

  #join({ method, url, headers }: IncomingMessage, socket: Duplex): void {
    const server = connect({ port: Number(this.#target.port), host: this.#target.hostname });
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
    server.write(`${String(method)} ${String(url)} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    for (const [one, other] of [
      [socket, server],
      [server, socket],
    ] as const) {
      this.#joined.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        this.#joined.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
