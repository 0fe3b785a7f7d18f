import {
  afterEveryRender,
  DestroyRef,
  Directive,
  DOCUMENT,
  ElementRef,
  inject,
} from '@angular/core';
import { clockTime, dayInFull } from '../words/ages.ts';
import { momentOf } from '../words/wall-time.ts';

/**
 * Beside a field for a day (and a time): what was chosen, in the page's language. The field itself writes it as the browser does, whatever the page
 * speaks, so that 11/12 may be a day in November.
 */
@Directive({ selector: 'input[endwatchSaidDay]', host: { '(input)': 'say()' } })
export class SaidDay {
  private readonly field = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  private readonly words = inject(DOCUMENT).createElement('small');

  constructor() {
    // Who hears the page is told by the field.
    this.words.ariaHidden = 'true';
    this.words.className = 'said-day';
    afterEveryRender({
      write: () => {
        this.say();
      },
    });
    inject(DestroyRef).onDestroy(() => {
      this.words.remove();
    });
  }

  protected say(): void {
    if (this.words.previousSibling !== this.field) this.field.after(this.words);
    const { value } = this.field;
    const at = momentOf(value.includes('T') ? value : `${value}T00:00`);
    this.words.hidden = !Number.isFinite(at);
    if (this.words.hidden) return;
    const words = value.includes('T') ? `${dayInFull(at)}, ${clockTime(at)}` : dayInFull(at);
    if (this.words.textContent !== words) this.words.textContent = words;
  }
}
