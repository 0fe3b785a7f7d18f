import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { BoardRow } from '@endwatch/contracts';
import { Session } from '../../core/session.ts';
import { NOON, aRow, anAlert, minutesAgo } from '../../testing/a-row.ts';
import { BoardThen } from './board-then.ts';

function shown(row: BoardRow | null): HTMLElement {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  // Whoever may act on alerts may not on those of then.
  jest.spyOn(TestBed.inject(Session), 'may').mockReturnValue(true);
  const fixture = TestBed.createComponent(BoardThen);
  fixture.componentRef.setInput('row', row);
  fixture.componentRef.setInput('at', new Date(NOON).toISOString());
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

describe('the board as it was', () => {
  it('shows the tile with its ages of then, nothing to press, and no name', () => {
    const alerts = [anAlert({ priority: 'high', raisedAt: minutesAgo(3) })];
    const element = shown(aRow({ name: '', alerts }));
    expect(element.querySelector('h2')?.textContent).toMatch(/On the board at .*\d\d:\d\d/);
    expect(element.textContent).toMatch(/Now\s*3\smin/);
    expect(element.querySelector('endwatch-risk-figure')?.textContent).toContain('34');
    expect(element.querySelectorAll('a, button')).toHaveLength(0);
    expect(element.querySelector('.pulse')).toBeNull();
    expect(element.querySelector('.name')?.textContent).toBe('');
  });

  it('says so where the stay was on no board', () => {
    const element = shown(null);
    expect(element.querySelector('endwatch-patient-tile')).toBeNull();
    expect(element.textContent).toContain('on no board at that moment');
  });
});
