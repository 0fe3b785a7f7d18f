import {
  DestroyRef,
  ElementRef,
  type Signal,
  afterNextRender,
  inject,
  signal,
} from '@angular/core';

/** CSS pixels that the calling component is wide; 0 until it is laid out. Call it where a component is made. */
export function measuredWidth(): Signal<number> {
  const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
  const destroyed = inject(DestroyRef);
  const width = signal(0);
  afterNextRender(() => {
    const watch = new ResizeObserver(([entry]) => {
      width.set(Math.round(entry?.contentRect.width ?? 0));
    });
    watch.observe(nativeElement);
    destroyed.onDestroy(() => {
      watch.disconnect();
    });
  });
  return width.asReadonly();
}
