import {
  ApplicationRef,
  DestroyRef,
  ElementRef,
  type Signal,
  afterNextRender,
  computed,
  inject,
  signal,
} from '@angular/core';

/** Of a sheet of A4 between its margins: a drawing made for a wider screen would be shrunk to it, words and all. */
const PAPER = 700;

/** CSS pixels that the calling component is wide, on paper not more than the paper; 0 until it is laid out. Call it where a component is made. */
export function measuredWidth(): Signal<number> {
  const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
  const destroyed = inject(DestroyRef);
  const application = inject(ApplicationRef);
  const width = signal(0);
  const printed = signal(false);
  // The sheet is laid out when these are over: nothing may wait for the next turn.
  const print = (now: boolean) => (): void => {
    printed.set(now);
    application.tick();
  };
  const heard = [
    ['beforeprint', print(true)],
    ['afterprint', print(false)],
  ] as const;
  afterNextRender(() => {
    const watch = new ResizeObserver(([entry]) => {
      width.set(Math.round(entry?.contentRect.width ?? 0));
    });
    watch.observe(nativeElement);
    for (const [name, listener] of heard) addEventListener(name, listener);
    destroyed.onDestroy(() => {
      watch.disconnect();
      for (const [name, listener] of heard) removeEventListener(name, listener);
    });
  });
  return computed(() => (printed() ? Math.min(width(), PAPER) : width()));
}
