import { Injectable, type Signal, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { FILTER_NAMES, type FilterQuery, filterIn, filterText } from './filter-query.ts';

/** Which stays every view counts. It lives in the address alone: a reload, a bookmark and a link to a colleague show the same. */
@Injectable()
export class ReviewFilterState {
  private readonly router = inject(Router);
  private readonly given = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  /** Equal filters are the same text: a view fetches again only when it changes. */
  readonly text: Signal<string> = computed(() => filterText(this.read()));
  readonly filter: Signal<FilterQuery> = computed(() => {
    const asked = new URLSearchParams(this.text());
    return filterIn(Object.fromEntries(FILTER_NAMES.map((name) => [name, asked.getAll(name)])));
  });
  readonly isEmpty: Signal<boolean> = computed(() => this.text() === '');

  /** Parameters of the address that belong to one view only, such as the landmark of the outcomes. */
  param(name: string): string | null {
    return this.given().get(name);
  }

  /** The rest of the filter stays. */
  change(part: FilterQuery): Promise<boolean> {
    return this.write(part);
  }

  /** Instead of all that was asked for. */
  replace(filter: FilterQuery): Promise<boolean> {
    const nothing = Object.fromEntries(FILTER_NAMES.map((name) => [name, null]));
    return this.write({ ...nothing, ...filter });
  }

  /** `instead`: no step that "back" would return to. */
  setParams(
    params: Readonly<Record<string, string | null>>,
    { instead = false }: { readonly instead?: boolean } = {},
  ): Promise<boolean> {
    return this.write(params, instead);
  }

  private write(
    params: Readonly<Record<string, readonly string[] | string | null>>,
    replaceUrl = false,
  ): Promise<boolean> {
    const queryParams = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, value?.length ? value : null]),
    );
    // Changes of the filter are steps that "back" undoes; the page stays where it is scrolled to.
    return this.router.navigate([], {
      queryParams,
      replaceUrl,
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  private read(): FilterQuery {
    const given = this.given();
    return filterIn(Object.fromEntries(given.keys.map((name) => [name, given.getAll(name)])));
  }
}
