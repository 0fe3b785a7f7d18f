import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'endwatch-not-found',
  imports: [RouterLink],
  template: `
    <main class="page-message">
      <h1 i18n="@@ui.not-found.heading">There is nothing at this address</h1>
      <p i18n="@@ui.not-found.text">
        The ward or patient may have been moved, or the link is incomplete.
      </p>
      <a class="button" routerLink="/" i18n="@@ui.to-the-wards">To the wards</a>
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFound {}
