import type { EpochMs } from '@endwatch/clinical';
import { coversWard, type Role } from '@endwatch/contracts';
import type { Duty, EscalationTarget } from '../domain/alerting/alert.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { onDuty, type Shift } from '../domain/on-call/rota.ts';
import type { AccountRecord } from './account-store.ts';
import { standing } from './rota-people.ts';

/** Who stands in where the rota names nobody: nothing is left untold because a shift was not planned. */
const STAND_IN: Readonly<Record<Duty, readonly Role[]>> = {
  'nurse-in-charge': ['nurse', 'admin'],
  'first-on-call': ['neurologist', 'admin'],
  'second-on-call': ['neurologist', 'admin'],
};

const ROLE_OF: Readonly<Record<Exclude<EscalationTarget, Duty>, Role>> = {
  nurses: 'nurse',
  neurologists: 'neurologist',
};

export interface House {
  readonly shifts: readonly Shift[];
  /** Accounts that can be told something. */
  readonly able: readonly AccountRecord[];
  readonly now: EpochMs;
}

/** User names of whom a notice is for. */
export function recipientsOf(
  { stage, ward }: Pick<Notice, 'stage' | 'ward'>,
  { shifts, able, now }: House,
): readonly string[] {
  if (stage === 'test' || stage === 'administrators') return [];
  const ofRole = (role: Role): readonly string[] =>
    able
      .filter((each) => each.role === role && (ward === null || coversWard(each.wards, ward.id)))
      .map(({ username }) => username);
  if (stage === 'nurses' || stage === 'neurologists') return ofRole(ROLE_OF[stage]);
  const of = ward?.id ?? null;
  const counted = standing(shifts, { accounts: able, ward: of });
  const shift = onDuty(counted, { ward: of, duty: stage, at: now });
  if (shift !== null) return [shift.username];
  for (const role of STAND_IN[stage]) {
    const some = ofRole(role);
    if (some.length > 0) return some;
  }
  return [];
}
