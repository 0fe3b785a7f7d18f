import type { Alert, BoardRow, BoardSnapshot } from '@endwatch/contracts';
import type { Request } from 'express';
import type { AccountStore } from '../pipeline/account-store.ts';
import type { NotificationStore, ToldOf } from '../pipeline/notification-store.ts';
import type { BoardFeed } from '../pipeline/read-ports.ts';
import type { RotaStore } from '../pipeline/rota-store.ts';
import { FixedClock } from '../testing/fixed-clock.ts';
import type { AuditLog, Done } from './access/audit-log.ts';
import type { Visitor } from './access/visitor.ts';
import { OnCallController } from './on-call.controller.ts';
import { PeopleOnDuty } from './people-on-duty.ts';

const REPORT = { at: 0, title: 'CT head', text: 'Findings: x. Impression: New infarct.' };
const T0 = Date.parse('2026-03-02T03:00:00Z');

function alert(id: string, state: Alert['state'], holder: string | null = null): Alert {
  const of = { patientId: 'p1', ward: 'w1', raisedAt: '2026-03-02T02:00:00.000Z' };
  return { id, state, holder, priority: 'high', ...of } as Alert;
}

/** Who is `ada` and on no duty, when she was told of the alerts `told`. */
async function listed(
  alerts: readonly Alert[],
  told: readonly string[],
  held: readonly string[] = [],
): Promise<string[]> {
  const board = {
    ward: { id: 'w1', name: 'Stroke unit' },
    rows: [{ alerts, patientId: 'p1' } as BoardRow],
  };
  const written: Done[] = [];
  const of = (id: string): ToldOf[] =>
    told.includes(id) ? [{ username: 'ada', at: T0 } as ToldOf] : [];
  const controller = new OnCallController(
    {
      wards: () => Promise.resolve([{ id: 'w1' }]),
      snapshot: () => Promise.resolve(board as BoardSnapshot),
      newestReports: () => Promise.resolve(new Map([['p1', REPORT]])),
      alertsHeldBy: () => Promise.resolve(new Set(held)),
    } as unknown as BoardFeed,
    {
      toldOf: (ids: readonly string[]) => Promise.resolve(new Map(ids.map((id) => [id, of(id)]))),
    } as unknown as NotificationStore,
    new PeopleOnDuty(
      { shifts: () => Promise.resolve([]) } as unknown as RotaStore,
      { accounts: () => Promise.resolve([]) } as unknown as AccountStore,
    ),
    new FixedClock(T0),
    {
      recordOnce: (_: unknown, done: Done) => Promise.resolve(void written.push(done)),
    } as unknown as AuditLog,
  );
  const visitor = { username: 'ada', name: 'Dr Ada', role: 'neurologist', wards: null };
  const state = await controller.read(visitor as unknown as Visitor, {} as Request);
  const reading = { action: 'patient.read.on-call', patientId: 'p1', wardId: 'w1' };
  expect(written).toEqual(state.alerts.length > 0 ? [reading] : []);
  expect(state.gaps).toContainEqual({
    ...{ duty: 'first-on-call', ward: null, from: '2026-03-02T03:00:00.000Z', to: null },
  });
  for (const { report } of state.alerts) expect(report).toMatchObject({ line: 'New infarct.' });
  return state.alerts.map((one) => one.alert.id);
}

describe('what somebody on call has to see to', () => {
  it('is what went on to anybody, and what they have', async () => {
    const alerts = [alert('a1', 'escalated'), alert('a2', 'acknowledged', 'Dr Ada')];
    expect(await listed([...alerts, alert('a3', 'raised')], [], ['a2'])).toEqual(['a1', 'a2']);
  });

  it('is also what they were told of and was raised anew, for it got worse', async () => {
    expect(await listed([alert('a1', 'raised')], ['a1'])).toEqual(['a1']);
  });

  it('is not what somebody else has taken', async () => {
    const namesake = alert('a3', 'acknowledged', 'Dr Ada');
    const alerts = [
      namesake,
      alert('a1', 'acknowledged', 'Dr Ben'),
      alert('a2', 'snoozed', 'Nora Berg'),
    ];
    expect(await listed(alerts, ['a1', 'a2'])).toEqual([]);
  });
});
