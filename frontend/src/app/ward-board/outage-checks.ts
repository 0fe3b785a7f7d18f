import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import type { Outage } from '@endwatch/contracts';
import { InOrder } from '../core/in-order.ts';
import { Session } from '../core/session.ts';
import { wordsOf, WardApi } from '../core/ward-api.ts';
import { dateAndTime } from '../words/ages.ts';
import { counted } from '../words/figures.ts';
import { NO_BED, PATIENTS } from '../words/patient-words.ts';

const WHY = {
  alert: $localize`:@@board.outage.alert-open:alert open`,
  late: $localize`:@@board.outage.late:data came in late`,
};

/** Somebody at another screen ticks too. */
const AGAIN_MS = 30_000;

/** Whom to look after by hand because Endwatch was not there for a while; nothing where there is nobody. */
@Component({
  selector: 'endwatch-outage-checks',
  template: `
    @if (count() > 0) {
      <button class="open" type="button" popovertarget="outage-checks" i18n="@@board.outage.check">
        Check {{ words() }} by hand
      </button>
      <div id="outage-checks" popover>
        @for (outage of outages(); track outage.from) {
          <p i18n="@@board.outage.from-to">
            Endwatch was not running from {{ time(outage.from) }} to {{ time(outage.to) }}. Look
            after:
          </p>
          <ul>
            @for (patient of outage.patients; track patient.patientId) {
              <li>
                <span>
                  <b>{{ patient.bed ?? noBed }}</b> {{ patient.name }}
                  <small>{{ patient.openAlert ? why.alert : why.late }}</small>
                </span>
                @if (mayTick()) {
                  <button
                    class="button"
                    type="button"
                    (click)="tick(outage, patient.patientId)"
                    i18n="@@board.outage.seen"
                  >
                    Seen
                  </button>
                }
              </li>
            }
          </ul>
        }
        @if (problem(); as text) {
          <p role="alert" i18n="@@board.outage.not-saved">Not saved: {{ text }}</p>
        }
      </div>
    }
  `,
  styles: `
    .open {
      min-height: 32px;
      padding: 0 10px;
      border: 0;
      border-radius: 4px;
      background: var(--technical-fill);
      color: var(--technical-on-fill);
      font-weight: 600;
    }
    [popover] {
      position: fixed;
      inset: 52px auto auto 50%;
      width: min(440px, calc(100vw - 16px));
      max-height: 80vh;
      margin: 0;
      padding: 12px 16px;
      border: 1px solid var(--line-strong);
      border-radius: 4px;
      background: var(--surface);
      color: inherit;
      translate: -50%;
      overflow-y: auto;
      white-space: normal;
    }
    li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
      min-height: 44px;
      border-block-start: 1px solid var(--line);
    }
    small {
      margin-inline-start: 6px;
      color: var(--ink-quiet);
    }
    p {
      padding-block: 6px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutageChecks {
  private readonly api = inject(WardApi);
  private readonly session = inject(Session);
  private readonly order = new InOrder();

  /** Id of the ward. */
  readonly ward = input.required<string>();

  protected readonly noBed = NO_BED;
  protected readonly why = WHY;
  protected readonly outages = signal<readonly Outage[]>([]);
  protected readonly problem = signal<string | null>(null);
  protected readonly mayTick = computed(() => this.session.may('alert.act'));
  protected readonly count = computed(
    () =>
      new Set(this.outages().flatMap(({ patients }) => patients.map((one) => one.patientId))).size,
  );
  protected readonly words = computed(() => counted(this.count(), ...PATIENTS));

  constructor() {
    effect(() => {
      const ward = this.ward();
      untracked(() => {
        // Of another ward nothing is shown here, not even until the answer is there.
        this.outages.set([]);
        void this.fetch(ward);
      });
    });
    const timer = setInterval(() => void this.fetch(this.ward()), AGAIN_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  protected time(iso: string): string {
    return dateAndTime(Date.parse(iso));
  }

  protected async tick({ from }: Outage, patientId: string): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.send(`${this.path(this.ward())}/ticks`, { from, patientId });
    } catch (error) {
      this.problem.set(wordsOf(error));
    }
    await this.fetch(this.ward());
  }

  private async fetch(ward: string): Promise<void> {
    if (!this.session.may('patient.read')) return;
    // Where it cannot be read, what is known stays on the screen.
    const isNewest = this.order.ask();
    const found = await this.api.send<Outage[]>(this.path(ward)).catch(() => null);
    if (found !== null && ward === this.ward() && isNewest()) this.outages.set(found);
  }

  private path(ward: string): string {
    return `/api/wards/${encodeURIComponent(ward)}/outages`;
  }
}
