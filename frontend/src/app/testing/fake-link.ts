import type { Join, JoinAnswer } from '@endwatch/contracts';
import type { LiveLink, LiveListener } from '../core/live-link.ts';

interface OpenJoin {
  readonly join: Join;
  readonly answer: (answer: JoinAnswer) => void;
}

/** A server in hand: remembers what it was asked and answers when told to. */
export class FakeLink implements LiveLink {
  readonly joins: OpenJoin[] = [];
  reopened = 0;
  private listener: LiveListener | null = null;

  listen(listener: LiveListener): void {
    this.listener = listener;
  }
  join(join: Join, answer: (answer: JoinAnswer) => void): void {
    this.joins.push({ join, answer });
  }
  leave(): void {}
  close(): void {}
  reopen(): void {
    this.reopened += 1;
  }

  get lastJoin(): OpenJoin {
    const last = this.joins.at(-1);
    if (!last) throw new Error('nobody has joined');
    return last;
  }
  get server(): LiveListener {
    if (!this.listener) throw new Error('nobody listens');
    return this.listener;
  }
}
