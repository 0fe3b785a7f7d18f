import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { BoardRow } from '@endwatch/contracts';
import { ServerClock } from '../core/server-clock.ts';
import { WardSocket } from '../core/ward-socket.ts';
import { WardStore } from '../core/ward-store.ts';
import { ageOf, span } from '../words/ages.ts';
import { NBSP } from '../words/figures.ts';

type Stream = keyof BoardRow['freshness'];
const STREAMS: readonly (readonly [Stream, string])[] = [
  ['vitals', 'Vitals'],
  ['labs', 'Laboratory'],
  ['report', 'Reports'],
  ['nihss', 'NIHSS'],
];

/** The streams of the ward: how old the newest value of each is, and that nothing went missing on the way. */
@Component({
  selector: 'endwatch-board-footer',
  template: `
    <footer>
      <span class="title">Newest data</span>
      @for (stream of streams(); track stream.label) {
        <span>
          {{ stream.label }} <b>{{ stream.age }}</b>
        </span>
      }
      <span class="spring"></span>
      @if (late(); as words) {
        <span>{{ words }}</span>
      }
      <span class="count">
        Update {{ tally().sequence.toLocaleString('en') }} · <b>{{ missed() }}</b>
        @if (tally().refetched > 0) {
          · {{ tally().refetched }} fetched again
        }
      </span>
    </footer>
  `,
  styles: `
    footer {
      display: flex;
      align-items: center;
      gap: 18px;
      height: 28px;
      padding: 0 14px;
      overflow: hidden;
      border-block-start: 1px solid var(--line);
      background: var(--surface);
      color: var(--ink-quiet);
      font-size: 12px;
      white-space: nowrap;
    }
    b {
      color: var(--ink-soft);
      font-weight: 600;
    }
    .spring {
      flex: 1;
    }
    @media (max-width: 600px) {
      footer {
        gap: 10px;
        padding: 0 10px;
      }
      .title,
      .count {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardFooter {
  private readonly store = inject(WardStore);
  private readonly socket = inject(WardSocket);
  private readonly clock = inject(ServerClock);

  protected readonly tally = this.socket.tally;
  protected readonly missed = computed(() => `${String(this.tally().missed)}${NBSP}missed`);
  protected readonly late = computed(() => {
    const connection = this.socket.connection();
    if (connection.state !== 'catching-up' || connection.lagSeconds === 0) return null;
    return `${span(connection.lagSeconds)} behind`;
  });
  protected readonly streams = computed(() => {
    // On the quarter minute, and when somebody comes or goes; not with every value.
    const now = this.clock.now();
    this.store.patients();
    const rows = this.store.rows();
    return STREAMS.map(([stream, label]) => ({ label, age: ageOf(newest(rows, stream), now) }));
  });
}

function newest(rows: readonly BoardRow[], stream: Stream): string | null {
  let best: string | null = null;
  for (const row of rows) {
    const at = row.freshness[stream];
    if (at !== null && (best === null || Date.parse(at) > Date.parse(best))) best = at;
  }
  return best;
}
