import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { DialogFrame } from './dialog-frame.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'Search for a bed or a name'],
  ['← ↑ ↓ →', 'Walk the beds'],
  ['Enter', 'Open the patient'],
  ['a', 'Acknowledge the most urgent alert of the bed'],
  ['l', 'Beds in place, or the list by urgency'],
  ['t', 'Light or dark'],
  ['Esc', 'Close, or clear the search'],
  ['?', 'These keys'],
];

@Component({
  selector: 'endwatch-keys-dialog',
  imports: [DialogFrame],
  template: `
    <endwatch-dialog-frame heading="Keys">
      <dl>
        @for (entry of keys; track entry[0]) {
          <div>
            <dt>
              <kbd>{{ entry[0] }}</kbd>
            </dt>
            <dd>{{ entry[1] }}</dd>
          </div>
        }
      </dl>
      <button class="button" type="button" (click)="dialog.close()">Close</button>
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
  protected readonly keys = KEYS;
}
