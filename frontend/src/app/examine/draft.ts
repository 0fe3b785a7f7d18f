import { NIHSS_ITEMS, NIHSS_MOTOR_ITEMS, type NihssItem } from '@endwatch/clinical';
import type { NewExamination, Trajectory } from '@endwatch/contracts';

export type Answers = NewExamination['items'];
type Assessment = Trajectory['assessments'][number];

/** An examination on this device that the server does not have yet. */
export interface Draft {
  /** Whose examination it is: nobody else sees it here, and it is sent in nobody else's name. */
  readonly username: string;
  readonly patientId: string;
  readonly about: string;
  readonly examination: NewExamination;
  /** When it was made, where that was said; null = when it is finished. */
  readonly at: string | null;
  /** True once its examiner has finished: it is sent when there is a network. */
  readonly finished: boolean;
}

export function totalOf(items: Answers): number {
  return NIHSS_ITEMS.reduce((sum, item) => {
    const answer = items[item];
    return sum + (typeof answer === 'number' ? answer : 0);
  }, 0);
}

export function leftOut(items: Answers): readonly NihssItem[] {
  return NIHSS_ITEMS.filter((item) => items[item] === undefined);
}

export interface Change {
  readonly total: number;
  readonly motor: number;
}

/** Against an earlier examination, over the items that were tested at both; null where there is none. */
export function changeSince(items: Answers, earlier: Assessment | null): Change | null {
  if (earlier === null) return null;
  let [total, motor, both] = [0, 0, 0];
  for (const item of NIHSS_ITEMS) {
    const now = items[item];
    const before = earlier.items[item];
    if (typeof now !== 'number' || typeof before !== 'number') continue;
    both += 1;
    total += now - before;
    if ((NIHSS_MOTOR_ITEMS as readonly NihssItem[]).includes(item)) motor += now - before;
  }
  return both === 0 ? null : { total, motor };
}

/** Whether the change would meet the site's rule; the server decides. */
export function wouldBeEnd(change: Change | null, rule: Trajectory['definition']): boolean {
  return change !== null && (change.total >= rule.total || change.motor >= rule.motor);
}
