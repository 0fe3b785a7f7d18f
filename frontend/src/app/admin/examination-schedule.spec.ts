import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ExaminationPlanView } from '@endwatch/contracts';
import { WardApi } from '../core/ward-api.ts';
import { ExaminationSchedulePage } from './examination-schedule.ts';

const plan = { firstWithinHours: 1, untilHours: 72, graceMinutes: 30 };
const steps = [{ fromHours: 0, everyHours: 4 }];
const view = (ward: string | null): ExaminationPlanView => {
  const each = { ...plan, steps, afterThrombolysis: [] };
  const held = { plan: each, house: each, shipped: each };
  return { ward, ...held, own: false, ownWards: [], versions: [] };
};

describe('the schedule of a ward', () => {
  it('is not taken for that of the house while it is on its way', async () => {
    const waiting = Promise.withResolvers<ExaminationPlanView>();
    const send = (path: string): Promise<unknown> => {
      if (path.endsWith('/preview')) return Promise.reject(new Error('away'));
      return path.includes('ward=w1') ? waiting.promise : Promise.resolve(view(null));
    };
    const wards = () => Promise.resolve([{ id: 'w1', name: 'Ward 1', patients: 0, openAlerts: 0 }]);
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: WardApi, useValue: { send, wards } }],
    });
    const fixture = TestBed.createComponent(ExaminationSchedulePage);
    const host = fixture.nativeElement as HTMLElement;
    const save = (): HTMLElement | null => host.querySelector('endwatch-setting-versions');
    await fixture.whenStable();
    expect(save()).not.toBeNull();
    const choice = host.querySelector('select');
    if (choice) choice.value = 'w1';
    choice?.dispatchEvent(new Event('change'));
    fixture.detectChanges();
    expect([save(), host.textContent.includes('goes by the house')]).toEqual([null, false]);
    waiting.resolve(view('w1'));
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
    expect(host.textContent).toContain('This ward goes by the house.');
    expect(save()).not.toBeNull();
  });
});
