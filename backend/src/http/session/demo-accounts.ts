import { DAY, type EpochMs } from '@endwatch/clinical';
import { planShifts } from '../../domain/on-call/plan-shifts.ts';
import type { Duty, Shift } from '../../domain/on-call/rota.ts';
import type { AccountStore } from '../../pipeline/account-store.ts';
import type { RotaStore } from '../../pipeline/rota-store.ts';
import { DEMO_ROLES } from './credentials.ts';

interface DemoParts {
  readonly accounts: AccountStore;
  readonly rota: RotaStore;
  readonly now: EpochMs;
}

const DUTIES: readonly (readonly [Duty, readonly string[], readonly string[]])[] = [
  ['first-on-call', ['08:00', '20:00'], ['demo-neurologist']],
  ['second-on-call', ['08:00'], ['demo-admin']],
  ['nurse-in-charge', ['06:00', '14:00', '22:00'], ['demo-nurse']],
];

type DemoRole = (typeof DEMO_ROLES)[number];

const NAMES: Readonly<Record<DemoRole, string>> = {
  nurse: 'Nurse Demo',
  neurologist: 'Dr Demo',
  quality: 'Quality Demo',
  admin: 'Administrator Demo',
};

/** Accounts to look around with, where all patients are simulated; nobody has a password for them. */
export class DemoAccounts {
  readonly roles: readonly DemoRole[];

  constructor(isDemo: boolean) {
    this.roles = isDemo ? DEMO_ROLES : [];
  }

  usernameOf(role: DemoRole): string | null {
    return this.roles.includes(role) ? `demo-${role}` : null;
  }

  /** Accounts, and two weeks of duty where nobody is on duty. */
  async ensure({ accounts, rota, now }: DemoParts): Promise<void> {
    for (const role of this.roles) {
      await accounts.createAccount({
        ...{ username: `demo-${role}`, name: NAMES[role], role, wards: null },
        passwordHash: null,
      });
    }
    if (this.roles.length === 0) return;
    const planned = await rota.shifts({ from: now, to: now + 1 });
    if (planned.length > 0) return;
    const date = new Date(now - DAY).toISOString().slice(0, 10);
    const add = DUTIES.flatMap(([duty, starts, people]) =>
      planShifts({ date, days: 15, starts, people, timeZone: 'UTC' }).map((each): Shift => {
        const id = `demo-${duty}-${String(each.from)}`;
        return { ...{ id, ward: null, duty, ...each }, origin: 'planned', replaces: null };
      }),
    );
    await rota.change({ withdraw: [], add, by: 'system', at: now });
  }
}
