import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AccountMenu } from './account-menu.ts';
import { ThemeToggle } from './theme-toggle.ts';

/** Head of a page that is not about a ward: back to the wards, its name, who is signed in. */
@Component({
  selector: 'endwatch-page-head',
  imports: [RouterLink, AccountMenu, ThemeToggle],
  template: `
    <header>
      <a class="home" routerLink="/" aria-label="All wards" i18n-aria-label="@@ui.all-wards">
        <svg viewBox="0 0 32 20" aria-hidden="true"><path d="M2 15h7V9h8V4h6v11h7" /></svg>
      </a>
      <h1>{{ heading() }}</h1>
      <span class="spring"></span>
      <endwatch-account-menu />
      <endwatch-theme-toggle />
    </header>
  `,
  styles: `
    header {
      display: flex;
      align-items: center;
      gap: 12px;
      min-height: 48px;
      padding: 0 12px;
      border-block-end: 1px solid var(--line);
      background: var(--surface);
    }
    .home {
      display: grid;
      place-items: center;
      width: 44px;
      height: 44px;
    }
    svg {
      width: 28px;
      fill: none;
      stroke: currentColor;
      stroke-width: 2.4;
      stroke-linejoin: round;
      stroke-linecap: round;
    }
    h1 {
      overflow: hidden;
      min-width: 0;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: 18px;
      font-weight: 700;
    }
    .spring {
      flex: 1;
    }
    endwatch-account-menu {
      flex: 0 9 auto;
      min-width: 0;
    }
    /* In two lines rather than cut short. */
    @media (max-width: 600px) {
      header {
        gap: 4px;
      }
      h1 {
        font-size: 16px;
        line-height: 1.2;
        flex: none;
        max-width: 62%;
        white-space: normal;
        overflow-wrap: anywhere;
        hyphens: auto;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageHead {
  readonly heading = input.required<string>();
}
