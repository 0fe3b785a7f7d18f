import {
  DOCUMENT,
  Directive,
  ElementRef,
  Injector,
  type OnChanges,
  afterNextRender,
  inject,
  input,
} from '@angular/core';

/**
 * Whoever walks by keyboard keeps the patient they stand on when it changes places: an element that is moved, or made anew
 * elsewhere, loses the focus. Each patient's element carries `data-patient`.
 */
@Directive({ selector: '[endwatchKeepFocus]' })
export class KeepFocus implements OnChanges {
  /** Changes whenever elements may have moved. */
  readonly order = input.required<string>({ alias: 'endwatchKeepFocus' });

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  ngOnChanges(): void {
    const focused = this.document.activeElement;
    const holder = focused?.closest<HTMLElement>('[data-patient]');
    const patientId = holder?.dataset['patient'];
    if (patientId === undefined || !this.host.contains(focused)) return;
    afterNextRender(
      () => {
        if (this.document.activeElement !== this.document.body) return;
        const now = this.host.querySelector(`[data-patient="${CSS.escape(patientId)}"]`);
        now?.querySelector<HTMLElement>('a.open')?.focus({ preventScroll: true });
      },
      { injector: this.injector },
    );
  }
}
