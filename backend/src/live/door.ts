import {
  mayDo,
  type ClientToServer,
  type JoinAnswer,
  type ServerToClient,
  type WallNames,
} from '@endwatch/contracts';
import type { Namespace, Socket } from 'socket.io';
import { wallEvent, wallSnapshot } from '../domain/board/wall-view.ts';
import type { Standing, Visitor, Visitors } from '../pipeline/account-store.ts';
import { credentialOf } from '../system/credential.ts';

interface Seated {
  visitor: Visitor;
}
type Nothing = Record<string, never>;
export type Viewer = Socket<ClientToServer, ServerToClient, Nothing, Seated>;
export type Viewers = Namespace<ClientToServer, ServerToClient, Nothing, Seated>;

/** Where the screens on the wall sit, who see initials instead of names unless the house wants names. */
export const wall = (ward: string): string => `${ward}\u0000wall`;

/** Lets in who shows the same session or token as for HTTP: in a header, or in the handshake where a program cannot set one. */
export function guardDoor(viewers: Viewers, visitors: Visitors): void {
  viewers.use((viewer, next) => {
    letIn(viewer, visitors).then(
      () => {
        next();
      },
      (error: unknown) => {
        next(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

async function letIn(viewer: Viewer, visitors: Visitors): Promise<void> {
  const { headers, auth } = viewer.handshake;
  const token: unknown = auth.token;
  const credential = typeof token === 'string' ? token : credentialOf(headers);
  const visitor = credential === null ? null : await visitors.whoIs(credential);
  if (!visitor) throw new Error('unauthorized');
  if (!mayDo(visitor.role, 'board.read')) throw new Error('forbidden');
  viewer.data.visitor = visitor;
}

/** Those whose session has ended meanwhile leave, and those who are somebody else by now: they may come back as that. Rejects, and nobody leaves, while that cannot be found out. */
export async function showOut(viewers: Viewers, visitors: Visitors): Promise<void> {
  const seated = [...viewers.sockets.values()];
  if (seated.length === 0) return;
  const digests = new Set(seated.map(({ data }) => data.visitor.credential));
  const alive = await visitors.alive([...digests]);
  for (const viewer of seated) {
    const { visitor } = viewer.data;
    const now = alive.get(visitor.credential);
    if (now === undefined || !isSame(now, visitor)) viewer.disconnect(true);
  }
}

function isSame(one: Standing, other: Standing): boolean {
  return one.role === other.role && wardsOf(one) === wardsOf(other);
}

const wardsOf = ({ wards }: Standing): string => JSON.stringify(wards?.toSorted() ?? null);

export function wallAnswer(told: JoinAnswer, names: WallNames): JoinAnswer {
  if (!told.ok) return told;
  const { snapshot, events } = told;
  return {
    ...told,
    ...(snapshot && { snapshot: wallSnapshot(snapshot, names) }),
    ...(events && { events: events.map((event) => wallEvent(event, names)) }),
  };
}
