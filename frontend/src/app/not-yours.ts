import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AccountMenu } from './ui/account-menu.ts';

@Component({
  selector: 'endwatch-not-yours',
  imports: [RouterLink, AccountMenu],
  template: `
    <main class="page-message">
      <h1 i18n="@@ui.not-yours.heading">This page is not for your account</h1>
      <p i18n="@@ui.not-yours.text">An administrator can change what your account is for.</p>
      <a class="button" routerLink="/" i18n="@@ui.to-the-wards">To the wards</a>
      <endwatch-account-menu />
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotYours {}
