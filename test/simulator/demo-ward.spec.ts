import { DAY, HOUR, MINUTE } from '@endwatch/clinical';
import { demoScript } from './demo-script.ts';
import { demoWard } from './demo-ward.ts';
import { anchorOf, anchorTag } from './ward.ts';
import { wardClock } from './play.ts';

const anchor = Date.parse('2026-03-01T08:05:00Z');
const beds = Array.from({ length: 30 }, (_, n) => String(n + 1).padStart(2, '0'));
const ward = demoWard('1', anchor);
const patients = beds.flatMap((bed) => ward.stayIn(bed, anchor) ?? []);

describe('the demonstration ward', () => {
  it('has 28 patients, most admitted within five days, some earlier, aged 45 to 92', () => {
    expect(patients).toHaveLength(28);
    const recent = patients.filter(({ admittedAt }) => anchor - admittedAt < 5 * DAY);
    expect(recent.length).toBeGreaterThan(20);
    expect(recent.length).toBeLessThan(28);
    for (const { traits } of patients) {
      expect(traits.ageYears).toBeGreaterThanOrEqual(45);
      expect(traits.ageYears).toBeLessThanOrEqual(92);
    }
    expect(Math.max(...patients.map(({ name }) => name.length))).toBeGreaterThanOrEqual(40);
  });

  it('is the same again for the same seed and anchor, however it is asked', () => {
    const again = demoWard('1', anchor);
    again.stayIn('03', anchor + 3 * DAY);
    const ids = (of: typeof ward): string[] =>
      of.between(anchor - DAY, anchor + HOUR).map(({ id, sendAt }) => `${id} ${String(sendAt)}`);
    expect(ids(again)).toEqual(ids(ward));
  });

  it('loses and repeats nothing at the seams between two questions', () => {
    const whole = ward.between(anchor, anchor + HOUR);
    const parts = [0, 1, 2, 3].flatMap((n) =>
      ward.between(anchor + n * 15 * MINUTE, anchor + (n + 1) * 15 * MINUTE),
    );
    expect(parts).toEqual(whole);
  });

  it('goes on: one or two messages with vitals a minute, admissions and discharges within a day', () => {
    const hour = ward
      .between(anchor + HOUR, anchor + 2 * HOUR)
      .filter(({ stream }) => stream === 'vitals');
    expect(hour.length / 60).toBeGreaterThan(1);
    const day = ward.between(anchor, anchor + DAY).filter(({ stream }) => stream === 'adt');
    expect(day.length).toBeGreaterThan(3);
  });

  it('carries the anchor in every patient id', () => {
    expect(anchorTag(anchor)).toBe('20260301T0805');
    for (const { patientId } of patients) expect(anchorOf(patientId)).toBe(anchor);
    expect(anchorOf('p-17')).toBeNull();
  });

  it('shows something of every kind within two minutes of going live', () => {
    const live = anchor + MINUTE;
    const script = demoScript(ward, live);
    expect(new Set(script.map(({ stream }) => stream))).toEqual(
      new Set(['vitals', 'labs', 'reports', 'nihss', 'adt']),
    );
    for (const { sendAt } of script) {
      expect(sendAt).toBeGreaterThan(live);
      expect(sendAt).toBeLessThanOrEqual(live + 2 * MINUTE);
    }
    const resources = script.flatMap((message) => message.resources);
    expect(
      resources.some((r) => r.resourceType === 'Observation' && r.status === 'corrected'),
    ).toBe(true);
    for (const { id } of resources) expect(id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
  });
});

describe('the clock of a ward', () => {
  it('runs faster from the past and never overtakes the wall', () => {
    let wall = 1_000_000;
    const clock = wardClock(0, 10, () => wall);
    expect(clock.now()).toBe(0);
    wall += 5_000;
    expect(clock.now()).toBe(50_000);
    wall += 1_000_000;
    expect(clock.now()).toBe(wall);
  });
});
