import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Alert } from '@endwatch/contracts';
import type { AlertAct } from '../core/acknowledgement.ts';
import { Session } from '../core/session.ts';
import { anAlert, minutesAgo, NOON } from '../testing/a-row.ts';
import { PatientAlerts } from './patient-alerts.ts';

function listOf(...alerts: readonly Alert[]) {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const view = {
    username: 'kay',
    name: 'Kay',
    role: 'nurse',
    wards: null,
    timeZone: 'UTC',
  } as const;
  jest.spyOn(TestBed.inject(Session), 'view').mockReturnValue(view);
  const fixture = TestBed.createComponent(PatientAlerts);
  fixture.componentRef.setInput('alerts', alerts);
  fixture.componentRef.setInput('now', NOON);
  const acts: AlertAct[] = [];
  fixture.componentInstance.act.subscribe(({ act }) => acts.push(act));
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  const button = (words: string): HTMLButtonElement | undefined =>
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words);
  return { page, button, acts };
}

describe('the alerts of a stay', () => {
  it('are taken over from somebody else who has them, not from oneself', () => {
    const taken = { state: 'acknowledged', stateSince: minutesAgo(9) } as const;
    const theirs = listOf(anAlert({ ...taken, holder: 'Robin', holderAccount: 'robin' }));
    theirs.button('Take over')?.click();
    expect(theirs.acts).toEqual([{ what: 'take', over: true }]);
    TestBed.resetTestingModule();
    const own = listOf(anAlert({ ...taken, holder: 'Kay', holderAccount: 'kay' }));
    expect(own.button('Take over')).toBeUndefined();
    TestBed.resetTestingModule();
    const namesake = listOf(anAlert({ ...taken, holder: 'Kay', holderAccount: 'kay.2' }));
    expect(namesake.button('Take over')).toBeDefined();
  });

  it('say until when they are snoozed', () => {
    const { page } = listOf(
      anAlert({ state: 'snoozed', holder: 'Robin', escalatesAt: minutesAgo(-20) }),
    );
    expect(page.textContent).toMatch(/Snoozed until \d\d:\d\d by Robin/);
  });
});
