import type { AccountStore } from '../../pipeline/account-store.ts';
import { DEMO_ROLES } from './credentials.ts';

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

  async ensure(accounts: AccountStore): Promise<void> {
    for (const role of this.roles) {
      await accounts.createAccount({
        ...{ username: `demo-${role}`, name: NAMES[role], role, wards: null },
        passwordHash: null,
      });
    }
  }
}
