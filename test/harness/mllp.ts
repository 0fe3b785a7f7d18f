import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** An interface engine's end of an MLLP connection, written out by hand: it shares no code with what it tests. */
export class MllpSender {
  readonly #socket: Socket;
  readonly #waiting: ((answer: string) => void)[] = [];
  #text = '';

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('latin1').on('data', (text: string) => {
      this.#text += text;
      for (let end = this.#text.indexOf('\x1c\r'); end !== -1; end = this.#text.indexOf('\x1c\r')) {
        const answer = this.#text.slice(this.#text.indexOf('\x0b') + 1, end);
        this.#text = this.#text.slice(end + 2);
        this.#waiting.shift()?.(answer);
      }
    });
  }

  static async to(address: string): Promise<MllpSender> {
    const [host = '', port = ''] = address.split(':');
    const socket = connect({ host, port: Number(port) });
    await once(socket, 'connect');
    return new MllpSender(socket);
  }

  /** Sends one message, segments by CR; resolves with the acknowledgement. */
  send(message: string | Buffer): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<string>();
    this.#waiting.push(resolve);
    this.#socket.write(
      Buffer.concat([Buffer.of(0x0b), Buffer.from(message), Buffer.of(0x1c, 0x0d)]),
    );
    return promise;
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** `AA`, `AE` … of an acknowledgement, with the control id that it echoes. */
export function verdictIn(answer: string): { readonly code: string; readonly controlId: string } {
  const [, code = '', controlId = ''] = /\rMSA\|([A-Z]{2})\|([^|\r]*)/.exec(answer) ?? [];
  return { code, controlId };
}
