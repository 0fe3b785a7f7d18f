import { Directive, inject } from '@angular/core';
import { Session } from '../core/session.ts';

/** A name, or a text in which one may stand: of use on the screen to everybody who may read it, on paper to who treats. */
@Directive({
  selector: '[endwatchNoNameOnPaper]',
  host: { '[class.screen-only]': '!named()' },
})
export class NoNameOnPaper {
  protected readonly named = inject(Session).namesOnPaper;
}
