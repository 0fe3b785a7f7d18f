import { OnModuleDestroy } from '@nestjs/common';
import {
  WebSocketGateway,
  WebSocketServer,
  type OnGatewayConnection,
  type OnGatewayInit,
} from '@nestjs/websockets';
import {
  joinSchema,
  leaveSchema,
  type ClientToServer,
  type JoinAnswer,
  type ServerToClient,
} from '@endwatch/contracts';
import type { Namespace, Socket } from 'socket.io';
import { Log } from '../pipeline/log.ts';
import { Clock } from '../pipeline/ports.ts';
import { BoardFeed, PipelineStatus } from '../pipeline/read-ports.ts';
import { WardChannel } from './ward-channel.ts';

const HEARTBEAT_MS = 5_000;

type Viewer = Socket<ClientToServer, ServerToClient>;

/** The live channel: rooms by ward, fed from stored board events, so that any number of gateways show the same. */
@WebSocketGateway({ namespace: '/live', transports: ['websocket', 'polling'] })
export class WardGateway implements OnGatewayInit, OnGatewayConnection, OnModuleDestroy {
  @WebSocketServer()
  private readonly viewers!: Namespace<ClientToServer, ServerToClient>;
  readonly #channels = new Map<string, WardChannel>();
  readonly #feed: BoardFeed;
  readonly #status: PipelineStatus;
  readonly #clock: Clock;
  readonly #log: Log;
  #stop: () => void = () => undefined;

  constructor(feed: BoardFeed, status: PipelineStatus, clock: Clock, log: Log) {
    this.#feed = feed;
    this.#status = status;
    this.#clock = clock;
    this.#log = log.child({ part: 'live' });
  }

  afterInit(): void {
    const unlisten = this.#feed.onAdvance((wards) => {
      for (const ward of wards) this.#advance(ward);
    });
    const timer = setInterval(() => void this.#heartbeat(), HEARTBEAT_MS);
    this.#stop = () => {
      unlisten();
      clearInterval(timer);
    };
  }

  onModuleDestroy(): void {
    this.#stop();
  }

  /** Viewers connected through this process. */
  get viewerCount(): number {
    return this.viewers.sockets.size;
  }

  handleConnection(viewer: Viewer): void {
    viewer.on('join', (given, answer) => {
      void this.#join(viewer, given, typeof answer === 'function' ? answer : () => undefined);
    });
    viewer.on('leave', (given) => {
      const leave = leaveSchema.safeParse(given);
      if (leave.success) void viewer.leave(leave.data.ward);
    });
  }

  async #join(viewer: Viewer, given: unknown, answer: (answer: JoinAnswer) => void): Promise<void> {
    const join = joinSchema.safeParse(given);
    if (!join.success) {
      answer({ ok: false, problem: 'join takes { ward, after? }' });
      return;
    }
    const { ward, after } = join.data;
    // A viewer who asks again because it saw a hole must not get broadcasts before its answer.
    await viewer.leave(ward);
    try {
      await this.#channel(ward).join(after, { answer, enter: () => void viewer.join(ward) });
    } catch (error) {
      this.#log.warn({ err: error }, 'join failed');
      answer({ ok: false, problem: 'The ward cannot be read at the moment.' });
    }
  }

  #channel(ward: string): WardChannel {
    let channel = this.#channels.get(ward);
    if (!channel) {
      channel = new WardChannel(ward, this.#feed, (events) => {
        this.viewers.to(ward).emit('board', events);
      });
      this.#channels.set(ward, channel);
    }
    return channel;
  }

  #advance(ward: string): void {
    const channel = this.#watched(ward) ? this.#channels.get(ward) : undefined;
    channel?.advance().catch((error: unknown) => {
      this.#log.warn({ err: error }, 'board events could not be read');
    });
  }

  #watched(ward: string): boolean {
    return (this.viewers.adapter.rooms.get(ward)?.size ?? 0) > 0;
  }

  async #heartbeat(): Promise<void> {
    for (const [ward, channel] of this.#channels) {
      if (!this.#watched(ward)) {
        if (channel.idle) this.#channels.delete(ward);
        continue;
      }
      try {
        // Also the safety net for a notification that never came.
        const sequence = (await channel.advance()) ?? 0;
        const seconds = await this.#status.lagSeconds();
        const at = new Date(this.#clock.now()).toISOString();
        this.viewers.to(ward).emit('heartbeat', { ward, sequence, at, lag: { seconds } });
      } catch (error) {
        // No heartbeat is the message: boards turn grey by themselves.
        this.#log.warn({ err: error }, 'no heartbeat');
      }
    }
  }
}
