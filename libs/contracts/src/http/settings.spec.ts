import { ESCALATION_KEYS } from '../terms/alert-kinds.ts';
import { escalationSchema } from './settings.ts';

const rule = { steps: [], repeatMinutes: null, remindMinutes: null };
const rules = Object.fromEntries(ESCALATION_KEYS.map((key) => [key, rule]));

describe('the escalation of a ward', () => {
  it('has no hours where none are said, as before there were any', () => {
    expect(escalationSchema.parse(rules)).toEqual({ ...rules, quietHours: null, shiftEnds: [] });
  });

  it('has every kind of alert', () => {
    const others = Object.fromEntries(ESCALATION_KEYS.slice(1).map((key) => [key, rule]));
    expect(escalationSchema.safeParse(others).success).toBe(false);
  });

  it.each([
    ['over midnight', { quietHours: { from: '22:00', to: '06:00' } }, true],
    ['three shifts', { shiftEnds: ['07:00', '15:00', '23:00'] }, true],
    ['no hour of the day', { quietHours: { from: '24:00', to: '06:00' } }, false],
    ['seconds', { quietHours: { from: '22:00:00', to: '06:00' } }, false],
    ['half of it', { quietHours: { from: '22:00' } }, false],
    ['quiet for ever', { quietHours: { from: '22:00', to: '22:00' } }, false],
    ['words', { shiftEnds: ['noon'] }, false],
    ['the same twice', { shiftEnds: ['07:00', '07:00'] }, false],
    ['seven', { shiftEnds: Array.from({ length: 7 }, (_, n) => `0${String(n)}:00`) }, false],
  ])('hours: %s', (_, hours, isRight) => {
    expect(escalationSchema.safeParse({ ...rules, ...hours }).success).toBe(isRight);
  });
});
