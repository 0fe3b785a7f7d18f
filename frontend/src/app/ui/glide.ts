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

const GLIDE_MS = 600;
const EASING = 'cubic-bezier(0.3, 0, 0.1, 1)';
const ITEM = '[data-glide]';

/**
 * Lets the items of a list glide to their new places when its order changes; each carries its key as `data-glide`. Where they
 * were is read before the list is drawn anew and where they are once after, so however many there are, the page is laid out once.
 */
@Directive({ selector: '[endwatchGlide]' })
export class Glide implements OnChanges {
  /** Changes whenever items may have moved. */
  readonly order = input.required<string>({ alias: 'endwatchGlide' });

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly injector = inject(Injector);
  private running: Animation[] = [];

  ngOnChanges(): void {
    if (this.isStill()) return;
    const before = this.tops();
    for (const animation of this.running) animation.cancel();
    this.running = [];
    if (before.size === 0) return;
    afterNextRender(
      {
        mixedReadWrite: () => {
          this.glide(before);
        },
      },
      { injector: this.injector },
    );
  }

  /** Reads first, then writes: in turns each would lay the page out again. */
  private glide(before: ReadonlyMap<string, number>): void {
    const moves = [...this.items()].map((item) => ({
      item,
      by: before.get(keyOf(item)) ?? null,
      top: item.getBoundingClientRect().top,
    }));
    this.running = moves.flatMap(({ item, by, top }) => {
      const frames = by === null ? { opacity: [0, 1] } : moveFrom(by - top);
      return frames === null ? [] : [item.animate(frames, { duration: GLIDE_MS, easing: EASING })];
    });
  }

  private tops(): Map<string, number> {
    return new Map(
      [...this.items()].map((item) => [keyOf(item), item.getBoundingClientRect().top]),
    );
  }

  private items(): NodeListOf<HTMLElement> {
    return this.host.querySelectorAll<HTMLElement>(ITEM);
  }

  /** Nobody looks, or whoever looks has asked for no motion. */
  private isStill(): boolean {
    if (this.view === null || this.view.document.hidden) return true;
    return this.view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  }
}

function keyOf(item: HTMLElement): string {
  return item.dataset['glide'] ?? '';
}

function moveFrom(by: number): PropertyIndexedKeyframes | null {
  return Math.abs(by) < 1 ? null : { transform: [`translateY(${String(by)}px)`, 'none'] };
}
