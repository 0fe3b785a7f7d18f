import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { BoardView, COLUMNS } from './board-view.ts';
import { LANES } from './lanes.ts';
import { SORTS } from './sort-rows.ts';

/** By what the list is sorted, whom it shows, and which columns. */
@Component({
  selector: 'endwatch-list-tools',
  template: `
    <label>
      <ng-container i18n="@@board.tools.sort">Sort by</ng-container>
      <select #by (change)="sort(by.value)">
        @for (one of sorts; track one.key) {
          <option [value]="one.key" [selected]="one.key === view.sort().by">{{ one.words }}</option>
        }
      </select>
    </label>
    <label>
      <ng-container i18n="@@board.tools.show">Show</ng-container>
      <select #lane (change)="filter(lane.value)">
        <option value="" [selected]="view.lane() === null" i18n="@@board.everybody">
          Everybody
        </option>
        @for (one of lanes; track one.name) {
          <option [value]="one.name" [selected]="one.name === view.lane()">{{ one.title }}</option>
        }
      </select>
    </label>
    <button
      class="button columns"
      type="button"
      popovertarget="list-columns"
      i18n="@@board.columns"
    >
      Columns
    </button>
    <fieldset id="list-columns" popover>
      <legend i18n="@@board.columns">Columns</legend>
      @for (column of columns; track column[0]) {
        <label>
          <input
            #shown
            type="checkbox"
            [checked]="!view.hidden().has(column[0])"
            (change)="view.show(column[0], shown.checked)"
          />
          {{ column[1] }}
        </label>
      }
    </fieldset>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 16px;
      min-height: 40px;
      padding: 4px 12px;
      border-block-end: 1px solid var(--line);
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      color: var(--ink-soft);
    }
    select {
      height: 30px;
      padding: 0 6px;
      border: 1px solid var(--line-strong);
      border-radius: 4px;
      background: var(--surface);
      color: var(--ink);
      font: inherit;
    }
    .button {
      min-height: 30px;
      font-weight: 400;
    }
    [popover] {
      inset: 100px auto auto 340px;
      margin: 0;
      padding: 12px 16px;
      border: 1px solid var(--line-strong);
      border-radius: 4px;
      background: var(--surface-raised);
      color: inherit;
    }
    [popover] label {
      display: flex;
      min-height: 28px;
      color: var(--ink);
    }
    legend {
      float: inline-start;
      width: 100%;
      padding: 0 0 6px;
      font-weight: 600;
    }
    @media (max-width: 600px) {
      :host > label {
        display: grid;
        flex: 1;
        gap: 0;
      }
      select {
        width: 100%;
        height: 44px;
      }
      .columns {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListTools {
  protected readonly view = inject(BoardView);
  protected readonly sorts = SORTS;
  protected readonly lanes = LANES;
  protected readonly columns = COLUMNS;

  protected sort(key: string): void {
    const chosen = SORTS.find((one) => one.key === key);
    if (chosen) this.view.setSort({ by: chosen.key, descending: chosen.descends });
  }

  protected filter(name: string): void {
    this.view.lane.set(LANES.find((lane) => lane.name === name)?.name ?? null);
  }
}
