import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Shortcuts } from '../core/shortcuts.ts';
import { BOARD_KEYS } from '../words/board-keys.ts';
import { DialogFrame } from './dialog-frame.ts';

@Component({
  selector: 'endwatch-keys-dialog',
  imports: [DialogFrame],
  template: `
    <endwatch-dialog-frame heading="Keys" i18n-heading="@@ui.keys">
      <dl>
        @for (entry of keys; track entry.shown) {
          <div>
            <dt>
              <kbd>{{ entry.shown }}</kbd>
            </dt>
            <dd>{{ entry.words }}</dd>
          </div>
        }
      </dl>
      <label>
        <input type="checkbox" [checked]="shortcuts.single()" (change)="turn($event)" />
        <span i18n="@@ui.single-keys">Single letters and signs do something on this device</span>
      </label>
      <button class="button" type="button" (click)="dialog.close()" i18n="@@ui.close">Close</button>
    </endwatch-dialog-frame>
  `,
  styles: `
    dl {
      display: grid;
      gap: 6px;
    }
    dl div {
      display: grid;
      grid-template-columns: 88px 1fr;
      align-items: baseline;
    }
    label {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 28px;
    }
    kbd {
      padding: 1px 7px;
      border: 1px solid var(--line-strong);
      border-radius: 3px;
      font: inherit;
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeysDialog {
  protected readonly dialog = inject(DialogRef);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly keys = BOARD_KEYS;

  protected turn({ target }: Event): void {
    this.shortcuts.setSingle((target as HTMLInputElement).checked);
  }
}
