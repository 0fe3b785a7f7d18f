import {
  joinAnswerSchema,
  type BoardEvent,
  type ClientToServer,
  type Heartbeat,
  type JoinAnswer,
  type ServerToClient,
} from '@endwatch/contracts';
import { io, type Socket } from 'socket.io-client';
import { socketAuth } from './access.ts';
import { eventually } from './system.ts';

/** A screen on the wall: keeps everything it is sent, in order. */
export class Viewer {
  readonly events: BoardEvent[] = [];
  readonly beats: Heartbeat[] = [];
  readonly #socket: Socket<ServerToClient, ClientToServer>;

  constructor(address: string) {
    this.#socket = io(`${address}/live`, {
      ...{ transports: ['websocket'], forceNew: true, auth: socketAuth(address) },
    });
    this.#socket.on('board', (events) => {
      this.events.push(...events);
    });
    this.#socket.on('heartbeat', (beat) => {
      this.beats.push(beat);
    });
  }

  /** What the server says, whatever is asked: also what no client of ours would ask. */
  async ask(join: unknown): Promise<JoinAnswer> {
    const answer: unknown = await this.#socket.timeout(20_000).emitWithAck('join', join as never);
    joinAnswerSchema.parse(answer);
    return answer as JoinAnswer;
  }

  async join(ward: string, after?: number): Promise<Extract<JoinAnswer, { ok: true }>> {
    const answer = await this.ask(after === undefined ? { ward } : { ward, after });
    if (!answer.ok) throw new Error(answer.problem);
    return answer;
  }

  async leave(ward: string): Promise<unknown> {
    return this.#socket.timeout(5_000).emitWithAck('leave', { ward });
  }

  async until(right: (events: readonly BoardEvent[]) => boolean): Promise<readonly BoardEvent[]> {
    return eventually(() => Promise.resolve(this.events), right);
  }

  close(): void {
    this.#socket.close();
  }
}
