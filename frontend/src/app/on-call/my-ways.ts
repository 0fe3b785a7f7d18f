import { ChangeDetectionStrategy, Component, effect, inject, signal } from '@angular/core';
import type { ContactView } from '@endwatch/contracts';
import { Attempts } from '../core/attempts.ts';
import { WardApi } from '../core/ward-api.ts';
import { fieldsOf } from '../ui/fields-of.ts';
import { channelWord } from '../words/on-call-words.ts';
import { PhonePush } from './phone-push.ts';

/** By what the reader is reached with the page closed: browsers, pagers, mail; and what is taken away again. */
@Component({
  selector: 'endwatch-my-ways',
  templateUrl: './my-ways.html',
  styleUrl: './my-ways.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyWays {
  private readonly api = inject(WardApi);
  private readonly push = inject(PhonePush);
  private readonly attempts = new Attempts();

  protected readonly problem = this.attempts.problem;
  protected readonly ways = signal<readonly ContactView[] | null>(null);
  protected readonly channelWord = channelWord;

  constructor() {
    // This browser is one of them as soon as it rings.
    effect(() => {
      if (this.push.state() !== 'looking') void this.attempts.run(() => this.fetch());
    });
  }

  protected removeWords({ label }: ContactView): string {
    return $localize`:@@on-call.ways.remove-one:Remove ${label}:label:`;
  }

  protected remove({ id }: ContactView): Promise<boolean> {
    return this.attempts.run(async () => {
      await this.api.send(`/api/push/contacts/${encodeURIComponent(id)}`, undefined, 'DELETE');
      await this.push.removed(id);
      await this.fetch();
    });
  }

  protected addMail(event: Event): Promise<boolean> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const address = fieldsOf(form)('address');
    return this.attempts.run(async () => {
      const mail = { channel: 'email', address, label: address.slice(0, 80) };
      await this.api.send<ContactView>('/api/push/contacts', mail);
      form.reset();
      await this.fetch();
    });
  }

  private async fetch(): Promise<void> {
    this.ways.set(await this.api.send<ContactView[]>('/api/push/contacts'));
  }
}
