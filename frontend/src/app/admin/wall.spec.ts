import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { WallSettingView } from '@endwatch/contracts';
import { WardApi } from '../core/ward-api.ts';
import { WallPage } from './wall.ts';

describe('names on the wall', () => {
  it('are saved only where they are not what holds already', async () => {
    let view: WallSettingView = { names: 'initials', own: false, versions: [] };
    const send = (_path: string, change?: { names: WallSettingView['names'] }) => {
      if (change) view = { ...view, ...change, own: true };
      return Promise.resolve(view);
    };
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: WardApi, useValue: { send } }],
    });
    const fixture = TestBed.createComponent(WallPage);
    const host = fixture.nativeElement as HTMLElement;
    const button = (): HTMLButtonElement | null => host.querySelector('.save button');
    const choose = async (names: string): Promise<void> => {
      host.querySelector<HTMLInputElement>(`input[value=${names}]`)?.click();
      await fixture.whenStable();
    };
    await fixture.whenStable();
    expect([button()?.disabled, host.textContent.includes('This holds now')]).toEqual([true, true]);
    await choose('full');
    expect(button()?.disabled).toBe(false);
    await choose('initials');
    expect(button()?.disabled).toBe(true);
    await choose('full');
    button()?.click();
    await fixture.whenStable();
    expect([view.names, button()?.disabled]).toEqual(['full', true]);
    expect(host.textContent).toContain('Saved');
  });
});
