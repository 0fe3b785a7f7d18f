import type { EpochMs } from '@endwatch/clinical';
import type { Duty } from '../alerting/alert.ts';

export type { Duty };

/** Somebody's time on duty, `[from, to)`. */
export interface Shift {
  readonly id: string;
  /** Null = every ward. */
  readonly ward: string | null;
  readonly duty: Duty;
  readonly username: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** A cover goes before the shift that it stands in for. */
  readonly origin: 'planned' | 'swap' | 'cover';
  /** Id of the shift it came in place of. */
  readonly replaces: string | null;
  /** What calendars know it by, where that is not made of its id: it came from one, or stands in the place of one that they know. */
  readonly calendarUid?: string | null;
}

export interface DutyQuestion {
  readonly ward: string | null;
  readonly duty: Duty;
  readonly at: EpochMs;
}

/** Who is on duty; null when nobody is. A ward's own shift goes before one for every ward, a cover before what it covers, the later before the earlier. */
export function onDuty(shifts: readonly Shift[], { ward, duty, at }: DutyQuestion): Shift | null {
  let best: Shift | null = null;
  for (const shift of shifts) {
    if (shift.duty !== duty || shift.from > at || shift.to <= at) continue;
    if (shift.ward !== null && shift.ward !== ward) continue;
    if (best === null || rank(shift) >= rank(best)) best = shift;
  }
  return best;
}

function rank({ ward, origin }: Shift): number {
  return (ward === null ? 0 : 2) + (origin === 'cover' ? 1 : 0);
}

export interface Interval {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** When nobody is on duty between `from` and `to`, in order. */
export function gaps(
  shifts: readonly Shift[],
  { ward, duty, from, to }: Omit<DutyQuestion, 'at'> & Interval,
): Interval[] {
  const covering = shifts
    .filter((each) => each.duty === duty && (each.ward === null || each.ward === ward))
    .filter((each) => each.to > from && each.from < to)
    .sort((a, b) => a.from - b.from);
  const found: Interval[] = [];
  let covered = from;
  for (const shift of covering) {
    if (shift.from > covered) found.push({ from: covered, to: shift.from });
    covered = Math.max(covered, shift.to);
  }
  if (covered < to) found.push({ from: covered, to });
  return found;
}

export type Changed =
  | { readonly ok: true; readonly withdraw: readonly string[]; readonly add: readonly Shift[] }
  | { readonly ok: false; readonly problem: string };

/** How somebody is called in a refusal. */
export type NameOf = (username: string) => string;

/** Somebody stands in for a shift, or for part of it. */
export function coverShift(
  shifts: readonly Shift[],
  asked: {
    readonly id: string;
    readonly newId: string;
    readonly by: string;
    readonly now: EpochMs;
    readonly nameOf: NameOf;
  } & Interval,
): Changed {
  const shift = shifts.find(({ id }) => id === asked.id);
  if (!shift) return refused('There is no such shift.');
  const from = Math.max(asked.from, shift.from);
  const to = Math.min(asked.to, shift.to);
  if (to <= from) return refused('That time is not within the shift.');
  if (to <= asked.now) return refused('That time is over.');
  if (shift.username === asked.by) return refused('They have that shift already.');
  const add: Shift = {
    ...{ id: asked.newId, ward: shift.ward, duty: shift.duty, username: asked.by, from, to },
    ...{ origin: 'cover', replaces: shift.id },
  };
  const clash = clashOf(shifts, add, asked.nameOf);
  return clash === null ? { ok: true, withdraw: [], add: [add] } : refused(clash);
}

/** Two people exchange whole shifts. */
export function swapShifts(
  shifts: readonly Shift[],
  asked: {
    readonly ids: readonly [string, string];
    readonly newIds: readonly [string, string];
    readonly now: EpochMs;
    readonly nameOf: NameOf;
  },
): Changed {
  const [one, other] = asked.ids.map((wanted) => shifts.find(({ id }) => id === wanted));
  if (!one || !other) return refused('There is no such shift.');
  if (one.username === other.username) return refused('Both shifts are of the same person.');
  if (Math.min(one.to, other.to) <= asked.now)
    return refused('A shift that is over stays as it was.');
  const exchanged: readonly Shift[] = [
    exchangedTo(other.username, one, asked.newIds[0]),
    exchangedTo(one.username, other, asked.newIds[1]),
  ];
  const others = shifts.filter(({ id }) => id !== one.id && id !== other.id);
  for (const shift of exchanged) {
    const clash = clashOf(others, shift, asked.nameOf);
    if (clash !== null) return refused(clash);
  }
  return { ok: true, withdraw: [one.id, other.id], add: exchanged };
}

/** A cover stays one, whoever it goes to: what it covers is still there below it. */
function exchangedTo(username: string, shift: Shift, id: string): Shift {
  return inPlaceOf(shift, { id, username, origin: shift.origin === 'cover' ? 'cover' : 'swap' });
}

export function withdrawShift(
  shifts: readonly Shift[],
  { id, now }: { readonly id: string; readonly now: EpochMs },
): Changed {
  const shift = shifts.find((each) => each.id === id);
  if (!shift) return refused('There is no such shift.');
  if (shift.to <= now) return refused('A shift that is over stays as it was.');
  return { ok: true, withdraw: [id], add: [] };
}

/** Changed, under another id; calendars see the same entry change. */
export function inPlaceOf(shift: Shift, changes: Partial<Shift> & { readonly id: string }): Shift {
  return { ...shift, ...changes, replaces: shift.id, calendarUid: calendarUidOf(shift) };
}

/** The same in every export, whatever becomes of the shift. */
export function calendarUidOf({ id, calendarUid }: Shift): string {
  return calendarUid ?? `${id}@endwatch`;
}

/** Nobody is first and second on call at once: the second is there for when the first does not answer. */
function clashOf(shifts: readonly Shift[], added: Shift, nameOf: NameOf): string | null {
  const isBusy = shifts.some(
    (each) =>
      each.id !== added.replaces &&
      each.username === added.username &&
      each.from < added.to &&
      added.from < each.to &&
      (each.duty !== added.duty || each.ward === added.ward),
  );
  return isBusy ? `${nameOf(added.username)} is on duty then already.` : null;
}

/** Why a shift cannot be made: its person is on duty then, or somebody else has the duty. A cover is laid over another shift on purpose. */
export function inTheWay(shifts: readonly Shift[], added: Shift, nameOf: NameOf): string | null {
  const clash = clashOf(shifts, added, nameOf);
  if (clash !== null) return clash;
  if (added.origin === 'cover') return null;
  const other = shifts.find(
    (each) =>
      each.origin !== 'cover' &&
      each.duty === added.duty &&
      each.ward === added.ward &&
      each.from < added.to &&
      added.from < each.to,
  );
  return other === undefined ? null : `${nameOf(other.username)} has that duty then already`;
}

function refused(problem: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem };
}
