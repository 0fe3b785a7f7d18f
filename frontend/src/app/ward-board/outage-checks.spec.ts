import { TestBed } from '@angular/core/testing';
import type { Outage } from '@endwatch/contracts';
import { Session } from '../core/session.ts';
import { WardApi } from '../core/ward-api.ts';
import { minutesAgo } from '../testing/a-row.ts';
import { OutageChecks } from './outage-checks.ts';

function anOutage(name: string): Outage {
  return {
    ...{ from: minutesAgo(60), to: minutesAgo(30) },
    patients: [{ patientId: name, name, bed: '1', why: ['alert'] }],
  } as unknown as Outage;
}

describe('whom to look at after an outage', () => {
  it('is of the ward that is shown, and no older answer wins', async () => {
    const asked: { path: string; answer: (outages: Outage[]) => void }[] = [];
    const send = (path: string): Promise<Outage[]> =>
      new Promise((answer) => asked.push({ path, answer }));
    TestBed.configureTestingModule({
      providers: [
        { provide: WardApi, useValue: { send } },
        { provide: Session, useValue: { may: () => true } },
      ],
    });
    const checks = TestBed.createComponent(OutageChecks);
    const shown = async (): Promise<string> => {
      await new Promise((wait) => setTimeout(wait));
      checks.detectChanges();
      return (checks.nativeElement as HTMLElement).textContent;
    };
    checks.componentRef.setInput('ward', 'w1');
    checks.detectChanges();
    checks.componentRef.setInput('ward', 'w2');
    checks.detectChanges();
    expect(asked.map(({ path }) => path)).toEqual([
      '/api/wards/w1/outages',
      '/api/wards/w2/outages',
    ]);
    asked[1]?.answer([anOutage('Of the second')]);
    expect(await shown()).toContain('Of the second');
    asked[0]?.answer([anOutage('Of the first')]);
    expect(await shown()).not.toContain('Of the first');
    checks.componentRef.setInput('ward', 'w3');
    checks.detectChanges();
    expect(await shown()).not.toContain('Of the second');
    checks.destroy();
  });
});
