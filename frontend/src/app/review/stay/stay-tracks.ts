import { type EpochMs, HOUR, DAY } from '@endwatch/clinical';
import type { StayHistory } from '@endwatch/contracts';
import { clockTime, dateAndTime, day } from '../../words/ages.ts';
import { measured, percent } from '../../words/figures.ts';
import { inputWord, unitWord } from '../../words/input-words.ts';
import { itemWords } from './item-words.ts';
import { REPORT } from './stay-events.ts';
import type { TimeWindow } from './time-window.ts';

/** Something at a moment of the patient's time, with words for who points at it. */
export interface Mark {
  readonly at: EpochMs;
  readonly value: number;
  readonly words: string;
}

export interface ValueTrack {
  readonly name: string;
  readonly unit: string;
  readonly kind: 'vital' | 'laboratory';
  readonly marks: readonly Mark[];
  readonly low: number;
  readonly high: number;
}

const COMPARATOR: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥' };

/** Everything that can happen on the axis: a little before admission to the end, or to the last that is charted. */
export function boundsOf(history: StayHistory, now: EpochMs): TimeWindow {
  const admitted = Date.parse(history.admittedAt);
  const over = Date.parse(history.dischargedAt ?? new Date(now).toISOString());
  const last = Math.max(
    admitted + DAY,
    Math.min(over, now),
    ...history.examinations.map(({ at }) => Date.parse(at)),
    ...history.risk.knownNow.map(({ asOf }) => Date.parse(asOf)),
  );
  return { from: admitted - 2 * HOUR, to: last + 2 * HOUR };
}

/** How long what was last known of a stay is drawn on: to its end, to what was known, never into the future. */
export function heldUntil(
  { knownAt, dischargedAt }: Pick<StayHistory, 'knownAt' | 'dischargedAt'>,
  now: EpochMs,
): EpochMs {
  const ends = [knownAt, dischargedAt].flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  return Math.min(now, ...ends);
}

/** "12 Nov 14:20, known 14:25": when it was true, and when Endwatch knew. */
export function twoTimes(at: string, knownAt: string): string {
  const [was, known] = [Date.parse(at), Date.parse(knownAt)];
  const late = day(was) === day(known) ? clockTime(known) : dateAndTime(known);
  return $localize`:@@review-stay.two-times:${dateAndTime(was)}:at:, known ${late}:known:`;
}

export function examinationMarks({ examinations }: StayHistory): readonly (Mark & {
  readonly partial: boolean;
})[] {
  return examinations.flatMap((one) =>
    one.total === null
      ? []
      : [
          {
            ...{ at: Date.parse(one.at), value: one.total, partial: one.partial },
            words: [examinationWords(one), itemWords(one)]
              .filter((line) => line !== null)
              .join('\n'),
          },
        ],
  );
}

function examinationWords(one: StayHistory['examinations'][number]): string {
  const { at, knownAt, total, partial, rater } = one;
  return [
    `${twoTimes(at, knownAt)}: NIHSS ${String(total)}`,
    ...(partial ? [$localize`:@@review-stay.not-all-items:not all items`] : []),
    ...(rater === null ? [] : [byWords(rater.replace('Practitioner/', ''))]),
  ].join(', ');
}

function byWords(rater: string): string {
  return $localize`:@@review-stay.by:by ${rater}:rater:`;
}

/** What the board showed, at the moment it began to show it. Of a stay loaded afterwards no board ever showed anything. */
export function riskThen({ risk, loadedAfterwards }: StayHistory): readonly Mark[] {
  if (loadedAfterwards) return [];
  return risk.knownThen.map(({ asOf, knownAt, next24h }) => ({
    ...{ at: Date.parse(knownAt), value: next24h },
    words: $localize`:@@review-stay.board-showed:${dateAndTime(Date.parse(knownAt))}:at:: the board showed ${percent(next24h)}:risk: (as of ${dateAndTime(Date.parse(asOf))}:asOf:)`,
  }));
}

/** What stands for each moment with all that came in later. */
export function riskNow({ risk }: StayHistory): readonly Mark[] {
  return risk.knownNow.map(({ asOf, knownAt, next24h }) => ({
    ...{ at: Date.parse(asOf), value: next24h },
    words: $localize`:@@review-stay.as-it-stands:${twoTimes(asOf, knownAt)}:times:: ${percent(next24h)}:risk:, as it stands`,
  }));
}

export function valueTracks({ measurements }: StayHistory): readonly ValueTrack[] {
  return measurements.map(({ name, kind, unit, points }) => {
    const values = points.map(({ value }) => value);
    const word = unitWord(unit);
    return {
      ...{ name: inputWord(name), unit: word, kind },
      ...{ low: Math.min(...values), high: Math.max(...values) },
      marks: points.map(({ at, knownAt, value, comparator }) => ({
        ...{ at: Date.parse(at), value },
        words:
          `${twoTimes(at, knownAt)}: ${COMPARATOR[comparator ?? ''] ?? comparator ?? ''}${measured(value)} ${word}`.trimEnd(),
      })),
    };
  });
}

export interface LaneTrack {
  readonly name: string;
  readonly marks: readonly { readonly at: EpochMs; readonly words: string }[];
}

export function laneTracks({ treatments, reports, conditions }: StayHistory): readonly LaneTrack[] {
  const mark = (at: string, knownAt: string, words: string): LaneTrack['marks'][number] => ({
    ...{ at: Date.parse(at), words: `${twoTimes(at, knownAt)}: ${words}` },
  });
  const lanes = [
    {
      name: $localize`:@@review-stay.lane.treatments:Treatments`,
      marks: treatments.map((one) => mark(one.at, one.knownAt, inputWord(one.treatment))),
    },
    {
      name: $localize`:@@review-stay.lane.reports:Reports`,
      marks: reports.map((one) => mark(one.at, one.knownAt, one.title ?? REPORT)),
    },
    {
      name: $localize`:@@review-stay.lane.illnesses:Illnesses charted`,
      marks: conditions.map((one) => mark(one.at, one.knownAt, inputWord(one.condition))),
    },
  ];
  return lanes.filter(({ marks }) => marks.length > 0);
}

/** Moments at which Endwatch learned something, each once, in order. */
export function momentsOf(history: StayHistory): readonly EpochMs[] {
  const known = [
    ...history.examinations,
    ...history.measurements.flatMap(({ points }) => points),
    ...[...history.reports, ...history.treatments, ...history.conditions],
    ...[...history.risk.knownThen, ...history.risk.knownNow],
  ].map(({ knownAt }) => Date.parse(knownAt));
  const acts = history.alerts.flatMap(({ transitions }) =>
    transitions.map(({ at }) => Date.parse(at)),
  );
  return [...new Set([...known, ...acts])].sort((a, b) => a - b);
}
