import type { EpochMs } from '@endwatch/clinical';
import { DUTIES, type Rota, type ShiftView } from '@endwatch/contracts';
import type { Request } from 'express';
import { gaps, onDuty, type Interval, type NameOf, type Shift } from '../domain/on-call/rota.ts';
import type { AccountRecord } from '../pipeline/account-store.ts';
import { isOnTheRota, standing } from '../pipeline/rota-people.ts';
import type { VisitedRequest } from './access/visitor.ts';

export function actorOf(request: Request): string {
  return (request as VisitedRequest).visitor?.username ?? 'nobody';
}

/** What people are called on the rota; whoever has no account any more keeps the user name. */
export function namesOf(accounts: readonly AccountRecord[]): NameOf {
  const names = new Map(accounts.map(({ username, name }) => [username, name]));
  return (username) => names.get(username) ?? username;
}

export function viewOf(shift: Shift, nameOf: NameOf): ShiftView {
  const { id, ward, duty, username, origin, replaces } = shift;
  const rest = { id, ward, duty, username, origin, replaces };
  return { ...rest, name: nameOf(username), from: iso(shift.from), to: iso(shift.to) };
}

export interface RotaQuestion extends Interval {
  readonly shifts: readonly Shift[];
  readonly accounts: readonly AccountRecord[];
  /** Of which ward it is asked; null = of none. */
  readonly ward: string | null;
  /** Whether shifts of a ward are listed; null = those for every ward. */
  readonly shows: (ward: string | null) => boolean;
  readonly now: EpochMs;
  readonly timeZone: string;
}

/** The rota of a time. Who could not be told is listed, and counts as nobody. */
export function rotaOf(question: RotaQuestion): Rota {
  const { shifts, accounts, ward, from, to, now } = question;
  const nameOf = namesOf(accounts);
  const counted = standing(shifts, { accounts, ward });
  return {
    ...{ timeZone: question.timeZone, from: iso(from), to: iso(to) },
    shifts: shifts
      .filter((shift) => shift.to > from && shift.from < to && question.shows(shift.ward))
      .map((shift) => viewOf(shift, nameOf)),
    gaps: DUTIES.flatMap((duty) =>
      gaps(counted, { ward, duty, from: Math.max(from, now), to }).map((gap) => ({
        ...{ duty, from: iso(gap.from), to: iso(gap.to) },
      })),
    ),
    now: Object.fromEntries(
      DUTIES.map((duty) => {
        const shift = onDuty(counted, { ward, duty, at: now });
        return [duty, shift && nameOf(shift.username)];
      }),
    ) as Rota['now'],
    people: accounts
      .filter(isOnTheRota)
      .map(({ username, name, role }) => ({ username, name, role })),
  };
}

export function iso(at: EpochMs): string {
  return new Date(at).toISOString();
}
