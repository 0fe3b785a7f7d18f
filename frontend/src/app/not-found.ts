import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'endwatch-not-found',
  imports: [RouterLink],
  template: `
    <main class="page-message">
      <h1>There is nothing at this address</h1>
      <p>The ward or patient may have been moved, or the link is incomplete.</p>
      <a class="button" routerLink="/">To the wards</a>
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFound {}
