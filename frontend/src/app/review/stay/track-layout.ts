import { DAY, type EpochMs, HOUR } from '@endwatch/clinical';
import type { StayHistory } from '@endwatch/contracts';
import { clockTime, dateAndTime, day } from '../../words/ages.ts';
import { STATE_WORD } from '../../words/alert-words.ts';
import { inFull } from '../../words/figures.ts';
import { endWords } from '../../words/patient-words.ts';
import { serverWords } from '../../words/server-words.ts';
import { midnight } from '../../words/wall-time.ts';
import { NOT_DONE, lateWords } from './stay-events.ts';
import type { TimeWindow } from './time-window.ts';

export const NIHSS_HEIGHT = 150;
export const RISK_HEIGHT = 110;
export const VALUE_HEIGHT = 42;
export const LANE_HEIGHT = 24;
const HEADING = 22;
const GAP = 12;
export const KEY_LINE = 16;

/** A row of the drawing. */
export interface Row<Content> {
  readonly y: number;
  readonly height: number;
  readonly content: Content;
}

/** Hands out rows from top to bottom. */
export class Rows {
  #y = HEADING;

  get end(): number {
    return this.#y;
  }

  take<Content>(height: number, content: Content): Row<Content> {
    const row = { y: this.#y, height, content };
    this.#y += height;
    return row;
  }

  /** Room for the words over a group, and for so many lines below them. */
  heading(below = 0): number {
    this.#y += GAP + HEADING + below * KEY_LINE;
    return this.#y - 7 - below * KEY_LINE;
  }
}

/** Hours from midnight to midnight that leave room for their labels. */
const STEPS = [1, 2, 3, 6, 12, 24, 48].map((hours) => hours * HOUR);

export interface TimeTick {
  readonly at: EpochMs;
  readonly words: string;
}

/** Round times by the clock on the wall of the site. */
export function timeTicks(window: TimeWindow, width: number): readonly TimeTick[] {
  return ticksFrom(midnight(window.from), window, width).map((at) => ({
    ...{ at, words: clockTime(at) === '00:00' ? day(at) : clockTime(at) },
  }));
}

/** Round hours from admission, which tell nobody when that was. */
export function hourTicks(
  window: TimeWindow,
  admittedAt: EpochMs,
  width: number,
): readonly TimeTick[] {
  return ticksFrom(admittedAt, window, width).map((at) => ({
    ...{ at, words: `${inFull(Math.round((at - admittedAt) / HOUR))} h` },
  }));
}

function ticksFrom(begin: EpochMs, { from, to }: TimeWindow, width: number): readonly EpochMs[] {
  const most = Math.max(2, width / 70);
  const step = STEPS.find((each) => (to - from) / each <= most) ?? 4 * DAY;
  const first = begin + Math.ceil((from - begin) / step) * step;
  const count = Math.max(0, Math.floor((to - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step);
}

export interface DueMark {
  readonly due: EpochMs;
  readonly done: EpochMs | null;
  readonly late: boolean;
  readonly words: string;
}

/** Examinations that were due, and those that answered them. */
export function dueMarks({ due }: StayHistory): readonly DueMark[] {
  return due.map(({ dueAt, doneAt, lateMinutes }) => {
    const [asked, done] = [Date.parse(dueAt), doneAt === null ? null : Date.parse(doneAt)];
    const answer = done === null ? NOT_DONE : `${lateWords(lateMinutes)}, ${dateAndTime(done)}`;
    return {
      ...{ due: asked, done, late: (lateMinutes ?? 0) > 0 },
      words: $localize`:@@review-stay.due-mark:Due ${dateAndTime(asked)}:due:, ${answer}:answer:`,
    };
  });
}

/** The fact, where there is one. */
export function endFlag({
  end,
}: StayHistory): { readonly at: EpochMs; readonly words: string } | null {
  const words = endWords({ ...end, delta: end.deltaTotal }, null);
  return end.at === null || words === null ? null : { at: Date.parse(end.at), words };
}

/** What was done with an alert. */
export function actMarks({ transitions }: StayHistory['alerts'][number]): readonly {
  readonly at: EpochMs;
  readonly waits: boolean;
  readonly words: string;
}[] {
  return transitions.map(({ at, to, by, reason }) => ({
    ...{ at: Date.parse(at), waits: to === 'raised' || to === 'escalated' },
    words: `${dateAndTime(Date.parse(at))}: ${STATE_WORD[to]}, ${by}. ${serverWords(reason)}`,
  }));
}

export interface AlertSpan {
  readonly alert: StayHistory['alerts'][number];
  readonly from: EpochMs;
  /** Null while it is not over. */
  readonly to: EpochMs | null;
}

export function alertSpans({ alerts }: StayHistory): readonly AlertSpan[] {
  return alerts.map((alert) => {
    const over = alert.transitions.findLast(({ to }) => to === 'resolved');
    return {
      ...{ alert, from: Date.parse(alert.raisedAt) },
      to: alert.state === 'resolved' && over ? Date.parse(over.at) : null,
    };
  });
}
