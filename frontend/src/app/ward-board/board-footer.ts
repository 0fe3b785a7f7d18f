import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { BoardRow } from '@endwatch/contracts';
import { ServerClock } from '../core/server-clock.ts';
import { WardSocket } from '../core/ward-socket.ts';
import { WardStore } from '../core/ward-store.ts';
import { ageOf, span } from '../words/ages.ts';
import { NBSP, whole } from '../words/figures.ts';

type Stream = keyof BoardRow['freshness'];
const STREAMS: readonly (readonly [Stream, string])[] = [
  ['vitals', $localize`:@@board.footer.vitals:Vitals`],
  ['labs', $localize`:@@board.footer.labs:Laboratory`],
  ['report', $localize`:@@board.footer.reports:Reports`],
  ['nihss', 'NIHSS'],
];

/** The streams of the ward: how old the newest value of each is, and that nothing went missing on the way. */
@Component({
  selector: 'endwatch-board-footer',
  template: `
    <footer>
      <span class="title" i18n="@@board.footer.newest">Newest data</span>
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
        <ng-container i18n="@@board.footer.update">Update {{ sequence() }}</ng-container> ·
        <b>{{ missed() }}</b>
        @if (tally().refetched > 0) {
          ·
          <ng-container i18n="@@board.footer.refetched"
            >{{ tally().refetched }} fetched again</ng-container
          >
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
        justify-content: space-between;
        gap: 6px;
        padding: 0 10px;
      }
      .title,
      .spring,
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
  protected readonly sequence = computed(() => whole(this.tally().sequence));
  protected readonly missed = computed(
    () =>
      $localize`:@@board.footer.missed:${whole(this.tally().missed)}:count:${NBSP}:space:missed`,
  );
  protected readonly late = computed(() => {
    const connection = this.socket.connection();
    if (connection.state !== 'catching-up' || connection.lagSeconds === 0) return null;
    return $localize`:@@board.footer.behind:${span(connection.lagSeconds)}:span: behind`;
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
