import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TableModel } from './section.ts';

/** A table of the review; where it is wider than the screen it scrolls in its own frame. */
@Component({
  selector: 'endwatch-review-table',
  imports: [RouterLink],
  template: `
    @if (table(); as model) {
      @if (model.rows.length === 0) {
        <p class="none">{{ model.empty }}</p>
      } @else {
        <div class="wide" role="region" tabindex="0" [attr.aria-label]="model.caption">
          <table [class.words]="model.words" [class.dense]="model.dense">
            <caption class="visually-hidden">
              {{
                model.caption
              }}
            </caption>
            <thead>
              <tr>
                @for (column of model.columns; track $index) {
                  @if (column === '') {
                    <td></td>
                  } @else {
                    <th scope="col">{{ column }}</th>
                  }
                }
              </tr>
            </thead>
            <tbody>
              @for (row of model.rows; track $index) {
                <tr>
                  @for (cell of row; track $index) {
                    @if ($first) {
                      <th scope="row">
                        @if (cell.stay; as stay) {
                          <a
                            [routerLink]="['/review/stays', stay.patientId]"
                            [queryParams]="{ admittedAt: stay.admittedAt }"
                            queryParamsHandling="merge"
                            >{{ cell.text }}<small>{{ cell.small }}</small></a
                          >
                        } @else {
                          {{ cell.text }}<small>{{ cell.small }}</small>
                        }
                      </th>
                    } @else {
                      <td [class.quiet]="cell.quiet" [class.long]="(cell.small ?? '').length > 40">
                        {{ cell.text }}<small>{{ cell.small }}</small>
                      </td>
                    }
                  }
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    }
  `,
  styleUrl: './review-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReviewTableView {
  readonly table = input.required<TableModel>();
}
