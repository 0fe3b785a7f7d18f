import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Connection } from '../core/connection.ts';
import { ServerClock } from '../core/server-clock.ts';
import { WardSocket } from '../core/ward-socket.ts';
import { age, clockTime, span } from '../words/ages.ts';
import { serverWords } from '../words/server-words.ts';

/** A few words for the header, whatever the state. */
export function liveWords(connection: Connection): string {
  switch (connection.state) {
    case 'connecting':
      return $localize`:@@live.connecting:Connecting`;
    case 'live':
      return $localize`:@@live.live:Live`;
    case 'catching-up':
      return standsStill(connection)
        ? $localize`:@@live.not-live:Not live`
        : $localize`:@@live.catching-up:Catching up`;
    case 'offline':
      return connection.since === null
        ? $localize`:@@live.offline:Offline`
        : $localize`:@@live.offline-since:Offline since ${clockTime(connection.since)}:time:`;
    case 'refused':
      return $localize`:@@live.not-available:Not available`;
  }
}

@Component({
  selector: 'endwatch-live-state',
  template: `
    <span class="state" [attr.data-state]="connection().state">
      <span class="dot" aria-hidden="true"></span>{{ words() }}
    </span>
  `,
  styles: `
    .state {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      font-weight: 600;
      white-space: nowrap;
    }
    .dot {
      width: 9px;
      height: 9px;
      border: 2px solid currentColor;
      border-radius: 50%;
    }
    [data-state='live'] .dot {
      background: currentColor;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveState {
  protected readonly connection = inject(WardSocket).connection;
  protected readonly words = computed(() => liveWords(this.connection()));
}

/** Across the top whenever what is shown is not live. Technical family: it is the system that needs somebody. */
@Component({
  selector: 'endwatch-connection-band',
  template: `
    <div role="status">
      @if (sentence(); as text) {
        <p class="band">
          <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 2h12v12H2z" /></svg>
          <strong>{{ text.head }}</strong> <span>{{ text.tail }}</span>
          @if (!wall()) {
            <button class="button" type="button" (click)="retry()" i18n="@@live.try-now">
              Try now
            </button>
          }
        </p>
      }
    </div>
  `,
  styles: `
    .band {
      display: flex;
      align-items: center;
      flex-wrap: wrap;
      gap: 4px 10px;
      min-height: 40px;
      padding: 4px 16px;
      background: var(--technical-fill);
      color: var(--technical-on-fill);
      font-size: 15px;
    }
    svg {
      flex: none;
      width: 14px;
      height: 14px;
      fill: currentColor;
    }
    .button {
      margin-inline-start: auto;
      background: transparent;
      border-color: currentColor;
      color: inherit;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConnectionBand {
  private readonly socket = inject(WardSocket);
  private readonly clock = inject(ServerClock);
  /** True while nothing has been shown yet: then nothing can be out of date. */
  readonly nothingShown = input(false);
  /** Where nobody can press anything. */
  readonly wall = input(false);

  protected readonly sentence = computed(() =>
    bandWords(this.socket.connection(), {
      now: this.clock.now(),
      nothingShown: this.nothingShown(),
    }),
  );

  protected retry(): void {
    this.socket.retryNow();
  }
}

interface BandContext {
  readonly now: number;
  readonly nothingShown: boolean;
}

/** Null while there is nothing to warn of. */
export function bandWords(
  connection: Connection,
  { now, nothingShown }: BandContext,
): { head: string; tail: string } | null {
  switch (connection.state) {
    case 'connecting':
      return null;
    case 'live':
      return connection.quietSince === undefined || nothingShown
        ? null
        : noNewData(
            connection.quietSince,
            $localize`:@@live.quiet-tail:Nothing is missing here. Ask whether values are sent.`,
          );
    case 'catching-up':
      return lateWords(connection);
    case 'offline':
      if (connection.since === null || nothingShown) {
        return {
          head: $localize`:@@live.no-connection:No connection to the server.`,
          tail: $localize`:@@live.trying:Trying again all the time.`,
        };
      }
      return {
        head: $localize`:@@live.since:Not live since ${clockTime(connection.since)}:time:.`,
        tail: $localize`:@@live.as-it-was:Everything below is as it was ${age(connection.since, now)}:age: ago. Go to the bedside.`,
      };
    case 'refused':
      return {
        head: $localize`:@@live.refused:This ward cannot be shown.`,
        tail: serverWords(connection.problem),
      };
  }
}

type Late = Extract<Connection, { state: 'catching-up' }>;

/** Nothing new is coming at all, for now. */
function standsStill({ trouble }: Late): boolean {
  return (
    trouble !== undefined && trouble.kind !== 'catching-up' && trouble.kind !== 'test-alert-missing'
  );
}

function lateWords({ lagSeconds, trouble }: Late): { head: string; tail: string } {
  switch (trouble?.kind) {
    case 'cannot-save':
      return {
        head: $localize`:@@live.cannot-save:Endwatch cannot save at the moment.`,
        tail: $localize`:@@live.cannot-save-tail:What came after ${clockTime(trouble.since)}:time: is not shown. It waits and is not lost. Go to the bedside.`,
      };
    case 'not-taking-in':
      return {
        head: $localize`:@@live.not-taking-in:Not live since ${clockTime(trouble.since)}:time:: Endwatch is not taking in new data.`,
        tail: $localize`:@@live.waits:What arrives waits and is not lost. Go to the bedside.`,
      };
    case 'no-data':
      return noNewData(trouble.since, $localize`:@@live.bedside:Go to the bedside.`);
    case 'test-alert-missing':
      return {
        head: $localize`:@@live.test-alert:Alerts may not arrive: the test alert of ${clockTime(trouble.since)}:time: did not.`,
        tail: $localize`:@@live.test-alert-tail:Do not wait for one. Go to the bedside.`,
      };
    case 'catching-up':
    case undefined:
      return lagSeconds > 0
        ? {
            head: $localize`:@@live.behind:Catching up: data of the last ${span(lagSeconds)}:span: are not shown yet.`,
            tail: $localize`:@@live.may-have-changed:What is shown may have changed meanwhile.`,
          }
        : {
            head: $localize`:@@live.catching-up-head:Catching up.`,
            tail: $localize`:@@live.fetching-missed:Fetching what was missed.`,
          };
  }
}

function noNewData(since: number, tail: string): { head: string; tail: string } {
  return {
    head: $localize`:@@live.no-data:No new data since ${clockTime(since)}:time:: the hospital’s data stream is not reaching Endwatch.`,
    tail,
  };
}
