import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { Keepsake } from './keepsake.ts';

const KEY = 'endwatch.single-keys';
/** Nothing is typed into what is only ticked. */
const FIELDS =
  'input:not([type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Which keys are meant for a page as a whole. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly keepsake = inject(Keepsake);
  private readonly chosen = signal(this.keepsake.get(KEY) !== 'off');

  /** Whether single letters and signs do anything on this device: who dictates, or strikes keys unawares, may not want them to. */
  readonly single = this.chosen.asReadonly();

  setSingle(on: boolean): void {
    this.chosen.set(on);
    this.keepsake.set(KEY, on ? 'on' : 'off');
  }

  /** False for what is typed into a field, belongs to the browser, or closes what lies over the page. */
  isMeant(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.target instanceof Element && event.target.closest(FIELDS) !== null) return false;
    if (this.document.querySelector('[role="dialog"]') !== null) return false;
    if (event.key === 'Escape') return !this.isPopoverOpen();
    return this.chosen() || event.key.length > 1;
  }

  private isPopoverOpen(): boolean {
    const popovers = [...this.document.querySelectorAll('[popover]')];
    return popovers.some((one) => one.matches(':popover-open'));
  }
}
