import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** What every dialog looks like: a heading, its content, and its buttons at the foot. */
@Component({
  selector: 'endwatch-dialog-frame',
  template: `
    <h2 id="dialog-title">{{ heading() }}</h2>
    <ng-content />
    <div class="actions"><ng-content select="button" /></div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 14px;
      width: min(400px, calc(100vw - 32px));
      padding: 20px;
      border: 1px solid var(--line-strong);
      border-radius: 6px;
      background: var(--surface-raised);
      color: var(--ink);
    }
    h2 {
      font-size: 18px;
      font-weight: 600;
    }
    .actions {
      display: flex;
      justify-content: flex-end;
      gap: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DialogFrame {
  readonly heading = input.required<string>();
}
