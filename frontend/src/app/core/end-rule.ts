import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { EndRuleView } from '@endwatch/contracts';
import { otherEndWords } from '../words/end-words.ts';
import { WardApi } from './ward-api.ts';

/** A board that stays open hears of a change within so long. */
const AGAIN_MS = 60_000;

/** From which rise this house speaks of END, and which END is forecast. */
@Injectable({ providedIn: 'root' })
export class EndRule {
  private readonly api = inject(WardApi);
  /** Null until it is known. */
  private readonly view = signal<EndRuleView | null>(null);

  /** To be said beside a forecast; null where the house and the model mean the same. */
  readonly besideForecast = computed(() => otherEndWords(this.view()));

  /** Rise of the total from which the house speaks of END; null until it is known. */
  readonly houseTotal = computed(() => this.view()?.house.total ?? null);

  constructor() {
    const timer = setInterval(() => void this.ask(), AGAIN_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  /** What was known stays where it cannot be read. */
  async ask(): Promise<void> {
    await this.api.send<EndRuleView>('/api/end-definition').then(
      (view) => {
        this.view.set(view);
      },
      () => undefined,
    );
  }
}
