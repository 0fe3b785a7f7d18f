import type { AlertLifeState, AlertState } from './alert.ts';
import { moveAlert } from './alert-life.ts';

const alert = (state: AlertLifeState): AlertState => ({
  id: 'a1',
  patientId: 'p1',
  kind: 'risk-high',
  priority: 'medium',
  state,
  raisedAt: 1000,
  stateSince: 1000,
  reason: 'Risk of getting worse in the next 24 h is 41 % (on at 35 %)',
  scoreId: 's1',
  holder: null,
  holderAccount: null,
  escalatesAt: null,
  cause: 'c',
  riskAtRaise: 0.41,
  riskAtSnooze: null,
  step: 0,
  declined: false,
  declinedDuties: [],
  kept: false,
});
const states: AlertLifeState[] = ['raised', 'acknowledged', 'snoozed', 'escalated', 'resolved'];

describe('the life of an alert', () => {
  it.each([
    ['raised', ['raised', 'acknowledged', 'snoozed', 'escalated', 'resolved']],
    ['acknowledged', ['raised', 'acknowledged', 'snoozed', 'resolved']],
    ['snoozed', ['raised', 'acknowledged', 'escalated', 'resolved']],
    ['escalated', ['escalated', 'raised', 'acknowledged', 'snoozed', 'resolved']],
    ['resolved', []],
  ] as [AlertLifeState, AlertLifeState[]][])('from %s', (from, allowed) => {
    const possible = states.filter(
      (to) => moveAlert(alert(from), { to, at: 2000, by: 'N. Urse', reason: '', over: true }).ok,
    );
    expect(possible).toEqual(states.filter((to) => allowed.includes(to)));
  });

  it('names who acknowledged, when and why', () => {
    const moved = moveAlert(alert('raised'), {
      to: 'acknowledged',
      at: 2000,
      by: 'N. Urse',
      account: 'nurse',
      reason: 'seen at the bedside',
    });
    expect(moved).toMatchObject({
      ok: true,
      alert: { state: 'acknowledged', stateSince: 2000, holder: 'N. Urse', raisedAt: 1000 },
      transition: {
        from: 'raised',
        to: 'acknowledged',
        by: 'N. Urse',
        account: 'nurse',
        reason: 'seen at the bedside',
      },
    });
  });

  it('says why a move is refused', () => {
    expect(
      moveAlert(alert('resolved'), { to: 'acknowledged', at: 1, by: 'x', reason: '' }),
    ).toEqual({ ok: false, problem: 'an alert that is resolved cannot become acknowledged' });
  });

  it('a snoozed alert knows when it comes back, and forgets it when it does', () => {
    const snoozed = moveAlert(alert('raised'), {
      to: 'snoozed',
      at: 2000,
      by: 'N. Urse',
      reason: 'in CT',
      until: 9000,
    });
    if (!snoozed.ok) throw new Error(snoozed.problem);
    expect(snoozed.alert.escalatesAt).toBe(9000);
    const back = moveAlert(snoozed.alert, { to: 'raised', at: 9000, by: 'system', reason: '' });
    expect(back).toMatchObject({
      ok: true,
      alert: { escalatesAt: null, holder: null, holderAccount: null },
    });
  });
});
