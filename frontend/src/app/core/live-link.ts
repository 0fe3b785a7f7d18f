import { InjectionToken, inject } from '@angular/core';
import type { BoardEvent, Heartbeat, Join, JoinAnswer } from '@endwatch/contracts';
import { io } from 'socket.io-client';
import { Session } from './session.ts';

export interface LiveListener {
  connected(): void;
  disconnected(): void;
  board(events: readonly BoardEvent[]): void;
  heartbeat(beat: Heartbeat): void;
  /** What is shown of a ward must be drawn anew. */
  redraw(ward: string): void;
}

/** The wire below `WardSocket`: what it needs of socket.io, so that a test can stand in for the server. */
export interface LiveLink {
  listen(listener: LiveListener): void;
  join(join: Join, answer: (answer: JoinAnswer) => void): void;
  leave(ward: string): void;
  /** Drops whatever connection there is and opens a new one at once. */
  reopen(): void;
  close(): void;
}

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 5_000;

/** `onStranger`: the server knows nobody here any more. Namespace `/live` of the server the page came from. Never stops trying: back-off up to 5 s, with jitter. */
export function openSocketIo(onStranger: () => void): LiveLink {
  const socket = io('/live', {
    autoConnect: false,
    transports: ['websocket', 'polling'],
    reconnectionDelay: FIRST_RETRY_MS,
    reconnectionDelayMax: LAST_RETRY_MS,
    randomizationFactor: 0.5,
    timeout: 8_000,
  });
  let refusedRetry: ReturnType<typeof setTimeout> | undefined;
  const retryWhereSocketIoGivesUp = (): void => {
    // After a disconnect by the server, or a refused handshake, socket.io leaves it to us.
    if (socket.active) return;
    clearTimeout(refusedRetry);
    refusedRetry = setTimeout(() => socket.connect(), LAST_RETRY_MS * (0.5 + Math.random()));
  };
  return {
    listen(listener: LiveListener): void {
      socket.on('connect', () => {
        listener.connected();
      });
      socket.on('disconnect', (reason) => {
        listener.disconnected();
        if (reason !== 'io client disconnect') retryWhereSocketIoGivesUp();
      });
      socket.on('connect_error', ({ message }) => {
        if (message === 'unauthorized') onStranger();
        retryWhereSocketIoGivesUp();
      });
      socket.on('board', (events: BoardEvent[]) => {
        listener.board(events);
      });
      socket.on('redraw', ({ ward }: { ward: string }) => {
        listener.redraw(ward);
      });
      socket.on('heartbeat', (beat: Heartbeat) => {
        listener.heartbeat(beat);
      });
    },
    join: (join, answer) => void socket.emit('join', join, answer),
    leave(ward): void {
      if (socket.connected) socket.emit('leave', { ward });
    },
    reopen(): void {
      clearTimeout(refusedRetry);
      socket.disconnect();
      socket.connect();
    },
    close(): void {
      clearTimeout(refusedRetry);
      socket.disconnect();
    },
  };
}

export const LIVE_LINK: InjectionToken<LiveLink> = new InjectionToken<LiveLink>('live link', {
  providedIn: 'root',
  factory: () => {
    const session = inject(Session);
    return openSocketIo(() => {
      session.lost();
    });
  },
});
