import type { Duty } from '../alerting/alert.ts';
import { gaps, type Interval, type Shift } from './rota.ts';

export interface Gap extends Interval {
  readonly duty: Duty;
  /** Null = all that were asked about. */
  readonly ward: string | null;
}

export interface GapsQuestion extends Interval {
  readonly duties: readonly Duty[];
  readonly wards: readonly string[];
  /** Shifts of who could be told of an alert of a ward; null = of any. */
  readonly shiftsFor: (ward: string | null) => readonly Shift[];
}

/** When nobody has a duty, ward by ward; what is so on all of them is told once. */
export function comingGaps({ duties, wards, shiftsFor, from, to }: GapsQuestion): Gap[] {
  const asked = wards.length === 0 ? [null] : wards;
  return duties
    .flatMap((duty) => {
      const found = asked.flatMap((ward) =>
        gaps(shiftsFor(ward), { ward, duty, from, to }).map((gap) => ({ ...gap, duty, ward })),
      );
      const everywhere = (one: Interval): boolean =>
        found.filter((other) => isSame(one, other)).length === asked.length;
      const first = (one: Gap): boolean => found.find((other) => isSame(one, other)) === one;
      return found.flatMap((one) => {
        if (!everywhere(one)) return [one];
        return first(one) ? [{ ...one, ward: null }] : [];
      });
    })
    .sort((a, b) => a.from - b.from);
}

function isSame(one: Interval, other: Interval): boolean {
  return one.from === other.from && one.to === other.to;
}
