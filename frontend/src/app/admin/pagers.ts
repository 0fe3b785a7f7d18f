import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { AccountView, ContactView, DeliveryView, PagerView } from '@endwatch/contracts';
import { Attempts } from '../core/attempts.ts';
import { WardApi } from '../core/ward-api.ts';
import { fieldsOf } from '../ui/fields-of.ts';
import { accountWords, calledIn } from '../words/account-words.ts';

const LOOK_MS = 1_000;
const LOOKS = 30;

/** Paging systems that people are reached by: set up, tried, removed. */
@Component({
  selector: 'endwatch-pagers',
  templateUrl: './pagers.html',
  styleUrl: './admin.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Pagers {
  private readonly api = inject(WardApi);

  readonly accounts = input.required<readonly AccountView[]>();
  protected readonly accountWords = accountWords;
  protected readonly nameOf = computed(() => calledIn(this.accounts()));
  protected readonly pagers = signal<readonly PagerView[]>([]);
  private readonly attempts = new Attempts();
  protected readonly problem = this.attempts.problem;
  /** What a test has come to, by pager. */
  protected readonly tests = signal<ReadonlyMap<string, string>>(new Map());

  constructor() {
    void this.attempts.run(() => this.fetch());
  }

  protected add(event: Event): Promise<boolean> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = fieldsOf(form);
    const pager = {
      ...{ channel: 'webhook', username: field('username'), label: field('label') },
      ...{ address: field('address'), secret: field('secret') },
    };
    return this.attempts.run(async () => {
      await this.api.send<ContactView>('/api/push/contacts', pager);
      form.reset();
      await this.fetch();
    });
  }

  protected remove({ id }: PagerView): Promise<boolean> {
    return this.attempts.run(async () => {
      await this.api.send(`/api/push/contacts/${encodeURIComponent(id)}`, undefined, 'DELETE');
      await this.fetch();
    });
  }

  /** The way an alert would go, to this pager alone. */
  protected async tryIt({ id }: PagerView): Promise<void> {
    const done = await this.attempts.run(async () => {
      this.tell(id, $localize`:@@admin.pagers.sent:Sent, waiting for its answer …`);
      const path = `/api/push/contacts/${encodeURIComponent(id)}/test`;
      const { noticeId } = await this.api.send<{ noticeId: string }>(path, {});
      this.tell(id, await this.outcomeOf(id, noticeId));
    });
    if (!done) this.tests.set(new Map());
  }

  private async outcomeOf(id: string, noticeId: string): Promise<string> {
    const path = `/api/push/tests/${encodeURIComponent(noticeId)}`;
    let problem: string | null = null;
    for (let n = 0; n < LOOKS; n++) {
      const [delivery] = await this.api.send<DeliveryView[]>(path);
      if (delivery?.state === 'confirmed')
        return $localize`:@@admin.pagers.answered:It answered: it has the message.`;
      problem = delivery?.problem ?? problem;
      if (delivery?.state === 'failed') break;
      if (problem !== null)
        this.tell(
          id,
          $localize`:@@admin.pagers.not-yet:Not yet: ${problem}:problem:. It is tried again …`,
        );
      await new Promise((wait) => setTimeout(wait, LOOK_MS));
    }
    return problem === null
      ? $localize`:@@admin.pagers.no-answer:It has not answered yet.`
      : $localize`:@@admin.pagers.not-through:It did not get through: ${problem}:problem:.`;
  }

  private tell(id: string, words: string): void {
    this.tests.update((before) => new Map(before).set(id, words));
  }

  private async fetch(): Promise<void> {
    this.pagers.set(await this.api.send<PagerView[]>('/api/push/pagers'));
  }
}
