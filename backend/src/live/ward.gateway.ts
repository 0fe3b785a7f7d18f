import type { EpochMs } from '@endwatch/clinical';
import { Inject, OnModuleDestroy } from '@nestjs/common';
import {
  WebSocketGateway,
  WebSocketServer,
  type OnGatewayConnection,
  type OnGatewayInit,
} from '@nestjs/websockets';
import {
  coversWard,
  joinSchema,
  leaveSchema,
  type JoinAnswer,
  type LeaveAnswer,
} from '@endwatch/contracts';
import { wallEvent } from '../domain/board/wall-view.ts';
import { Visitors } from '../pipeline/account-store.ts';
import { Log } from '../pipeline/log.ts';
import { Clock } from '../pipeline/ports.ts';
import { WallSetting } from '../pipeline/wall-setting.ts';
import { BoardFeed, PushWatch, ServiceStatus, type FollowedEvent } from '../pipeline/read-ports.ts';
import { within } from '../system/within.ts';
import { guardDoor, showOut, wall, wallAnswer, type Viewer, type Viewers } from './door.ts';
import { Tickets } from './tickets.ts';
import { WardChannel } from './ward-channel.ts';

const HEARTBEAT_MS = 5_000;
/** A heartbeat does not wait longer for Postgres: that it does not answer is then what there is to say. */
const ADVANCE_WITHIN_MS = 2_000;

/** The live channel: rooms by ward, fed from stored board events, so that any number of gateways show the same. */
@WebSocketGateway({ namespace: '/live', transports: ['websocket', 'polling'] })
export class WardGateway implements OnGatewayInit, OnGatewayConnection, OnModuleDestroy {
  @WebSocketServer()
  private readonly viewers!: Viewers;
  @Inject(Visitors)
  private readonly visitors!: Visitors;
  @Inject(WallSetting)
  private readonly wall!: WallSetting;
  readonly #channels = new Map<string, WardChannel>();
  readonly #feed: BoardFeed;
  readonly #service: ServiceStatus;
  readonly #clock: Clock;
  readonly #watch: PushWatch;
  /** When this process first heard of what it has not sent yet. */
  readonly #noticed = new Map<string, EpochMs>();
  readonly #tickets = new Tickets();
  readonly #log: Log;
  #stop: () => void = () => undefined;

  constructor(feed: BoardFeed, service: ServiceStatus, clock: Clock, log: Log, watch: PushWatch) {
    this.#feed = feed;
    this.#service = service;
    this.#clock = clock;
    this.#watch = watch;
    this.#log = log.child({ part: 'live' });
  }

