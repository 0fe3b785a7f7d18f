import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';

const LONGEST_NAME = 80;

/** Asks who takes an alert. */
@Component({
  selector: 'endwatch-name-dialog',
  template: `
    <form (submit)="give($event)">
      <h2 id="dialog-title">Who are you?</h2>
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
      <div class="actions">
        <button class="button" type="button" (click)="dialog.close()">Cancel</button>
        <button class="button primary" type="submit">Continue</button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 12px;
      width: min(380px, calc(100vw - 32px));
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
    .actions {
      display: flex;
      justify-content: flex-end;
      gap: 8px;
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
