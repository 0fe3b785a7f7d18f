import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Glide } from './glide.ts';

@Component({
  selector: 'endwatch-test-list',
  imports: [Glide],
  template: `
    <ul [endwatchGlide]="keys().join()">
      @for (key of keys(); track key) {
        <li [attr.data-glide]="key">{{ key }}</li>
      }
    </ul>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class TestList {
  readonly keys = signal(['a', 'b', 'c']);
}

/** jsdom lays nothing out and animates nothing: lines are 10 px high here, and what was asked for is written down. */
describe('Glide', () => {
  let asked: Record<string, Keyframe[] | PropertyIndexedKeyframes | null>;
  let reads: number;
  let reducedMotion: boolean;
  let columnStep: number;

  beforeEach(() => {
    asked = {};
    reads = 0;
    reducedMotion = false;
    columnStep = 0;
    jest.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: HTMLElement,
    ) {
      reads += 1;
      const index = [...(this.parentElement?.children ?? [])].indexOf(this);
      return { left: index * columnStep, top: index * 10 } as DOMRect;
    });
    HTMLElement.prototype.animate = function (this: HTMLElement, frames) {
      asked[this.textContent] = frames;
      return { cancel: () => undefined } as Animation;
    };
    globalThis.matchMedia = (query) => ({ matches: reducedMotion, media: query }) as MediaQueryList;
  });
  afterEach(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(HTMLElement.prototype, 'animate');
    Reflect.deleteProperty(globalThis, 'matchMedia');
  });

  async function reorder(keys: string[]): Promise<void> {
    const fixture = TestBed.createComponent(TestList);
    await fixture.whenStable();
    expect(asked).toEqual({});
    fixture.componentInstance.keys.set(keys);
    await fixture.whenStable();
  }

  it('moves what has another place from where it was', async () => {
    await reorder(['c', 'b', 'a']);
    expect(asked).toEqual({
      a: { transform: ['translate(0px, -20px)', 'none'] },
      c: { transform: ['translate(0px, 20px)', 'none'] },
    });
    expect(reads).toBe(6);
  });

  it('moves across as well as down, as from one lane to the next', async () => {
    columnStep = 100;
    await reorder(['b', 'a', 'c']);
    expect(asked['a']).toEqual({ transform: ['translate(-100px, -10px)', 'none'] });
  });

  it('lets what is new appear in its place', async () => {
    await reorder(['new', 'a', 'b', 'c']);
    expect(asked['new']).toEqual({ opacity: [0, 1] });
    expect(asked['a']).toEqual({ transform: ['translate(0px, -10px)', 'none'] });
  });

  it('does nothing for who wants no motion', async () => {
    reducedMotion = true;
    await reorder(['c', 'b', 'a']);
    expect(asked).toEqual({});
    expect(reads).toBe(0);
  });
});
