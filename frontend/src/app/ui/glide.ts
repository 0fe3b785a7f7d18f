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
type Corner = Pick<DOMRect, 'left' | 'top'>;

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
    const before = this.corners();
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
  private glide(before: ReadonlyMap<string, Corner>): void {
    const moves = [...this.items()].map((item) => ({
      item,
      from: before.get(keyOf(item)) ?? null,
      to: item.getBoundingClientRect(),
    }));
    this.running = moves.flatMap(({ item, from, to }) => {
      const frames =
        from === null ? { opacity: [0, 1] } : moveBy(from.left - to.left, from.top - to.top);
      return frames === null ? [] : [item.animate(frames, { duration: GLIDE_MS, easing: EASING })];
    });
  }

  private corners(): Map<string, Corner> {
    return new Map([...this.items()].map((item) => [keyOf(item), item.getBoundingClientRect()]));
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

function moveBy(x: number, y: number): PropertyIndexedKeyframes | null {
  if (Math.abs(x) < 1 && Math.abs(y) < 1) return null;
  return { transform: [`translate(${String(x)}px, ${String(y)}px)`, 'none'] };
}
