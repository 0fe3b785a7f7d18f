import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { SavedCohort } from '@endwatch/contracts';
import { Attempts } from '../../core/attempts.ts';
import { fieldsOf } from '../../ui/fields-of.ts';
import { dateAndTime } from '../../words/ages.ts';
import { stays as staysOf } from '../counts.ts';
import { filterBody, queryOf } from '../filter/filter-query.ts';
import { filterWords } from '../filter/filter-words.ts';
import { ReviewFilterState } from '../filter/review-filter.ts';
import { ReviewApi } from '../review-api.ts';
import { ReviewCatalogue } from '../review-catalogue.ts';

/** Lists of stays under a name, which stay as they were when they were saved, whatever comes in later. */
@Component({
  selector: 'endwatch-saved-cohorts',
  templateUrl: './saved-cohorts.html',
  styleUrl: './saved-cohorts.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SavedCohorts {
  private readonly api = inject(ReviewApi);
  private readonly filter = inject(ReviewFilterState);

  /** Stays that the filter counts now: what would be saved. */
  readonly stays = input.required<number>();

  private readonly attempts = new Attempts();
  protected readonly problem = this.attempts.problem;
  protected readonly busy = signal(false);
  /** Asked twice before it is gone. */
  protected readonly doomed = signal<string | null>(null);
  protected readonly told = signal('');
  private readonly catalogue = inject(ReviewCatalogue);
  protected readonly saved = this.catalogue.cohorts;
  protected readonly open = computed(() => this.filter.filter().cohort?.[0] ?? null);

  protected about({ createdAt, createdByName, stays }: SavedCohort): string {
    return `${staysOf(stays)} · ${dateAndTime(Date.parse(createdAt))} · ${createdByName}`;
  }

  protected from({ filter }: SavedCohort): string {
    return filterWords(queryOf(filter), { wardName: this.catalogue.wardName });
  }

  protected openWords({ name }: SavedCohort): string {
    return $localize`:@@review-cohort.saved.open-one:Open ${name}:name:`;
  }

  protected deleteWords({ id, name }: SavedCohort): string {
    return this.doomed() === id
      ? $localize`:@@review-cohort.saved.really-one:Really delete ${name}:name:`
      : $localize`:@@review-cohort.saved.delete-one:Delete ${name}:name:`;
  }

  protected freeze(event: Event): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const name = fieldsOf(form)('name');
    if (name === '') return;
    void this.attempt(async () => {
      const made = await this.api.saveCohort(name, filterBody(this.filter.filter()));
      form.reset();
      this.told.set(
        $localize`:@@review-cohort.saved.told:Saved: ${staysOf(made.stays)}:stays: as “${made.name}:name:”.`,
      );
    });
  }

  /** In place of the filter: the list is what is looked at. */
  protected show({ id }: SavedCohort): void {
    void this.filter.replace({ cohort: [id] });
  }

  protected remove({ id, name }: SavedCohort): void {
    if (this.doomed() !== id) {
      this.doomed.set(id);
      return;
    }
    void this.attempt(async () => {
      await this.api.deleteCohort(id);
      this.told.set($localize`:@@review-cohort.saved.deleted:“${name}:name:” is deleted.`);
      if (this.open() === id) await this.filter.change({ cohort: [] });
    });
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    await this.attempts.run(act);
    this.busy.set(false);
    this.doomed.set(null);
  }
}
