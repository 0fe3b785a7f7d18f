import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { DoorSplit, FrontDoor } from '../pipeline/front-door.ts';
import type { Log } from '../pipeline/log.ts';
import type { Clock } from '../pipeline/ports.ts';
import { acknowledgements, headerOf, TAKEN, type Verdict } from './acknowledgement.ts';
import { framed, MllpFrames, type Frame, type FrameLimits } from './mllp-frames.ts';

export interface MllpSettings {
  readonly host: string;
  readonly port: number;
  readonly limits?: FrameLimits;
  /** Further connections are turned away. */
  readonly maxConnections?: number;
  /** A sender that begins a message and then falls silent is cut off; between messages it may be silent for ever. */
  readonly stalledMs?: number;
}

export interface MllpParts {
  readonly door: Pick<FrontDoor, 'receive' | 'refuse'>;
  readonly clock: Clock;
  readonly log: Log;
}

const LIMITS: FrameLimits = { maxBytes: 5 * 1024 * 1024, keptBytes: 64 * 1024 };
const MAX_CONNECTIONS = 256;
const STALLED_MS = 60_000;
/** The message in hand gets this long to be finished when the process stops. */
const LAST_WORDS_MS = 5_000;

/**
 * HL7 v2 over MLLP. Each connection is served in order, one message at a time, and the next is read only once the last was answered: a sender that
 * is quicker than the log is slowed down by TCP. AA is said only when the log has the message for good.
 */
export class MllpListener {
  readonly #settings: Required<MllpSettings>;
  readonly #parts: MllpParts;
  readonly #server: Server;
  readonly #served = new Map<Socket, Promise<void>>();
  #stopping = false;

  constructor(settings: MllpSettings, parts: MllpParts) {
    this.#settings = {
      limits: LIMITS,
      maxConnections: MAX_CONNECTIONS,
      stalledMs: STALLED_MS,
      ...settings,
    };
    this.#parts = parts;
    this.#server = createServer({ keepAlive: true }, (socket) => {
      const served = this.#serve(socket).finally(() => this.#served.delete(socket));
      this.#served.set(socket, served);
    });
    this.#server.maxConnections = this.#settings.maxConnections;
    this.#server.on('drop', () => {
      parts.log.warn({ part: 'mllp', max: this.#settings.maxConnections }, 'a connection too many');
    });
  }

  /** Resolves with the port once connections are taken; rejects when it cannot be had. */
  async start(): Promise<number> {
    const { host, port } = this.#settings;
    this.#server.listen(port, host);
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  /** Takes nothing more; what was read to its end is answered first. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#server.close();
    const sockets = [...this.#served.keys()];
    for (const socket of sockets) if (!this.#busy.has(socket)) socket.destroy();
    const late = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, LAST_WORDS_MS);
    await Promise.all(this.#served.values());
    clearTimeout(late);
  }

  /** Connections whose message is being worked on. */
  readonly #busy = new Set<Socket>();

  async #serve(socket: Socket): Promise<void> {
    const frames = new MllpFrames(this.#settings.limits);
    socket.setTimeout(this.#settings.stalledMs, () => {
      if (frames.inside) {
        this.#parts.log.warn({ part: 'mllp' }, 'a sender stopped in the middle of a message');
        socket.destroy();
      }
    });
    try {
      for await (const chunk of socket) {
        await this.#answerAll(socket, frames.push(chunk as Buffer));
        if (this.#stopping) return;
      }
    } catch (error) {
      // The other side is gone: what it did not get an answer for it will send again.
      this.#parts.log.info({ part: 'mllp', err: error }, 'a connection broke');
    } finally {
      socket.destroy();
    }
  }

  async #answerAll(socket: Socket, frames: readonly Frame[]): Promise<void> {
    for (const frame of frames) {
      if (this.#stopping) return;
      await this.#answer(socket, frame);
    }
  }

  async #answer(socket: Socket, frame: Frame): Promise<void> {
    this.#busy.add(socket);
    try {
      const answers = await this.#answersTo(frame);
      if (answers.length === 0 || !socket.writable) return;
      await new Promise<void>((done) => {
        socket.write(Buffer.concat(answers.map(framed)), () => {
          done();
        });
      });
    } finally {
      this.#busy.delete(socket);
    }
  }

  /** One or two answers to a message; to a batch one frame that holds the answer to each message of it. */
  async #answersTo(frame: Frame): Promise<readonly string[]> {
    const messages = frame.kind === 'too-large' ? [frame.bytes] : messagesIn(frame.bytes);
    const answers: string[][] = [];
    for (const message of messages) {
      const verdict = await this.#verdictOn(frame, message);
      const now = this.#parts.clock.now();
      const at = { time: hl7Time(now), id: randomUUID().slice(0, 20) };
      answers.push([...acknowledgements(headerOf(message), verdict, at)]);
    }
    if (messages.length === 1) return answers[0] ?? [];
    const all = answers.flat();
    return [`BHS|^~\\&\r${all.join('')}BTS|${String(all.length)}\r`];
  }

  async #verdictOn(frame: Frame, message: Buffer): Promise<Verdict> {
    const { door, clock, log } = this.#parts;
    const now = clock.now();
    try {
      if (frame.kind === 'too-large') {
        const { maxBytes } = this.#settings.limits;
        const detail = `${String(frame.size)} bytes, allowed are ${String(maxBytes)}; the beginning is kept`;
        await door.refuse(message, { now, code: 'too-large', detail });
        return { code: 'AR', condition: 102, text: detail };
      }
      return verdictOf(await door.receive(message, { now, onlyType: null }));
    } catch (error) {
      log.error({ part: 'mllp', err: error }, 'a message could not be kept; its sender was told');
      const text = 'the message could not be kept: send it again later';
      return { code: 'AE', condition: 207, text };
    }
  }
}

function verdictOf({ entries }: DoorSplit): Verdict {
  const [refusal] = entries.flatMap(({ refusals }) => refusals);
  if (refusal === undefined) return TAKEN;
  const { code, detail } = refusal;
  if (code === 'no-patient') return { code: 'AE', condition: 101, text: detail };
  return { code: 'AR', condition: 100, text: detail };
}

/** One, or those of a batch: each begins with its MSH. */
function messagesIn(bytes: Buffer): readonly Buffer[] {
  const text = bytes.toString('latin1');
  if (!/^\s*(FHS|BHS)/.test(text)) return [bytes];
  const from = [...text.matchAll(/(?<=^|[\r\n])MSH/g)].map(({ index }) => index);
  if (from.length === 0) return [bytes];
  return from.map((start, at) => bytes.subarray(start, from[at + 1] ?? bytes.length));
}

function hl7Time(at: number): string {
  return `${new Date(at).toISOString().replace(/[-:T]/g, '').slice(0, 14)}+0000`;
}
