import { Injectable } from '@nestjs/common';
import { DAY, type EpochMs } from '@endwatch/clinical';
import { DUTIES, type OnCall } from '@endwatch/contracts';
import { comingGaps } from '../domain/on-call/coming-gaps.ts';
import { onDuty, type NameOf, type Shift } from '../domain/on-call/rota.ts';
import { AccountStore } from '../pipeline/account-store.ts';
import { standing } from '../pipeline/rota-people.ts';
import { RotaStore } from '../pipeline/rota-store.ts';
import { iso, namesOf } from './rota-view.ts';

export interface OnDutyNow {
  readonly nameOf: NameOf;
  /** As what somebody is on duty: of the house and of each of these wards. */
  readonly dutiesOf: (username: string, wards: readonly string[]) => OnCall['duties'];
  /** When nobody is on duty for these wards in the next 24 h. */
  readonly gapsOf: (wards: ReadonlyMap<string, string>) => OnCall['gaps'];
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
    const shiftsFor = (ward: string | null): readonly Shift[] =>
      standing(shifts, { accounts, ward });
    const until = now + DAY;
    return {
      nameOf: namesOf(accounts),
      dutiesOf: (username, wards) =>
        DUTIES.flatMap((duty) =>
          [null, ...wards].flatMap((ward) => {
            const shift = onDuty(shiftsFor(ward), { ward, duty, at: now });
            const isTheirs = shift?.username === username && shift.ward === ward;
            return isTheirs ? [{ duty, ward, until: iso(shift.to) }] : [];
          }),
        ),
      gapsOf: (names) =>
        comingGaps({
          ...{ duties: DUTIES, wards: [...names.keys()], shiftsFor, from: now, to: until },
        }).map(({ duty, ward, from, to }) => ({
          ...{ duty, ward: ward === null ? null : (names.get(ward) ?? ward), from: iso(from) },
          to: to < until ? iso(to) : null,
        })),
    };
  }
}
