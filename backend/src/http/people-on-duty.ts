import { Injectable } from '@nestjs/common';
import { DAY, type EpochMs } from '@endwatch/clinical';
import { DUTIES, type OnCall } from '@endwatch/contracts';
import { onDuty, type NameOf } from '../domain/on-call/rota.ts';
import { AccountStore } from '../pipeline/account-store.ts';
import { standing } from '../pipeline/rota-people.ts';
import { RotaStore } from '../pipeline/rota-store.ts';
import { namesOf } from './rota-view.ts';

export interface OnDutyNow {
  readonly nameOf: NameOf;
  /** As what somebody is on duty: of the house and of each of these wards. */
  readonly dutiesOf: (username: string, wards: readonly string[]) => OnCall['duties'];
}

/** The rota beside the accounts: who is on duty as what, and what people are called. */
@Injectable()
export class PeopleOnDuty {
  readonly #rota: RotaStore;
  readonly #accounts: AccountStore;

  constructor(rota: RotaStore, accounts: AccountStore) {
    this.#rota = rota;
    this.#accounts = accounts;
  }

  async at(now: EpochMs): Promise<OnDutyNow> {
    const [shifts, accounts] = await Promise.all([
      this.#rota.shifts({ from: now - DAY, to: now + DAY }),
      this.#accounts.accounts(),
    ]);
    return {
      nameOf: namesOf(accounts),
      dutiesOf: (username, wards) =>
        DUTIES.flatMap((duty) =>
          [null, ...wards].flatMap((ward) => {
            const shift = onDuty(standing(shifts, { accounts, ward }), { ward, duty, at: now });
            const isTheirs = shift?.username === username && shift.ward === ward;
            return isTheirs ? [{ duty, ward, until: new Date(shift.to).toISOString() }] : [];
          }),
        ),
    };
  }
}
