import { TestBed } from '@angular/core/testing';
import { Shortcuts } from './shortcuts.ts';

describe('keys for a page as a whole', () => {
  let shortcuts: Shortcuts;

  beforeEach(() => {
    localStorage.clear();
    document.body.innerHTML = `
      <button>Button</button><input><textarea></textarea><select></select>
      <div class="text" contenteditable="true"><b>Text</b></div>
      <div class="menu" popover></div>`;
    shortcuts = TestBed.inject(Shortcuts);
    popover(false);
  });
  afterEach(() => {
    document.body.innerHTML = '';
  });

  function popover(isOpen: boolean): void {
    const matches = (selector: string): boolean => selector === ':popover-open' && isOpen;
    Object.assign(document.querySelector('.menu') ?? {}, { matches });
  }
  function isMeant(key: string, at = 'button', over: KeyboardEventInit = {}): boolean {
    let meant = false;
    const listen = (event: KeyboardEvent): void => {
      meant = shortcuts.isMeant(event);
    };
    document.addEventListener('keydown', listen, { once: true });
    const event = new KeyboardEvent('keydown', { key, bubbles: true, ...over });
    document.querySelector(at)?.dispatchEvent(event);
    return meant;
  }

  it('are not what is typed into a field', () => {
    for (const at of ['input', 'textarea', 'select', '.text', '.text b'])
      expect([at, isMeant('a', at), isMeant('Escape', at)]).toEqual([at, false, false]);
    expect([isMeant('a'), isMeant('Escape')]).toEqual([true, true]);
  });

  it('are not those of the browser', () => {
    expect(isMeant('a', 'button', { ctrlKey: true })).toBe(false);
  });

  it('leave Escape to a menu that is open', () => {
    popover(true);
    expect([isMeant('Escape'), isMeant('a')]).toEqual([false, true]);
  });

  it('are all left to a dialog', () => {
    document.body.innerHTML += '<div role="dialog"></div>';
    expect([isMeant('Escape'), isMeant('a')]).toEqual([false, false]);
  });

  it('may be without single letters and signs, on this device', () => {
    shortcuts.setSingle(false);
    expect(['a', '/', '?'].map((key) => isMeant(key))).toEqual([false, false, false]);
    expect(['Escape', 'ArrowDown', 'Home'].map((key) => isMeant(key))).toEqual([true, true, true]);
    TestBed.resetTestingModule();
    expect(TestBed.inject(Shortcuts).single()).toBe(false);
  });
});
