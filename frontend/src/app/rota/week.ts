import type { EpochMs } from '@endwatch/clinical';
import { DUTIES, type DutyName, type Rota, type ShiftView } from '@endwatch/contracts';
import { midnight } from '../words/wall-time.ts';

/** One bar of the grid: where it lies in its day. */
export interface Bar {
  readonly shift: ShiftView | null;
  /** Percent of the day. */
  readonly start: number;
  readonly length: number;
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** Over the midnights that its day lies between. */
  readonly goesOn: { readonly before: boolean; readonly after: boolean };
}

export interface DutyDay {
  readonly duty: DutyName;
  readonly bars: readonly Bar[];
}

export interface RotaDay {
  readonly from: EpochMs;
  readonly duties: readonly DutyDay[];
}

/** Days from `from` on as the grid shows them: shifts, and what nobody covers. A cover is drawn instead of what it covers. */
export function weekOf(rota: Rota, from: EpochMs, days: number): RotaDay[] {
  return Array.from({ length: days }, (_, n): RotaDay => {
    const day = { begin: midnight(from, n), end: midnight(from, n + 1) };
    return {
      from: day.begin,
      duties: DUTIES.map((duty) => ({ duty, bars: barsOf(rota, duty, day) })),
    };
  });
}

/** The shifts of one rota: a ward's own and those for every ward, or, without a ward, the latter only. */
export function rotaOf(rota: Rota, ward: string | null): Rota {
  return {
    ...rota,
    shifts: rota.shifts.filter((each) => each.ward === null || each.ward === ward),
  };
}

/** From midnight to midnight: on two nights a year an hour shorter or longer than others. */
interface Day {
  readonly begin: EpochMs;
  readonly end: EpochMs;
}

function barsOf(rota: Rota, duty: DutyName, { begin, end }: Day): Bar[] {
  const length = end - begin;
  const within = (one: { readonly from: string; readonly to: string }): boolean =>
    Date.parse(one.from) < end && Date.parse(one.to) > begin;
  const shifts = rota.shifts.filter((each) => each.duty === duty && within(each));
  const place = (shift: ShiftView | null, from: EpochMs, to: EpochMs): Bar => {
    const [a, b] = [Math.max(from, begin), Math.min(to, end)];
    return {
      ...{ shift, from, to, goesOn: { before: from < begin, after: to > end } },
      start: ((a - begin) / length) * 100,
      length: ((b - a) / length) * 100,
    };
  };
  const bars = [
    ...shifts.map((shift) => place(shift, Date.parse(shift.from), Date.parse(shift.to))),
    ...rota.gaps
      .filter((gap) => gap.duty === duty && within(gap))
      // A shift that goes on over midnight keeps its times; what nobody covers is told day by day.
      .map((gap) =>
        place(null, Math.max(Date.parse(gap.from), begin), Math.min(Date.parse(gap.to), end)),
      ),
  ];
  return bars
    .filter((bar) => !bars.some((other) => hides(other, bar)))
    .sort((x, y) => rank(x) - rank(y) || x.start - y.start);
}

/** Nothing would be seen of it, and yet a keyboard would come to it. */
function hides(over: Bar, under: Bar): boolean {
  const ends = ({ start, length }: Bar): number => start + length;
  return rank(over) > rank(under) && over.start <= under.start && ends(over) >= ends(under);
}

/** Who is on duty is drawn over whom they are on duty instead of: a ward's own over the one for all, a cover over what it covers. */
function rank({ shift }: Bar): number {
  return (shift?.ward ? 2 : 0) + (shift?.origin === 'cover' ? 1 : 0);
}

/** Where a bar begins, as CSS: however short, all of it is within its day. */
export function startOf({ start }: Bar): string {
  return `min(${String(start)}%, 100% - 18px)`;
}
