import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { DialogFrame } from './dialog-frame.ts';

const LONGEST_NAME = 80;

/** Asks who takes an alert. */
@Component({
  selector: 'endwatch-name-dialog',
  imports: [DialogFrame],
  template: `
    <endwatch-dialog-frame heading="Who are you?">
      <form id="name-form" (submit)="give($event)">
        <p>Your name is shown beside the alerts you take. It is kept in this browser.</p>
        <label>
          Your name
          <input
            autocomplete="name"
            [maxLength]="longest"
            [value]="name()"
            (input)="name.set(field.value)"
            #field
          />
        </label>
      </form>
      <button class="button" type="button" (click)="dialog.close()">Cancel</button>
      <button class="button primary" type="submit" form="name-form">Continue</button>
    </endwatch-dialog-frame>
  `,
  styles: `
    form {
      display: grid;
      gap: 12px;
    }
    p {
      color: var(--ink-soft);
    }
    label {
      display: grid;
      gap: 4px;
      font-weight: 600;
    }
    input {
      min-height: 44px;
      padding: 0 10px;
      border: 1px solid var(--line-strong);
      border-radius: 4px;
      background: var(--surface);
      font-size: 15px;
      font-weight: 400;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameDialog {
  protected readonly dialog = inject<DialogRef<string>>(DialogRef);
  protected readonly name = signal(inject<string>(DIALOG_DATA));
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly longest = LONGEST_NAME;

  protected give(event: Event): void {
    event.preventDefault();
    const name = this.name().trim();
    if (name === '') this.field().nativeElement.focus();
    else this.dialog.close(name);
  }
}
