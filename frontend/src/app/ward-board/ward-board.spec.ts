import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { LIVE_LINK } from '../core/live-link.ts';
import { Session } from '../core/session.ts';
import { Shortcuts } from '../core/shortcuts.ts';
import { aRow, aSnapshot, anAlert } from '../testing/a-row.ts';
import { FakeLink } from '../testing/fake-link.ts';
import { BoardView } from './board-view.ts';
import { WardBoard } from './ward-board.ts';

describe('the ward board', () => {
  let link: FakeLink;
  let board: ComponentFixture<WardBoard>;

  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    link = new FakeLink();
    globalThis.fetch = jest.fn(() => Promise.reject(new Error('away')));
    globalThis.ResizeObserver = class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    };
    globalThis.CSS = { escape: (id: string) => id } as typeof CSS;
    window.matchMedia = () =>
      Object.assign(new EventTarget(), { matches: false }) as MediaQueryList;
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: LIVE_LINK, useValue: link }],
    });
    board = TestBed.createComponent(WardBoard);
    board.componentRef.setInput('ward', 'w1');
    board.detectChanges();
    link.server.connected();
    const alerts = [anAlert({ priority: 'high' })];
    link.lastJoin.answer({ ok: true, sequence: 10, snapshot: aSnapshot([aRow({ alerts })]) });
    board.detectChanges();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const names = (): boolean =>
    (board.nativeElement as HTMLElement).textContent.includes('Maria Castellanos');

  it('draws nobody of a ward that is not the reader’s to see any more', () => {
    expect(names()).toBe(true);
    link.server.redraw('w1');
    link.lastJoin.answer({ ok: false, problem: 'That ward is not among yours.' });
    board.detectChanges();
    expect(names()).toBe(false);
  });

  it('walks the beds by arrows, but leaves them to the queue that they scroll', () => {
    const pressed = (selector: string): boolean => {
      const at = (board.nativeElement as HTMLElement).querySelector(selector);
      const key = { key: 'ArrowDown', bubbles: true, cancelable: true };
      return at?.dispatchEvent(new KeyboardEvent('keydown', key)) === false;
    };
    document.body.append(board.nativeElement as HTMLElement);
    expect([pressed('endwatch-bed-grid a.open'), pressed('endwatch-action-queue ol')]).toEqual([
      ...[true, false],
    ]);
  });

  it('asks who has ticked nobody to tick, and keeps the list until they have done', () => {
    const host = board.nativeElement as HTMLElement;
    const press = (key: string): void => {
      host.ownerDocument.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      board.detectChanges();
    };
    const box = (): HTMLInputElement | null => host.querySelector('endwatch-tick-mine input');
    press('m');
    expect(host.querySelector('endwatch-narrowed-note')?.textContent).toContain(
      'None of 1\u00a0patient is ticked as yours.',
    );
    expect(box()?.closest('label')?.textContent).toContain('Maria Castellanos');
    box()?.click();
    board.detectChanges();
    expect(box()?.checked).toBe(true);
    const done = host.querySelector<HTMLButtonElement>('endwatch-tick-mine button');
    expect(done?.textContent).toContain('Show only mine');
    done?.click();
    board.detectChanges();
    expect([box(), host.querySelectorAll('endwatch-bed-grid article').length]).toEqual([null, 1]);
    host.querySelector<HTMLButtonElement>('endwatch-narrowed-note button')?.click();
    board.detectChanges();
    expect(box()?.checked).toBe(true);
    press('m');
    expect(box()).toBeNull();
  });

  it('is nobody’s on the wall, whatever somebody chose on that device before', () => {
    localStorage.setItem('endwatch.board-mine', 'yes');
    jest.spyOn(TestBed.inject(Session), 'isWall').mockReturnValue(true);
    const wall = TestBed.createComponent(WardBoard);
    wall.componentRef.setInput('ward', 'w1');
    wall.detectChanges();
    expect((wall.nativeElement as HTMLElement).querySelector('endwatch-tick-mine')).toBeNull();
    expect(wall.debugElement.injector.get(BoardView).onlyMine()).toBe(false);
  });

  it('names no key that does nothing', () => {
    const named = (): number =>
      (board.nativeElement as HTMLElement).querySelectorAll('[aria-keyshortcuts]').length;
    expect(named()).toBeGreaterThan(4);
    TestBed.inject(Shortcuts).setSingle(false);
    board.detectChanges();
    expect(named()).toBe(0);
  });

  it('keeps what it showed while the server cannot read it', () => {
    link.server.redraw('w1');
    link.lastJoin.answer({ ok: false, problem: 'Not now.', passing: true });
    board.detectChanges();
    expect(names()).toBe(true);
  });
});
