import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NO_PERSON, type AuditEntryView } from '@endwatch/contracts';
import { WardApi, wordsOf } from '../core/ward-api.ts';
import { dateAndTime } from '../words/ages.ts';
import { ENDWATCH_ITSELF, roleWord } from '../words/account-words.ts';
import { AUDIT_WORDS } from '../words/audit-words.ts';
import { momentOf } from '../words/wall-time.ts';
import { fieldsOf } from '../ui/fields-of.ts';
import { PageHead } from '../ui/page-head.ts';
import { SaidDay } from '../ui/said-day.ts';

const AT_ONCE = 100;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;

/** Who did what, when, from where, on whom; newest first. */
@Component({
  selector: 'endwatch-audit',
  imports: [PageHead, RouterLink, SaidDay],
  templateUrl: './audit.html',
  styleUrl: './admin.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Audit {
  private readonly api = inject(WardApi);
  private asked = new URLSearchParams();

  protected readonly entries = signal<readonly AuditEntryView[]>([]);
  protected readonly hasMore = signal(false);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    void this.fetch(null);
  }

  protected search(event: Event): Promise<void> {
    event.preventDefault();
    const asked = new URLSearchParams();
    const field = fieldsOf(event.target as HTMLFormElement);
    for (const name of ['actor', 'patient', 'action', 'from', 'to']) {
      const text = field(name);
      if (text === '') continue;
      asked.set(
        name,
        name === 'from' || name === 'to' ? new Date(momentOf(text)).toISOString() : text,
      );
    }
    this.asked = asked;
    return this.fetch(null);
  }

  protected more(): Promise<void> {
    return this.fetch(this.entries().at(-1)?.id ?? null);
  }

  /** What a rule did has no role; somebody of that name, from when it was possible, has one. */
  protected actor({ actor, role }: AuditEntryView): string {
    if (actor !== NO_PERSON) return actor;
    return role === null ? ENDWATCH_ITSELF : `${actor} (${roleWord(role)})`;
  }

  protected words({ action }: AuditEntryView): string {
    const words: Readonly<Partial<Record<string, string>>> = AUDIT_WORDS;
    return words[action] ?? action;
  }

  protected time(iso: string): string {
    return dateAndTime(Date.parse(iso));
  }

  protected detail({ detail }: AuditEntryView): string {
    if (detail === null) return '';
    return Object.entries(detail)
      .map(
        ([name, value]) =>
          `${name}: ${typeof value === 'string' ? said(value) : JSON.stringify(value)}`,
      )
      .join(', ');
  }

  private async fetch(before: string | null): Promise<void> {
    this.problem.set(null);
    const asked = new URLSearchParams(this.asked);
    asked.set('limit', String(AT_ONCE));
    if (before !== null) asked.set('before', before);
    try {
      const found = await this.api.send<AuditEntryView[]>(`/api/audit?${asked.toString()}`);
      this.entries.update((known) => (before === null ? found : [...known, ...found]));
      this.hasMore.set(found.length === AT_ONCE);
    } catch (error) {
      this.problem.set(wordsOf(error));
    }
  }
}

/** A moment as every other one on the page. */
function said(value: string): string {
  return INSTANT.test(value) ? dateAndTime(Date.parse(value)) : value;
}
