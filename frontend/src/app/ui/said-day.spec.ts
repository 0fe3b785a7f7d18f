import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { setSiteZone } from '../words/site-time.ts';
import { SaidDay } from './said-day.ts';

@Component({
  imports: [SaidDay],
  template: `<label><input endwatchSaidDay [type]="type()" [value]="value()" /></label>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Field {
  readonly type = signal('date');
  readonly value = signal('');
}

describe('a field for a day', () => {
  beforeEach(() => {
    setSiteZone('Europe/Berlin');
  });

  it('has what was chosen beside it, in the page’s language', async () => {
    const fixture = TestBed.createComponent(Field);
    const host = fixture.nativeElement as HTMLElement;
    const said = (): string | null => {
      const words = host.querySelector<HTMLElement>('input + small');
      return words?.hidden === false ? words.textContent : null;
    };
    const input = host.querySelector('input')!;
    const typed = (value: string): string | null => {
      input.value = value;
      input.dispatchEvent(new Event('input'));
      return said();
    };
    await fixture.whenStable();
    expect(said()).toBeNull();
    expect(typed('2026-11-12')).toBe('Thu, 12 Nov 2026');
    expect(typed('')).toBeNull();
    fixture.componentInstance.type.set('datetime-local');
    fixture.componentInstance.value.set('2026-12-11T14:20');
    await fixture.whenStable();
    expect(said()).toBe('Fri, 11 Dec 2026, 14:20');
    expect(host.querySelectorAll('small')).toHaveLength(1);
  });
});
