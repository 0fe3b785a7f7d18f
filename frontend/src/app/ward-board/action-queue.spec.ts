import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Alert } from '@endwatch/contracts';
import { ServerClock } from '../core/server-clock.ts';
import { NOON, aRow, anAlert, minutesAgo } from '../testing/a-row.ts';
import { ActionQueue } from './action-queue.ts';

function heldOf(over: Partial<Alert>): string {
  window.matchMedia = () => ({ matches: true }) as MediaQueryList;
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  jest.spyOn(TestBed.inject(ServerClock), 'now').mockReturnValue(NOON);
  const fixture = TestBed.createComponent(ActionQueue);
  const alert = anAlert(over);
  fixture.componentRef.setInput('items', [{ alert, row: aRow({ alerts: [alert] }), small: false }]);
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  return (page.querySelector('.holder')?.textContent ?? '').replaceAll('\u00a0', ' ');
}

describe('the queue of what needs action', () => {
  const inFive = minutesAgo(-5);

  it.each([
    [
      { state: 'raised', holder: null, escalatesAt: inFive },
      'Nobody has it yet, escalates in 5 min',
    ],
    [
      { state: 'escalated', holder: 'the nurse in charge', escalatesAt: inFive },
      'Escalated to the nurse in charge, goes on in 5 min',
    ],
    [{ state: 'acknowledged', holder: 'Robin', escalatesAt: inFive }, 'Taken by Robin'],
  ] as const)('says who has it and when it goes on: %j', (alert, words) => {
    expect(heldOf(alert)).toBe(words);
  });
});