  afterInit(): void {
    guardDoor(this.viewers, this.visitors);
    this.#watch.viewers(() => this.viewers.sockets.size);
    const unlisten = this.#feed.onAdvance((wards) => {
      for (const ward of wards) this.#advance(ward);
    });
    const forget = this.wall.onChange(() => {
      this.#redrawWalls();
    });
    const timer = setInterval(() => {
      for (const [ward, channel] of this.#channels) void this.#heartbeat(ward, channel);
      void showOut(this.viewers, this.visitors).catch((error: unknown) => {
        this.#log.warn({ err: error }, 'sessions could not be looked up');
      });
    }, HEARTBEAT_MS);
    this.#stop = () => {
      unlisten();
      forget();
      clearInterval(timer);
    };
  }

  onModuleDestroy(): void {
    this.#stop();
  }

  handleConnection(viewer: Viewer): void {
    viewer.on('join', (given, answer) => {
      void this.#join(viewer, given, typeof answer === 'function' ? answer : () => undefined);
    });
    viewer.on('leave', (given, answer) => {
      const left = this.#leave(viewer, given);
      // Nobody need ask, but who does must not wait for ever.
      if (typeof answer === 'function') answer(left);
    });
  }

  async #join(viewer: Viewer, given: unknown, answer: (answer: JoinAnswer) => void): Promise<void> {
    const join = joinSchema.safeParse(given);
    if (!join.success) {
      answer({ ok: false, problem: 'join takes { ward, after? }' });
      return;
    }
    const { ward } = join.data;
    const after = join.data.after ?? undefined;
    const { visitor } = viewer.data;
    const onTheWall = visitor.role === 'display';
    const tell = (told: JoinAnswer): void => {
      this.#watch.joined(kindOf(told, after), told.ok ? (told.events?.length ?? 0) : 0);
      answer(onTheWall ? wallAnswer(told, this.wall.names) : told);
    };
    if (!coversWard(visitor.wards, ward)) {
      tell({ ok: false, problem: 'That ward is not among yours.' });
      return;
    }
    const room = onTheWall ? wall(ward) : ward;
    const ticket = this.#tickets.take(viewer, ward);
    // A viewer who asks again because it saw a hole must not get broadcasts before its answer.
    await viewer.leave(room);
    try {
      // A wall always gets all of it: what it holds may show names that it no longer should.
      await this.#channel(ward).join(onTheWall ? undefined : after, {
        answer: tell,
        enter: () => {
          // Whoever has gone by now would stay in the room for ever.
          if (this.#tickets.redeem(viewer, ward, ticket) && viewer.connected)
            void viewer.join(room);
        },
      });
    } catch (error) {
      this.#log.warn({ err: error }, 'join failed');
      tell({ ok: false, problem: 'The ward cannot be read at the moment.', passing: true });
    } finally {
      this.#tickets.redeem(viewer, ward, ticket);
    }
  }

  #leave(viewer: Viewer, given: unknown): LeaveAnswer {
    const leave = leaveSchema.safeParse(given);
    if (!leave.success) return { ok: false, problem: 'leave takes { ward }' };
    this.#tickets.drop(viewer, leave.data.ward);
    void viewer.leave(leave.data.ward);
    void viewer.leave(wall(leave.data.ward));
    return { ok: true };
  }

  #channel(ward: string): WardChannel {
    let channel = this.#channels.get(ward);
    if (!channel) {
      channel = new WardChannel(ward, this.#feed, (events) => {
        this.#push(ward, events);
      });
      this.#channels.set(ward, channel);
    }
    return channel;
  }

  #push(ward: string, events: readonly FollowedEvent[]): void {
    const told = events.map(({ event }) => event);
    this.viewers.to(ward).emit('board', told);
    if (this.#seats(wall(ward)) > 0) {
      const { names } = this.wall;
      this.viewers.to(wall(ward)).emit(
        'board',
        told.map((event) => wallEvent(event, names)),
      );
    }
    const sentAt = this.#clock.now();
    const noticedAt = this.#noticed.get(ward) ?? sentAt;
    this.#noticed.delete(ward);
    this.#watch.pushed({ events, viewers: this.#room(ward), noticedAt, sentAt });
  }

  /** Screens on the wall name patients in another way from now on. */
  #redrawWalls(): void {
    for (const ward of this.#channels.keys()) {
      this.viewers.to(wall(ward)).emit('redraw', { ward });
    }
  }

  #advance(ward: string): void {
    const channel = this.#room(ward) > 0 ? this.#channels.get(ward) : undefined;
    if (channel && !this.#noticed.has(ward)) this.#noticed.set(ward, this.#clock.now());
    channel?.advance().catch((error: unknown) => {
      this.#log.warn({ err: error }, 'board events could not be read');
    });
  }

  /** How many watch this ward through this process. */
  #room(ward: string): number {
    return this.#seats(ward) + this.#seats(wall(ward));
  }

  #seats(room: string): number {
    return this.viewers.adapter.rooms.get(room)?.size ?? 0;
  }

  async #heartbeat(ward: string, channel: WardChannel): Promise<void> {
    if (this.#room(ward) === 0) {
      this.#noticed.delete(ward);
      if (channel.idle) this.#channels.delete(ward);
      return;
    }
    // Also the safety net for a notification that never came.
    const sequence = await within(ADVANCE_WITHIN_MS, channel.advance()).catch((error: unknown) => {
      this.#log.warn({ err: error }, 'board events could not be read');
      return channel.last;
    });
    const { lagSeconds, trouble } = this.#service.current();
    this.viewers.to([ward, wall(ward)]).emit('heartbeat', {
      ward,
      sequence: sequence ?? 0,
      at: iso(this.#clock.now()),
      lag: { seconds: lagSeconds },
      trouble: trouble && { kind: trouble.kind, since: iso(trouble.since) },
    });
  }
}

function kindOf(answer: JoinAnswer, after: number | undefined): Parameters<PushWatch['joined']>[0] {
  if (!answer.ok) return 'refused';
  if (answer.snapshot) return after === undefined ? 'first' : 'snapshot';
  return 'gap';
}

function iso(time: EpochMs): string {
  return new Date(time).toISOString();
}
